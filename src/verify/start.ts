/** What a start loads, in one chunk: each chunk more costs a millisecond. Not in index.ts, which Node 16 has to parse. */
import { runReadingAction } from '../runner/run-action.ts'
import { run } from './main.ts'

/** Runs the verify action, with what the runner gave in the environment. */
export async function start(): Promise<void> {
  await runReadingAction(run, 'not everything was verified.')
}
