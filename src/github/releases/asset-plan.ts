import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ActionError } from '../../base/errors.ts'
import { isKeyFile, type KeyFileName } from '../../formats/run-files.ts'
import type { GitHubAccess } from './api.ts'
import { downloadAsset } from './asset-content.ts'
import type { ReleaseAsset, Release } from './types.ts'
import { listed, printable } from '../../base/log.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import { printableWord } from '../../base/shell.ts'
import { mayBeStoredAs } from './asset-names.ts'
import { holdsKey } from './same-key.ts'

/** GitHub's limit. */
export const MAX_ASSETS = 1000

/** A written file, as it is attached. */
export interface NewAsset {
  /** Absolute. */
  readonly path: string
  /** Its base name. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 in lower-case hex. */
  readonly sha256: string
}

/** What happens to one written file: an asset that holds the same is `left`, others of its name are `removed` first. */
export interface AssetStep {
  readonly asset: NewAsset
  readonly left: ReleaseAsset | undefined
  readonly removed: readonly ReleaseAsset[]
}

/** Everything that decides whether an existing asset may be replaced. */
export interface AssetRules {
  readonly access: GitHubAccess
  readonly release: Release
  readonly overwrite: boolean
}

/** The existing assets that a file called `name` meets. */
export function metBy(name: string, existing: readonly ReleaseAsset[]): readonly ReleaseAsset[] {
  return existing.filter((asset) => mayBeStoredAs(name, asset.name))
}

/** How many assets the release would hold in the end; of more files than it takes, at least so many. */
export function assetsInAll(names: readonly string[], existing: readonly ReleaseAsset[]): number {
  if (names.length > MAX_ASSETS) return names.length
  const replaced = new Set(names.flatMap((name) => metBy(name, existing).map(({ id }) => id)))
  return existing.filter(({ id }) => !replaced.has(id)).length + names.length
}

/** What is to be done for one file, or in `conflict` the asset that forbids it. */
export async function stepFor(
  asset: NewAsset,
  existing: readonly ReleaseAsset[],
  rules: AssetRules,
  key: PublicKey,
): Promise<AssetStep | { readonly conflict: ReleaseAsset }> {
  const met = metBy(asset.name, existing)
  for (const old of met) if (await holdsTheSame(old, asset, rules.access, key)) return { asset, left: old, removed: [] }
  const conflict = met.find((old) => old.complete && !mayReplace(rules))
  return conflict === undefined ? { asset, left: undefined, removed: met } : { conflict }
}

/** Whether a complete asset may give way to a file of ours. */
export function mayReplace({ release, overwrite }: AssetRules): boolean {
  return release.draft || overwrite
}

/** Whether `old` holds the bytes of `asset`; a public-key file, whether it holds the same key. */
export async function holdsTheSame(
  old: ReleaseAsset,
  asset: Pick<NewAsset, 'name' | 'size' | 'sha256'>,
  access: GitHubAccess,
  key: PublicKey,
): Promise<boolean> {
  if (!old.complete) return false
  if (old.sha256 === asset.sha256) return true
  const { name } = asset
  if (isKeyFile(name)) return keyFileHolds(old, name, access, key)
  // GitHub Enterprise Server tells no digest.
  if (old.sha256 !== undefined || old.size !== asset.size || old.size > SMALL) return false
  return sha256(await downloadAsset(access, old)) === asset.sha256
}

/** Whether an existing public-key file holds `key`. */
export async function keyFileHolds(
  old: ReleaseAsset,
  name: KeyFileName,
  access: GitHubAccess,
  key: PublicKey,
): Promise<boolean> {
  return old.complete && old.size <= SMALL && holdsKey(name, await downloadAsset(access, old), key)
}

/** The most that is downloaded to compare, in bytes. */
const SMALL = 256 * 1024

/** In lower-case hex. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** ASSET_EXISTS with the commands that delete what is in the way. */
export function assetExists(conflicts: readonly ReleaseAsset[], { release, access }: AssetRules): ActionError {
  const names = conflicts.map(({ name }) => name)
  return new ActionError(
    'ASSET_EXISTS',
    `The published release ${printable(release.tag)} has assets of names that would be attached:\n${listed(names.map((name) => printable(name, 150)))}`,
    { hint: `Set overwrite: true to replace them, or delete them first: ${deleteCommands(names, release, access)}` },
  )
}

/** `gh` commands that delete assets, at most ten. */
export function deleteCommands(names: readonly string[], release: Release, { repository }: GitHubAccess): string {
  const commands = names
    .slice(0, 10)
    .map(
      (name) =>
        `gh release delete-asset ${printableWord(release.tag)} ${printableWord(basename(name))} --yes --repo ${repository}`,
    )
  return commands.join('; ') + (names.length > 10 ? '; …' : '')
}

/** RELEASE_FULL. */
export function releaseFull(inAll: number, release: Release): ActionError {
  return new ActionError(
    'RELEASE_FULL',
    `The release ${printable(release.tag)} would hold ${inAll} assets; GitHub allows ${MAX_ASSETS}.`,
    {
      hint: 'Set sign: checksums, which makes one signature for all files, take fewer formats, or set release-assets: false.',
    },
  )
}
