/** What other systems sign with a key of this kind, as release files; and the programs that would take their signatures. */
import { spawnSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  bitString,
  der,
  explicit,
  octetString,
  oid,
  sequence,
  setOf,
  TAG,
  unsignedInteger,
  utf8String,
} from '../../src/crypto/der.ts'
import { ecdsaIntegers } from '../../src/crypto/ecdsa-integers.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { gpgsmHome, type Forgery, type Published } from './forgeries.ts'

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))
const NAME = sequence(setOf(sequence(oid('2.5.4.3'), utf8String('evil'))))
const generalized = (text: string) => der(TAG.generalizedTime, Buffer.from(text))
const small = (value: number) => unsignedInteger(Buffer.of(value))

const spki = ({ folder }: Published) =>
  createPublicKey(readFileSync(join(folder, 'kms-public-key.pem'))).export({ type: 'spki', format: 'der' })
const put = ({ folder }: Published, name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes)
}
const runs = ({ folder }: Published, program: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (process.env['SHOW'] !== undefined) process.stderr.write(`${program}: ${String(status)} ${stdout}${stderr}\n`)
  return { ok: status === 0, said: stdout + stderr }
}

const requestInfo = (published: Published) => sequence(small(0), NAME, spki(published), der(0xa0, Buffer.alloc(0)))
const request: Forgery = {
  what: 'a certificate request',
  program: 'openssl',
  file: requestInfo,
  fools: (published, raw, file = requestInfo(published)) => {
    put(published, 'evil.csr', pem('CERTIFICATE REQUEST', sequence(file, ecdsaWithSha256, bitString(raw))))
    const { ok, said } = runs(published, 'openssl', [
      'req',
      '-config',
      '/dev/null',
      '-in',
      'evil.csr',
      '-verify',
      '-noout',
    ])
    return ok && said.includes('verify OK')
  },
}

const listInfo = (issuer: Buffer) =>
  sequence(small(1), ecdsaWithSha256, issuer, generalized('20250101000000Z'), generalized('20990101000000Z'))
/** By the published certificate, which anybody may have as a CA. */
const issuerOf = ({ folder }: Published) => {
  const { stdout } = spawnSync(
    'openssl',
    ['x509', '-in', 'kms-certificate.pem', '-noout', '-subject', '-nameopt', 'sep_multiline,sname'],
    { cwd: folder, encoding: 'utf8' },
  )
  return sequence(setOf(sequence(oid('2.5.4.3'), utf8String(/CN=(.*)/u.exec(stdout)?.[1] ?? ''))))
}
const revocationList: Forgery = {
  what: 'a revocation list',
  program: 'openssl',
  file: (published) => listInfo(issuerOf(published)),
  fools: (published, raw, file = listInfo(issuerOf(published))) => {
    put(published, 'evil.crl', pem('X509 CRL', sequence(file, ecdsaWithSha256, bitString(raw))))
    const { ok, said } = runs(published, 'openssl', [
      'crl',
      '-in',
      'evil.crl',
      '-CAfile',
      'kms-certificate.pem',
      '-noout',
    ])
    return ok && said.includes('verify OK')
  },
}

const answerInfo = (published: Published) => {
  const key = createHash('sha1').update(spki(published).subarray(-65)).digest()
  const sha1 = sequence(oid('1.3.14.3.2.26'), Buffer.of(5, 0))
  const certId = sequence(sha1, octetString(Buffer.alloc(20)), octetString(Buffer.alloc(20)), small(7))
  const good = sequence(certId, Buffer.of(0x80, 0), generalized('20250101000000Z'))
  return sequence(explicit(2, octetString(key)), generalized('20250101000000Z'), sequence(good))
}
const ocspAnswer: Forgery = {
  what: 'an OCSP answer',
  program: 'openssl',
  file: answerInfo,
  fools: (published, raw, file = answerInfo(published)) => {
    const basic = sequence(file, ecdsaWithSha256, bitString(raw))
    const bytes = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))
    put(published, 'evil.ocsp', sequence(der(0x0a, Buffer.of(0)), explicit(0, bytes)))
    const trust = ['-verify_other', 'kms-certificate.pem', '-trust_other', '-CAfile', 'kms-certificate.pem']
    const { said } = runs(published, 'openssl', ['ocsp', '-respin', 'evil.ocsp', '-no_nonce', ...trust])
    return said.includes('Response verify OK')
  },
}

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const token = (header: object, payload: string): Forgery => {
  const file = Buffer.from(`${base64url(JSON.stringify(header))}.${payload}`)
  return {
    what: `a JWT with the header ${JSON.stringify(header)}`,
    program: undefined,
    file: () => file,
    // As any JWT library: r and s in 32 bytes each.
    fools: ({ folder }, raw) => {
      const signature = Buffer.concat(
        ecdsaIntegers(raw).map((number) => Buffer.concat([Buffer.alloc(32), number]).subarray(-32)),
      )
      const key = createPublicKey(readFileSync(join(folder, 'kms-public-key.pem')))
      return verify('sha256', file, { key, dsaEncoding: 'ieee-p1363' }, signature)
    },
  }
}

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const string = (value: string | Uint8Array) => Buffer.concat([uint32(Buffer.from(value).length), Buffer.from(value)])
const sshKey = (published: Published) =>
  Buffer.from(
    readFileSync(join(published.folder, 'kms-allowed-signers'), 'utf8').trim().split(' ').at(-1) ?? '',
    'base64',
  )
/** A user certificate for anybody's key, by the release key as its authority (PROTOCOL.certkeys). */
const certificateInfo = (published: Published) =>
  Buffer.concat([
    string('ecdsa-sha2-nistp256-cert-v01@openssh.com'),
    string(Buffer.alloc(32, 1)),
    sshKey(published).subarray(4 + 19),
    Buffer.alloc(8),
    uint32(1),
    string('evil'),
    string(string('root')),
    Buffer.alloc(8),
    Buffer.alloc(8, 0xff),
    ...[string(''), string(''), string(''), string(sshKey(published))],
  ])
const sshCertificate: Forgery = {
  what: 'an SSH certificate',
  program: 'ssh-keygen',
  file: certificateInfo,
  fools: (published, raw, file = certificateInfo(published)) => {
    const signature = Buffer.concat([
      string('ecdsa-sha2-nistp256'),
      string(Buffer.concat(ecdsaIntegers(raw).map(string))),
    ])
    const blob = Buffer.concat([file, string(signature)])
    put(published, 'evil-cert.pub', `ecdsa-sha2-nistp256-cert-v01@openssh.com ${blob.toString('base64')} evil\n`)
    return runs(published, 'ssh-keygen', ['-L', '-f', 'evil-cert.pub']).ok
  },
}

/** Whose raw signature would be one of that other thing. */
export const FOREIGN_FORGERIES: readonly Forgery[] = [
  request,
  revocationList,
  ocspAnswer,
  token({ alg: 'ES256', typ: 'JWT' }, base64url('{"sub":"root"}')),
  token({ alg: 'ES256', b64: false, crit: ['b64'] }, '#!/bin/sh\necho any bytes at all.\n'),
  sshCertificate,
]

/** What git signs as a whole, and takes an OpenPGP or CMS signature of its bytes for. `fools` gets the armored signature. */
interface GitObject {
  readonly file: Buffer
  readonly fools: (published: Published, format: 'openpgp' | 'x509', armored: string) => boolean
}

/** @param signed the object with a signature in its place @param verify git's command */
function gitObject(
  type: 'commit' | 'tag',
  text: string,
  signed: (armored: string) => string,
  verify: string,
): GitObject {
  return {
    file: Buffer.from(text),
    fools: (published, format, armored) => {
      const folder = join(published.folder, 'repository')
      const home = format === 'x509' ? gpgsmHome(published) : join(published.folder, 'gnupg')
      mkdirSync(home, { recursive: true, mode: 0o700 })
      const env = { GNUPGHOME: home, GIT_CONFIG_NOSYSTEM: '1', HOME: home }
      const git = (argv: readonly string[], input?: string) =>
        spawnSync('git', ['-C', folder, ...argv], { encoding: 'utf8', input, env: { ...process.env, ...env } })
      mkdirSync(folder, { recursive: true })
      git(['init', '-q'])
      if (format === 'openpgp') runs(published, 'gpg', ['--batch', '--import', 'kms-public-key.asc'], env)
      const { stdout } = git(['hash-object', '-t', type, '-w', '--stdin', '--literally'], signed(armored))
      const { status, stderr } = git([verify, stdout.trim()])
      if (process.env['SHOW'] !== undefined) process.stderr.write(stderr)
      return status === 0
    },
  }
}

const COMMIT =
  'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a@example.org> 1700000000 +0000\ncommitter A <a@example.org> 1700000000 +0000\n\nevil\n'
const GIT_TAG =
  'object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ntype tree\ntag v1\ntagger A <a@example.org> 1700000000 +0000\n\nevil\n'

/** By the names of what they are. */
export const GIT_OBJECTS: Readonly<Record<'commit' | 'tag', GitObject>> = {
  commit: gitObject(
    'commit',
    COMMIT,
    (armored) => COMMIT.replace('\n\n', `\ngpgsig ${armored.trimEnd().replaceAll('\n', '\n ')}\n\n`),
    'verify-commit',
  ),
  tag: gitObject('tag', GIT_TAG, (armored) => GIT_TAG + armored, 'verify-tag'),
}
