import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, jest } from '@jest/globals'

jest.setTimeout(60_000)

const READERS = join(import.meta.dirname, '../../src/digest/readers.ts')
const hasLimits = process.platform !== 'win32'

/** Reads a file in a process that has as many files open as it may, until `freedAfterMs`. */
function readWithNoneLeft(reader: string, freedAfterMs: number) {
  const folder = mkdtempSync(join(tmpdir(), 'open-files-'))
  const path = join(folder, 'app')
  writeFileSync(path, 'app')
  const script = `
    import { closeSync, openSync } from 'node:fs'
    import { inspect } from 'node:util'
    import { ${reader} } from ${JSON.stringify(READERS)}
    const reader = ${reader}()
    const plan = { hash: 'sha256', sha512: false, own: [] }
    const pass = () => reader.pass(${JSON.stringify(path)}, plan, () => undefined)
    await pass() // a thread needs files itself to start
    const taken = []
    try { for (;;) taken.push(openSync('/dev/null')) } catch (error) { console.log(error.code, taken.length > 0) }
    setTimeout(() => { for (const fd of taken) closeSync(fd) }, ${freedAfterMs})
    const outcome = await pass()
    console.log(inspect(outcome).includes('EMFILE') ? 'refused' : 'read')
    process.exit()
  `
  const command = `ulimit -n 60; exec "$0" --no-warnings --input-type=module -e "$1"`
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command, process.execPath, script], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return [stdout.trim().split('\n'), stderr]
}

const CASES = [
  ['readerOnThisThread', 100, 'read'],
  ['readerOnWorker', 100, 'read'],
  ['readerOnThisThread', 20_000, 'refused'],
] as const

it.each(hasLimits ? CASES : [])(
  'waits some seconds until files may be opened again: %s, %d ms, %s',
  (reader, ms, end) => {
    expect(readWithNoneLeft(reader, ms)).toEqual([['EMFILE true', end], ''])
  },
)
