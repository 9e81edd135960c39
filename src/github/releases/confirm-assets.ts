import { firstNames } from '../../base/log.ts'
import type { NewAsset } from './asset-plan.ts'
import type { UploadSession } from './upload-session.ts'
import { assetsOf } from './releases.ts'
import type { ReleaseAsset } from './types.ts'
import { runAgain, UploadFailure } from './upload-failure.ts'

/** A file and the asset that GitHub said it is. */
export interface Claim {
  readonly asset: NewAsset
  readonly stored: ReleaseAsset
  /** Whether it was there already. */
  readonly left: boolean
}

/** A list may lag behind what was stored: waits before it is asked for again. */
const LAG_MS = [1000, 3000]

/**
 * Lists the release once more: each asset has to be there, complete, with the bytes that were sent. Another job can
 * have deleted one, and a store can lose one.
 * @param lost is given the files that are not there as they should be
 * @throws ActionError RELEASE_UPLOAD_FAILED, and what the client throws
 */
export async function confirmAssets(
  session: UploadSession,
  claims: readonly Claim[],
  lost: (assets: readonly NewAsset[]) => void,
): Promise<void> {
  const { access, release, clock, signal } = session
  let missing = missingFrom(await assetsOf(access, release), claims)
  for (const wait of LAG_MS) {
    if (missing.length === 0) return
    await clock.sleep(wait, signal)
    missing = missingFrom(await assetsOf(access, release), claims)
  }
  if (missing.length === 0) return
  lost(missing.map(({ asset }) => asset))
  const names = firstNames(missing.map(({ stored }) => stored.name))
  throw new UploadFailure(
    `GitHub took these files, but at the end the release does not list them with the bytes sent: ${names}`,
    `Another job or person has deleted or replaced them meanwhile: let one job sign for the release. ${runAgain(release)}`,
  )
}

function missingFrom(listed: readonly ReleaseAsset[], claims: readonly Claim[]): readonly Claim[] {
  const byId = new Map(listed.map((asset) => [asset.id, asset]))
  return claims.filter(({ asset, stored, left }) => {
    const now = byId.get(stored.id)
    if (now?.complete !== true) return true
    // What was left is another file of the same key: its own bytes count.
    const wanted = left ? stored : asset
    return now.size !== wanted.size || (now.sha256 !== undefined && now.sha256 !== wanted.sha256)
  })
}
