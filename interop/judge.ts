/** Has the real programs judge each release. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Programs } from './programs.ts'
import type { Compiled } from './compile.ts'
import { FILE, formatsOf, type Release } from './release.ts'
import type { Recipe, Verifier } from './verifiers.ts'

/** What a verifier says of a key's signatures; `none`: the key has no such format, or the way is not for it. */
export type Verdict = 'yes' | 'flag' | 'no' | 'none'

export interface Judgement {
  readonly verdict: Verdict
  /** Wrong folders that were refused, as they must be. */
  readonly refused: number
  /** What a verifier took that it must not, with its words. */
  readonly faults: readonly string[]
}

const RECIPES = join(import.meta.dirname, 'recipes')

/** The command that runs a recipe on a file. */
function commandOf(
  [file, ...args]: Recipe,
  { python }: Programs,
  { go, clearsign, java, rust }: Compiled,
): readonly string[] {
  if (file === 'clearsign') return [clearsign, FILE, ...args]
  const path = join(RECIPES, file)
  switch (file.slice(file.lastIndexOf('.'))) {
    case '.mjs':
      return [process.execPath, path, FILE, ...args]
    case '.py':
      return [python, path, FILE, ...args]
    case '.go':
      return [go, FILE, ...args]
    case '.java':
      return ['java', '-XX:TieredStopAtLevel=1', '-cp', java, 'Verify', FILE, ...args]
    case '.rs':
      return [rust, FILE, ...args]
    case '.php':
      return ['php', path, FILE, ...args]
    case '.rb':
      return ['ruby', path, FILE, ...args]
    case '.pl':
      return ['perl', path, FILE, ...args]
    default:
      return pasted(file, FILE, args[0])
  }
}

/**
 * A recipe of shell commands as somebody pastes it who has put in a file and, where the recipe asks for one, a hash or the
 * like. Without -e, so that the last command has to tell.
 * @param value of the one variable besides FILE
 * @throws Error where the recipe has no such variable: it would judge something else than what was asked
 */
export function pasted(name: string, file: string | undefined, value?: string): readonly string[] {
  const filled = [
    [/^FILE=\S+$/gmu, file],
    [/^(?:HASH|CA)=\S+$/gmu, value],
  ] as const
  let text = readFileSync(join(RECIPES, name), 'utf8')
  for (const [line, given] of filled) {
    if (given === undefined) continue
    if (text.match(line)?.length !== 1) throw new Error(`${name} has no place for ${given}`)
    text = text.replace(line, (found) => `${found.slice(0, found.indexOf('='))}='${given}'`)
  }
  return ['sh', '-c', text]
}

export interface Outcome {
  readonly ok: boolean
  readonly said: string
}

/**
 * Runs a command in a folder to its end; one that does not come to it in time has not verified anything.
 * @param shown how many characters of the end of what it said are kept
 */
export function run(
  command: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
  { seconds = 60, shown = 300 } = {},
): Promise<Outcome> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1000 })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ ok: code === 0, said: Buffer.concat(said).toString().trim().slice(-shown) })
    })
  })
}

/** Judges one release by one verifier: the plain way, else the one with a flag; then every wrong folder. */
export async function judge(
  { plain, flagged, format, title }: Verifier,
  { key, right, wrong }: Release,
  programs: Programs,
  compiled: Compiled,
): Promise<Judgement> {
  const none: Judgement = { verdict: 'none', refused: 0, faults: [] }
  if (format !== 'provenance' && !formatsOf(key).includes(format)) return none
  const ways = { yes: plain(key), flag: plain(key) === undefined ? undefined : flagged?.(key) }
  if (ways.yes === undefined) return none
  for (const [verdict, recipe] of Object.entries(ways) as ['yes' | 'flag', Recipe | undefined][]) {
    if (recipe === undefined) continue
    const command = commandOf(recipe, programs, compiled)
    if (!(await run(command, right, programs.env)).ok) continue
    const faults: string[] = []
    for (const [what, folder] of Object.entries(wrong)) {
      const { ok, said } = await run(command, folder, programs.env)
      if (ok) faults.push(`${title} takes ${what} (${key.name}, ${format}): ${said}`)
    }
    return { verdict, refused: Object.keys(wrong).length - faults.length, faults }
  }
  return { ...none, verdict: 'no' }
}
