/** For a reader that has stopped reading; GitHub's runner kills a cancelled step after 7.5 s. */
const PATIENCE_MS = 4000

/**
 * Ends the process with its exit code, once the runner has read all that was said: what a slow reader has not taken
 * when a process exits is lost, and the error annotation comes last. Not later than 4 s after `delayMs` in any case.
 * @param delayMs how long the process may still end by itself
 */
export function exitWhenRead(delayMs = 0): void {
  const exit = (): void => {
    if (isHeldUp) endAtOnce()
    process.exit()
  }
  const { stdout } = process
  if (stdout.writableLength === 0 && delayMs === 0) exit()
  stdout.write('', () => setTimeout(exit, delayMs).unref())
  setTimeout(exit, delayMs + PATIENCE_MS).unref()
}

let isHeldUp = false

/** Some call of this process never comes to an end, such as one of a file system that does not answer. */
export function noteHeldUp(): void {
  isHeldUp = true
}

/** Node waits for such calls before it exits, and with it the job would for hours: another program takes its place. */
function endAtOnce(): void {
  try {
    process.execve?.('/bin/sh', ['sh', '-c', `exit ${Number(process.exitCode ?? 0)}`], {})
  } catch {
    // Not on this system, or there is no shell: then not the exit code, but the signal tells that the run failed.
  }
  process.kill(process.pid, 'SIGKILL')
}
