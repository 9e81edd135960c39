import { readFile } from 'node:fs/promises'
import { ActionError, messageOf } from '../errors.ts'
import { saidBy, WRITE_PERMISSION } from '../github-refusals.ts'
import { assetsOf, deleteAsset, postAsset, type ReleaseAsset } from '../github-releases.ts'
import { jsonOf, readAsset, refusalOf } from '../github-wire.ts'
import type { HttpResponse } from '../http.ts'
import { askedWait } from '../http/retry.ts'
import type { Log } from '../log.ts'
import type { PublicKey } from '../public-key.ts'
import { contentTypeOf } from './asset-names.ts'
import { holdsTheSame, mayReplace, metBy, sha256, type AssetRules, type NewAsset } from './asset-plan.ts'
import type { Clock } from './clock.ts'
import type { UploadPace } from './upload-pace.ts'

/** Attempts at one asset, refusals for too many requests not counted. */
const MAX_ATTEMPTS = 5
/** How long GitHub may refuse without naming a time, in ms. */
const REFUSAL_BUDGET_MS = 60_000

/** What all uploads of a run share. */
export interface UploadSession extends AssetRules {
  readonly key: PublicKey
  readonly pace: UploadPace
  readonly clock: Clock
  readonly signal: AbortSignal
  /** When the run is over, as `Date.now()` counts. */
  readonly deadline: number
  readonly log: Log
}

/** What an attempt came to: stored, worth another attempt, or refused for too many requests. */
type Attempt =
  | { readonly stored: ReleaseAsset }
  | { readonly again: string }
  | { readonly limited: string; readonly askedMs: number | undefined }

/**
 * Uploads one file. After an answer that leaves it open whether the asset arrived, the release is listed: what holds
 * the same bytes counts, what is broken or may be replaced is removed, and the upload begins anew.
 * @throws ActionError RELEASE_UPLOAD_FAILED, or what the client throws
 */
export async function uploadAsset(session: UploadSession, asset: NewAsset): Promise<ReleaseAsset> {
  const { clock, signal, log } = session
  const content = await readFile(asset.path)
  if (sha256(content) !== asset.sha256) throw failed(`${asset.name} changed on disk while it was attached.`)
  let refusedSince: number | undefined
  for (let failures = 0, refusals = 0; ;) {
    await session.pace.turn(clock, signal, (ms) => {
      log.info(`Waiting ${seconds(ms)}: GitHub takes a limited number of uploads a minute and an hour.`)
    })
    const attempt = await attemptUpload(session, asset, content)
    if ('stored' in attempt) return attempt.stored
    if ('again' in attempt) {
      if (++failures >= MAX_ATTEMPTS) throw failed(`${attempt.again} (${failures} attempts)`)
      log.info(`Attaching it again: ${attempt.again}`)
      await clock.sleep(backoff(failures), signal)
    } else {
      const now = clock.now()
      refusedSince = attempt.askedMs === undefined ? (refusedSince ?? now) : undefined
      await clock.sleep(refusalWait(attempt, ++refusals, refusedSince, session), signal)
    }
  }
}

async function attemptUpload(session: UploadSession, asset: NewAsset, content: Buffer): Promise<Attempt> {
  const { access, release, clock } = session
  let response: HttpResponse
  try {
    response = await postAsset(access, release, { name: asset.name, contentType: contentTypeOf(asset.name), content })
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'UNAVAILABLE') throw error
    return settle(session, asset, error.message)
  }
  const { status, headers } = response
  if (status === 201) return judge(session, asset, response)
  const said = `GitHub answered ${saidBy(response)}`
  const limited = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'
  if (status === 429 || (status === 403 && limited)) return { limited: said, askedMs: askedWait(headers, clock.now()) }
  if (status >= 500 || status === 408) return settle(session, asset, said)
  if (status === 422 && refusalOf(response).codes.includes('already_exists')) {
    return settle(session, asset, said)
  }
  throw failed(said, hintFor(response))
}

/** A 201 counts when what it says is stored is what was sent. */
async function judge(session: UploadSession, asset: NewAsset, response: HttpResponse): Promise<Attempt> {
  let stored: ReleaseAsset
  try {
    stored = readAsset(jsonOf(response))
  } catch (error) {
    return settle(session, asset, messageOf(error))
  }
  const same = stored.size === asset.size && (stored.sha256 === undefined || stored.sha256 === asset.sha256)
  if (stored.complete && same) return { stored }
  await deleteAsset(session.access, stored)
  return { again: 'GitHub stored other bytes than were sent' }
}

/** Sees what the release holds now, and makes room for another attempt. */
async function settle(session: UploadSession, asset: NewAsset, why: string): Promise<Attempt> {
  const { access, release, key } = session
  for (const old of metBy(asset.name, await assetsOf(access, release))) {
    if (await holdsTheSame(old, asset, access, key)) return { stored: old }
    if (old.complete && !mayReplace(session)) throw failed(`${why}: an asset of that name has been attached meanwhile`)
    await deleteAsset(access, old)
  }
  return { again: why }
}

/** @throws ActionError RELEASE_UPLOAD_FAILED when it would last too long */
function refusalWait(
  refusal: { readonly limited: string; readonly askedMs: number | undefined },
  refusals: number,
  since: number | undefined,
  { clock, deadline, log }: UploadSession,
): number {
  const now = clock.now()
  const wait = refusal.askedMs ?? backoff(refusals)
  const left = Math.min(deadline, (since ?? Infinity) + REFUSAL_BUDGET_MS) - now
  if (wait > left) {
    const asks = refusal.askedMs === undefined ? '' : `; it asks to wait ${seconds(wait)}`
    throw failed(`${refusal.limited}${asks}, and ${seconds(Math.max(0, left))} are left`, LIMIT_HINT)
  }
  log.info(`${refusal.limited}: waiting ${seconds(wait)}.`)
  return wait
}

const LIMIT_HINT =
  'GitHub limits uploads to 80 a minute and 500 an hour, all jobs of the repository together: run the job again later with a longer timeout-minutes, or set sign: checksums, which makes one signature for all files.'

function hintFor({ status }: HttpResponse): string | undefined {
  if (status === 401 || status === 403) return WRITE_PERMISSION
  if (status === 404) return `The release is gone, or the token may not write to it. ${WRITE_PERMISSION}`
  if (status === 422)
    return 'A release that was published meanwhile and is immutable takes no assets: sign first, then publish.'
  return undefined
}

function failed(what: string, hint?: string): ActionError {
  return new ActionError('RELEASE_UPLOAD_FAILED', what, { hint })
}

function backoff(failures: number): number {
  return Math.random() * Math.min(20_000, 500 * 3 ** (failures - 1))
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`
}
