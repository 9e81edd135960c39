import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { ActionError, messageOf } from '../../base/errors.ts'
import { firstNames, printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import { assetsInAll, MAX_ASSETS, stepFor, type AssetStep, type NewAsset } from './asset-plan.ts'
import { uploadAsset } from './asset-upload.ts'
import type { UploadSession } from './upload-session.ts'
import { confirmAssets, type Claim } from './confirm-assets.ts'
import { deleteCommands, releaseFull } from './conflicts.ts'
import { trimmed } from './refusals.ts'
import type { PreparedRelease } from './release-check.ts'
import { assetsOf } from './releases.ts'
import { meanwhile, runAgain, UploadFailure } from './upload-failure.ts'
import { UploadPace } from './upload-pace.ts'

/** A written file that the release has now. */
export interface AttachedAsset {
  /** Absolute path of the file. */
  readonly path: string
  /** GitHub's number of the asset. */
  readonly id: number
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
 * Attaches files to the release, one after the other, in order, and looks at the end whether all are there; the
 * manifest is for the caller to leave out.
 * @param files absolute paths
 * @param key the key that made them: public-key files of the same key are left as they are
 * @throws ActionError RELEASE_UPLOAD_FAILED naming what is attached and what is not, TIMED_OUT, CANCELLED
 */
export async function attachAssets(
  prepared: PreparedRelease,
  files: readonly string[],
  key: PublicKey,
): Promise<readonly AttachedAsset[]> {
  const claims = new Map<string, Claim>()
  try {
    const session = await sessionOf(prepared, key)
    await carryOut(await plan(session, files), session, claims)
    await confirmAssets(session, [...claims.values()], (lost) => {
      for (const { path } of lost) claims.delete(path)
    })
    return [...claims].map(
      ([
        path,
        {
          stored: { id, name, url },
          left,
        },
      ]) => ({ path, id, name, url, left }),
    )
  } catch (error) {
    throw failure(error, prepared, files, claims)
  }
}

/** The release as it is now, and what uploads need beside. */
async function sessionOf(prepared: PreparedRelease, key: PublicKey): Promise<UploadSession> {
  const { access, release, overwrite, existing, clock, request } = prepared
  const { signal, deadline, log, principal } = request
  const before = await assetsOf(access, release)
  const rules = { access, release, overwrite, existing }
  return { ...rules, clock, signal, deadline, log, signatory: { key, principal }, pace: new UploadPace(), before }
}

/** Decides for each file before the first one is uploaded, by what the release holds now. */
async function plan(session: UploadSession, files: readonly string[]): Promise<readonly AssetStep[]> {
  const { release, before, signatory } = session
  const inAll = assetsInAll(
    files.map((path) => basename(path)),
    before,
  )
  if (inAll > MAX_ASSETS) throw releaseFull(inAll, release)
  const steps: AssetStep[] = []
  const conflicts: string[] = []
  for (const path of files) {
    const step = await stepFor(await described(path), before, session, signatory)
    if ('conflict' in step) conflicts.push(step.conflict.name)
    else steps.push(step)
  }
  if (conflicts.length > 0) throw inTheWay(conflicts, session)
  return steps
}

/** What was there before this run signed was judged then; so these came since, or became complete. */
function inTheWay(names: readonly string[], { release, access }: UploadSession): ActionError {
  const since = meanwhile(names[0] ?? '')
  return new UploadFailure(
    `Since this run began, assets of these names were attached to the release: ${firstNames(names)}`,
    `${since.hint ?? ''} Where nobody needs them, set overwrite: true, or delete them first: ${deleteCommands(names, release, access)}`,
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

async function carryOut(
  steps: readonly AssetStep[],
  session: UploadSession,
  claims: Map<string, Claim>,
): Promise<void> {
  const { clock, log } = session
  let told = clock.now()
  for (const step of steps) {
    const { asset, left } = step
    const stored = left ?? (await uploadAsset(session, step))
    claims.set(asset.path, { asset, stored, left: left !== undefined })
    if (stored.name !== asset.name)
      log.info(`GitHub calls the asset ${printable(asset.name)} ${printable(stored.name)}.`)
    if (clock.now() - told < PROGRESS_MS) continue
    told = clock.now()
    log.info(`${claims.size} of ${steps.length} assets are on the release.`)
  }
  const there = [...claims.values()].filter(({ left }) => left).length
  log.info(`${claims.size} assets are on the release; ${there} of them were there already.`)
}

/** What is up, what is not, and how to go on. */
function failure(
  error: unknown,
  prepared: PreparedRelease,
  files: readonly string[],
  claims: ReadonlyMap<string, Claim>,
): ActionError {
  const { request, release } = prepared
  const done = files.filter((path) => claims.has(path)).map((path) => basename(path))
  const open = files.filter((path) => !claims.has(path)).map((path) => basename(path))
  request.log.info(`Attached: ${done.map((name) => printable(name, 300)).join(', ') || 'nothing'}`)
  request.log.info(`Not attached: ${open.map((name) => printable(name, 300)).join(', ') || 'nothing'}`)
  if (error instanceof ActionError && (error.code === 'TIMED_OUT' || error.code === 'CANCELLED')) return error
  const counts = `${done.length} of ${files.length} files are attached to the release ${printable(release.tag)}`
  const lists = `Attached: ${firstNames(done) || 'none'}. Not attached: ${firstNames(open) || 'none'}.`
  const message = `${counts}: ${trimmed(messageOf(error))}. ${lists}`
  const hint = `${adviceFor(error, release)} The step's output 'files' names the files${byHand(error, prepared)}`
  return new ActionError('RELEASE_UPLOAD_FAILED', message, { hint, cause: error })
}

/** How to attach the files without this action, where that can work. */
function byHand(error: unknown, { release, access }: PreparedRelease): string {
  if (error instanceof UploadFailure && error.lasting) return '.'
  return `; by hand, once the cause is gone: gh release upload ${printableWord(release.tag)} FILE… --repo ${access.repository}`
}

/** By the cause: what failed for good says itself what helps. */
function adviceFor(error: unknown, release: PreparedRelease['release']): string {
  const hint = error instanceof ActionError ? error.hint : undefined
  if (hint === undefined) return runAgain(release)
  if (error instanceof ActionError && ['RELEASE_UPLOAD_FAILED', 'RELEASE_FULL', 'RATE_LIMITED'].includes(error.code))
    return hint
  return `${hint} ${runAgain(release)}`
}
