import { readFile } from 'node:fs/promises'
import { ActionError, messageOf } from '../../base/errors.ts'
import type { HttpResponse } from '../../http/types.ts'
import { postAsset } from './asset-content.ts'
import { contentTypeOf } from './asset-names.ts'
import { holdsTheSame, metBy, sha256, type AssetStep, type NewAsset } from './asset-plan.ts'
import { printable } from '../../base/log.ts'
import { Miss, persist, RefusedSince, WAITS, type Patience } from '../../base/retry.ts'
import { saidBy, trimmed } from './refusals.ts'
import { assetsOf } from './releases.ts'
import { removeAsset } from './remove-asset.ts'
import { awaitUpload } from './starters.ts'
import type { ReleaseAsset } from './types.ts'
import type { UploadSession } from './upload-session.ts'
import { meanwhile, refused, runAgain, UploadFailure } from './upload-failure.ts'
import { jsonOf, readAsset, refusalOf } from './wire.ts'

/** Attempts at one asset; the client sits out GitHub's limits. */
const PATIENCE: Patience = { attempts: 5, refusedMs: 0 }
const STATUS = 'Look at https://www.githubstatus.com.'
const UNLISTED =
  'GitHub says that an asset of that name is there and lists none: look at the release in the browser, and delete it there.'

/** An attempt after which the asset may or may not be there. */
class OpenEnd extends Miss {
  /** What to do when it is never stored. */
  readonly hint: string
  /** Whether GitHub has said that it gave the upload up: a broken asset that came since is its remains. */
  readonly ended: boolean

  constructor(why: string, hint: string, ended: boolean) {
    super(trimmed(why))
    this.hint = hint
    this.ended = ended
  }
}

/**
 * Makes room for one file and uploads it. After an answer that leaves it open whether the asset arrived, the release is
 * listed: what holds the same bytes counts, what this run's own upload left broken is removed, and the upload begins
 * anew. What others attached meanwhile is never removed.
 * @throws ActionError RELEASE_UPLOAD_FAILED, or what the client throws
 */
export async function uploadAsset(session: UploadSession, step: AssetStep): Promise<ReleaseAsset> {
  const { clock, signal, deadline, log } = session
  const { asset } = step
  const content = await readFile(asset.path)
  if (sha256(content) !== asset.sha256)
    throw new UploadFailure(
      `${printable(asset.name)} changed on disk while it was attached`,
      `Find out what writes to it. ${runAgain(session.release)}`,
    )
  const there = await makeRoom(session, step)
  if (there !== undefined) return there
  return persist<ReleaseAsset, OpenEnd>(
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
      givenUp: ({ why, hint }, { failures }) =>
        new UploadFailure(
          `${why} (${failures} attempts at ${printable(asset.name)})`,
          `${hint} ${runAgain(session.release)}`,
        ),
    },
    async () => {
      await session.pace.turn(clock, signal, (ms) => {
        log.info(`Waiting ${Math.ceil(ms / 1000)} s: GitHub takes a limited number of uploads a minute and an hour.`)
      })
      return attemptUpload(session, asset, content)
    },
  )
}

/** Removes what the file replaces, and waits for uploads of its name that others began. @returns the same file, attached by another */
async function makeRoom(session: UploadSession, { asset, inTheWay }: AssetStep): Promise<ReleaseAsset | undefined> {
  for (const old of inTheWay) {
    if (old.complete) await removeAsset(session, old, 'this run replaces it')
    else {
      const complete = await awaitUpload(session, old)
      if (complete !== undefined) return sameOrRefused(session, asset, complete)
    }
  }
  return undefined
}

async function sameOrRefused(session: UploadSession, asset: NewAsset, other: ReleaseAsset): Promise<ReleaseAsset> {
  if (await holdsTheSame(other, asset, session.access, session.signatory)) return other
  throw meanwhile(other.name)
}

async function attemptUpload(
  session: UploadSession,
  asset: NewAsset,
  content: Buffer,
): Promise<ReleaseAsset | OpenEnd> {
  const { access, release } = session
  let response: HttpResponse
  try {
    response = await postAsset(access, release, { name: asset.name, contentType: contentTypeOf(asset.name), content })
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'UNAVAILABLE') throw error
    return settle(session, asset, new OpenEnd(error.message, error.hint ?? STATUS, false))
  }
  const { status } = response
  if (status === 201) return judge(session, asset, response)
  const said = `GitHub answered ${saidBy(response)}`
  if (status >= 500 || status === 408) return settle(session, asset, new OpenEnd(said, STATUS, true))
  if (status === 422 && refusalOf(response).codes.includes('already_exists'))
    return settle(session, asset, new OpenEnd(said, UNLISTED, false))
  throw refused(response, release, `the upload of ${printable(asset.name)}`)
}

/** A 201 counts when what it says is stored is what was sent. */
async function judge(session: UploadSession, asset: NewAsset, response: HttpResponse): Promise<ReleaseAsset | OpenEnd> {
  let stored: ReleaseAsset
  try {
    stored = readAsset(jsonOf(response))
  } catch (error) {
    return settle(session, asset, new OpenEnd(messageOf(error), STATUS, false))
  }
  const same = stored.size === asset.size && (stored.sha256 === undefined || stored.sha256 === asset.sha256)
  if (stored.complete && same) return stored
  await removeAsset(session, stored, 'GitHub stored other bytes than this run sent')
  return new OpenEnd('GitHub stored other bytes than were sent', STATUS, true)
}

/** Looks at what the release holds now, and makes room for another attempt. */
async function settle(session: UploadSession, asset: NewAsset, miss: OpenEnd): Promise<ReleaseAsset | OpenEnd> {
  const { access, release, signatory, before } = session
  const isOld = ({ id }: ReleaseAsset): boolean => before.some((known) => known.id === id)
  for (const found of metBy(asset.name, await assetsOf(access, release))) {
    if (await holdsTheSame(found, asset, access, signatory)) return found
    // One that was there before has been deleted: it may still be listed for a moment.
    if (found.complete && isOld(found)) continue
    if (found.complete) throw meanwhile(found.name)
    if (miss.ended && !isOld(found))
      await removeAsset(session, found, 'it is what is left of an upload of this run that broke off')
    else {
      const complete = await awaitUpload(session, found)
      if (complete !== undefined) return sameOrRefused(session, asset, complete)
    }
  }
  return miss
}
