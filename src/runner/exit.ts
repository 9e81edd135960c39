/** For a reader that has stopped reading; GitHub's runner kills a cancelled step after 7.5 s. */
const PATIENCE_MS = 4000

/**
 * Ends the process with its exit code, once the runner has read all that was said: what a slow reader has not taken
 * when a process exits is lost, and the error annotation comes last. Not later than 4 s after `delayMs` in any case.
 * @param delayMs how long the process may still end by itself
 */
export function exitWhenRead(delayMs = 0): void {
  const exit = (): void => {
    process.exit()
  }
  const { stdout } = process
  if (stdout.writableLength === 0 && delayMs === 0) exit()
  stdout.write('', () => setTimeout(exit, delayMs).unref())
  setTimeout(exit, delayMs + PATIENCE_MS).unref()
}
