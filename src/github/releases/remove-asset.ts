import { printable, type Log } from '../../base/log.ts'
import type { AssetRules } from './asset-plan.ts'
import { deleteAsset } from './releases.ts'
import type { ReleaseAsset } from './types.ts'
import { refused } from './upload-failure.ts'

/**
 * Deletes an asset, and says so first: an answer can get lost, but what was deleted stands in the log.
 * @param why what becomes of it, as the end of a sentence
 * @throws ActionError RELEASE_UPLOAD_FAILED, and what the client throws
 */
export async function removeAsset(
  { access, release, log }: Pick<AssetRules, 'access' | 'release'> & { readonly log: Log },
  asset: ReleaseAsset,
  why: string,
): Promise<void> {
  const { name, id, size, sha256 } = asset
  const digest = sha256 === undefined ? '' : `, sha256:${sha256}`
  log.info(
    `Deleting the asset ${printable(name)} (id ${id}, ${size} bytes${digest}) of the release ${printable(release.tag)}: ${why}.`,
  )
  const response = await deleteAsset(access, asset)
  // One that is gone already is what is wanted.
  if (response.status !== 204 && response.status !== 404)
    throw refused(response, release, `the deletion of ${printable(name)}`)
}
