/** Names that want to be commands, markup or shell, through both bundles with debug logs on. */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { expectFailure, expectSuccess, runBundle, sign, type Workspace, workspaceWith } from './bundle.ts'

const NAMES = [
  '::error::pwned',
  ' ::error::pwned',
  '\u0085::error::pwned',
  '::set-output name=pwned::x',
  '::stop-commands::pwned',
  '%0A::error::pwned',
  '%25%0D%0A::warning::pwned',
  '##[error]pwned',
  'x ##[set-env name=PWNED]y',
  'a|b | c',
  '`code` ``',
  '```',
  '<img src=x onerror=alert(1)>',
  '<!-- comment',
  '<details>',
  '&amp; &lt;b&gt;',
  '[link](javascript:alert(1))',
  '![image](x)',
  '@octocat #1',
  '**bold** _it_ ~~x~~',
  'photo\u202egnp.exe',
  'two\u2028lines\u2029',
  'bell\u0007 esc\u001b[31mred',
  'zero\u200bwidth\ufeff',
  '-rf',
  '--help',
  "it's",
  '"double"',
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned #',
  '${IFS}&&touch pwned',
  '*?[a]{b,c}~!x',
  '\\n\\',
  'trailing ',
  '\t tab',
  '__proto__',
  'constructor',
  'имя-файла',
  'x'.repeat(241),
]
/** What the runner may be told by a run that succeeds. */
const ALLOWED = ['add-mask', 'debug', 'endgroup', 'group', 'notice', 'warning']
const INVISIBLE = /(?![\n\t ])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const DEBUG = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' }
const FORMATS = 'sig base64 sigstore sshsig openpgp cms'

let emulator: Emulator
let workspace: Workspace
let signed: RunResult
let verified: RunResult
beforeAll(async () => {
  emulator = await startEmulator()
  workspace = await workspaceWith(Object.fromEntries(NAMES.map((name, index) => [join('dist', name), `${index}\n`])))
  const inputs = {
    files: 'dist',
    formats: FORMATS,
    sign: 'files checksums provenance',
    'output-dir': 'out',
    'upload-artifact': 'false',
  }
  signed = await sign(emulator, workspace, { inputs, env: DEBUG })
  verified = await runBundle('verify', emulator, workspace, {
    env: DEBUG,
    inputs: {
      'public-key': 'out/kms-public-key.pem',
      files: 'dist',
      'signatures-dir': 'out',
      checksums: 'out/SHA256SUMS',
      provenance: 'out/provenance.sigstore.json',
    },
  })
}, 60_000)
afterAll(async () => {
  await workspace.remove()
  await emulator.close()
})

it('signs and verifies each under its name', () => {
  expectSuccess(signed)
  expectSuccess(verified)
  expect(Object.keys(JSON.parse(signed.outputs['signatures'] ?? '') as object).toSorted()).toEqual(
    [...NAMES, 'SHA256SUMS'].toSorted(),
  )
  expect(verified.outputs['verified-count']).toBe(String(NAMES.length))
})

describe.each([
  ['sign', () => signed],
  ['verify', () => verified],
] as const)('what %s shows', (_, run) => {
  it('gives the runner no command by a name', () => {
    const { commands, annotations, stderr, state } = run()
    expect(commands.filter(({ name }) => !ALLOWED.includes(name))).toEqual([])
    expect(commands.filter(({ data }) => data.startsWith('pwned') || data.startsWith('error'))).toEqual([])
    expect(annotations.filter(({ title }) => title !== undefined)).toEqual([])
    expect(Object.keys(run().outputs)).not.toContain('pwned')
    expect([stderr, state]).toEqual(['', {}])
  })

  it('holds no character that cannot be seen', () => {
    expect(INVISIBLE.exec(run().stdout.replaceAll('\r\n', '\n'))).toBeNull()
    expect(INVISIBLE.exec(run().summary)).toBeNull()
  })

  it('has names in the summary only as code', () => {
    const rows = run()
      .summary.split('\n')
      .filter((line) => line.startsWith('|'))
    const cells = new Set(rows.map((row) => row.split('|').length))
    for (const count of cells) expect([4, 5, 6]).toContain(count)
    const visible = run()
      .summary.replaceAll(/^```(?:sh|text)\n.*?\n```$/gmsu, '')
      .replaceAll(/(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)/gu, '')
      // Digests, in letters of one width.
      .replaceAll(/<samp>[0-9a-f]+<\/samp>/gu, '')
      // The fold around a long table, which holds numbers and words of ours alone.
      .replaceAll(/^<details><summary>\d+ [a-z ]+<\/summary>$|^<\/details>$/gmu, '')
    expect(visible).not.toMatch(/pwned|<|!\[|javascript|@octocat|\*\*bold|&amp;|touch/u)
  })
})

describe('the release that a recipient has', () => {
  const folder = () => workspace.at('release')
  beforeAll(async () => {
    await mkdir(folder())
    for (const name of NAMES) await copyFile(workspace.at(join('dist', name)), join(folder(), name))
    for (const name of await readdir(workspace.at('out')))
      await copyFile(workspace.at(join('out', name)), join(folder(), name))
  })

  it('is verified by sha256sum', () => {
    const { status, stdout, stderr } = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], {
      cwd: folder(),
      encoding: 'latin1',
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.match(/: OK$/gmu)).toHaveLength(NAMES.length)
  })

  it('is verified by the notes’ loop over all files, and nothing else happens', async () => {
    const before = await readdir(folder())
    const notes = signed.outputs['verification-notes'] ?? ''
    const blocks = Array.from(notes.matchAll(/```sh\n(.*?)\n```/gsu), ([, block = '']) => block)
    const loop = blocks.find((block) => block.startsWith('files() {')) ?? 'false'
    const { stdout, status } = spawnSync('sh', ['-c', loop], { cwd: folder(), encoding: 'utf8' })
    expect([status, stdout.match(/Verified OK/gu)?.length]).toEqual([0, NAMES.length + 1])
    const file = blocks.find((block) => block.startsWith('FILE=')) ?? ''
    for (const block of blocks.filter((block) => /^(?:openssl|ssh-keygen|gpgv) /u.test(block)))
      expect([block, spawnSync('sh', ['-euc', `${file}\n${block}`], { cwd: folder() }).status]).toEqual([block, 0])
    expect(await readdir(folder())).toEqual(before)
  })
})

describe('a name that cannot be signed', () => {
  it.each<[string, Buffer, string, Readonly<Record<string, string>>?]>([
    ['that is not UTF-8', Buffer.from('caf\xe9::error::pwned', 'latin1'), 'FILE_UNREADABLE'],
    ['with a line break', Buffer.from('a\n::error::pwned'), 'INVALID_INPUT|FILE_UNREADABLE'],
    ['so long that its signature file’s would be too long', Buffer.from('x'.repeat(252)), 'WRITE_FAILED'],
    ['so long, for a folder to be made', Buffer.from('ж'.repeat(126)), 'WRITE_FAILED', { 'output-dir': 'new/folder' }],
  ])('%s stops the run before the first request', async (_, name, codes, more = {}) => {
    const other = await workspaceWith({ 'dist/a.bin': 'a' })
    await writeFile(Buffer.concat([Buffer.from(`${other.path}/dist/`), name]), 'content')
    const before = await readdir(join(other.path, 'dist'), { encoding: 'buffer' })
    const requests = emulator.requests.length
    const run = await sign(emulator, other, { inputs: { files: 'dist/*', ...more }, env: DEBUG })
    expect(emulator.requests.slice(requests)).toEqual([])
    const code = run.annotations.find(({ level }) => level === 'error')?.title ?? 'none'
    expect(codes.split('|')).toContain(code)
    expectFailure({ ...run, stdout: '' }, code) // debug logs hold a stack
    expect(run.commands.filter(({ data }) => data.startsWith('pwned'))).toEqual([])
    expect(await readdir(join(other.path, 'dist'), { encoding: 'buffer' })).toEqual(before)
    await other.remove()
  })
})

it('says of a changed file what it is, not what its name wants', async () => {
  for (const name of NAMES) await writeFile(workspace.at(join('dist', name)), 'changed')
  const inputs = { 'public-key': 'out/kms-public-key.pem', files: 'dist', 'signatures-dir': 'out' }
  const run = await runBundle('verify', emulator, workspace, { inputs })
  expectFailure(run, 'SIGNATURE_INVALID')
  expect(run.commands.filter(({ name }) => name !== 'error' && !ALLOWED.includes(name))).toEqual([])
  expect(run.commands.filter(({ data }) => data.startsWith('pwned'))).toEqual([])
  expect(INVISIBLE.exec(run.stdout.replaceAll('\r\n', '\n'))).toBeNull()
  expect(await readFile(workspace.at('out/kms-public-key.pem'), 'latin1')).toContain('BEGIN PUBLIC KEY')
})
