import { wait } from '../base/wait.ts'

/** A list that others write too, and that a registry only lets one replace as a whole. */
export interface SharedList<T> {
  readonly read: () => Promise<T>
  /** Whether all that is wanted is in it. */
  readonly isComplete: (state: T) => boolean
  /** Writes what was read, with what is missing added. */
  readonly write: (state: T) => Promise<void>
}

const MOST_ROUNDS = 5
const LONGEST_PAUSE_MS = 400

/** Somebody else's list replaces this run's time and again. */
class LostRace extends Error {}

/**
 * Reads, adds, writes and reads again until what is wanted is there: registries promise no conditional writes, so that
 * another writer's list, made of an older one, may replace this one.
 * @param first what a read that is under way will give
 * @throws LostRace after five rounds, and what the calls throw
 */
export async function settle<T>(list: SharedList<T>, signal: AbortSignal, first?: Promise<T>): Promise<T> {
  let state = await (first ?? list.read())
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (list.isComplete(state)) return state
    // Two writers that met once must not go on in step.
    if (round > 1) await wait(Math.random() * LONGEST_PAUSE_MS * round, signal)
    if (round > 1) state = await list.read()
    await list.write(state)
    state = await list.read()
  }
  if (list.isComplete(state)) return state
  throw new LostRace(`another writer replaced the list ${MOST_ROUNDS} times`)
}
