/** Runs that are cancelled or killed at any point. */
import { createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import type { FaultRule } from '../emulator/faults/faults.ts'
import { seeded } from '../emulator/crypto/random.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import { workspaceWith, type Workspace } from '../__tests__/support/workspace.ts'
import { check, type Check } from '../interop/check.ts'
import { faultsOfClean, outcomeOf, secretsShown } from './judge.ts'
import { Turns } from './turns.ts'

const FILES = 60
const NAMES = Array.from({ length: FILES }, (_, index) => `file-${String(index).padStart(2, '0')}.bin`)
const WRITTEN = [...NAMES.map((name) => `${name}.sig`), 'kms-public-key.pem', 'signatures.json']
/** What a cancelled run may still take, in ms; process start and end of a busy machine are in it. */
const CANCEL_MS = 5000
const AT_ONCE = 3
const KILLS = 24

/** Waits for the moment of the signal. */
type Moment = (emulator: Emulator) => Promise<void>

const reached =
  (service: 'oidc' | 'exchange' | 'kms' | 'artifacts' | 'blobs' | 'uploads', call?: string, count = 1): Moment =>
  async (emulator) => {
    while (emulator.calls(service, call).length < count) await sleep(2)
  }

/** Where a run is cancelled: what it is at, what makes it stay there, and when that is. */
const POINTS: readonly {
  readonly name: string
  readonly moment: Moment
  readonly fault?: FaultRule
  /** The files are in place by then. */
  readonly isUploading?: true
}[] = [
  { name: 'the OIDC token is asked for', moment: reached('oidc') },
  { name: 'the token is exchanged', moment: reached('exchange') },
  { name: 'the key is looked up', moment: reached('kms') },
  { name: 'the first signature is made', moment: reached('kms', 'SignHash') },
  { name: 'half of the signatures are made', moment: reached('kms', 'SignHash', FILES / 2) },
  { name: 'the last signature is made', moment: reached('kms', 'SignHash', FILES) },
  {
    name: 'nobody answers',
    moment: reached('kms', 'SignHash'),
    fault: { service: 'kms', call: 'SignHash', kind: 'black-hole' },
  },
  {
    name: 'it waits before another attempt',
    moment: reached('kms', 'SignHash', 8),
    fault: { service: 'kms', call: 'SignHash', kind: 'status', status: 503, retryAfter: 60 },
  },
  {
    name: 'it waits for its turn after 429',
    moment: reached('kms', 'SignHash', 2),
    fault: { service: 'kms', call: 'SignHash', kind: 'status', status: 429, retryAfter: 30 },
  },
  {
    name: 'an artifact is made',
    moment: reached('artifacts', 'CreateArtifact'),
    fault: { service: 'artifacts', call: 'CreateArtifact', kind: 'black-hole' },
    isUploading: true,
  },
  {
    name: 'the artifact is uploaded',
    moment: reached('blobs', 'Upload'),
    fault: { service: 'blobs', kind: 'black-hole' },
    isUploading: true,
  },
  {
    name: 'an asset is uploaded',
    moment: reached('uploads'),
    fault: { service: 'uploads', kind: 'black-hole' },
    isUploading: true,
  },
]

function run(
  emulator: Emulator,
  workspace: Workspace,
  inputs: Record<string, string>,
  begun: Begun,
): Promise<RunResult> {
  return runAction({
    action: 'sign',
    inputs: { ...emulator.inputs, files: '*.bin', 'upload-artifact': 'false', ...inputs },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace: workspace.path,
    onStart: (_, kill) => {
      begun(kill)
    },
  })
}
type Begun = (kill: (signal: NodeJS.Signals) => void) => void

const newWorkspace = (old: Readonly<Record<string, string>> = {}): Promise<Workspace> =>
  workspaceWith({ ...Object.fromEntries(NAMES.map((name) => [name, `content of ${name}`])), ...old })

async function cancelled(point: (typeof POINTS)[number], signal: NodeJS.Signals): Promise<Check> {
  const emulator = await startEmulator()
  const workspace = await newWorkspace()
  try {
    emulator.github.addRelease('v1.2.3')
    emulator.setLatency('*', 20)
    if (point.fault !== undefined) emulator.setFault(point.fault)
    const before = await workspace.snapshot()
    let sent = 0
    const service = point.fault?.service
    const inputs = {
      'upload-artifact': String(service === 'artifacts' || service === 'blobs'),
      'release-assets': String(service === 'uploads'),
      'max-concurrency': '8',
    }
    const result = await run(emulator, workspace, inputs, (kill) => {
      void point.moment(emulator).then(() => {
        sent = performance.now()
        kill(signal)
      })
    })
    const ms = performance.now() - sent
    const problems = [
      ...(outcomeOf(result) === 'CANCELLED' ? [] : [outcomeOf(result)]),
      ...(ms < CANCEL_MS ? [] : [`it took ${(ms / 1000).toFixed(1)} s`]),
      ...(point.isUploading ? await notWhole(workspace) : await faultsOfClean(workspace, before)),
      ...secretsShown(result, emulator.secrets()),
    ]
    return check(`${signal} while ${point.name}: CANCELLED`, problems.length === 0, problems.join('; '))
  } finally {
    await emulator.close()
    await workspace.remove()
  }
}

async function notWhole(workspace: Workspace): Promise<string[]> {
  const there = Object.keys(await workspace.snapshot())
  const wrong = await halfDone(workspace, {})
  return [...wrong, ...WRITTEN.filter((name) => !there.includes(name)).map((name) => `${name} is missing`)]
}

/** Names that hold neither what was there nor something whole, and names that nobody expects. */
async function halfDone(workspace: Workspace, old: Readonly<Record<string, string>>): Promise<string[]> {
  const names = Object.keys(await workspace.snapshot()).filter((name) => !isHidden(name) && !NAMES.includes(name))
  const key = names.includes('kms-public-key.pem') ? await keyIn(workspace, old['kms-public-key.pem']) : undefined
  const problems: string[] = []
  for (const name of names) {
    const content = await readFile(workspace.at(name))
    if (!WRITTEN.includes(name)) problems.push(`${name} is left`)
    else if (old[name] !== undefined && content.toString('utf8') === old[name]) continue
    else if (name === 'signatures.json') JSON.parse(content.toString('utf8'))
    else if (name.endsWith('.sig') && key !== undefined) {
      const file = await readFile(workspace.at(name.slice(0, -4)))
      if (!verify('sha256', file, key, content)) problems.push(`${name} is neither old nor right`)
    } else if (content.length === 0) problems.push(`${name} is empty`)
  }
  return problems
}

async function keyIn(
  workspace: Workspace,
  old: string | undefined,
): Promise<ReturnType<typeof createPublicKey> | undefined> {
  const pem = await readFile(workspace.at('kms-public-key.pem'), 'utf8')
  return pem === old ? undefined : createPublicKey(pem)
}

const isHidden = (name: string): boolean => name.startsWith('.')

/** One run is killed; the next one has to find its way, and to tidy up. */
async function killed(seed: number): Promise<Check> {
  const random = seeded(seed)
  const old = seed % 2 === 0 ? Object.fromEntries(WRITTEN.map((name) => [name, `old ${name}`])) : {}
  const emulator = await startEmulator()
  const workspace = await newWorkspace(old)
  try {
    emulator.setLatency('kms', 5)
    // Half of the kills come about when the files are put in place: that takes no more than some milliseconds.
    const moment = seed % 4 < 2 ? reached('kms', 'SignHash', FILES) : reached('oidc')
    const wait = random() * (seed % 4 < 2 ? 60 : 400)
    const overwrite = { overwrite: String(seed % 2 === 0) }
    const first = await run(emulator, workspace, overwrite, (kill) => {
      void moment(emulator)
        .then(() => sleep(wait))
        .then(() => {
          kill('SIGKILL')
        })
    })
    const torn = await halfDone(workspace, old)
    const second = await run(emulator, workspace, { overwrite: 'true' }, () => undefined)
    const left = Object.keys(await workspace.snapshot()).filter(isHidden)
    const problems = [
      ...torn,
      ...(outcomeOf(second) === '✓' ? [] : [`the next run: ${outcomeOf(second)}`]),
      ...left.map((name) => `the next run leaves ${name}`),
      ...(await notWhole(workspace)),
    ]
    const how = first.signal === null ? 'a kill that came too late' : 'SIGKILL'
    return check(
      `${how}, seed ${seed}: old or new, and the next run tidies up`,
      problems.length === 0,
      problems.join('; '),
    )
  } finally {
    await emulator.close()
    await workspace.remove()
  }
}

/** Cancelling at every point by both signals, and kills at random ones. */
export async function signals(): Promise<Check[]> {
  const turns = new Turns(AT_ONCE)
  const cancels = POINTS.flatMap((point) =>
    (['SIGTERM', 'SIGINT'] as const).map((signal) => turns.take(() => cancelled(point, signal))),
  )
  const kills = Array.from({ length: KILLS }, (_, seed) => turns.take(() => killed(seed)))
  return await Promise.all([...cancels, ...kills])
}
