import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { VerifyInputs } from '../../src/verify/inputs.ts'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { FORMATS, ReleaseFolder } from './release-folder.ts'
import { attestation, json, statement, subjectOf } from '../support/signature-makers.ts'

const sum = (name: string, content: string, hash = 'sha256') =>
  `${createHash(hash).update(content).digest('hex')}  ${name}\n`

let key: LocalKey
let folder: ReleaseFolder
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
})
beforeEach(() => {
  folder = new ReleaseFolder()
})
afterEach(() => {
  folder.remove()
})

const checksums = (change: Partial<VerifyInputs> = {}) =>
  folder.verify(key, { checksums: join(folder.path, 'SHA256SUMS'), ...change })
const provenance = (change: Partial<VerifyInputs> = {}) =>
  folder.verify(key, { provenance: '*.sigstore.json', ...change })

it('verifies files by a signed checksum file', async () => {
  folder.write('app', 'a')
  folder.write('lib', 'b')
  folder.sign(key, 'SHA256SUMS', sum('app', 'a') + sum('lib', 'b') + sum('not-here', 'c'), FORMATS)
  const { verified, proofs, problems } = await checksums()
  expect(problems).toEqual([])
  expect(verified).toEqual(['app', 'lib'])
  expect(proofs).toEqual(['checksums', 'checksums'])
})

it('names every file that the checksum file does not confirm', async () => {
  folder.write('app', 'changed')
  folder.write('lib', 'b')
  folder.write('new', 'c')
  folder.sign(key, 'SHA256SUMS', sum('app', 'a') + sum('lib', 'b'))
  const { verified, problems } = await checksums()
  expect(verified).toEqual(['lib'])
  expect(problems).toEqual([
    expect.stringMatching(/^CHECKSUM_MISMATCH app: is not the file/u),
    expect.stringMatching(/^CHECKSUM_MISMATCH new: is not listed/u),
  ])
})

it('verifies nothing by a checksum file whose signature is wrong, missing, or one of several', async () => {
  folder.write('app', 'a')
  folder.sign(localKey('ECDSA_NIST_P256_SHA_256'), 'SHA256SUMS', sum('app', 'a'))
  const wrong = await checksums()
  expect(wrong).toMatchObject({ verified: [], unverified: ['app'] })
  expect(wrong.problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID SHA256SUMS\.sig/u)])
  expect((await checksums({ formats: ['cms', 'openpgp'] })).problems).toEqual([
    'SIGNATURE_MISSING SHA256SUMS: has no signature file (cms, openpgp)',
  ])
  folder.sign(key, 'SHA256SUMS', sum('app', 'a'), ['sig', 'cms'])
  expect((await checksums()).verified).toEqual(['app'])
  folder.write('SHA256SUMS.p7s', 'x')
  expect(await checksums()).toMatchObject({ verified: [], problems: [expect.stringMatching(/SHA256SUMS\.p7s/u)] })
})

it.each([
  ['missing', 'none\u202e', /none\\u\{202e\} cannot be read: ENOENT/u],
  ['a folder', '.', / is not a regular file\.$/u],
  // Its size is said to be 0: as a file that grew meanwhile.
  ['growing', '/proc/self/status', / changed while it was read\.$/u],
])('says what to do about a checksum file that is %s', async (_, name, message) => {
  folder.sign(key, 'app', 'a')
  await expect(checksums({ checksums: resolve(folder.path, name) })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringMatching(message) as unknown,
    hint: expect.stringMatching(/input checksums names the file.*relative to the workspace/u) as unknown,
  })
})

it('leaves the checksum file out, whatever it is called', async () => {
  folder.write('dist/app', 'a')
  folder.sign(key, 'sums/app', sum('app', 'a'), FORMATS)
  const found = await checksums({ checksums: join(folder.path, 'sums/app') })
  expect(found).toMatchObject({ verified: ['app'], problems: [] })
  expect(folder.lines).toContain('Left out: sums/app (it proves other files)')
})

it('leaves its signatures out, wherever they are, where it is not among the files itself', async () => {
  folder.write('dist/app', 'a')
  folder.sign(key, 'sums/all', sum('app', 'a'), FORMATS)
  folder.sign(key, 'signatures/all', sum('app', 'a'), FORMATS)
  const given = { checksums: join(folder.path, 'sums/all'), files: 'dist\nsums/all.*\nsignatures/all.*' }
  const found = await checksums({ ...given, signaturesDir: join(folder.path, 'signatures') })
  expect(found).toMatchObject({ verified: ['app'], problems: [] })
})

it('takes a file for its name where it lies elsewhere than the checksum file', async () => {
  folder.write('dist/app', 'a')
  folder.sign(key, 'meta/SHA256SUMS', sum('app', 'a'))
  const found = await checksums({ files: 'dist', checksums: join(folder.path, 'meta/SHA256SUMS') })
  expect(found).toMatchObject({ verified: ['app'], problems: [] })
})

it('takes nothing apart that is not signed', async () => {
  folder.write('app', 'a')
  folder.sign(localKey('ECDSA_NIST_P256_SHA_256'), 'SHA256SUMS', 'hello')
  expect((await checksums()).problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID SHA256SUMS\.sig/u)])
})

it('checks the signature files that lie beside files all the same', async () => {
  folder.sign(key, 'app', 'a')
  folder.write('app.asc', 'x')
  folder.sign(key, 'SHA256SUMS', sum('app', 'a'))
  expect((await checksums()).problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID app\.asc/u)])
  expect((await checksums({ formats: ['sig'] })).problems).toEqual([
    expect.stringMatching(/^CHECKSUM_MISMATCH app\.asc: is not listed/u),
  ])
  expect((await checksums({ files: 'app', formats: ['sig'] })).proofs).toEqual(['sig,checksums'])
})

it('finds the signature of the checksum file beside it or in signatures-dir', async () => {
  folder.write('app', 'a')
  folder.sign(key, 'SHA256SUMS', sum('app', 'a'))
  const signaturesDir = join(folder.path, 'signatures')
  expect((await checksums({ files: 'app', signaturesDir })).verified).toEqual(['app'])
  mkdirSync(signaturesDir)
  renameSync(join(folder.path, 'SHA256SUMS.sig'), join(signaturesDir, 'SHA256SUMS.sig'))
  expect((await checksums({ files: 'app', signaturesDir })).verified).toEqual(['app'])
  expect((await checksums({ files: 'app' })).verified).toEqual([])
})

it.each([
  ['a name twice', sum('app', 'a') + sum('app', 'b')],
  ['a name twice with one digest', sum('app', 'a') + sum('app', 'a')],
  ['a broken line', `${sum('app', 'a')}hello\n`],
  ['a digest of another length', `abcd  app\n`],
])('refuses a signed checksum file with %s', async (_, content) => {
  folder.write('app', 'a')
  folder.sign(key, 'SHA256SUMS', content)
  await expect(checksums()).rejects.toMatchObject({ code: 'CHECKSUMS_INVALID' })
})

it.each([sum('../app', 'a'), sum('/app', 'a'), sum('./../x/app', 'a'), sum('dist/../app', 'a')])(
  'takes no file for %j',
  async (line) => {
    folder.write('app', 'a')
    folder.sign(key, 'SHA256SUMS', line)
    const codes = await checksums().then(
      ({ verified, problems }) => [...verified, ...problems].map((problem) => problem.split(' ')[0]),
      (error: unknown) => [(error as { code: string }).code],
    )
    expect(codes).toEqual([expect.stringMatching(/^(?:CHECKSUM_MISMATCH|CHECKSUMS_INVALID)$/u)])
  },
)

it('takes a file for its path below the checksum file before its base name', async () => {
  folder.write('linux/app', 'l')
  folder.write('windows/app', 'w')
  folder.sign(key, 'SHA256SUMS', sum('linux/app', 'l') + sum('windows/app', 'w'))
  expect((await checksums({ files: 'linux' })).verified).toEqual(['app'])
  folder.write('linux/app', 'w')
  expect((await checksums({ files: 'linux' })).problems).toEqual([
    expect.stringMatching(/^CHECKSUM_MISMATCH linux.app/u),
  ])
})

it("takes another hash than the key's in a checksum file", async () => {
  folder.write('app', 'a')
  folder.sign(key, 'SHA256SUMS', sum('app', 'a', 'sha512'))
  expect((await checksums()).verified).toEqual(['app'])
})

it('verifies files by signed statements', async () => {
  folder.write('app', 'a')
  folder.write('lib', 'b')
  folder.write('provenance.sigstore.json', json(attestation(key, statement([subjectOf('app', Buffer.from('a'))]))))
  folder.write('build.sigstore.json', json(attestation(key, statement([subjectOf('lib', Buffer.from('b'), 'sha512')]))))
  const { verified, proofs } = await provenance()
  expect(verified).toEqual(['app', 'lib'])
  expect(proofs).toEqual(['provenance', 'provenance'])
})

it('names every file that no statement confirms', async () => {
  folder.write('app', 'changed')
  folder.write('lib', 'b')
  folder.write('weak', 'c')
  const subjects = [subjectOf('app', Buffer.from('a')), subjectOf('weak', Buffer.from('c'), 'sha1')]
  folder.write('provenance.sigstore.json', json(attestation(key, statement(subjects))))
  expect((await provenance()).problems).toEqual([
    expect.stringMatching(/^CHECKSUM_MISMATCH app: is not the file/u),
    expect.stringMatching(/^CHECKSUM_MISMATCH lib: is named in no statement/u),
    expect.stringMatching(/^CHECKSUM_MISMATCH weak: is not the file/u),
  ])
})

it('takes no file of which a statement has one right and one wrong digest', async () => {
  folder.write('app', 'a')
  const subject = { name: 'app', digest: { ...subjectOf('app', Buffer.from('a')).digest, sha512: 'ab' } }
  folder.write('provenance.sigstore.json', json(attestation(key, statement([subject]))))
  expect((await provenance()).verified).toEqual([])
})

it('fails with one wrong statement among right ones, and says which', async () => {
  folder.write('app', 'a')
  const right = attestation(key, statement([subjectOf('app', Buffer.from('a'))]))
  folder.write('provenance.sigstore.json', json(right))
  folder.write('other.sigstore.json', json({ ...right, mediaType: 'x' }))
  const { problems } = await provenance()
  expect(problems).toEqual([
    expect.stringMatching(/^SIGNATURE_INVALID other\.sigstore\.json: is not a Sigstore bundle/u),
  ])
})

it('tells of a wrong statement once, and of what the right ones say all the same', async () => {
  folder.write('app', 'changed')
  folder.write('lib', 'b')
  folder.write('other.sigstore.json', 'x')
  const wrong = expect.stringMatching(/^SIGNATURE_INVALID other\.sigstore\.json/u)
  expect(await provenance()).toMatchObject({ verified: [], unverified: ['app', 'lib'], problems: [wrong] })
  folder.write('provenance.sigstore.json', json(attestation(key, statement([subjectOf('app', Buffer.from('a'))]))))
  expect(await provenance()).toMatchObject({
    unverified: ['app', 'lib'],
    problems: [wrong, expect.stringMatching(/^CHECKSUM_MISMATCH app: is not the file/u)],
  })
})

it('tells of wrong statements in the order of their paths', async () => {
  folder.write('app', 'a')
  const names = ['e', 'b', 'd', 'a', 'c'].map((name) => `${name}.sigstore.json`)
  for (const name of names) folder.write(name, 'x')
  const { verdict } = await provenance({ files: 'app' })
  expect(verdict.problems.map(({ path }) => path)).toEqual(names.toSorted().map((name) => join(folder.path, name)))
})

it('fails where no statement is', async () => {
  folder.sign(key, 'app', 'a')
  await expect(provenance()).rejects.toMatchObject({ code: 'NO_FILES' })
})

it('asks for both when both are given', async () => {
  folder.write('app', 'a')
  folder.sign(key, 'SHA256SUMS', sum('app', 'a'))
  folder.write('provenance.sigstore.json', json(attestation(key, statement([]))))
  const { verified, problems } = await checksums({ provenance: '*.sigstore.json' })
  expect(verified).toEqual([])
  expect(problems).toEqual([expect.stringMatching(/^CHECKSUM_MISMATCH app: is named in no statement/u)])
})

it('takes every checksum file but that of `checksums` for a file to verify', async () => {
  folder.sign(key, 'app', 'a')
  folder.write('SHA512SUMS', 'nothing')
  expect((await folder.verify(key)).unverified).toEqual(['SHA512SUMS'])
  folder.sign(key, 'SHA256SUMS', sum('app', 'a'))
  expect(await checksums()).toMatchObject({ verified: ['app'], unverified: ['SHA512SUMS'] })
  expect(await checksums({ files: '*\n!SHA512SUMS' })).toMatchObject({ verified: ['app'], unverified: [] })
})

it.each([
  ['a comment', (sums: string) => `# Third-party notices\n#\n${sums}`],
  ['a blank line', (sums: string) => `${sums}\n`],
  ['a blank line first', (sums: string) => `\n${sums}`],
  ['a line of CRLF alone', (sums: string) => `${sums}\r\n`],
  ['a byte order mark', (sums: string) => `\ufeff${sums}`],
])('takes no signed text with %s for a checksum file', async (_, text) => {
  folder.write('app', 'a')
  folder.sign(key, 'SHA256SUMS', text(sum('app', 'a')))
  await expect(checksums()).rejects.toMatchObject({ code: 'CHECKSUMS_INVALID' })
})

it.each([sum('app', 'a').replace('\n', '\r\n'), sum('app', 'a').trimEnd()])(
  'takes a checksum file that is %j',
  async (text) => {
    folder.write('app', 'a')
    folder.sign(key, 'SHA256SUMS', text)
    expect((await checksums()).verified).toEqual(['app'])
  },
)

it('takes no listed name for a path of which another listed name is more', async () => {
  folder.write('site/admin/index.html', 'start')
  folder.sign(key, 'sums/SHA256SUMS', sum('index.html', 'start') + sum('admin/index.html', 'admin'))
  const given = { files: 'site/**', checksums: join(folder.path, 'sums/SHA256SUMS') }
  expect((await checksums(given)).problems).toEqual([expect.stringMatching(/^CHECKSUM_MISMATCH .*: is not the file/u)])
})

it('takes a bare name in a list of paths for a file of the top folder alone', async () => {
  folder.write('site/other/index.html', 'start')
  folder.sign(key, 'sums/SHA256SUMS', sum('index.html', 'start') + sum('admin/login.html', 'admin'))
  const given = { files: 'site/**', checksums: join(folder.path, 'sums/SHA256SUMS') }
  expect((await checksums(given)).problems).toEqual([expect.stringMatching(/^CHECKSUM_MISMATCH .*: is not listed/u)])
  folder.write('site/index.html', 'start')
  expect((await checksums(given)).verified).toEqual(['index.html'])
  // A pattern's own folder is the top of what it takes.
  expect((await checksums({ ...given, files: 'site/other/*' })).verified).toEqual(['index.html'])
})

it('ties paths to names also where a link leads to the workspace, and the patterns begin at the link', async () => {
  const link = `${folder.path}-link`
  symlinkSync(folder.path, link)
  folder.write('site/admin/index.html', 'start')
  folder.sign(key, 'sums/SHA256SUMS', sum('index.html', 'start') + sum('other/login.html', 'other'))
  const given = { files: join(link, 'site/**'), checksums: join(folder.path, 'sums/SHA256SUMS') }
  const moved = await checksums(given)
  folder.write('site/index.html', 'start')
  const whole = await checksums(given)
  rmSync(link)
  expect(moved.problems).toEqual([expect.stringMatching(/^CHECKSUM_MISMATCH .*: is not listed/u)])
  expect(whole.verified).toEqual(['index.html'])
})

it('takes a checksum file and signatures-dir by whatever way they are named', async () => {
  const link = `${folder.path}-link`
  symlinkSync(folder.path, link)
  folder.write('site/admin/index.html', 'start')
  folder.sign(key, 'site/SHA256SUMS', sum('admin/index.html', 'start') + sum('index.html', 'other'))
  renameSync(join(folder.path, 'site/SHA256SUMS.sig'), join(folder.path, 'SHA256SUMS.sig'))
  const found = await checksums({ checksums: join(link, 'site/SHA256SUMS'), signaturesDir: link })
  rmSync(link)
  expect(found).toMatchObject({
    verified: ['index.html'],
    problems: [],
    leftOut: ['SHA256SUMS.sig', 'site/SHA256SUMS'],
  })
})

it('takes the names of a list without paths in any folder', async () => {
  folder.write('dist/linux/app', 'a')
  folder.write('dist/windows/app.exe', 'b')
  folder.sign(key, 'dist/SHA256SUMS', sum('app', 'a') + sum('app.exe', 'b'))
  const given = { files: 'dist/**', checksums: join(folder.path, 'dist/SHA256SUMS') }
  expect((await checksums(given)).verified).toEqual(['app', 'app.exe'])
})

it('takes no file of which a statement says two things', async () => {
  folder.write('app', 'a')
  const subjects = ['a', 'b'].map((content) => subjectOf('app', Buffer.from(content)))
  folder.write('provenance.sigstore.json', json(attestation(key, statement(subjects))))
  expect((await provenance()).problems).toEqual([
    expect.stringMatching(/^CHECKSUM_MISMATCH app: is named with two different digests in provenance\.sigstore\.json/u),
  ])
  const twice = [subjects[0], subjectOf('app', Buffer.from('a'), 'sha512'), subjects[0]]
  folder.write('provenance.sigstore.json', json(attestation(key, statement(twice))))
  expect((await provenance()).verified).toEqual(['app'])
})

it.each(['checksums', 'provenance'] as const)(
  'takes what %s names for a release file, whatever it is called',
  async (by) => {
    const sbomOf = (content: string) => json(attestation(key, statement([subjectOf('app', Buffer.from(content))])))
    const [now, before] = [sbomOf('a'), sbomOf('b')]
    folder.write('sbom.sigstore.json', before)
    folder.sign(key, 'SHA256SUMS', sum('sbom.sigstore.json', now.toString()))
    folder.write('provenance.sigstore.json', json(attestation(key, statement([subjectOf('sbom.sigstore.json', now)]))))
    const files = 'sbom*'
    const verify = () =>
      by === 'checksums' ? checksums({ files }) : provenance({ files, provenance: 'provenance.sigstore.json' })
    expect((await verify()).problems).toEqual([expect.stringMatching(/^CHECKSUM_MISMATCH sbom\.sigstore\.json/u)])
    folder.write('sbom.sigstore.json', now)
    expect(await verify()).toMatchObject({ verified: ['sbom.sigstore.json'], problems: [], leftOut: [] })
  },
)
