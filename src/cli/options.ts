import { parseArgs, type ParseArgsConfig } from 'node:util'
import { printable } from '../base/log.ts'
import { ACTIONS, type ActionInput } from './action-inputs.ts'
import { SECRET_VARIABLES } from './secrets.ts'

export type Command = keyof typeof ACTIONS

/** What the words of a command line ask for. */
export interface CommandLine {
  readonly command: Command
  /** Text of each input that is given, by its name. */
  readonly inputs: ReadonlyMap<string, string>
  /** `--json` */
  readonly json: boolean
  /** `--help` */
  readonly help: boolean
}

/** A command line that says nothing that can be done. Its message repeats no value: it could be a secret. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Inputs that are lists: their options may be repeated, each value on a line of its own. */
const LISTS: ReadonlySet<string> = new Set([
  'files',
  'subject-checksums',
  'images',
  'image-layouts',
  'sign',
  'formats',
  'sbom-path',
  'provenance',
  'attestations',
  'policy',
  'fingerprint',
])
/** Options of the command line itself. */
const OWN = ['json', 'help'] as const

/** Whether an input is a boolean, so that its option needs no value. `auto` beside it is given by `--name=auto`. */
export function isBoolean({ name, default: value }: ActionInput): boolean {
  return value === 'true' || value === 'false' || name === 'upload-artifact'
}

/**
 * Reads the words behind the program's name.
 * @throws UsageError for an unknown command or option, a value too few or too many, a secret as an option
 */
export function readCommandLine([word, ...args]: readonly string[]): CommandLine {
  if (word !== 'sign' && word !== 'verify') throw new UsageError('The first word is the command: sign or verify.')
  const { inputs: known } = ACTIONS[word]
  const inputs = new Map<string, string>()
  const own = new Set<string>()
  for (const token of tokensOf(args, known)) {
    if (token.kind !== 'option') throw new UsageError('A word is left over that belongs to no option.')
    if (OWN.some((name) => name === token.name) && token.rawName.startsWith('--')) own.add(flag(token))
    else addInput(inputs, token, known)
  }
  return { command: word, inputs, json: own.has('json'), help: own.has('help') }
}

/** A word, or two, of the command line, as `parseArgs` tells them apart. */
interface OptionToken {
  readonly kind: 'option'
  readonly name: string
  /** With its dashes. */
  readonly rawName: string
  readonly value?: string | undefined
  /** Whether the value stands behind `=`. */
  readonly inlineValue?: boolean | undefined
}
type Token = OptionToken | { readonly kind: 'positional' | 'option-terminator' }

function tokensOf(args: readonly string[], known: readonly ActionInput[]): readonly Token[] {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const name of OWN) options[name] = { type: 'boolean' }
  for (const input of known) {
    if (!SECRET_VARIABLES.has(input.name)) options[input.name] = { type: isBoolean(input) ? 'boolean' : 'string' }
  }
  // Not strict: its own messages repeat what was given.
  return parseArgs({ args: [...args], options, strict: false, tokens: true }).tokens
}

function flag({ name, value }: OptionToken): string {
  if (value !== undefined) throw new UsageError(`--${name} takes no value.`)
  return name
}

function addInput(
  inputs: Map<string, string>,
  { name, rawName, value, inlineValue }: OptionToken,
  known: readonly ActionInput[],
) {
  const variable = SECRET_VARIABLES.get(name)
  if (variable !== undefined)
    throw new UsageError(`--${name} would be a secret that every process here can see: set the variable ${variable}.`)
  const input = known.find((candidate) => candidate.name === name)
  if (input === undefined || !rawName.startsWith('--'))
    throw new UsageError(`There is no option ${printable(rawName, 60)}.`)
  const before = inputs.get(name)
  if (before !== undefined && !LISTS.has(name)) throw new UsageError(`--${name} is given twice.`)
  if (isBoolean(input)) inputs.set(name, value ?? 'true')
  else if (value === undefined || (inlineValue !== true && /^--[a-z]/u.test(value)))
    throw new UsageError(`--${name} has no value.`)
  else inputs.set(name, before === undefined ? value : `${before}\n${value}`)
}
