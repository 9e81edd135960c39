/** How a run under one fault ended, and what of all that is promised did not hold. */
import type { Emulator } from '../emulator/emulator.ts'
import type { RunResult } from '../emulator/runner/runner.ts'
import type { Workspace } from '../__tests__/support/workspace.ts'
import { registryProblems } from './registry-problems.ts'
import { signedByAnother } from './registry-calls.ts'
import type { Cell } from './types.ts'
import { faultsOfClean, faultsOfWhole, outcomeOf, secretsShown, straysOf, SUCCESS, WARNED } from './judge.ts'

/** The files of each run. */
export const NAMES = ['one.bin', 'three.bin', 'two.bin']
/** What the release has already. */
export const FOREIGN_ASSET = 'widget.tar.gz'

const NOT_REVOKED = 'The IAM token could not be revoked'

/** `outcomeOf`, but that a token which could not be revoked makes another success. */
export function outcomeIn(run: RunResult, { call }: Cell): string {
  const outcome = outcomeOf(run)
  if (outcome !== SUCCESS || call.family !== 'revocation') return outcome
  const warnings = run.annotations.filter(({ level }) => level === 'warning')
  if (warnings.length === 0) return SUCCESS
  return warnings.length === 1 && warnings[0]?.message.startsWith(NOT_REVOKED) === true
    ? WARNED
    : `${SUCCESS} with ${warnings.length} warnings`
}

/** @param before what lay in `workspace` before the run */
export async function problemsOf(
  emulator: Emulator,
  run: RunResult,
  cell: Cell,
  workspace: Workspace,
  before: Readonly<Record<string, string>>,
): Promise<string[]> {
  return [
    ...(await diskProblems(run, cell, workspace, before)),
    ...uploadProblems(emulator, run, cell),
    ...revocationProblems(emulator, run, cell),
    ...(await imageProblems(emulator, run, cell)),
    ...straysOf(emulator),
    ...secretsShown(run, emulator.secrets()),
  ]
}

/** All or nothing: once the uploads begin, all of it. */
async function diskProblems(
  run: RunResult,
  { call }: Cell,
  workspace: Workspace,
  before: Readonly<Record<string, string>>,
): Promise<string[]> {
  const isLate = call.family === 'artifact' || call.family === 'upload' || call.family === 'images'
  const signed = run.exitCode === 0 || isLate
  if (!signed) return await faultsOfClean(workspace, before)
  const named = (run.outputs['files'] ?? '').split('\n').filter((line) => line !== '')
  const unnamed = named.length === NAMES.length + 2 ? [] : [`the output files names ${named.length} files`]
  return [...(await faultsOfWhole(workspace, before, NAMES)), ...unnamed]
}

/** A green run has stored what it said it has. */
function uploadProblems(emulator: Emulator, run: RunResult, { call }: Cell): string[] {
  if (outcomeOf(run) !== SUCCESS) return []
  if (call.family === 'artifact') {
    const id = Number(run.outputs['artifact-id'])
    const stored = emulator.artifacts.artifacts.some((artifact) => artifact.id === id && artifact.finalized)
    return stored ? [] : ['green, but there is no artifact of that id']
  }
  if (call.family !== 'upload') return []
  const assets = emulator.github.releases[0]?.assets ?? []
  const whole = assets.filter(({ state }) => state === 'uploaded').map(({ name }) => name)
  const wanted = [...NAMES.map((name) => `${name}.sig`), 'kms-public-key.pem', FOREIGN_ASSET]
  return [
    ...wanted.filter((name) => !whole.includes(name)).map((name) => `green, but ${name} is not attached`),
    ...(assets.length === wanted.length ? [] : [`${assets.length} assets where ${wanted.length} are meant to be`]),
  ]
}

/** A green run has pushed what it said it has; and whatever comes of a run, what others signed stays. */
async function imageProblems(emulator: Emulator, run: RunResult, { call }: Cell): Promise<string[]> {
  if (call.family !== 'registry' && call.family !== 'images') return []
  return registryProblems(emulator, outcomeOf(run) === SUCCESS, call.before === signedByAnother)
}

/** A run without a warning has revoked what it used, but for what IAM refused to know. */
function revocationProblems(emulator: Emulator, run: RunResult, cell: Cell): string[] {
  if (cell.call.family !== 'revocation' || outcomeIn(run, cell) !== SUCCESS) return []
  if (cell.row.trouble.kind === 'unauthenticated') return []
  const used = emulator.requests.map(({ bearer }) => emulator.iam.tokens.get(bearer ?? ''))
  const good = used.filter((token) => token !== undefined && emulator.iam.isGood(token))
  return good.length === 0 ? [] : ['no warning, but a token is not revoked']
}
