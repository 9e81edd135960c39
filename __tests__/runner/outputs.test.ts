import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { rememberSecret } from '../../src/base/secrets.ts'
import { runnerFront } from '../../src/runner/front.ts'
import { outputLimits, setOutput } from '../../src/runner/outputs.ts'
import { collectingLog } from '../support/collecting-log.ts'

let folder: string
const VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ACTIONS']
const saved = { ...process.env }
let printed: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outputs-'))
  for (const name of VARIABLES) {
    process.env[name] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
  printed = []
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk))
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  for (const name of VARIABLES) {
    if (saved[name] === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = saved[name]
  }
  rmSync(folder, { recursive: true, force: true })
})
const written = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('an output', () => {
  it.each([
    ['linux', 'ä'.repeat(40_000) + 'x'.repeat(96 * 1024 - 80_000), 0],
    ['linux', 'ä'.repeat(40_000) + 'x'.repeat(96 * 1024 - 80_000 + 1), 1],
    ['darwin', 'x'.repeat(96 * 1024 + 1), 1],
    ['win32', 'ä'.repeat(32_000), 0],
    ['win32', 'ä'.repeat(32_001), 1],
  ] as const)('on %s that is as long as this gives so many warnings: %#', (platform, value, count) => {
    const log = collectingLog()
    setOutput('files', value, 'Read it from the file in manifest-path.', log, outputLimits(platform))
    expect(log.warnings).toHaveLength(count)
    if (count === 1) expect(log.warnings[0]).toMatch(/^The output files is left empty: .*manifest-path\.$/u)
    expect(written('GITHUB_OUTPUT').includes(value)).toBe(count === 0)
    expect(written('GITHUB_OUTPUT')).toContain('files<<')
  })

  it('is left empty where all outputs together would be more than a job may have', () => {
    const log = collectingLog()
    for (let i = 0; i < 9; i++) setOutput(`o${i}`, 'x'.repeat(90_000), 'Look there.', log)
    expect(log.warnings.length).toBeGreaterThan(2)
    expect(written('GITHUB_OUTPUT').length).toBeLessThan(500_000)
    expect(log.warnings.at(-1)).toMatch(/^The output o8 is left empty: with it, .* 1 MB\. Look there\.$/u)
  })

  it('holds no secret that a service repeats in a URL', () => {
    const secret = `ghs_${'x'.repeat(36)}`
    rememberSecret(secret)
    setOutput('release-asset-urls', `https://example/${secret}/a`, 'See the release.', collectingLog())
    expect(written('GITHUB_OUTPUT')).toContain('https://example/***/a')
  })

  it.each([
    [
      'is not there',
      () => {
        rmSync(join(folder, 'GITHUB_OUTPUT'))
      },
    ],
    [
      'is a folder',
      () => {
        rmSync(join(folder, 'GITHUB_OUTPUT'))
        mkdirSync(join(folder, 'GITHUB_OUTPUT'))
      },
    ],
  ])('fails as OUTPUT_FAILED where its file %s', (_, spoil) => {
    spoil()
    expect(() => {
      runnerFront.setOutput('files', 'a')
    }).toThrow(expect.objectContaining({ code: 'OUTPUT_FAILED' }))
  })

  it('goes nowhere where nobody takes outputs', () => {
    delete process.env['GITHUB_OUTPUT']
    runnerFront.setOutput('files', 'a')
    expect(printed).toEqual([])
  })
})

describe('a summary', () => {
  it('is added to what is there', () => {
    runnerFront.addSummary('## a')
    runnerFront.addSummary('## b')
    expect(written('GITHUB_STEP_SUMMARY')).toBe('## a\n## b\n')
  })

  it('that cannot be written is a warning', () => {
    process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'nowhere', 'summary')
    runnerFront.addSummary('## a')
    expect(printed.join('')).toMatch(/^::warning::The job summary could not be written: ENOENT.*nowhere/u)
  })

  it('goes nowhere where there is no place for it', () => {
    delete process.env['GITHUB_STEP_SUMMARY']
    runnerFront.addSummary('## a')
    expect(printed).toEqual([])
  })
})

describe('a stage', () => {
  it('is a group where a runner says that it is one', async () => {
    await runnerFront.group('Sign', () => Promise.resolve())
    expect(printed.join('')).toBe('::group::Sign\n::endgroup::\n')
  })

  it('has its name as a heading elsewhere', async () => {
    for (const name of VARIABLES) Reflect.deleteProperty(process.env, name)
    await runnerFront.group('Sign', () => Promise.resolve())
    expect(printed.join('')).toBe('Sign:\n')
  })
})

describe('a secret', () => {
  const secret = 't1.0123456789abcdef0123456789abcdef'
  it('is masked by the runner', () => {
    runnerFront.mask(secret)
    expect(printed.join('')).toBe(`::add-mask::${secret}\n`)
  })

  it.each([undefined, ''])('is not printed where GITHUB_ACTIONS is %j: nobody would mask it', (value) => {
    if (value === undefined) delete process.env['GITHUB_ACTIONS']
    else process.env['GITHUB_ACTIONS'] = value
    runnerFront.mask(secret)
    runnerFront.log.info(`the token ${secret}.`)
    expect(printed).toEqual(['the token ***.\n'])
  })
})
