import { printable } from '../../base/log.ts'
import { removeAsset } from './remove-asset.ts'
import { assetsOf } from './releases.ts'
import type { UploadSession } from './upload-session.ts'
import type { ReleaseAsset } from './types.ts'
import { UploadFailure } from './upload-failure.ts'

/** An upload that has not come to its end by then has broken off. */
const DEAD_MS = 5 * 60_000
const POLL_MS = 10_000

/**
 * Waits for an upload that this run did not begin: another job's, which may be under way. It is over when the asset is
 * complete, or gone, or five minutes old: then it is dead, and removed.
 * @returns the asset when it is complete, `undefined` when its name is free
 * @throws ActionError RELEASE_UPLOAD_FAILED when the run has no time for it, TIMED_OUT, CANCELLED
 */
export async function awaitUpload(session: UploadSession, asset: ReleaseAsset): Promise<ReleaseAsset | undefined> {
  const { clock, signal, log, deadline, access, release } = session
  const name = printable(asset.name)
  const since = clock.now()
  const firstAge = asset.ageMs ?? 0
  let current: ReleaseAsset | undefined = asset
  log.info(
    `An upload of ${name} is under way, by another job, or it broke off: waiting for it until it is 5 minutes old.`,
  )
  while (current !== undefined && !current.complete) {
    const age = Math.max(current.ageMs ?? 0, firstAge + clock.now() - since)
    if (age >= DEAD_MS) {
      await removeAsset(session, current, 'its upload broke off')
      return undefined
    }
    const wait = Math.min(POLL_MS, DEAD_MS - age)
    if (clock.now() + wait >= deadline) throw noTimeFor(name, age)
    await clock.sleep(wait, signal)
    current = (await assetsOf(access, release)).find(({ id }) => id === asset.id)
  }
  return current
}

function noTimeFor(name: string, age: number): Error {
  const what = `An upload of ${name} that this run did not begin is ${Math.floor(age / 1000)} s old and not complete, and timeout-minutes leaves no time to wait for it`
  return new UploadFailure(
    what,
    'If another job is at work on the release, let it end first. Then run this job again: an upload that is 5 minutes old is taken for broken off and replaced.',
  )
}
