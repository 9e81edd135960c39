/**
 * Ends the process with its exit code, once the runner has read all that was said: what a slow reader has not taken
 * when a process exits is lost, and the error annotation comes last.
 * @param delayMs how long the process may still end by itself
 */
export function exitWhenRead(delayMs = 0): void {
  const exit = (): void => {
    process.exit()
  }
  const { stdout } = process
  if (stdout.writableLength === 0 && delayMs === 0) exit()
  else stdout.write('', () => setTimeout(exit, delayMs).unref())
}
