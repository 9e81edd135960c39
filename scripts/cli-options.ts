/**
 * src/cli/action-inputs.ts, the inputs of both action.yml files as the command line shows them:
 * `node scripts/cli-options.ts`, or with `--check` whether the module is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { report } from './problems.ts'

const root = join(import.meta.dirname, '..')
const MODULE = join(root, 'src/cli/action-inputs.ts')
const FILES = { sign: 'action.yml', verify: 'verify/action.yml' } as const

interface ActionFile {
  readonly description: string
  readonly inputs: Readonly<
    Record<string, { description: string; required?: boolean; default?: string | number | boolean }>
  >
}

/** The text of the module. */
export async function actionInputsModule(): Promise<string> {
  const commands = Object.entries(FILES).map(([command, file]) => {
    const { description, inputs } = parse(readFileSync(join(root, file), 'utf8')) as ActionFile
    const listed = Object.entries(inputs).map(([name, input]) => ({
      name,
      description: input.description.trim().replaceAll(/\s+/gu, ' '),
      default: String(input.default ?? ''),
      required: input.required === true,
    }))
    return [command, { description, inputs: listed }] as const
  })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const data = commands.map(([command, { description, inputs }]) => {
    const rows = inputs.map((input) => `      ${JSON.stringify(input)},`).join('\n')
    return `  ${command}: {\n    description: ${JSON.stringify(description)},\n    inputs: [\n${rows}\n    ],\n  },`
  })
  const text = `// Made of action.yml, verify/action.yml and package.json by \`npm run tables\`.

/** An input of an action. */
export interface ActionInput {
  readonly name: string
  readonly description: string
  /** As action.yml has it; empty where there is none. */
  readonly default: string
  readonly required: boolean
}

/** The version of the package. */
export const VERSION = ${JSON.stringify(version)}

/** An action, with its inputs. */
interface Action {
  readonly description: string
  readonly inputs: readonly ActionInput[]
}

/** One input a line. */
// prettier-ignore
export const ACTIONS: Readonly<Record<'sign' | 'verify', Action>> = {
${data.join('\n')}
}
`
  return format(text, { ...(await resolveConfig(MODULE)), parser: 'typescript' })
}

/** What is wrong with the text of the module. @param wanted what it has to be */
export function moduleProblems(text: string, wanted: string): readonly string[] {
  if (wanted.trim() === '') return ['nothing was made for src/cli/action-inputs.ts']
  return text === wanted ? [] : ['src/cli/action-inputs.ts is not what action.yml says: run npm run tables']
}

async function main(): Promise<void> {
  const wanted = await actionInputsModule()
  if (!process.argv.includes('--check')) {
    writeFileSync(MODULE, wanted)
    return
  }
  report('command line', moduleProblems(readFileSync(MODULE, 'utf8'), wanted))
}

if (process.argv[1] === import.meta.filename) await main()
