import { spawn } from 'node:child_process'

/**
 * Runs one of this project's programs with this Node; what it prints goes to standard error.
 * @throws Error when its exit code is not 0
 */
export function runProgram(cwd: string, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 2, 2] })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${String(code ?? signal)}`))
    })
  })
}
