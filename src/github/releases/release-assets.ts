import { trimmed } from './refusals.ts'
import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ActionError, messageOf } from '../../base/errors.ts'
import { assetsOf, deleteAsset } from './releases.ts'
import { type ReleaseAsset } from './types.ts'
import { firstNames, printable } from '../../base/log.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import { printableWord } from '../../base/shell.ts'
import {
  assetsInAll,
  deleteCommands,
  MAX_ASSETS,
  releaseFull,
  stepFor,
  type AssetStep,
  type NewAsset,
} from './asset-plan.ts'
import { uploadAsset, type UploadSession } from './asset-upload.ts'
import type { PreparedRelease } from './release-check.ts'
import { UploadPace } from './upload-pace.ts'

/** A written file that the release has now. */
export interface AttachedAsset {
  /** Absolute path of the file. */
  readonly path: string
  /** The asset's name, as GitHub stored it. */
  readonly name: string
  /** Where people download it. */
  readonly url: string
  /** Whether it was there already. */
  readonly left: boolean
}

/** How often the log says how far the upload is, in ms. */
const PROGRESS_MS = 10_000

/**
 * Attaches files to the release, one after the other, in order; the manifest is for the caller to leave out.
 * @param files absolute paths
 * @param key the key that made them: public-key files of the same key are left as they are
 * @throws ActionError RELEASE_UPLOAD_FAILED naming what is attached and what is not, TIMED_OUT, CANCELLED
 */
export async function attachAssets(
  prepared: PreparedRelease,
  files: readonly string[],
  key: PublicKey,
): Promise<readonly AttachedAsset[]> {
  const attached: AttachedAsset[] = []
  try {
    const session = sessionOf(prepared, key)
    await carryOut(await plan(session, files), session, attached)
    return attached
  } catch (error) {
    throw failure(error, prepared, files, attached)
  }
}

/** The release, and what uploads need beside. */
function sessionOf(prepared: PreparedRelease, key: PublicKey): UploadSession {
  const { access, release, overwrite, clock, request } = prepared
  const { signal, deadline, log } = request
  return { access, release, overwrite, clock, signal, deadline, log, key, pace: new UploadPace() }
}

/** Decides for each file before the first one is uploaded, by what the release holds now. */
async function plan(session: UploadSession, files: readonly string[]): Promise<readonly AssetStep[]> {
  const { access, release, key } = session
  const existing = await assetsOf(access, release)
  const names = files.map((path) => basename(path))
  const inAll = assetsInAll(names, existing)
  if (inAll > MAX_ASSETS) throw releaseFull(inAll, release)
  const steps: AssetStep[] = []
  const conflicts: string[] = []
  for (const path of files) {
    const step = await stepFor(await described(path), existing, session, key)
    if ('conflict' in step) conflicts.push(step.conflict.name)
    else steps.push(step)
  }
  if (conflicts.length === 0) return steps
  throw new ActionError(
    'RELEASE_UPLOAD_FAILED',
    `The release is published and has other assets of these names: ${firstNames(conflicts)}.`,
    { hint: `Set overwrite: true, or delete them first: ${deleteCommands(conflicts, release, access)}` },
  )
}

async function described(path: string): Promise<NewAsset> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { path, name: basename(path), size, sha256: hash.digest('hex') }
}

async function carryOut(steps: readonly AssetStep[], session: UploadSession, attached: AttachedAsset[]): Promise<void> {
  const { clock, log, access } = session
  let told = clock.now()
  for (const { asset, left, removed } of steps) {
    for (const old of removed) await deleteAsset(access, old)
    const stored = left ?? (await uploadAsset(session, asset))
    attached.push({ path: asset.path, name: stored.name, url: stored.url, left: left !== undefined })
    reportName(asset, stored, session)
    if (clock.now() - told < PROGRESS_MS) continue
    told = clock.now()
    log.info(`${attached.length} of ${steps.length} assets are on the release.`)
  }
  const there = attached.filter(({ left }) => left).length
  log.info(`${attached.length} assets are on the release; ${there} of them were there already.`)
}

function reportName(asset: NewAsset, stored: ReleaseAsset, { log }: UploadSession): void {
  if (stored.name === asset.name) return
  log.info(`GitHub calls the asset ${printable(asset.name)} ${printable(stored.name)}.`)
}

/** What is up, what is not, and how to go on. */
function failure(
  error: unknown,
  { request, release, access }: PreparedRelease,
  files: readonly string[],
  attached: readonly AttachedAsset[],
): ActionError {
  const up = new Set(attached.map(({ path }) => path))
  const done = files.filter((path) => up.has(path)).map((path) => basename(path))
  const open = files.filter((path) => !up.has(path)).map((path) => basename(path))
  request.log.info(`Attached: ${done.map((name) => printable(name, 300)).join(', ') || 'nothing'}`)
  request.log.info(`Not attached: ${open.map((name) => printable(name, 300)).join(', ') || 'nothing'}`)
  if (error instanceof ActionError && (error.code === 'TIMED_OUT' || error.code === 'CANCELLED')) return error
  const hint = error instanceof ActionError && error.hint !== undefined ? `${error.hint}\n` : ''
  const counts = `${done.length} of ${files.length} files are attached to the release ${printable(release.tag)}`
  const lists = `Attached: ${firstNames(done) || 'none'}. Not attached: ${firstNames(open) || 'none'}.`
  const again = release.draft
    ? 'Run the job again: on a draft it replaces its own files.'
    : 'Run the job again with overwrite: true, which replaces what is attached already.'
  const byHand = `gh release upload ${printableWord(release.tag)} FILE… --repo ${access.repository}`
  return new ActionError('RELEASE_UPLOAD_FAILED', `${counts}: ${trimmed(messageOf(error))}. ${lists}`, {
    hint: `${hint}${again} The files are on disk and in the step's output 'files'; by hand: ${byHand}`,
    cause: error,
  })
}
