/** Prints what a check found, one per line, and sets the exit code. */
export function report(check: string, problems: readonly string[]): void {
  for (const problem of problems) console.log(`${check}: ${problem}`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
