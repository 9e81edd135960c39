/** What systems of signed metadata and messages sign, as release files; and their own verifiers, which would take it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import { ecdsaIntegers } from '../../src/crypto/ecdsa-integers.ts'
import type { Forgery, Published } from './forgeries.ts'

const publicKeyOf = ({ folder }: Published) => readFileSync(join(folder, 'kms-public-key.pem'), 'utf8')
const put = ({ folder }: Published, name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes)
}
const runs = ({ folder }: Published, program: string, argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd: folder, encoding: 'utf8' })
  if (process.env['SHOW'] !== undefined) process.stderr.write(`${program}: ${String(status)} ${stdout}${stderr}\n`)
  return status === 0
}

/** JSON with sorted members and no blanks: canonical where there are no other escapes than of line feeds, which stay. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/gu, String.raw`\$&`)}"`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${canonical(name)}:${canonical(member)}`).join(',')}}`
}

const NONE = Buffer.alloc(0)
const EXPIRES = '2099-01-01T00:00:00Z'
/** As securesystemslib has keys: what it names them by in its versions below 1, and since. */
const libraryKeys = (published: Published) => {
  const key = {
    keytype: 'ecdsa',
    scheme: 'ecdsa-sha2-nistp256',
    keyval: { public: publicKeyOf(published).trim() },
  }
  return [
    { ...key, keyid_hash_algorithms: ['sha256', 'sha512'] },
    { ...key, keyval: { public: publicKeyOf(published) } },
  ]
}

/** A supply chain without a step: anything keeps to it. */
const LAYOUT = { _type: 'layout', expires: EXPIRES, inspect: [], keys: {}, readme: 'evil', steps: [] }
const layout: Forgery = {
  what: 'an in-toto layout',
  program: 'in-toto-verify',
  file: () => Buffer.from(canonical(LAYOUT)),
  fools: (published, raw) => {
    const keys = libraryKeys(published)
    put(published, 'in-toto.pub', JSON.stringify(keys[0]))
    const signatures = keys.map((key) => ({
      keyid: createHash('sha256').update(canonical(key)).digest('hex'),
      sig: raw.toString('hex'),
    }))
    put(published, 'evil.layout', JSON.stringify({ signed: LAYOUT, signatures }))
    // Version 3 knows the first option no more, and takes the key as it is published.
    return [
      ['--layout-keys', 'in-toto.pub', '--key-types', 'ecdsa'],
      ['--verification-keys', 'kms-public-key.pem'],
    ].some((key) => runs(published, 'in-toto-verify', ['--layout', 'evil.layout', ...key]))
  },
}

/** Of a repository that has the release key for all of its roles, or none but that one. */
function rootSigned(published: Published, version: number) {
  const role = { keyids: ['release'], threshold: 1 }
  const key = { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: publicKeyOf(published) } }
  return {
    _type: 'root',
    consistent_snapshot: false,
    expires: EXPIRES,
    keys: { release: key },
    roles: { root: role, snapshot: role, targets: role, timestamp: role },
    spec_version: '1.0.0',
    version,
  }
}
const targetsSigned = {
  _type: 'targets',
  expires: EXPIRES,
  spec_version: '1.0.0',
  targets: { 'install.sh': { hashes: { sha256: '0'.repeat(64) }, length: 1 } },
  version: 2,
}

/** @param signed what a repository of the key is to have next */
function tuf(role: 'root' | 'targets', signed: (published: Published) => Readonly<Record<string, unknown>>): Forgery {
  return {
    what: `a TUF repository's ${role}`,
    program: undefined,
    file: (published) => Buffer.from(canonical(signed(published))),
    fools: (published, raw) => {
      const kind = { root: MetadataKind.Root, targets: MetadataKind.Targets } as const
      const signatures = [{ keyid: 'release', sig: raw.toString('hex') }]
      const trusted = metadata(MetadataKind.Root, { signed: rootSigned(published, 1), signatures: [] })
      try {
        trusted.verifyDelegate(role, metadata(kind[role], { signed: signed(published), signatures }))
        return true
      } catch {
        return false
      }
    },
  }
}

/** By way of text, as a client reads it. */
function metadata(kind: MetadataKind.Root | MetadataKind.Targets, value: unknown) {
  const read = JSON.parse(JSON.stringify(value)) as Parameters<typeof Metadata.fromJSON>[1]
  return kind === MetadataKind.Root ? Metadata.fromJSON(kind, read) : Metadata.fromJSON(MetadataKind.Targets, read)
}

/** CBOR's byte string of at most 255 bytes (RFC 8949, 3). */
const cborBytes = (bytes: Buffer) =>
  Buffer.concat([bytes.length < 24 ? Buffer.of(0x40 | bytes.length) : Buffer.of(0x58, bytes.length), bytes])
/** `{1: -7}`: ES256. */
const PROTECTED = cborBytes(Buffer.of(0xa1, 0x01, 0x26))
const PAYLOAD = cborBytes(Buffer.from('evil'))
/** Has ruby-cose take a COSE_Sign1 by the key; its keys may have an ID, and this one has none. */
const TAKES_COSE = `
key = OpenSSL::PKey.read(File.read('kms-public-key.pem'))
def key.kid; end
exit COSE::Sign1.deserialize(File.binread('evil.cose')).verify(key)
`
/** RFC 9052, 4.4: context, protected header, external data, payload. */
const cose: Forgery = {
  what: 'a COSE_Sign1 message',
  program: 'ruby -rcose',
  file: () => Buffer.concat([Buffer.of(0x84, 0x6a), Buffer.from('Signature1'), PROTECTED, cborBytes(NONE), PAYLOAD]),
  fools: (published, raw) => {
    const numbers = ecdsaIntegers(raw).map((number) => Buffer.concat([Buffer.alloc(32), number]).subarray(-32))
    const signature = cborBytes(Buffer.concat(numbers))
    put(published, 'evil.cose', Buffer.concat([Buffer.of(0x84), PROTECTED, Buffer.of(0xa0), PAYLOAD, signature]))
    return runs(published, 'ruby', ['-rcose', '-e', TAKES_COSE])
  },
}

/** Whose raw signature would be one of that system. */
export const METADATA_FORGERIES: readonly Forgery[] = [
  layout,
  tuf('root', (published) => rootSigned(published, 2)),
  tuf('targets', () => targetsSigned),
  cose,
]
