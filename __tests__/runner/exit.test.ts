import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { describeOnLinux } from '../support/where-there.ts'

const exit = join(import.meta.dirname, '../../src/runner/exit.ts')
/** More than the buffers between two processes hold. */
const MUCH = 2_000_000

/** What a runner gets that begins to read late, and the exit code. */
async function readLate(script: string): Promise<{ readonly said: string; readonly code: number | null }> {
  const whole = `import { exitWhenRead } from ${JSON.stringify(exit)}\n${script}`
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', whole])
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  await sleep(300)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await ended
  return { said: Buffer.concat(chunks).toString(), code }
}

it.each([
  ['at once', 'exitWhenRead()'],
  ['with something still open', 'setInterval(() => {}, 1000); exitWhenRead(10)'],
])('ends the process %s, and loses nothing of what was said', async (_, end) => {
  const script = `process.exitCode = 1; process.stdout.write('x'.repeat(${MUCH}) + 'END'); ${end}`
  const { said, code } = await readLate(script)
  expect([code, said.length, said.slice(-3)]).toEqual([1, MUCH + 3, 'END'])
})

it('ends also where nobody reads', async () => {
  const script = `process.exitCode = 1; process.stdout.write('x'.repeat(${MUCH})); exitWhenRead()`
  const whole = `import { exitWhenRead } from ${JSON.stringify(exit)}\n${script}`
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', whole])
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  child.stdout.destroy()
  expect(code).toBe(1)
})

/** A process that waits for a FIFO nobody writes to. */
const HELD = `
  import { readFile } from 'node:fs/promises'
  import { exitWhenRead, noteHeldUp } from ${JSON.stringify(exit)}
  readFile(process.argv[1]).catch(() => undefined)
  process.stdout.write('the end')
  process.exitCode = 1
  process.on('SIGALRM', () => {
    noteHeldUp()
    WITHOUT_EXECVE
    exitWhenRead(10)
  })
  setTimeout(() => process.kill(process.pid, 'SIGALRM'), 200)
`

describeOnLinux('a process that a call of the file system holds up', () => {
  it.each([
    ['by its exit code', '', 1, null],
    ['by a signal where no other program can take its place', 'delete process.execve', null, 'SIGKILL'],
  ])('ends %s', (_, change, code, signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'held-'))
    const fifo = join(folder, 'fifo')
    execFileSync('mkfifo', [fifo])
    const script = HELD.replace('WITHOUT_EXECVE', change)
    const options = { encoding: 'utf8', timeout: 20_000 } as const
    const ended = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script, fifo], options)
    rmSync(folder, { recursive: true })
    expect([ended.status, ended.signal, ended.stdout, ended.stderr]).toEqual([code, signal, 'the end', ''])
  })
})
