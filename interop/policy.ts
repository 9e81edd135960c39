/** The recipe that holds a statement against a policy, on what the bundle states of a run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Check } from './check.ts'
import { run } from './judge.ts'
import type { Programs } from './programs.ts'
import type { Release } from './release.ts'

const RECIPE = readFileSync(join(import.meta.dirname, 'recipes', 'policy.sh'), 'utf8')
const NAMES = ['REPOSITORY', 'REF', 'WORKFLOW'] as const

type Wanted = readonly [repository: string, ref: string, workflow: string]
/** What the emulator's runner says of its run. */
const RIGHT: Wanted = ['acme/widget', 'refs/tags/v1.2.3', '.github/workflows/release.yml']
const [REPOSITORY, REF, WORKFLOW] = RIGHT

/** What fits, and what does not: each value wrong, a part of it, and nothing in its place. */
const CASES: readonly (readonly [Wanted, boolean])[] = [
  [RIGHT, true],
  [[REPOSITORY, 'refs/tags/*', WORKFLOW], true],
  [['acme/other', REF, WORKFLOW], false],
  [['acme/widge', REF, WORKFLOW], false],
  [[REPOSITORY, 'refs/tags/v1.2', WORKFLOW], false],
  [[REPOSITORY, 'refs/heads/*', WORKFLOW], false],
  [[REPOSITORY, REF, '.github/workflows/other.yml'], false],
  [['', REF, WORKFLOW], false],
  [[REPOSITORY, '', WORKFLOW], false],
  [[REPOSITORY, REF, ''], false],
]

/** The recipe as somebody pastes it who has put in these values. @throws Error where it has no place for one */
function filled(wanted: Wanted): string {
  return NAMES.reduce((text, name, index) => {
    const place = new RegExp(`^${name}=\\S+$`, 'gmu')
    if (text.match(place)?.length !== 1) throw new Error(`policy.sh has no place for ${name}`)
    return text.replace(place, `${name}='${wanted[index] ?? ''}'`)
  }, RECIPE)
}

/** Runs the recipe in the folder of a release, and in `empty`, which has no statement. */
export async function policyHolds({ right }: Release, { env }: Programs, empty: string): Promise<Check[]> {
  const takes = async (wanted: Wanted, folder: string) => (await run(['sh', '-c', filled(wanted)], folder, env)).ok
  const checks: Check[] = []
  for (const [wanted, fits] of CASES) {
    const name = `the policy ${wanted.join(' ') || '(empty)'} by hand`
    checks.push(check(name, (await takes(wanted, right)) === fits, fits ? 'it does not fit' : 'it fits'))
  }
  return [...checks, check('a policy of no statement by hand', !(await takes(RIGHT, empty)), 'it fits')]
}
