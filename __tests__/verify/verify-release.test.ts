import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { digestFile } from '../../src/verify/digest-file.ts'
import { mkdirSync, symlinkSync, truncateSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { FORMATS, ReleaseFolder } from './release-folder.ts'
import { verifyFile } from '../../src/verify/verify-file.ts'

let key: LocalKey
let other: LocalKey
let rsa: LocalKey
let folder: ReleaseFolder
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
  other = localKey('ECDSA_NIST_P256_SHA_256')
  rsa = localKey('RSA_2048_SIGN_PSS_SHA_384')
})
beforeEach(() => {
  folder = new ReleaseFolder()
})
afterEach(() => {
  folder.remove()
})

it('verifies each file by all of its signature files', async () => {
  folder.sign(key, 'app', 'release', FORMATS)
  folder.sign(key, 'empty', '', ['openpgp'])
  const { verified, proofs, problems } = await folder.verify(key)
  expect(problems).toEqual([])
  expect(verified).toEqual(['app', 'empty'])
  expect(proofs).toEqual([FORMATS.join(), 'openpgp'])
  expect(folder.lines.filter((line) => line.startsWith('Left out'))).toHaveLength(FORMATS.length + 1)
})

it('names every file that is wrong or has no signature', async () => {
  folder.sign(key, 'right', 'a')
  folder.sign(key, 'changed', 'a')
  folder.write('changed', 'b')
  folder.sign(other, 'by-another', 'a', ['sig', 'sshsig'])
  folder.write('bare', 'a')
  const { verified, unverified, problems } = await folder.verify(key)
  expect(verified).toEqual(['right'])
  expect(unverified).toEqual(['bare', 'by-another', 'changed'])
  expect(problems).toEqual([
    expect.stringMatching(/^SIGNATURE_MISSING bare: has no signature file/u),
    expect.stringMatching(/^SIGNATURE_INVALID by-another\.sig: is not a signature/u),
    expect.stringMatching(/^SIGNATURE_INVALID by-another\.sshsig: is by another key/u),
    expect.stringMatching(/^SIGNATURE_INVALID changed\.sig: is not a signature/u),
  ])
})

it('passes over nothing that is named like what a sign run stages', async () => {
  folder.sign(key, 'app', 'release')
  folder.write('.kms-sign-evil.sh', 'evil')
  folder.write('.kms-sign-1-0-0123456789ab/lib.so', 'evil')
  expect((await folder.verify(key)).unverified).toEqual(['lib.so', '.kms-sign-evil.sh'])
})

it('says where it looked for signature files', async () => {
  folder.write('a\u202epp', 'a')
  const { problems } = await folder.verify(key, { formats: ['sig', 'cms'] })
  expect(problems).toEqual([expect.stringMatching(/: has no signature file beside it \(sig, cms\)$/u)])
  const elsewhere = await folder.verify(key, { formats: ['sig'], signaturesDir: '/sigs' })
  expect(elsewhere.problems).toEqual([
    expect.stringMatching(/: has no signature file at \/sigs\/a\\u\{202e\}pp and the format's extension \(sig\)$/u),
  ])
})

it('takes signatures-dir for wrong where it is a file', async () => {
  folder.sign(key, 'app', 'a')
  const { problems } = await folder.verify(key, {
    signaturesDir: join(folder.path, 'app.sig'),
    formats: ['sig'],
    files: 'app',
  })
  expect(problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID app\.sig\/app\.sig: cannot be read: ENOTDIR/u)])
})

it('verifies a file whose name is too long for other signature files', async () => {
  const name = 'x'.repeat(251)
  folder.sign(key, name, 'a')
  expect(await folder.verify(key)).toMatchObject({ verified: [name], problems: [] })
})

it('takes no file with one wrong signature among right ones', async () => {
  folder.sign(key, 'app', 'release', FORMATS)
  folder.write('app.asc', 'x')
  expect((await folder.verify(key)).problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID app\.asc/u)])
  expect((await folder.verify(key, { formats: ['sig', 'cms'] })).verified).toEqual(['app'])
})

it('looks for signature files in signatures-dir alone', async () => {
  folder.sign(key, 'signatures/app', 'release')
  folder.write('app', 'release')
  const signaturesDir = join(folder.path, 'signatures')
  expect((await folder.verify(key, { files: 'app', signaturesDir })).verified).toEqual(['app'])
  folder.write('app.sig', 'wrong')
  expect((await folder.verify(key, { files: '*', signaturesDir })).verified).toEqual(['app'])
  expect((await folder.verify(key, { files: 'app' })).problems).toHaveLength(1)
})

it('finds the signature files of files that share a base name', async () => {
  for (const system of ['linux', 'windows']) {
    folder.write(`dist/${system}/app`, system)
    folder.sign(key, `signatures/${system}/app`, system)
  }
  const signaturesDir = join(folder.path, 'signatures')
  const { verified } = await folder.verify(key, { files: 'dist', signaturesDir })
  expect(verified).toEqual(['linux/app', 'windows/app'])
})

it.each<[string, (path: string) => void, RegExp]>([
  [
    'a folder',
    (path) => {
      mkdirSync(path)
    },
    /not a regular file/u,
  ],
  ['a FIFO', (path) => execFileSync('mkfifo', [path]), /not a regular file/u],
  [
    'a broken link',
    (path) => {
      symlinkSync('nowhere', path)
    },
    /cannot be read: ENOENT[^']*'app\.sig'$/u,
  ],
  [
    'a link in a circle',
    (path) => {
      symlinkSync(path, path)
    },
    /cannot be read: ELOOP[^']*'app\.sig'$/u,
  ],
  [
    'very large',
    (path) => {
      execFileSync('truncate', ['-s', '2M', path])
    },
    /larger than/u,
  ],
  [
    'empty',
    (path) => {
      execFileSync('touch', [path])
    },
    /is empty/u,
  ],
])('takes no signature file that is %s', async (_, make, reason) => {
  folder.sign(key, 'app', 'release', ['cms'])
  make(join(folder.path, 'app.sig'))
  const { problems } = await folder.verify(key, { files: 'app' })
  expect(problems).toEqual([expect.stringMatching(reason)])
  expect(problems[0]).toMatch(/^SIGNATURE_INVALID app\.sig/u)
})

it('verifies a large file, of which it holds no more than a part', async () => {
  folder.sign(key, 'app', Buffer.alloc(5_000_001, `${'x'.repeat(998)}\n`), FORMATS)
  expect((await folder.verify(key)).verified).toEqual(['app'])
  truncateSync(join(folder.path, 'app'), 5_000_000)
  expect((await folder.verify(key)).problems).toHaveLength(FORMATS.length)
})

it.each([
  ['vanished', '/nowhere/app', 'FILE_UNREADABLE'],
  // Its size is said to be 0: as a file that grew meanwhile.
  ['changed meanwhile', '/proc/self/status', 'FILE_CHANGED'],
])('says of a file that it %s, and goes on', async (_, path, code) => {
  folder.sign(key, 'app', 'release')
  const file = { name: 'app', path, below: 'app' }
  const evidence = {
    keys: [key],
    formats: FORMATS,
    signaturesDir: folder.path,
    checksums: undefined,
    statements: [],
    suspicions: new Map(),
    shown: (shownPath: string) => shownPath,
  }
  const verdict = await verifyFile(file, evidence)
  const reason = expect.stringMatching(/^could not be read: .*(?:ENOENT|changed while it was read)/u) as unknown
  expect(verdict).toEqual({ name: 'app', path, proofs: [], problems: [{ code, path, reason }] })
})

it('waits for no FIFO that has taken the place of a file', async () => {
  const path = join(folder.path, 'fifo')
  execFileSync('mkfifo', [path])
  await expect(digestFile(path, new Set(['sha256']))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

it('does not follow a file that grows faster than it is read', async () => {
  const path = join(folder.path, 'growing')
  let size = 2 ** 26 // no bytes on the disk, but as many to read
  folder.write('growing', '')
  truncateSync(path, size)
  const timer = setInterval(() => {
    if (size < 2 ** 39) truncateSync(path, (size += 2 ** 30))
  }, 5)
  try {
    await expect(digestFile(path, new Set(['sha256']))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  } finally {
    clearInterval(timer)
  }
})

it('says of a file that it cannot be read, whatever its name is', async () => {
  await expect(digestFile('/nowhere/\u202egz.rat', new Set(['sha256']))).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringMatching(/^ENOENT[^\u202e]*$/u) as unknown,
  })
})

it('reads no file without anything that could prove it', async () => {
  const file = { name: 'app', path: '/nowhere/app', below: 'app' }
  const evidence = {
    keys: [key],
    formats: FORMATS,
    signaturesDir: undefined,
    checksums: undefined,
    statements: [],
    suspicions: new Map(),
    shown: (shownPath: string) => shownPath,
  }
  expect(await verifyFile(file, evidence)).toMatchObject({
    proofs: [],
    problems: [{ code: 'SIGNATURE_MISSING', path: '/nowhere/app' }],
  })
})

it('notices a file that is written to while it is read', async () => {
  const path = join(folder.path, 'app')
  execFileSync('truncate', ['-s', '300M', path])
  const digested = digestFile(path, new Set(['sha512']))
  await setTimeout(20)
  utimesSync(path, 1, 1)
  await expect(digested).rejects.toMatchObject({ code: 'FILE_CHANGED' })
})

it.each(['auto', 'sha384'] as const)('verifies what an RSA key signed, its hash being %s', async (hashAlgorithm) => {
  folder.sign(rsa, 'app', 'release', ['sig', 'base64', 'sigstore'])
  expect((await folder.verify(rsa, { hashAlgorithm })).verified).toEqual(['app'])
})

it('holds an RSA key to the hash that it was told', async () => {
  folder.sign(rsa, 'app', 'release', ['sig', 'sigstore'])
  expect((await folder.verify(rsa, { hashAlgorithm: 'sha256' })).problems).toEqual([
    expect.stringMatching(/app\.sig: is not a signature/u),
    expect.stringMatching(/app\.sigstore\.json: is made with sha384/u),
  ])
})
