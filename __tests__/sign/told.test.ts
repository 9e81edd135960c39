/** What a run tells of itself: outputs, log, summary, and what its failure means. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ActionError, messageOf } from '../../src/base/errors.ts'
import type { ProgressState } from '../../src/base/front.ts'
import { run as verifyRun } from '../../src/verify/main.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import { collectingFront } from '../support/collecting-front.ts'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'dist/a.bin': 'content of a', 'dist/b.bin': 'content of b' }))

const FILES = { files: 'dist/*.bin' }
const SBOM = '{"bomFormat":"CycloneDX","specVersion":"1.6"}'
const lines = (text: string | undefined): readonly string[] => (text ?? '').split('\n')
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const below = (...names: readonly string[]): readonly string[] => names.map((name) => `dist/${name}`)

describe('a run that signs', () => {
  it('names all that it wrote', async () => {
    await writeFile(scene.workspace.at('sbom.json'), SBOM)
    const given = { formats: 'sig, cms', sign: 'files, checksums, provenance', 'sbom-path': 'sbom.json' }
    const front = await scene.sign({ ...FILES, ...given })
    const { outputs, log } = front
    const written = below(
      ...['a.bin.sig', 'a.bin.p7s', 'b.bin.sig', 'b.bin.p7s', 'SHA256SUMS', 'SHA256SUMS.sig', 'SHA256SUMS.p7s'],
      ...['provenance.sigstore.json', 'sbom.sigstore.json'],
      ...['kms-public-key.pem', 'kms-certificate.pem', 'signatures.json'],
    )
    expect(lines(outputs['files'])).toEqual(written)
    expect(Object.keys(await scene.workspace.snapshot()).sort()).toEqual(
      ['dist', 'sbom.json', 'dist/a.bin', 'dist/b.bin', ...written].sort(),
    )
    const base64 = async (name: string): Promise<string> =>
      (await readFile(scene.workspace.at(name))).toString('base64')
    expect(JSON.parse(outputs['signatures'] ?? '')).toEqual({
      'a.bin': await base64('dist/a.bin.sig'),
      'b.bin': await base64('dist/b.bin.sig'),
      SHA256SUMS: await base64('dist/SHA256SUMS.sig'),
    })
    expect(outputs).toMatchObject({
      'signed-count': '2',
      'manifest-path': 'dist/signatures.json',
      'checksums-path': 'dist/SHA256SUMS',
      'provenance-paths': 'dist/provenance.sigstore.json',
      'attestation-paths': 'dist/sbom.sigstore.json',
      'public-key-path': 'dist/kms-public-key.pem',
      'public-key-fingerprint': expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
      algorithm: 'ECDSA_NIST_P256_SHA_256',
      'verification-notes': expect.stringContaining('cosign verify-blob-attestation'),
    })
    expect(front.headings).toEqual(['Find the files', 'Sign'])
    expect(log.lines).toContain('Found 2 files, 24 B.')
    // Both formats of each file and of the checksum file, two statements, and the certificate.
    expect(log.lines).toContain(
      'Signed 2 files with 11 KMS calls: 9 SignHash, 1 GetPublicKey, 1 Key.Get. Wrote 12 files.',
    )
    expect(log.warnings).toEqual([])
    expect(front.summaries).toHaveLength(1)
    expect(front.summaries[0]).toMatch(/^## 2 files signed with Yandex Cloud KMS\n/u)
    expect(front.summaries[0]).toContain(outputs['verification-notes'])
    expect(outputs['verification-notes']).toContain('https://cyclonedx.org/bom')
    expect(outputs['verification-notes']).toContain('https://github.com/acme/widget/actions/runs/4242')
    expect(outputs['image-signatures']).toBeUndefined()
  })

  it('lists in the manifest size, digest and signature of each file', async () => {
    const { outputs } = await scene.sign({ ...FILES, sign: 'files, checksums' })
    const manifest = JSON.parse(await readFile(scene.workspace.at('dist/signatures.json'), 'utf8')) as object
    const sums = `${sha256('content of a')}  a.bin\n${sha256('content of b')}  b.bin\n`
    expect(await readFile(scene.workspace.at('dist/SHA256SUMS'), 'utf8')).toBe(sums)
    const { SHA256SUMS, ...signatures } = JSON.parse(outputs['signatures'] ?? '') as Record<string, string>
    const entry = (name: string, content: string, signature: string | undefined, files: readonly string[]): object => ({
      name,
      path: `dist/${name}`,
      size: content.length,
      digest: `sha256:${sha256(content)}`,
      signature,
      files,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
    })
    expect(manifest).toMatchObject({
      files: [
        entry('a.bin', 'content of a', signatures['a.bin'], below('a.bin.sig')),
        entry('b.bin', 'content of b', signatures['b.bin'], below('b.bin.sig')),
      ],
      checksums: entry('SHA256SUMS', sums, SHA256SUMS, below('SHA256SUMS', 'SHA256SUMS.sig')),
      provenance: [],
      attestations: [],
      runFiles: below('kms-public-key.pem', 'signatures.json'),
    })
  })

  it('of checksums alone leaves the files without signatures of their own', async () => {
    const { outputs } = await scene.sign({ ...FILES, sign: 'checksums', formats: 'sig, sshsig' })
    expect(lines(outputs['files'])).toEqual(
      below(
        'SHA256SUMS',
        'SHA256SUMS.sig',
        'SHA256SUMS.sshsig',
        'kms-public-key.pem',
        'kms-allowed-signers',
        'signatures.json',
      ),
    )
    expect(Object.keys(JSON.parse(outputs['signatures'] ?? '') as object)).toEqual(['SHA256SUMS'])
    expect(outputs['signed-count']).toBe('2')
    const { files } = JSON.parse(await readFile(scene.workspace.at('dist/signatures.json'), 'utf8')) as {
      files: readonly object[]
    }
    expect(files).toEqual([
      expect.objectContaining({ name: 'a.bin', signature: null, requestId: null, files: [] }),
      expect.objectContaining({ name: 'b.bin', signature: null, requestId: null, files: [] }),
    ])
    expect(scene.count('SignHash')).toBe(2)
  })

  it.each<readonly [Algorithm, string]>([
    ['ECDSA_NIST_P256_SHA_256', 'sig, sigstore, sshsig, openpgp, cms, openpgp-clear'],
    ['ECDSA_NIST_P384_SHA_384', 'base64, sshsig, openpgp, openpgp-clear'],
  ])('signs files and checksum file in each format so that verify takes them: %s, %s', async (algorithm, formats) => {
    const key = scene.emulator.keys[algorithm]
    const sums = algorithm.endsWith('256') ? 'SHA256SUMS' : 'SHA384SUMS'
    await scene.sign({ ...FILES, 'key-id': key.id, sign: 'files, checksums', formats })
    const verify = async (inputs: Readonly<Record<string, string>>): Promise<string | undefined> => {
      const front = collectingFront()
      const given = { 'public-key': await key.publicKeyPem(), files: 'dist/*.bin', ...inputs }
      const asRunner = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
      await verifyRun({ ...(Object.fromEntries(asRunner) as object), GITHUB_WORKSPACE: scene.workspace.path }, front)
      return front.outputs['verified-count']
    }
    for (const format of formats.split(', ')) {
      expect([format, await verify({ formats: format })]).toEqual([format, '2'])
      expect([format, await verify({ formats: format, checksums: `dist/${sums}` })]).toEqual([format, '2'])
    }
    await writeFile(
      scene.workspace.at(`dist/${sums}`),
      (await readFile(scene.workspace.at(`dist/${sums}`), 'utf8')).trim(),
    )
    await expect(verify({ checksums: `dist/${sums}`, formats: 'sshsig' })).rejects.toMatchObject({
      code: 'SIGNATURE_INVALID',
    })
  })

  it('needs to know nothing of a workflow', async () => {
    const none = {
      GITHUB_REPOSITORY: undefined,
      GITHUB_RUN_ID: undefined,
      GITHUB_REF: undefined,
      GITHUB_SHA: undefined,
    }
    await writeFile(scene.workspace.at('sbom.json'), SBOM)
    const { outputs } = await scene.sign({ ...FILES, sign: 'files, checksums', 'sbom-path': 'sbom.json' }, none)
    expect(outputs['attestation-paths']).toBe('dist/sbom.sigstore.json')
    expect(outputs['verification-notes']).not.toContain('the run that signed')
  })

  it('of statements alone has no signature of a file', async () => {
    const { outputs } = await scene.sign({ ...FILES, sign: 'provenance' })
    expect(outputs).toMatchObject({ signatures: '{}', 'checksums-path': '', 'attestation-paths': '' })
    expect(scene.count('SignHash')).toBe(1)
  })

  it.each([
    ['nothing', true],
    ['the fingerprint', false],
    ['the key', false],
  ])('gives the line that pins the key where %s is pinned: %j', async (what, told) => {
    const key = scene.emulator.keys.ECDSA_NIST_P256_SHA_256
    const first = await scene.sign({ ...FILES, overwrite: 'true' })
    const fingerprint = first.outputs['public-key-fingerprint'] ?? ''
    const pin = { nothing: '', 'the fingerprint': fingerprint, 'the key': await key.publicKeyPem() }[what] ?? ''
    const front = await scene.sign({ ...FILES, 'public-key': pin, overwrite: 'true' })
    const notice = `To have a run stop when KMS signs with any other key, set \`public-key: ${fingerprint}\`.`
    expect(front.log.lines.includes(notice)).toBe(told)
  })

  it('warns of names that actions which take patterns would misread', async () => {
    const odd = ['a,b', 'a[1]', '{c}', '!d', ' e', 'f ', '#g', 'h*', 'i?', 'j\\k']
    for (const name of odd) await writeFile(scene.workspace.at(name), name)
    const front = await scene.sign({ files: '*\n*/a.bin', 'output-dir': 'out' })
    const [warning = '', ...others] = front.log.warnings
    expect(others).toEqual([])
    expect(warning).toMatch(
      /^The output files has 7 paths that an action which takes patterns would misread, such as /u,
    )
    for (const name of ['a,b', 'a[1]', '{c}', '!d', 'h*', 'i?']) expect(warning).toContain(`"out/${name}.sig"`)
    expect(warning).toContain('Use release-assets, or name the files without')
    const plain = await scene.sign({ ...FILES, overwrite: 'true' })
    expect(plain.log.warnings).toEqual([])
  })

  it('names 20 of the names that would be misread', async () => {
    for (let i = 0; i < 21; i += 1) await writeFile(scene.workspace.at(`dist/,${i}`), String(i))
    const [warning = ''] = (await scene.sign({ files: 'dist/,*' })).log.warnings
    expect(warning).toContain('has 21 paths')
    expect(warning.match(/"dist\/,\d+\.sig"/gu)).toHaveLength(20)
  })

  it('names the files in the log where nobody takes the outputs', async () => {
    const setOutput = (): void => {
      throw new ActionError('OUTPUT_FAILED', 'The output cannot be written.')
    }
    const run = scene.sign(FILES, {}, { setOutput })
    await expect(run).rejects.toMatchObject({ code: 'OUTPUT_FAILED' })
    await expect(run).rejects.toThrow('The files are signed and in place')
    const { lines: said } = scene.front().log
    const at = said.indexOf('These files are signed and in place:')
    expect(said.slice(at + 1)).toEqual(
      below('a.bin.sig', 'b.bin.sig', 'kms-public-key.pem', 'signatures.json').map((path) => `  ${path}`),
    )
    expect(scene.front().summaries[0]).toMatch(/^## 2 files signed.*\n\n\*\*The signatures are made/u)
  })

  it('says of each output that is too long where the same is to be found', async () => {
    const instead: Record<string, string | undefined> = {}
    scene.emulator.github.addRelease('v1.2.3')
    const given = { 'release-assets': 'true', images: scene.image() }
    const setOutput = (name: string, _: string, where?: string): void => void (instead[name] = where)
    await scene.sign({ ...FILES, ...given }, {}, { setOutput })
    expect(instead).toMatchObject({
      files: 'Read it from the file in manifest-path.',
      signatures: 'Read it from the file in manifest-path.',
      'release-asset-urls': 'Read them from the release.',
      'image-signatures': 'Read the digests from the log.',
    })
  })

  it('shows how far it has come', async () => {
    const shown: (ProgressState | undefined)[] = []
    scene.emulator.setLatency('kms.SignHash', 40)
    const slowly = { ...FILES, 'max-concurrency': '1' }
    await scene.sign(slowly, {}, { progress: { everyMs: 2, show: (state) => shown.push(state) } })
    expect(shown.at(-1)).toBeUndefined()
    const states = shown.slice(0, -1)
    expect(states).toContainEqual({
      text: 'Hashed 2 of 2 files (24 B), signed 0 of 2.',
      done: 0,
      total: 2,
    })
    expect(states).toContainEqual(expect.objectContaining({ done: 1, total: 2 }))
    const count = shown.length
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(shown).toHaveLength(count)
  })
})

describe('a run that fails', () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    ['inputs', { formats: 'jws' }, 'INVALID_INPUT', 'Nothing was requested, signed or written.'],
    ['files', { files: 'none/*' }, 'NO_FILES', 'Nothing was requested, signed or written.'],
    ['the key', { 'key-id': 'abjnobodyhasthis0000' }, 'KEY_NOT_FOUND', 'Nothing was signed, written or uploaded.'],
    ['a signature', {}, 'SIGNATURE_INVALID', 'Nothing was written or uploaded; signatures that were made by then are'],
  ])('at %s says what that means, and where its code is explained', async (_, inputs, code, meaning) => {
    scene.emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'other-digest' })
    const action = { GITHUB_ACTION_REPOSITORY: 'acme/sign', GITHUB_ACTION_REF: 'v1' }
    const run = scene.sign({ ...FILES, ...inputs }, action)
    await expect(run).rejects.toMatchObject({ code })
    await expect(run).rejects.toThrow(meaning)
    const [summary = ''] = scene.front().summaries
    expect(summary).toMatch(new RegExp(`^## Nothing was signed: ${code}\n`, 'u'))
    expect(summary.replaceAll('\n', ' ')).toContain(meaning)
    expect(summary).toContain(`https://github.com/acme/sign/blob/v1/docs/troubleshooting.md#${code.toLowerCase()}`)
    expect(scene.front().outputs).toEqual({})
  })

  it('names paths as they lie in the workspace', async () => {
    await writeFile(scene.workspace.at('out'), 'a file, where a folder has to be')
    const message = await scene.sign({ ...FILES, 'output-dir': 'out' }).catch((error: unknown) => messageOf(error))
    expect(message).toMatch(/^out cannot be written: .* Nothing was requested/u)
    expect(message).not.toContain(scene.workspace.path)
  })

  it('by time says so, and lets go of the process’s signals', async () => {
    const before = process.listenerCount('SIGTERM')
    scene.emulator.setFault({ service: 'kms', call: 'GetPublicKey', kind: 'black-hole' })
    const run = scene.sign({ ...FILES, 'timeout-minutes': '0.005' })
    await expect(run).rejects.toMatchObject({ code: 'TIMED_OUT' })
    await expect(run).rejects.toThrow(
      /^The step was not done after 0\.01 minutes\. It was waiting for Yandex KMS: .*GET/u,
    )
    expect(process.listenerCount('SIGTERM')).toBe(before)
    expect(Object.keys(await scene.workspace.snapshot())).toEqual(['dist', 'dist/a.bin', 'dist/b.bin'])
  })
})

it('a run without files has outputs that say so, and asks nobody', async () => {
  const front = await scene.sign({ files: 'none/*', 'if-no-files-found': 'ignore' })
  expect(front.outputs).toEqual({ files: '', 'signed-count': '0', signatures: '{}' })
  expect(front.summaries).toEqual([expect.stringMatching(/^## No files found, and nothing signed/u)])
  expect(front.headings).toEqual(['Find the files'])
  expect(scene.emulator.requests).toEqual([])
})

describe('the workflow artifact', () => {
  // The client that it is uploaded by reads the environment of the process, and prints to its standard output.
  const saved = { ...process.env }
  beforeEach(() => {
    Object.assign(process.env, scene.emulator.env)
    jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  })
  afterEach(() => {
    jest.restoreAllMocks()
    process.env = { ...saved }
  })

  it('takes all that was written, by paths from their common folder', async () => {
    const front = await scene.sign({ ...FILES, 'upload-artifact': 'auto', 'artifact-name': 'mine' })
    const stored = scene.emulator.artifacts.find('mine')
    const { id = 0, content = Buffer.alloc(0) } = stored ?? {}
    for (const name of ['a.bin.sig', 'b.bin.sig', 'kms-public-key.pem', 'signatures.json']) {
      expect([name, content.includes(name)]).toEqual([name, true])
      expect(content.includes(`dist/${name}`)).toBe(false)
    }
    const url = `https://github.com/acme/widget/actions/runs/4242/artifacts/${id}`
    expect(front.outputs).toMatchObject({
      'artifact-id': String(id),
      'artifact-url': url,
      'artifact-digest': sha256(content),
    })
    expect(front.headings).toEqual(['Find the files', 'Sign', 'Upload the artifact'])
    expect(front.log.lines).toContain(`Uploaded 4 files as the artifact mine: ${url}`)
    expect(front.summaries[0]).toContain(`- Workflow artifact: [mine](<${url}>), 4 files`)
  })

  it('that is not taken leaves the files in place, named by the outputs', async () => {
    scene.emulator.setFault({ service: 'artifacts', call: 'CreateArtifact', kind: 'status', status: 403 })
    const release = scene.emulator.github.addRelease('v1.2.3')
    const run = scene.sign({ ...FILES, 'upload-artifact': 'true', 'release-assets': 'true' })
    await expect(run).rejects.toMatchObject({ code: 'ARTIFACT_UPLOAD_FAILED' })
    await expect(run).rejects.toThrow('The files are signed and in place.')
    expect(scene.front().outputs).toMatchObject({ 'signed-count': '2' })
    expect(release.assets).toEqual([])
  })

  it('has a notice where nobody takes one', async () => {
    const front = await scene.sign({ ...FILES, 'upload-artifact': 'auto' }, { ACTIONS_RESULTS_URL: undefined })
    const [notice = '', ...others] = front.log.lines.filter((line) => line.startsWith('No workflow artifact was'))
    expect(others).toEqual([])
    expect(notice).toMatch(
      /there is no artifact service here \(.* other systems, have none that this action can use\)/u,
    )
    expect(notice).toContain('Everything that was written is in the workspace, and the output files names it.')
    expect(notice).toMatch(/`upload-artifact: false` says that this is meant\.$/u)
    expect(front.headings).toEqual(['Find the files', 'Sign'])
    const meant = await scene.sign({ ...FILES, overwrite: 'true' }, { ACTIONS_RESULTS_URL: undefined })
    expect(meant.log.lines.join('\n')).not.toContain('No workflow artifact')
  })
})
