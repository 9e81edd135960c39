/** One run of the bundle under one fault, and whether all that is promised held. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Emulator } from '../emulator/emulator.ts'
import { GithubLimits } from '../emulator/github/github-limits.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import { startTlsFront } from '../emulator/server/tls-front.ts'
import { workspaceWith, type Workspace } from '../__tests__/support/workspace.ts'
import { type Call, type Cell, isEarly } from './types.ts'
import { FOREIGN_ASSET, NAMES, outcomeIn, problemsOf } from './cell-problems.ts'
import type { Turns } from './turns.ts'

export interface CellResult {
  readonly outcome: string
  readonly problems: readonly string[]
  readonly seconds: number
  /** What the run said, for whoever looks into a failure. */
  readonly said: string
}

/** From the end of a run's time to the end of its process. */
const GRACE_SECONDS = 30

/** Puts the fault in force; the function returned is for the moment when the run begins. */
async function arm(emulator: Emulator, { row, call, passesAfter }: Cell): Promise<() => void> {
  const { trouble } = row
  if (trouble.kind === 'certificate') return () => undefined
  if (trouble.kind !== 'port') {
    const first = passesAfter === undefined ? {} : { first: passesAfter }
    const skip = call.comesAfter ?? (trouble.kind === 'unauthenticated' ? (call.skip ?? 0) : 0)
    const to = trouble.kind === 'redirect' ? { to: `${trouble.to}/${call.call}` } : {}
    emulator.setFault({ service: call.service, call: call.call, ...first, skip, ...trouble, ...to })
    return () => undefined
  }
  await emulator.refuse(call.service, true)
  if (passesAfter === undefined) return () => undefined
  return () => void reopen(emulator, call)
}

/** Opens the port again soon after the run will have found it closed. */
async function reopen(emulator: Emulator, { service, family }: Call): Promise<void> {
  const isFirst = isEarly(family)
  const isNear = (): boolean =>
    isFirst ? emulator.requests.length > 0 : emulator.calls('kms-crypto', 'SignHash').length > 0
  const latest = performance.now() + (isFirst ? 1000 : 5000)
  while (!isNear() && performance.now() < latest) await sleep(20)
  await sleep(300)
  await emulator.refuse(service, false)
}

/** As fresh as a new one, but for tokens and keys. */
async function reset(emulator: Emulator, { service }: Call): Promise<void> {
  emulator.clearFaults()
  await emulator.refuse(service, false)
  emulator.artifacts.artifacts.length = 0
  emulator.github.releases.length = 0
  emulator.github.limits = new GithubLimits()
  emulator.registry.repositories.clear()
  emulator.registry.uploads.clear()
  emulator.registry.login = { kind: 'none' }
  emulator.requests.length = 0
}

async function inputsOf(emulator: Emulator, { row, call, timeoutMinutes }: Cell): Promise<Record<string, string>> {
  const byName = row.trouble.kind === 'certificate'
  return {
    ...emulator.inputs,
    files: '*.bin',
    'api-endpoint': byName ? 'api.yandexcloud.kz' : emulator.urls.discovery,
    'kms-endpoint': '',
    'iam-endpoint': '',
    ...(byName ? { 'token-endpoint': 'https://auth.yandexcloud.kz/oauth/token' } : {}),
    'upload-artifact': 'false',
    'max-concurrency': '2',
    'timeout-minutes': String(timeoutMinutes),
    ...(await call.inputs(emulator, byName)),
    // Under their names everybody is found as in real life.
    ...(byName ? { 'kms-endpoint': '', 'iam-endpoint': '' } : {}),
  }
}

/** Runs a cell. The emulator is the cell's own while it lasts. */
export async function runCell(emulator: Emulator, cell: Cell, starts: Turns): Promise<CellResult> {
  const workspace = await workspaceWith(Object.fromEntries(NAMES.map((name) => [name, `content of ${name}`])))
  const front = cell.row.trouble.kind === 'certificate' ? await startTlsFront(emulator) : undefined
  if (cell.call.host !== undefined) front?.setCertificateFault(cell.call.host, 'unknown-authority')
  try {
    const release = emulator.github.addRelease('v1.2.3')
    emulator.github.addAsset(release, FOREIGN_ASSET, 'built before')
    await cell.call.before?.(emulator, release)
    const before = await workspace.snapshot()
    const begin = await arm(emulator, cell)
    const run = await starts.take((done) =>
      runBundle(emulator, cell, workspace, front?.env ?? {}, () => {
        begin()
        void whenUnderWay(emulator).then(done)
      }),
    )
    const problems = [
      ...(await problemsOf(emulator, run, cell, workspace, before)),
      ...(run.milliseconds / 1000 > cell.timeoutMinutes * 60 + GRACE_SECONDS ? ['it went past its time limit'] : []),
    ]
    const errors = run.annotations.filter(({ level }) => level === 'error')
    const said = errors.map(({ title, message }) => `${title ?? ''}: ${message}`).join('\n')
    return {
      outcome: outcomeIn(run, cell),
      problems,
      seconds: run.milliseconds / 1000,
      said: said || `${run.stdout}\n${run.stderr}`.slice(-2000),
    }
  } finally {
    await front?.close()
    await reset(emulator, cell.call)
    await workspace.remove()
  }
}

async function runBundle(
  emulator: Emulator,
  cell: Cell,
  workspace: Workspace,
  env: Readonly<Record<string, string>>,
  onStart: () => void,
): Promise<RunResult> {
  return await runAction({
    action: 'sign',
    inputs: await inputsOf(emulator, cell),
    env: { ...emulator.env, ...env },
    contexts: emulator.contexts,
    workspace: workspace.path,
    deadlineMilliseconds: (cell.timeoutMinutes * 60 + 2 * GRACE_SECONDS) * 1000,
    onStart,
  })
}

/** Resolves when the start, which takes the processor, is over: at the first request, or some seconds later. */
async function whenUnderWay(emulator: Emulator): Promise<void> {
  const latest = performance.now() + 3000
  while (emulator.requests.length === 0 && performance.now() < latest) await sleep(25)
}
