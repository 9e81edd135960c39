import { ActionError } from '../../base/errors.ts'
import { trustedUploadUrl } from './asset-content.ts'
import { assetsOf } from './releases.ts'
import type { HttpClient } from '../../http/types.ts'
import { printable, type Log } from '../../base/log.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import { assetsInAll, holdsTheSame, MAX_ASSETS, metBy, sha256, type AssetRules } from './asset-plan.ts'
import { assetExists, conflictsOf, releaseFull } from './conflicts.ts'
import { systemClock, type Clock } from '../../base/clock.ts'
import { findRelease } from './release-lookup.ts'
import type { Signatory } from './types.ts'
import { paceMs, UPLOADS_A_MINUTE, UPLOADS_AN_HOUR } from './upload-pace.ts'

/** Which release, what will be attached, and within what bounds. */
export interface ReleaseRequest {
  readonly http: HttpClient
  readonly log: Log
  /** Aborts with an ActionError TIMED_OUT or CANCELLED as its reason. */
  readonly signal: AbortSignal
  /** When the run is over, as the clock's `now` counts. */
  readonly deadline: number
  /** GITHUB_API_URL and GITHUB_REPOSITORY are read. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly tag: string | undefined
  /** In place of `tag`, or beside it: then the release has to bear it. */
  readonly id: number | undefined
  readonly token: string
  readonly overwrite: boolean
  /** Base names of all that will be attached, as far as they are known. */
  readonly names: readonly string[]
  /** All of them, once the key is known: asked for where something is in the way, so that all of it is named at once. */
  readonly allNames: () => Promise<readonly string[]>
  /** Names of the release files, as checksum files and statements list them. */
  readonly signs: readonly string[]
  /** The SSH principal that `kms-allowed-signers` names. */
  readonly principal: string
  /** The key, asked for only where the release has public-key files to compare with it. */
  readonly publicKey: () => Promise<PublicKey>
  /** Of tests. */
  readonly clock?: Clock
}

/** A release that was found fit: what `attachAssets` works from. */
export interface PreparedRelease extends AssetRules {
  readonly request: ReleaseRequest
  readonly clock: Clock
}

/**
 * Looks the release up before anything is signed, and sees that all of `names` can be attached to it in time.
 * @throws ActionError INVALID_INPUT (time), RELEASE_NOT_FOUND, RELEASE_FORBIDDEN, RELEASE_IMMUTABLE, RELEASE_FULL,
 * ASSET_EXISTS, and what the client throws
 */
export async function prepareRelease(request: ReleaseRequest): Promise<PreparedRelease> {
  const { http, env, token, overwrite, log } = request
  const clock = request.clock ?? systemClock
  checkTime(request, request.names, clock)
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com'
  const access = { http, token, apiUrl, repository: env['GITHUB_REPOSITORY'] ?? '' }
  const release = await findRelease(access, request, { ...request, clock })
  trustedUploadUrl(access, release)
  const existing = await assetsOf(access, release)
  const prepared = { request, clock, access, release, overwrite, existing }
  await checkRoom(request.names, prepared)
  const kind = release.draft ? 'draft' : 'published release'
  log.info(`Assets go to the ${kind} ${printable(release.tag)} (id ${release.id}), which has ${existing.length}.`)
  return prepared
}

/**
 * Once the key is known, and with it every name: the same questions as before of those that hung on it.
 * @param names base names of all that will be attached
 * @throws ActionError INVALID_INPUT (time), RELEASE_FULL, ASSET_EXISTS
 */
export async function checkAllNames(prepared: PreparedRelease, names: readonly string[]): Promise<void> {
  const { request, clock } = prepared
  if (names.every((name) => request.names.includes(name))) return
  checkTime(request, names, clock)
  await checkRoom(names, prepared)
}

async function checkRoom(all: readonly string[], prepared: PreparedRelease): Promise<void> {
  const names = [...new Set(all)]
  const inAll = assetsInAll(names, prepared.existing)
  if (inAll > MAX_ASSETS) throw releaseFull(inAll, prepared.release)
  const { request } = prepared
  const signatory = async (): Promise<Signatory> => ({ key: await request.publicKey(), principal: request.principal })
  const planned = { names, signs: request.signs, signatory }
  const conflicts = await conflictsOf(planned, prepared)
  if (conflicts.length === 0) return
  // Where the key cannot be had, the run fails by that, or by what is known.
  const withKey = await request.allNames().catch(() => names)
  throw assetExists(await conflictsOf({ ...planned, names: withKey }, prepared), prepared)
}

/** Whether the release has a complete asset that a file called `name` meets, and that this run may not replace. */
export function mayNotReplace({ overwrite, release, existing }: PreparedRelease, name: string): boolean {
  return !overwrite && !release.draft && metBy(name, existing).some(({ complete }) => complete)
}

/**
 * Before the first signature: on a published release an asset of the checksum file's name may only be the same file.
 * @throws ActionError ASSET_EXISTS
 */
export async function checkChecksumAsset(prepared: PreparedRelease, name: string, content: Buffer): Promise<void> {
  if (!mayNotReplace(prepared, name)) return
  const asset = { name, size: content.length, sha256: sha256(content) }
  const signatory = { key: await prepared.request.publicKey(), principal: prepared.request.principal }
  for (const old of metBy(name, prepared.existing)) {
    if (!old.complete || (await holdsTheSame(old, asset, prepared.access, signatory))) continue
    const note = 'is not the checksum file that this run would make'
    throw assetExists([{ asset: old, foreign: undefined, note }], prepared)
  }
}

/** Pacing alone must fit into what is left of the run. */
function checkTime({ deadline }: ReleaseRequest, names: readonly string[], clock: Clock): void {
  // More than a release takes: that is the better thing to say.
  if (names.length > MAX_ASSETS) return
  const needed = paceMs(names.length)
  const left = deadline - clock.now()
  if (left <= 0) throw new ActionError('TIMED_OUT', 'The time of timeout-minutes was over before the first signature.')
  if (needed <= left) return
  const minutes = Math.ceil(needed / 60_000)
  const message = `Input 'timeout-minutes' is too short for 'release-assets': ${names.length} uploads take ${minutes} minutes at the ${UPLOADS_A_MINUTE} a minute and ${UPLOADS_AN_HOUR} an hour that GitHub's limits allow, and ${Math.max(0, Math.floor(left / 60_000))} are left.`
  throw new ActionError('INVALID_INPUT', message, {
    hint: `Set timeout-minutes: ${minutes + 15} (and as much for the job), or sign: checksums, which makes one signature for all files.`,
  })
}
