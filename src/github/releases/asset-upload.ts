import { readFile } from 'node:fs/promises'
import type { Clock } from '../../base/clock.ts'
import { ActionError, messageOf } from '../../base/errors.ts'
import type { Log } from '../../base/log.ts'
import { Miss, persist, RefusedSince, WAITS, type Patience } from '../../base/retry.ts'
import { saidBy, trimmed, WRITE_PERMISSION } from './refusals.ts'
import { postAsset } from './asset-content.ts'
import { assetsOf, deleteAsset } from './releases.ts'
import { type ReleaseAsset } from './types.ts'
import { jsonOf, readAsset, refusalOf } from './wire.ts'
import type { HttpResponse } from '../../http/types.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import { contentTypeOf } from './asset-names.ts'
import { holdsTheSame, mayReplace, metBy, sha256, type AssetRules, type NewAsset } from './asset-plan.ts'
import type { UploadPace } from './upload-pace.ts'

/** Attempts at one asset; the client sits out GitHub's limits. */
const PATIENCE: Patience = { attempts: 5, refusedMs: 0 }

/** What all uploads of a run share. */
export interface UploadSession extends AssetRules {
  readonly key: PublicKey
  readonly pace: UploadPace
  readonly clock: Clock
  readonly signal: AbortSignal
  /** When the run is over, as the clock's `now` counts. */
  readonly deadline: number
  readonly log: Log
}

/** What an attempt came to: stored, or worth another one. */
type Attempt = ReleaseAsset | Miss

/**
 * Uploads one file. After an answer that leaves it open whether the asset arrived, the release is listed: what holds
 * the same bytes counts, what is broken or may be replaced is removed, and the upload begins anew.
 * @throws ActionError RELEASE_UPLOAD_FAILED, or what the client throws
 */
export async function uploadAsset(session: UploadSession, asset: NewAsset): Promise<ReleaseAsset> {
  const { clock, signal, deadline, log } = session
  const content = await readFile(asset.path)
  if (sha256(content) !== asset.sha256) throw failed(`${asset.name} changed on disk while it was attached.`)
  return persist<ReleaseAsset, Miss>(
    {
      patience: PATIENCE,
      waits: WAITS,
      refusedSince: new RefusedSince(),
      now: () => clock.now(),
      deadline,
      sleep: (ms) => clock.sleep(ms, signal),
      onWait: ({ why }, { failures }) => {
        log.info(`${why}. Attempt ${failures + 1} of ${PATIENCE.attempts} to attach the file follows.`)
      },
      givenUp: ({ why }, { failures }) => failed(`${why} (${failures} attempts)`),
    },
    async () => {
      await session.pace.turn(clock, signal, (ms) => {
        log.info(`Waiting ${Math.ceil(ms / 1000)} s: GitHub takes a limited number of uploads a minute and an hour.`)
      })
      return attemptUpload(session, asset, content)
    },
  )
}

async function attemptUpload(session: UploadSession, asset: NewAsset, content: Buffer): Promise<Attempt> {
  const { access, release } = session
  let response: HttpResponse
  try {
    response = await postAsset(access, release, { name: asset.name, contentType: contentTypeOf(asset.name), content })
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'UNAVAILABLE') throw error
    return settle(session, asset, error.message)
  }
  const { status } = response
  if (status === 201) return judge(session, asset, response)
  const said = `GitHub answered ${saidBy(response)}`
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
  if (stored.complete && same) return stored
  await deleteAsset(session.access, stored)
  return new Miss('GitHub stored other bytes than were sent')
}

/** Sees what the release holds now, and makes room for another attempt. */
async function settle(session: UploadSession, asset: NewAsset, why: string): Promise<Attempt> {
  const { access, release, key } = session
  for (const old of metBy(asset.name, await assetsOf(access, release))) {
    if (await holdsTheSame(old, asset, access, key)) return old
    if (old.complete && !mayReplace(session)) throw failed(`${why}: an asset of that name has been attached meanwhile`)
    await deleteAsset(access, old)
  }
  return new Miss(trimmed(why))
}

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
