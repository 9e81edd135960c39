/** `npm run disks`: what holds on disks that ignore case, that have no hard links, or whose inodes pass a double. */
import { lstatSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { check, type Check } from '../../interop/check.ts'
import { outcomeOf, SUCCESS } from '../judge.ts'
import { DISK_KINDS, lacking, openDisk, type DiskKind } from './real-disks.ts'

interface OnDisk {
  readonly emulator: Emulator
  /** Absolute, the workspace. */
  readonly path: string
  readonly kind: DiskKind
}

function sign({ emulator, path }: OnDisk, inputs: Readonly<Record<string, string>>): Promise<RunResult> {
  return runAction({
    action: 'sign',
    inputs: { ...emulator.inputs, 'upload-artifact': 'false', ...inputs },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace: path,
  })
}

async function make(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

const listing = async (folder: string): Promise<string> =>
  (await readdir(folder, { recursive: true })).toSorted().join(' ')

/** A run that is refused before any request, names what clashes, and changes nothing. */
async function refused(
  disk: OnDisk,
  what: string,
  inputs: Readonly<Record<string, string>>,
  names: readonly string[],
): Promise<Check> {
  const before = await listing(disk.path)
  disk.emulator.requests.length = 0
  const run = await sign(disk, inputs)
  const said = run.annotations.map(({ message }) => message).join('\n')
  const ok =
    outcomeOf(run) === 'INVALID_INPUT' &&
    names.every((name) => said.toLowerCase().includes(name.toLowerCase())) &&
    disk.emulator.requests.length === 0 &&
    (await listing(disk.path)) === before
  const after = await listing(disk.path)
  return check(`${disk.kind.name}: ${what}`, ok, `${outcomeOf(run)}: ${said}\nbefore: ${before}\nafter: ${after}`)
}

async function succeeds(
  disk: OnDisk,
  what: string,
  inputs: Readonly<Record<string, string>>,
  holds: (run: RunResult) => Promise<boolean>,
): Promise<Check> {
  const run = await sign(disk, inputs)
  const ok = outcomeOf(run) === SUCCESS && (await holds(run))
  return check(`${disk.kind.name}: ${what}`, ok, `${outcomeOf(run)}: ${run.shown}\n${await listing(disk.path)}`)
}

/** What lists names in lower case has no two spellings of one. */
async function showsLowerCase(folder: string): Promise<boolean> {
  return (await readdir(folder)).every((name) => name === name.toLowerCase())
}

async function oneOutputForTwoNames(own: OnDisk): Promise<Check> {
  await make(own.path, { 'x/App.zip': '1', 'y/app.zip': '2' })
  if (await showsLowerCase(join(own.path, 'x'))) return check(`${own.kind.name}: all names are in lower case`, true)
  return await refused(own, 'two names that would be one output', { files: 'x\ny', 'output-dir': 'out' }, [
    'App.zip.sig',
  ])
}

async function oneFileByTwoSpellings(own: OnDisk): Promise<Check> {
  await make(own.path, { 'dist/App.zip': '1' })
  return await succeeds(own, 'one file by two spellings', { files: 'dist/App.zip\nDIST/APP.ZIP' }, async (run) => {
    const [name = ''] = await readdir(join(own.path, 'dist')).then((names) =>
      names.filter((entry) => /^app\.zip$/iu.test(entry)),
    )
    const signatures = Object.keys(JSON.parse(run.outputs['signatures'] ?? '{}') as object)
    return run.outputs['signed-count'] === '1' && signatures.join() === name
  })
}

async function theirChecksumFile(own: OnDisk): Promise<Check> {
  await make(own.path, { app: '1', sha256sums: 'theirs' })
  return await refused(
    own,
    'somebody’s checksum file',
    { files: 'app\nsha256sums', sign: 'checksums', 'hash-algorithm': 'sha256' },
    ['sha256sums'],
  )
}

async function theirOtherSpelling(own: OnDisk): Promise<Check> {
  await make(own.path, { app: '1', 'APP.SIG': 'theirs' })
  if (await showsLowerCase(own.path)) return check(`${own.kind.name}: no file is in upper case`, true)
  return await refused(
    own,
    'somebody’s file of another spelling, with overwrite',
    { files: 'app', overwrite: 'true' },
    ['APP.SIG', 'app.sig'],
  )
}

async function secondRun(own: OnDisk): Promise<Check> {
  await make(own.path, { a: '1', b: '2' })
  await sign(own, { files: 'a\nb' })
  const first = await listing(own.path)
  return await succeeds(own, 'a second run with overwrite', { files: '**', overwrite: 'true' }, async (run) => {
    const key = await readFile(join(own.path, 'kms-public-key.pem'), 'utf8')
    return run.outputs['signed-count'] === '2' && key !== '' && (await listing(own.path)) === first
  })
}

async function undone(own: OnDisk): Promise<Check> {
  await make(own.path, { a: '1', b: '2', 'a.sig': 'old' })
  own.emulator.setLatency('kms.SignHash', 400)
  const before = await listing(own.path)
  const running = sign(own, { files: 'a\nb', overwrite: 'true' })
  while (own.emulator.calls('kms', 'SignHash').length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await mkdir(join(own.path, 'signatures.json'))
  const run = await running
  await rm(join(own.path, 'signatures.json'), { recursive: true })
  own.emulator.setLatency('kms.SignHash', 0)
  const restored = (await readFile(join(own.path, 'a.sig'), 'utf8')) === 'old' && (await listing(own.path)) === before
  const ok = outcomeOf(run) === 'WRITE_FAILED' && restored
  return check(`${own.kind.name}: a failure on the way is undone`, ok, `${outcomeOf(run)}: ${await listing(own.path)}`)
}

const WITHOUT_CASE = [
  oneOutputForTwoNames,
  oneFileByTwoSpellings,
  theirChecksumFile,
  theirOtherSpelling,
  secondRun,
  undone,
]

/** Each case in a folder of its own. */
async function withoutCase(disk: OnDisk): Promise<Check[]> {
  const checks: Check[] = []
  for (const [index, tried] of WITHOUT_CASE.entries()) {
    const path = join(disk.path, `case ${index}`)
    await mkdir(path)
    checks.push(await tried({ ...disk, path }))
    await rm(path, { recursive: true })
  }
  return checks
}

async function largeInodes(disk: OnDisk): Promise<Check[]> {
  const names = ['a', 'b', 'c', 'd']
  const largest = names
    .map((name) => BigInt.asUintN(64, lstatSync(join(disk.path, name), { bigint: true }).ino))
    .reduce((a, b) => (a > b ? a : b))
  return [
    check(`${disk.kind.name}: inodes pass a double`, largest > BigInt(Number.MAX_SAFE_INTEGER), String(largest)),
    await succeeds(disk, 'each file is signed', { files: '**' }, async (run) => {
      const there = await listing(disk.path)
      return run.outputs['signed-count'] === '4' && names.every((name) => there.includes(`${name}/${name}.bin.sig`))
    }),
  ]
}

async function onDisk(kind: DiskKind, emulator: Emulator): Promise<Check[]> {
  const missing = lacking(kind)
  if (missing.length > 0) {
    console.log(`  NOT RUN: ${kind.name}: this machine has no ${missing.join(', ')}`)
    return process.env['CI'] === undefined ? [] : [check(kind.name, false, `there is no ${missing.join(', ')}`)]
  }
  const disk = await openDisk(kind)
  if (typeof disk === 'string') {
    console.log(`  NOT RUN: ${kind.name}, which this kernel or user cannot mount: ${disk}`)
    return []
  }
  try {
    const own = { emulator, path: disk.path, kind }
    return kind.is === 'without case' ? await withoutCase(own) : await largeInodes(own)
  } finally {
    await disk.close()
  }
}

/** All kinds that can be had here; which cannot is said. With CI set it fails where a program is missing, or a whole sort. */
export async function otherDisks(): Promise<Check[]> {
  const emulator = await startEmulator()
  try {
    const checks: Check[] = []
    const tried = new Set<DiskKind['is']>()
    for (const kind of DISK_KINDS) {
      const made = await onDisk(kind, emulator)
      if (made.length > 0) tried.add(kind.is)
      checks.push(...made)
    }
    const untried = [...new Set(DISK_KINDS.map(({ is }) => is))].filter((is) => !tried.has(is))
    for (const is of untried) console.log(`  NOT RUN: no disk ${is} can be had on this machine`)
    return [
      ...checks,
      check('a disk of each sort', untried.length === 0 || process.env['CI'] === undefined, untried.join(', ')),
    ]
  } finally {
    await emulator.close()
  }
}
