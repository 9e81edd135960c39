/** Disks that are full, and those that are read-only. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, type Check } from '../../interop/check.ts'
import { faultsOfClean } from '../judge.ts'
import { expected, inScene, sign } from './scene.ts'

const isRoot = process.getuid?.() === 0

/** A disk of its own of so many bytes, for root on Linux; `undefined` where it cannot be had. */
async function mountDisk(
  size: string,
): Promise<{ readonly path: string; readonly close: () => Promise<void> } | undefined> {
  const path = await mkdtemp(join(tmpdir(), 'disk-'))
  const mount = isRoot ? spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status : 1
  const close = async (): Promise<void> => {
    if (mount === 0) spawnSync('umount', [path])
    await rm(path, { recursive: true, force: true })
  }
  if (mount === 0) return { path, close }
  await close()
  return undefined
}

/** Nothing where somebody tries the suite on a machine of their own; where everything has to hold, a failure. */
function notRun(name: string, why: string): Check[] {
  console.log(`  NOT RUN: ${name}; ${why}`)
  return process.env['CI'] === undefined ? [] : [check(name, false, why)]
}

/** Everything fits but the last of it: how much is left before each run is what varies. */
export async function fullDisks(): Promise<Check[]> {
  const disk = await mountDisk('64k')
  if (disk === undefined) return notRun('a full disk', 'mounting one takes root on Linux')
  const checks: Check[] = []
  try {
    for (const kibibytes of [60, 56, 52, 48]) checks.push(await fullDisk(disk.path, kibibytes))
  } finally {
    await disk.close()
  }
  return checks
}

async function fullDisk(path: string, kibibytes: number): Promise<Check> {
  const ballast = join(path, 'ballast')
  return await inScene(async (scene) => {
    await writeFile(ballast, Buffer.alloc(kibibytes * 1024))
    const before = await readdir(path, { recursive: true })
    const run = await sign(scene, { 'output-dir': path })
    const after = await readdir(path, { recursive: true })
    const problems = after.join() === before.join() ? [] : [`left: ${after.join()}`]
    return expected(`a disk with ${64 - kibibytes} KiB left`, 'WRITE_FAILED', run, problems)
  })
}

/** By permissions, or for root, whom those do not bind, by a file system that is mounted read-only. */
export async function readOnly(): Promise<Check[]> {
  const disk = isRoot ? await mountDisk('64k') : undefined
  if (isRoot && disk === undefined) return notRun('a read-only folder', 'root needs to mount one')
  try {
    return [
      await inScene(async (scene) => {
        const path = disk?.path ?? scene.workspace.at('closed')
        if (disk === undefined) await mkdir(path)
        else spawnSync('mount', ['-o', 'remount,ro', path])
        const before = await scene.workspace.snapshot()
        if (disk === undefined) await chmod(path, 0o555)
        const run = await sign(scene, { 'output-dir': path })
        if (disk === undefined) await chmod(path, 0o755)
        return expected('a read-only folder', 'WRITE_FAILED', run, await faultsOfClean(scene.workspace, before))
      }),
    ]
  } finally {
    await disk?.close()
  }
}
