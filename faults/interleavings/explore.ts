/** Every order in which the calls of two runs can reach the disk, and a kill of either before each of its calls. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settled } from './stepped-run.ts'
import type { Choice, Scenario, Tree } from './types.ts'
import { World } from './world.ts'

/** What is to hold. */
interface Expectations {
  /** Of what is seen under the names of outputs at any moment. @returns what is wrong */
  readonly always: (seen: Tree) => string | undefined
  /** Once both runs are over. @param outcomes `done`, a code, or `killed` */
  readonly atEnd: (seen: Tree, outcomes: readonly string[]) => string | undefined
}

interface Explored {
  readonly states: number
  /** The first, with the calls that led there. */
  readonly problem: string | undefined
}

/** In memory where there is such a disk: each case makes hundreds of thousands of calls. */
const WHERE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Goes through all states that the two runs can reach, on a real disk; ends at the first problem. */
export async function explore(scenario: Scenario, expectations: Expectations): Promise<Explored> {
  const root = mkdtempSync(join(WHERE, 'interleavings-'))
  const known = new Set<string>()
  /** Choices that lead to where another one was left. */
  const branches: (readonly Choice[])[] = [[]]
  try {
    for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
      const world = new World(root, scenario)
      await settled()
      for (const choice of branch) await world.choose(choice)
      const problem = await follow(world, known, branches, expectations)
      if (problem !== undefined) return { states: known.size, problem: world.told(problem) }
    }
    return { states: known.size, problem: undefined }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Goes on to the end, or to a state that is known; notes what else could have been chosen. */
async function follow(
  world: World,
  known: Set<string>,
  branches: (readonly Choice[])[],
  { always, atEnd }: Expectations,
): Promise<string | undefined> {
  const passed = new Set<string>()
  for (;;) {
    const problem = always(world.visible())
    if (problem !== undefined) return problem
    const state = world.state()
    const [choice, ...others] = world.choices()
    // Alone, a run comes back to where it was only if it never gets on.
    if (known.has(state)) return passed.has(state) && world.isOneAlone ? 'a run waits for ever' : undefined
    known.add(state)
    passed.add(state)
    if (choice === undefined) return await world.wrongAtEnd(atEnd)
    for (const other of others)
      if (typeof other === 'number' || !known.has(world.state(other))) branches.push([...world.chosen, other])
    await world.choose(choice)
  }
}
