/** A repository for apt, signed as docs/package-repositories.md says, and a real apt-get in a root of its own. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { encodingsFor } from '../../../src/formats/writers.ts'
import { contextOf, digestsOf } from '../../support/encode.ts'
import { localKey } from '../../support/local-key.ts'
import { itWith } from '../../support/where-there.ts'

const local = localKey('ECDSA_NIST_P256_SHA_256')
let folder: string
let release: Buffer
let signatures: ReadonlyMap<string, Buffer>

const at = (...parts: string[]): string => join(folder, ...parts)
const status = (program: string, ...args: string[]) => spawnSync(program, args, { cwd: folder }).status
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'apt-'))
  mkdirSync(at('package', 'DEBIAN'), { recursive: true })
  mkdirSync(at('repository'))
  const control =
    'Package: widget\nVersion: 1\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: a widget\n'
  writeFileSync(at('package', 'DEBIAN', 'control'), control)
  if (status('dpkg-deb', '--root-owner-group', '-b', 'package', 'repository/widget.deb') !== 0) return
  const deb = readFileSync(at('repository', 'widget.deb'))
  const index = Buffer.from(`${control}Filename: ./widget.deb\nSize: ${deb.length}\nSHA256: ${sha256(deb)}\n\n`)
  writeFileSync(at('repository', 'Packages'), index)
  const date = new Date().toUTCString().replace('GMT', '+0000')
  release = Buffer.from(`Origin: test\nDate: ${date}\nSHA256:\n ${sha256(index)} ${index.length} Packages\n`)
  signatures = await signRelease()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** `InRelease` and `Release.gpg`, and the key files in the folder. */
async function signRelease(): Promise<ReadonlyMap<string, Buffer>> {
  const encodings = encodingsFor(['openpgp', 'openpgp-clear'], contextOf(local.key))
  for (const { toSign, encode } of encodings.signedRunFiles)
    for (const { name, content } of encode(local.sign(toSign))) writeFileSync(at(name), content)
  const made = new Map<string, Buffer>()
  for (const { prepare, around } of encodings.encodings) {
    const prepared = prepare(digestsOf(release, local.key, encodings))
    const armor = prepared.encode(local.sign(prepared.toSign))
    if (around === undefined) made.set('Release.gpg', armor)
    else {
      const parts: Uint8Array[] = []
      for await (const part of around(onePiece(release), prepared, armor)) parts.push(part)
      made.set('InRelease', Buffer.concat(parts))
    }
  }
  return made
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  await Promise.resolve()
  yield bytes
}

/** Exit codes of `apt-get update` and of fetching the package, with nothing of the machine's own apt. */
function apt(keyFile: string): readonly (number | null)[] {
  const root = at('root')
  rmSync(root, { recursive: true, force: true })
  for (const path of [
    'etc/apt/preferences.d',
    'var/lib/apt/lists/partial',
    'var/cache/apt/archives/partial',
    'var/lib/dpkg',
  ])
    mkdirSync(join(root, path), { recursive: true })
  writeFileSync(join(root, 'var/lib/dpkg/status'), '')
  writeFileSync(join(root, 'etc/apt/sources.list'), `deb [signed-by=${at(keyFile)}] copy:${at('repository')} ./\n`)
  const settings = [
    `Dir=${root}`,
    `Dir::State::status=${root}/var/lib/dpkg/status`,
    'Dir::Bin::methods=/usr/lib/apt/methods',
    `APT::Sandbox::User=${process.getuid?.() === 0 ? 'root' : ''}`,
    'Acquire::Languages=none',
  ].flatMap((setting) => ['-o', setting])
  return [
    status('apt-get', ...settings, 'update', '--error-on=any'),
    status('apt-get', ...settings, '-y', '--download-only', 'install', 'widget'),
  ]
}

/** What `name` holds is what is changed. */
function publish(name: string, changed: boolean): void {
  for (const old of ['InRelease', 'Release.gpg', 'Release']) rmSync(at('repository', old), { force: true })
  const change = (bytes: Buffer): Buffer => (changed ? Buffer.from(bytes.toString().replace('test', 'tess')) : bytes)
  const signature = signatures.get(name) ?? Buffer.alloc(0)
  writeFileSync(at('repository', name), name === 'InRelease' ? change(signature) : signature)
  if (name === 'Release.gpg') writeFileSync(at('repository', 'Release'), change(release))
}

itWith('apt-get').each([
  ['InRelease', 'kms-public-key.asc'],
  ['InRelease', 'kms-public-key.gpg'],
  ['Release.gpg', 'kms-public-key.asc'],
])('apt takes %s by %s, and refuses it with a byte changed', (name, keyFile) => {
  publish(name, false)
  expect(apt(keyFile)).toEqual([0, 0])
  publish(name, true)
  expect(apt(keyFile)).toEqual([100, 100])
})
