/** Disks that are full or closed, and files that are not what they were a moment ago. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check } from '../../interop/check.ts'
import { faultsOfClean, faultsOfWhole, SUCCESS } from '../judge.ts'
import { Turns } from '../turns.ts'
import { CASES, type Case } from './cases.ts'
import { fullDisks, readOnly } from './mounts.ts'
import { expected, inScene, NAMES, sign, type Scene } from './scene.ts'

const AT_ONCE = 3

async function runCase({ name, code, inputs, prepare, change, restore }: Case): Promise<Check> {
  return await inScene(async (scene) => {
    const { emulator, workspace } = scene
    await prepare?.(workspace)
    const before = await workspace.snapshot()
    if (change !== undefined) {
      emulator.setLatency(`kms.${change.at}`, 400)
      void changeAt(scene, change)
    }
    const run = await sign(scene, inputs)
    await restore?.(workspace)
    return expected(name, code, run, await faultsOfClean(workspace, before))
  })
}

async function changeAt({ emulator, workspace }: Scene, { at, make }: NonNullable<Case['change']>): Promise<void> {
  while (emulator.calls('kms', at).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await make(workspace)
}

/** Output folders that are elsewhere, and work. */
async function elsewhere(name: string, target: string): Promise<Check> {
  const folder = await mkdtemp(join(target, 'elsewhere-'))
  try {
    return await inScene(async (scene) => {
      await symlink(folder, scene.workspace.at('out'))
      const before = await scene.workspace.snapshot()
      const run = await sign(scene, { 'output-dir': 'out' })
      const there = (await readdir(folder)).toSorted().join()
      const wanted = ['kms-public-key.pem', ...NAMES.map((file) => `${file}.sig`), 'signatures.json'].toSorted().join()
      const problems = [
        ...(there === wanted ? [] : [`there is ${there}`]),
        ...(await faultsOfClean(scene.workspace, before)).filter((problem) => !problem.startsWith('out/')),
      ]
      return expected(name, SUCCESS, run, problems)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The old files survive a failure in the middle of replacing them. */
async function replacedAndRestored(): Promise<Check> {
  return await inScene(async (scene) => {
    const { workspace } = scene
    for (const name of NAMES) await writeFile(workspace.at(`${name}.sig`), `old ${name}`)
    await mkdir(workspace.at('signatures.json'))
    const before = await workspace.snapshot()
    const run = await sign(scene, { overwrite: 'true' })
    return expected('what was replaced before a failure', 'WRITE_FAILED', run, await faultsOfClean(workspace, before))
  })
}

async function plain(): Promise<Check> {
  return await inScene(async (scene) => {
    const before = await scene.workspace.snapshot()
    const run = await sign(scene)
    const key = await readFile(scene.workspace.at('kms-public-key.pem'), 'utf8').catch(() => '')
    const problems = await faultsOfWhole(scene.workspace, before, NAMES)
    return expected('nothing wrong', SUCCESS, run, key === '' ? ['no key'] : problems)
  })
}

/** All of it; what cannot be had on this machine is said. */
export async function disk(): Promise<Check[]> {
  const turns = new Turns(AT_ONCE)
  const checks = await Promise.all([
    turns.take(plain),
    ...CASES.map((one) => turns.take(() => runCase(one))),
    turns.take(replacedAndRestored),
    turns.take(() => elsewhere('an output-dir that is a link elsewhere', tmpdir())),
    ...(process.platform === 'linux'
      ? [turns.take(() => elsewhere('an output-dir on another file system', '/dev/shm'))]
      : []),
  ])
  return [...checks, ...(await fullDisks()), ...(await readOnly())]
}
