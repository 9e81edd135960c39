/** In processes that have as many files open as they may. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'

jest.setTimeout(60_000)

const SOURCES = join(import.meta.dirname, '../../src')
const hasLimits = process.platform !== 'win32'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-file-'))
  writeFileSync(join(folder, 'app'), 'app')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const READS: Readonly<Record<string, string>> = {
  'of a whole file': `
    const { readBounded } = await load('base/read-bounded.ts')
    const read = () => readBounded(path, 10)`,
  'of a file piece by piece': `
    const { chunksOf } = await load('base/read-chunks.ts')
    const read = () => Array.fromAsync(chunksOf(path))`,
  'of a folder': `
    const { entriesOf } = await load('files/folder-entries.ts')
    const read = () => Array.fromAsync(entriesOf(folder))`,
  'of the place of a file that is written piece by piece': `
    const { nodeDisk, patient } = await load('writing/disk.ts')
    let written = 0
    const read = () => patient(nodeDisk).writePieces(path + '.' + (written += 1), (async function* () { yield Buffer.from('x') })())`,
  'of a file that is verified': `
    const { digestFile } = await load('verify/digest-file.ts')
    const read = () => digestFile(path, new Set(['sha256']))`,
  'of signature files': `
    const { readSignatureFiles } = await load('verify/signature-files.ts')
    const read = async () => {
      const [{ fault }] = await readSignatureFiles(path.slice(0, -4), ['sig'], [])
      if (fault?.includes('EMFILE')) throw Object.assign(new Error(fault), { code: 'EMFILE' })
    }`,
}

/** What came of a read that begins where no file can be opened, until `freedAfterMs`. */
function readWithNoneLeft(read: string, freedAfterMs: number) {
  const script = `
    import { closeSync, openSync } from 'node:fs'
    const [folder, path] = [${JSON.stringify(folder)}, ${JSON.stringify(join(folder, 'app.sig'))}]
    const load = (name) => import(${JSON.stringify(SOURCES)} + '/' + name)
    ${read}
    await read()
    const taken = []
    try { for (;;) taken.push(openSync('/dev/null')) } catch (error) { console.log(error.code, taken.length > 0) }
    setTimeout(() => { for (const fd of taken) closeSync(fd) }, ${freedAfterMs})
    console.log(await read().then(() => 'read', (error) => error.cause?.code ?? error.code))
    process.exit()
  `
  const command = `ulimit -n 60; exec "$0" --no-warnings --input-type=module -e "$1"`
  const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command, process.execPath, script], { encoding: 'utf8' })
  return [stdout.trim().split('\n'), stderr]
}

it.each(hasLimits ? Object.keys(READS) : [])('waits with the read %s until files may be opened again', (what) => {
  writeFileSync(join(folder, 'app.sig'), 'x')
  expect(readWithNoneLeft(READS[what] ?? '', 100)).toEqual([['EMFILE true', 'read'], ''])
})

it.each(hasLimits ? ['of a whole file'] : [])('gives up after some seconds: the read %s', (what) => {
  expect(readWithNoneLeft(READS[what] ?? '', 30_000)).toEqual([['EMFILE true', 'EMFILE'], ''])
})
