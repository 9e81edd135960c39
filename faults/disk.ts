/** Disks that are full or closed, and files that are not what they were a moment ago. */
import { spawnSync } from 'node:child_process'
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import { workspaceWith, type Workspace } from '../__tests__/support/workspace.ts'
import { check, type Check } from '../interop/check.ts'
import { faultsOfClean, faultsOfWhole, outcomeOf, SUCCESS } from './judge.ts'
import { Turns } from './turns.ts'

const NAMES = ['one.bin', 'three.bin', 'two.bin']
const AT_ONCE = 3

interface Scene {
  readonly emulator: Emulator
  readonly workspace: Workspace
}

interface Case {
  readonly name: string
  readonly code: string
  readonly inputs?: Readonly<Record<string, string>>
  /** Before the run; what it makes counts as there before. */
  readonly prepare?: (workspace: Workspace) => Promise<void>
  /** In the middle of the run, once so many requests of KMS of this kind have come. */
  readonly change?: { readonly at: 'GetKey' | 'SignHash'; readonly make: (workspace: Workspace) => Promise<void> }
  /** Whether the change itself accounts for all that differs; by default it is undone by `restore` or was none. */
  readonly restore?: (workspace: Workspace) => Promise<void>
}

/** What OpenPGP hashes, only the key tells: nothing is read before KMS has answered. */
const READ_LATE = { formats: 'sig, openpgp' }

const CASES: readonly Case[] = [
  {
    name: 'a file that vanishes before it is read',
    code: 'FILE_UNREADABLE',
    inputs: READ_LATE,
    change: { at: 'GetKey', make: ({ at }) => unlink(at('two.bin')) },
    restore: ({ at }) => writeFile(at('two.bin'), 'content of two.bin'),
  },
  {
    name: 'a file that grows before it is read',
    code: 'FILE_CHANGED',
    inputs: READ_LATE,
    change: { at: 'GetKey', make: ({ at }) => appendFile(at('two.bin'), 'x') },
    restore: ({ at }) => writeFile(at('two.bin'), 'content of two.bin'),
  },
  {
    name: 'a file that changes before its signature is written',
    code: 'FILE_CHANGED',
    change: { at: 'SignHash', make: ({ at }) => appendFile(at('one.bin'), 'x') },
    restore: ({ at }) => writeFile(at('one.bin'), 'content of one.bin'),
  },
  {
    name: 'a file that vanishes before its signature is written',
    code: 'FILE_CHANGED',
    change: { at: 'SignHash', make: ({ at }) => unlink(at('one.bin')) },
    restore: ({ at }) => writeFile(at('one.bin'), 'content of one.bin'),
  },
  {
    name: 'a file that is replaced by another of the same size',
    code: 'FILE_CHANGED',
    change: {
      at: 'SignHash',
      make: async ({ at }) => {
        await writeFile(at('other'), 'CONTENT OF ONE.BIN')
        await rename(at('other'), at('one.bin'))
      },
    },
    restore: ({ at }) => writeFile(at('one.bin'), 'content of one.bin'),
  },
  {
    name: 'a file that becomes a folder before it is read',
    code: 'FILE_UNREADABLE',
    inputs: READ_LATE,
    change: {
      at: 'GetKey',
      make: async ({ at }) => {
        await unlink(at('two.bin'))
        await mkdir(at('two.bin'))
      },
    },
    restore: async ({ at }) => {
      await rmdir(at('two.bin'))
      await writeFile(at('two.bin'), 'content of two.bin')
    },
  },
  {
    name: 'a folder where a file has to be',
    code: 'WRITE_FAILED',
    prepare: ({ at }) => mkdir(at('one.bin.sig')),
  },
  {
    name: 'a folder where a file has to be, with overwrite',
    code: 'WRITE_FAILED',
    inputs: { overwrite: 'true' },
    prepare: ({ at }) => mkdir(at('two.bin.sig')),
  },
  {
    name: 'a file of the same name that comes meanwhile',
    code: 'OUTPUT_EXISTS',
    change: { at: 'SignHash', make: ({ at }) => writeFile(at('two.bin.sig'), 'somebody else’s') },
    restore: ({ at }) => unlink(at('two.bin.sig')),
  },
  {
    name: 'a folder of the same name that comes meanwhile, with overwrite',
    code: 'WRITE_FAILED',
    inputs: { overwrite: 'true' },
    change: { at: 'SignHash', make: ({ at }) => mkdir(at('kms-public-key.pem')) },
    restore: ({ at }) => rmdir(at('kms-public-key.pem')),
  },
  {
    name: 'an output-dir that is a file',
    code: 'WRITE_FAILED',
    inputs: { 'output-dir': 'out' },
    prepare: ({ at }) => writeFile(at('out'), ''),
  },
  {
    name: 'an output-dir that is a link to nowhere',
    code: 'WRITE_FAILED',
    inputs: { 'output-dir': 'out' },
    prepare: ({ at }) => symlink('nowhere', at('out')),
  },
  {
    name: 'an output-dir that is a link to itself',
    code: 'WRITE_FAILED',
    inputs: { 'output-dir': 'out' },
    prepare: ({ at }) => symlink('out', at('out')),
  },
]

async function inScene<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const emulator = await startEmulator()
  const workspace = await workspaceWith(Object.fromEntries(NAMES.map((name) => [name, `content of ${name}`])))
  try {
    return await work({ emulator, workspace })
  } finally {
    await emulator.close()
    await workspace.remove()
  }
}

function sign({ emulator, workspace }: Scene, inputs: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  return runAction({
    action: 'sign',
    inputs: { ...emulator.inputs, files: '*.bin', 'upload-artifact': 'false', ...inputs },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace: workspace.path,
  })
}

function expected(name: string, code: string, run: RunResult, problems: readonly string[]): Check {
  const said = run.annotations.map(({ message }) => message).join('\n')
  const all = [...(outcomeOf(run) === code ? [] : [`${outcomeOf(run)} in place of ${code}`]), ...problems]
  return check(`${name}: ${code}`, all.length === 0, `${all.join('; ')}\n${said}`)
}

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

/** Everything fits but the last of it: how much is left before each run is what varies. */
async function fullDisks(): Promise<Check[]> {
  const disk = await mountDisk('64k')
  if (disk === undefined) {
    console.log('  NOT RUN: a full disk; mounting one takes root on Linux')
    return []
  }
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
async function readOnly(): Promise<Check[]> {
  const disk = isRoot ? await mountDisk('64k') : undefined
  if (isRoot && disk === undefined) {
    console.log('  NOT RUN: a read-only folder; root needs to mount one')
    return []
  }
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
