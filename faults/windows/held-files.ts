/** A file that another program holds open, as scanners and indexers do: Windows lets nobody replace it meanwhile. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../../interop/check.ts'
import { SUCCESS } from '../judge.ts'
import { inFolder, judged, saidBy, sign, type Place, type Scene } from './scene.ts'

/** Opens a file for itself alone (libuv's UV_FS_O_EXLOCK), says so by another file, and goes after a while. */
const HOLD = `
const { openSync, writeFileSync, existsSync, constants } = require('node:fs')
openSync(process.env.HELD, constants.O_RDWR | 0x10000000)
writeFileSync(process.env.HELD + '.held', '')
setInterval(() => existsSync(process.env.HELD + '.go') && setTimeout(() => process.exit(), Number(process.env.HELD_MS)), 20)`

/** Holds a file of the workspace from now on, and `ms` longer than until `letGo` is called. */
async function hold({ windows, workspace }: Scene, name: string, ms: number) {
  const path = workspace.at(name)
  await writeFile(workspace.at('hold.cjs'), HOLD)
  const [program, ...args] = windows.node
  const env = { ...windows.env, HELD: windows.pathOf(path), HELD_MS: String(ms) }
  const holder = spawn(program, [...args, windows.pathOf(workspace.at('hold.cjs'))], {
    env,
    cwd: workspace.path,
    stdio: 'inherit',
  })
  const ended = once(holder, 'exit')
  while (!existsSync(`${path}.held`) && holder.exitCode === null) await sleep(50)
  const letGo = (): Promise<void> => writeFile(`${path}.go`, '')
  return { letGo, ended }
}

const FILES = { 'a.bin': 'a', 'b.bin': 'b', 'a.bin.sig': 'old a', 'b.bin.sig': 'old b' }
const INPUTS = { files: '*.bin', overwrite: 'true' }

const forAMoment = (place: Place): Promise<Check> =>
  inFolder(place, FILES, async (scene) => {
    const { emulator, workspace } = scene
    const held = await hold(scene, 'a.bin.sig', 1500)
    const running = sign(scene, INPUTS)
    while (emulator.calls('kms', 'SignHash').length < 2) await sleep(20)
    await held.letGo()
    const run = await running
    await held.ended
    const now = await Promise.all(['a.bin.sig', 'b.bin.sig'].map((name) => readFile(workspace.at(name), 'latin1')))
    return judged('a signature file that is held for a moment is replaced', run, SUCCESS, {
      'both are new': now.every((content) => !content.startsWith('old')),
    })
  })

const forLong = (place: Place): Promise<Check> =>
  inFolder(place, FILES, async (scene) => {
    const { workspace } = scene
    const held = await hold(scene, 'a.bin.sig', 0)
    const before = await workspace.snapshot()
    const run = await sign(scene, INPUTS)
    const after = await workspace.snapshot()
    await held.letGo()
    await held.ended
    return judged('a signature file that stays held ends the run', run, 'WRITE_FAILED', {
      'all is as it was': JSON.stringify(after) === JSON.stringify(before),
      'the file is named': saidBy(run).includes('a.bin.sig'),
      'it says that another program may hold it': saidBy(run).includes('Another program held the file'),
    })
  })

export async function heldFiles(place: Place): Promise<readonly Check[]> {
  return [await forAMoment(place), await forLong(place)]
}
