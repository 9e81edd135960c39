/** The examples for other CIs than GitHub's: no linter of theirs is here, so what they ask of this project is checked. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { ACTIONS } from '../../src/cli/action-inputs.ts'
import { readCommandLine } from '../../src/cli/options.ts'
import { SECRET_VARIABLES } from '../../src/cli/secrets.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'examples/any-ci')
const names = readdirSync(FOLDER)
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')

/** The words of each command of ours in a text: continued lines joined, quotes taken off. */
function commandLines(text: string): readonly (readonly string[])[] {
  const joined = text
    .replaceAll(/^\s*(?:#|\/\/).*$/gmu, '')
    .replaceAll(/\\\n/gu, ' ')
    .replaceAll(/>-\n((?: {6,}\S.*\n)+)/gu, (_, lines: string) => `${lines.replaceAll('\n', ' ')}\n`)
  return [...joined.matchAll(/yandex-kms-sign"? (?=sign|verify)(.+)/gu)].map(([, rest = '']) =>
    [...rest.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(([, single, double, bare]) => single ?? double ?? bare ?? ''),
  )
}

/** Every `with:` below a value. */
function stepInputs(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'with' in value ? [value.with as Record<string, unknown>] : []
  return [...own, ...Object.values(value).flatMap(stepInputs)]
}

it('are there for each system that the page names', () => {
  const page = readFileSync(join(ROOT, 'docs/any-ci.md'), 'utf8')
  expect(names.toSorted()).toEqual(['Jenkinsfile', 'gitea-actions.yml', 'gitlab-ci.yml', 'sourcecraft.yml'])
  for (const name of names) expect(page).toContain(`(../examples/any-ci/${name})`)
  for (const [, variable] of SECRET_VARIABLES) if (variable !== 'REGISTRY_PASSWORD') expect(page).toContain(variable)
})

describe.each(names)('%s', (name) => {
  it('says what was tried and what was not', () => {
    expect(read(name)).toMatch(/Tried: [^]*Not tried: /u)
  })

  it('gives options and inputs that there are', () => {
    const commands = commandLines(read(name))
    for (const words of commands) expect(() => readCommandLine(words)).not.toThrow()
    const steps = name.endsWith('.yml') ? stepInputs(parse(read(name))) : []
    const known = ACTIONS.sign.inputs.map((input) => input.name)
    for (const step of steps) expect(Object.keys(step).filter((key) => !known.includes(key))).toEqual([])
    expect(commands.length + steps.length).toBeGreaterThan(0)
  })
})
