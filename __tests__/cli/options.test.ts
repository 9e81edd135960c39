import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ACTIONS } from '../../src/cli/action-inputs.ts'
import { helpOf } from '../../src/cli/help.ts'
import { readCommandLine, UsageError } from '../../src/cli/options.ts'
import { secretOf, SECRET_VARIABLES } from '../../src/cli/secrets.ts'

const inputsOf = (...args: string[]) => Object.fromEntries(readCommandLine(args).inputs)

describe('a command line', () => {
  it('gives inputs by options of their names', () => {
    expect(inputsOf('sign', '--key-id', 'abj1', '--files=dist/*', '--formats', 'sig, cms')).toEqual({
      'key-id': 'abj1',
      files: 'dist/*',
      formats: 'sig, cms',
    })
  })

  it('puts repeated patterns on lines of their own, also those that begin with ! or -', () => {
    expect(inputsOf('sign', '--files', 'a/*', '--files', '!a/b', '--files=-c')).toEqual({ files: 'a/*\n!a/b\n-c' })
    expect(inputsOf('verify', '--public-key', '-----BEGIN PUBLIC KEY-----')['public-key']).toMatch(/^-----BEGIN/u)
  })

  it.each([
    ['--overwrite', 'true'],
    ['--overwrite=true', 'true'],
    ['--overwrite=false', 'false'],
    ['--overwrite=maybe', 'maybe'],
  ])('takes the boolean %s as %s', (option, value) => {
    expect(inputsOf('sign', option)).toEqual({ overwrite: value })
  })

  it('takes auto of upload-artifact, which is a boolean beside', () => {
    expect(inputsOf('sign', '--upload-artifact=auto')).toEqual({ 'upload-artifact': 'auto' })
    expect(inputsOf('sign', '--upload-artifact')).toEqual({ 'upload-artifact': 'true' })
  })

  it('may ask for JSON, or for help', () => {
    expect(readCommandLine(['verify', '--json'])).toMatchObject({ command: 'verify', json: true, help: false })
    expect(readCommandLine(['sign', '--help'])).toMatchObject({ command: 'sign', json: false, help: true })
  })

  it.each([
    [[]],
    [['frobnicate']],
    [['sign', '--frobnicate', 'x']],
    [['sign', '-k', 'x']],
    [['sign', '--key-id']],
    [['sign', '--files', '--key-id', 'x']],
    [['sign', '--key-id', 'a', '--key-id', 'b']],
    [['sign', '--overwrite', 'false']],
    [['sign', 'dist/a']],
    [['sign', '--json=yes']],
    [['verify', '--key-id', 'x']],
    [['sign', '--__proto__', 'x']],
  ])('is wrong usage: %j', (args) => {
    expect(() => readCommandLine(args)).toThrow(UsageError)
  })

  it.each([...SECRET_VARIABLES])('refuses %s as an option, names %s, and repeats no value', (name, variable) => {
    for (const args of [[`--${name}=s3cret-value`], [`--${name}`, 's3cret-value']]) {
      expect(() => readCommandLine(['sign', ...args])).toThrow(variable)
      expect(() => readCommandLine(['sign', ...args])).not.toThrow('s3cret-value')
    }
  })

  it.each([[['s3cret-value']], [['sign', 's3cret-value']], [['sign', '--yc-iam-tokn=s3cret-value']]])(
    'repeats no value in what is wrong with %j',
    (args) => {
      expect(() => readCommandLine(args)).not.toThrow('s3cret-value')
    },
  )
})

describe('a secret', () => {
  it.each([...SECRET_VARIABLES])('%s is read from %s', (name, variable) => {
    expect(secretOf(name, { [variable]: ' value\n' })).toBe('value')
    expect(secretOf(name, {})).toBeUndefined()
    expect(secretOf(name, { [variable]: '' })).toBeUndefined()
  })

  it('of an account key may be a path', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cli-'))
    try {
      const path = join(folder, 'key.json')
      writeFileSync(path, '{"id":"a"}')
      expect(secretOf('yc-sa-json-credentials', { YC_SA_JSON_CREDENTIALS: path })).toBe('{"id":"a"}')
      expect(secretOf('yc-sa-json-credentials', { YC_SA_JSON_CREDENTIALS: '{"id":"b"}' })).toBe('{"id":"b"}')
      expect(secretOf('yc-iam-token', { YC_IAM_TOKEN: path })).toBe(path)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe.each(['sign', 'verify'] as const)('--help of %s', (command) => {
  const help = helpOf(command)
  it('has every input, secrets by their variables alone', () => {
    expect(ACTIONS[command].inputs.length).toBeGreaterThan(0)
    for (const { name } of ACTIONS[command].inputs) {
      const variable = SECRET_VARIABLES.get(name)
      if (variable === undefined) expect(help).toMatch(new RegExp(`^  --${name}(?=[ [=])`, 'mu'))
      else {
        expect(help).toMatch(new RegExp(`^  ${variable}$`, 'mu'))
        expect(help).not.toMatch(new RegExp(`^  --${name}`, 'mu'))
      }
    }
  })

  it('is no wider than a terminal', () => {
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })
})
