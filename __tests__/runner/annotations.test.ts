import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildSync } from 'esbuild'
import { firstNames } from '../../src/base/log.ts'

const annotations = join(import.meta.dirname, '../../src/runner/annotations.ts')
const verdict = join(import.meta.dirname, '../../src/runner/verdict.ts')
const errors = join(import.meta.dirname, '../../src/base/errors.ts')
const log = join(import.meta.dirname, '../../src/base/log.ts')
const containment = join(import.meta.dirname, '../../src/runner/contained.ts')

const RUNNER = { GITHUB_ACTIONS: 'true' }

/** Runs `script` in a process of its own, as a runner does where `env` says no other. Plain Node cannot load @actions/core from its sources. */
function run(script: string, env: Record<string, string> = RUNNER) {
  const contents = `
    import { reportFailure, runnerLog } from ${JSON.stringify(annotations)}
    import * as verdict from ${JSON.stringify(verdict)}
    const guardVerdict = (run) => verdict.guardVerdict(run, { report: reportFailure, log: runnerLog })
    import { ActionError } from ${JSON.stringify(errors)}
    import { listed } from ${JSON.stringify(log)}
    import { contained, loadContained } from ${JSON.stringify(containment)}
    const bounds = { signal: new AbortController().signal, ms: 60_000, log: runnerLog }
    ${script}
  `
  const options = { bundle: true, write: false, platform: 'node', format: 'esm', logLevel: 'error' } as const
  const require = "import { createRequire } from 'node:module'; const require = createRequire('/');"
  const [bundle] = buildSync({
    ...options,
    stdin: { contents, loader: 'ts', resolveDir: import.meta.dirname },
    banner: { js: require },
  }).outputFiles
  const result = spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-'], {
    input: bundle?.text ?? '',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
  return { status: result.status, lines: result.stdout.trimEnd().split('\n') }
}

it('ends with 0 after a run without an error', () => {
  expect(run(`await guardVerdict(async () => {})`)).toEqual({ status: 0, lines: [''] })
})

it('shows code, message and hint of an error in one annotation, its causes in the log', () => {
  const { status, lines } = run(`
    const cause = new Error('connect\\n::error::x', { cause: new Error('deep') })
    await guardVerdict(async () => { throw new ActionError('NO_FILES', '50% found', { hint: 'Look.', cause }) })
  `)
  expect(status).toBe(1)
  expect(lines).toEqual([
    'Caused by: connect\\u{a}::error::x',
    'Caused by: deep',
    '::error title=NO_FILES::50%25 found%0ALook.',
  ])
})

it('reports any other error as INTERNAL_ERROR, with its stack in debug logs alone', () => {
  const script = `await guardVerdict(async () => { throw new TypeError('odd') })`
  const plain = run(script)
  expect(plain.status).toBe(1)
  expect(plain.lines).toHaveLength(1)
  expect(plain.lines[0]).toMatch(/^::error title=INTERNAL_ERROR::Something unexpected happened: odd%0A/u)
  expect(run(script, { ...RUNNER, RUNNER_DEBUG: '1' }).lines[1]).toMatch(/^::debug::TypeError: odd%0A +at /u)
})

it.each([
  ['a promise that never settles', `guardVerdict(() => new Promise(() => {}))`],
  ['one that the module itself awaits', `await guardVerdict(() => new Promise(() => {}))`],
])('ends red when nothing is left to wait for: %s', (_, script) => {
  const { status, lines } = run(script)
  expect(status).not.toBe(0)
  expect(lines[0]).toMatch(/^::error title=INTERNAL_ERROR::The run came to a halt/u)
})

it('reports an exception outside the run', () => {
  const { status, lines } = run(`
    await guardVerdict(() => new Promise(() => { setTimeout(() => { throw new Error('stray') }, 1) }))
  `)
  expect(status).toBe(1)
  expect(lines[0]).toMatch(/^::error title=INTERNAL_ERROR::Something unexpected happened: stray/u)
})

it.each([
  ['exception', `setTimeout(() => { throw new Error('stray') }, 1)`],
  ['rejection', `setTimeout(() => { void Promise.reject(new Error('stray')) }, 1)`],
])('lets the call of a library fail by its own stray %s, and report it aloud', (_, stray) => {
  const { status, lines } = run(`
    await guardVerdict(() => contained(bounds, () => new Promise(() => { ${stray} })))
  `)
  expect(status).toBe(1)
  expect(lines).toEqual(['Caused by: stray', '::error title=ARTIFACT_UPLOAD_FAILED::the client broke down: stray'])
})

it.each([
  ['is no JSON', '{'],
  ['is not there', undefined],
])('loads a library of GitHub’s where the event’s file %s', (_, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'event-'))
  const path = join(folder, 'event.json')
  if (content !== undefined) writeFileSync(path, content)
  const env = { ...RUNNER, GITHUB_EVENT_PATH: path }
  const load = `() => import('@actions/github/lib/utils')`
  const contained = run(`await loadContained(${load}).then(({ GitHub }) => console.log(typeof GitHub))`, env)
  expect(contained).toEqual({ status: 0, lines: ['function'] })
  // By itself it fails, or prints.
  const bare = run(`await (${load})()`, env)
  expect([bare.status === 0, bare.lines]).not.toEqual([true, ['']])
  rmSync(folder, { recursive: true })
})

it('reports an exception out of what a library left behind where nothing is quiet', () => {
  const { status, lines } = run(`
    await guardVerdict(async () => {
      await contained(bounds, async () => {})
      await new Promise(() => { setTimeout(() => { throw new Error('stray') }, 1) })
    })
  `)
  expect(status).toBe(1)
  expect(lines[0]).toMatch(/^::error title=INTERNAL_ERROR::Something unexpected happened: stray/u)
})

it.each([
  [0, ''],
  [1, `throw new ActionError('NO_FILES', 'none')`],
])('leaves the verdict %d as it is, whatever is thrown later', (verdict, end) => {
  const { status, lines } = run(`
    await guardVerdict(async () => {
      setTimeout(() => { throw new Error('stray') }, 20)
      setTimeout(() => { throw new Error('another') }, 30)
      ${end}
    })
  `)
  expect([status, lines]).toEqual([verdict, [verdict === 0 ? '' : '::error title=NO_FILES::none']])
})

it('stays red after a failure was reported, though the run goes on until its last words are read', () => {
  const { status } = run(`
    await guardVerdict(async () => {
      verdict.failWith(new ActionError('CANCELLED', 'cancelled'), { report: reportFailure, log: runnerLog })
    })
  `)
  expect(status).toBe(1)
})

it('cuts an annotation at 4,000 characters and leaves the whole text in the log', () => {
  const { lines } = run(`reportFailure(new ActionError('NO_FILES', 'x'.repeat(5000)))`)
  expect(lines[0]).toHaveLength(5000)
  expect(lines[1]).toBe(`::error title=NO_FILES::${'x'.repeat(3999)}…`)
})

it.each([
  ['a warning', `runnerLog.warning('Empty:\\n' + listed(names))`],
  ['a failure', `reportFailure(new ActionError('NO_FILES', 'Empty:\\n' + listed(names)))`],
])('names the first 20 of a list in %s, and all of them in the log', (_, code) => {
  const { lines } = run(`const names = Array.from({ length: 23 }, (_, at) => 'f' + at); ${code}`)
  expect(lines.slice(0, 24)).toEqual(['Empty:', ...Array.from({ length: 23 }, (__, at) => `  f${at}`)])
  expect(lines).toHaveLength(25)
  expect(lines[24]).toMatch(/^::[^:]+::Empty:%0A {2}f0%0A.* {2}f19%0A {2}… and 3 more$/u)
})

it('leaves a list that was cut at 20 before', () => {
  const { lines } = run(`runnerLog.warning(listed(Array.from({ length: 23 }, (_, at) => 'f' + at), 20))`)
  expect(lines).toEqual([expect.stringMatching(/^::warning::.*f19%0A {2}… and 3 more$/u)])
})

it('keeps the hint behind a message that is cut', () => {
  const { lines } = run(`reportFailure(new ActionError('NO_FILES', 'x'.repeat(5000), { hint: 'Look.' }))`)
  expect(lines.at(-1)).toBe(`::error title=NO_FILES::${'x'.repeat(3993)}…%0ALook.`)
})

it.each([
  '::error::x',
  '  ::set-output name=a::b',
  'a\n\t::warning::x',
  'a ##[error]x',
  '\u0085::notice::x',
  'a\r::notice::x',
])('writes no line that is a command for the runner: %j', (text) => {
  const lines = run(`runnerLog.info(${JSON.stringify(text)})`).lines.flatMap((l) => l.split('\r'))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    expect(line.replace(/^[\s\u0085]+/u, '')).not.toMatch(/^::/u)
    expect(line).not.toContain('##[')
  }
})

it('lists the first 20 names and counts the rest', () => {
  expect(firstNames(['a\n', 'b'])).toBe('a\\u{a}, b')
  expect(firstNames(Array.from({ length: 23 }, (_, i) => `f${i}`))).toMatch(/^f0, .*, f19 and 3 more$/u)
})

describe('where no runner reads', () => {
  const cause = `{ hint: 'Look.', cause: new Error('connect') }`
  it.each([
    [
      'a failure',
      `reportFailure(new ActionError('NO_FILES', '50%\\nfound', ${cause}))`,
      'Caused by: connect\nNO_FILES: 50%\nfound\nLook.',
    ],
    ['a warning', `runnerLog.warning('careful')`, 'Warning: careful'],
    ['a notice', `runnerLog.notice('by the way')`, 'Note: by the way'],
    ['a line', `runnerLog.info('::error::x')`, '\\u{3a}:error::x'],
    [
      'what a library warns of',
      `await contained(bounds, async () => { console.log('::warning::100%25') })`,
      'Warning: 100%',
    ],
    [
      'what a library says besides',
      `await contained(bounds, async () => { console.log('::debug::x'); console.log('y') })`,
      '',
    ],
    ['a mask of a library', `await contained(bounds, async () => { console.log('::add-mask::0123456789') })`, ''],
  ])('%s is plain text', (_, script, text) => {
    expect(run(script, {}).lines.join('\n')).toBe(text)
  })

  it('debug lines are shown where they are asked for, stacks too', () => {
    const { lines } = run(`runnerLog.debug('x'); reportFailure(new TypeError('odd'))`, { RUNNER_DEBUG: '1' })
    expect(lines[0]).toBe('x')
    expect(lines.slice(1).join('\n')).toMatch(/^INTERNAL_ERROR: .*odd\n[^]*\nTypeError: odd\n +at /u)
  })
})
