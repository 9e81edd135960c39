import { createHash } from 'node:crypto'
import { isKeyFile, type KeyFileName } from '../../formats/run-files.ts'
import { StoredNames } from '../../files/stored-names.ts'
import type { GitHubAccess } from './api.ts'
import { downloadAsset } from './asset-content.ts'
import { holdsKey } from './same-key.ts'
import type { ReleaseAsset, Release, Signatory } from './types.ts'

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

/** What happens to one written file: an asset that holds the same is `left`, others of its name are `inTheWay`. */
export interface AssetStep {
  readonly asset: NewAsset
  readonly left: ReleaseAsset | undefined
  readonly inTheWay: readonly ReleaseAsset[]
}

/** Everything that decides whether an existing asset may be replaced. */
export interface AssetRules {
  readonly access: GitHubAccess
  readonly release: Release
  readonly overwrite: boolean
  /** The release's assets before this run signed anything: later ones are another job's, which may still be at work. */
  readonly existing: readonly ReleaseAsset[]
}

const INDEXES = new WeakMap<readonly ReleaseAsset[], StoredNames<ReleaseAsset>>()

/** The existing assets that a file called `name` meets. */
export function metBy(name: string, existing: readonly ReleaseAsset[]): readonly ReleaseAsset[] {
  let index = INDEXES.get(existing)
  if (index === undefined) {
    index = new StoredNames(existing, (asset) => asset.name)
    INDEXES.set(existing, index)
  }
  return index.metBy(name)
}

/** How many assets the release would hold in the end; of more files than it takes, at least so many. */
export function assetsInAll(names: readonly string[], existing: readonly ReleaseAsset[]): number {
  if (names.length > MAX_ASSETS) return names.length
  const replaced = new Set(names.flatMap((name) => metBy(name, existing).map(({ id }) => id)))
  return existing.filter(({ id }) => !replaced.has(id)).length + names.length
}

/** What is to be done for one file, or in `conflict` the asset that forbids it. An upload under way forbids nothing yet. */
export async function stepFor(
  asset: NewAsset,
  now: readonly ReleaseAsset[],
  rules: AssetRules,
  signatory: Signatory,
): Promise<AssetStep | { readonly conflict: ReleaseAsset }> {
  const met = metBy(asset.name, now)
  for (const old of met) {
    if (await holdsTheSame(old, asset, rules.access, signatory)) return { asset, left: old, inTheWay: [] }
  }
  const conflict = met.find((old) => old.complete && !mayReplace(rules, old))
  return conflict === undefined ? { asset, left: undefined, inTheWay: met } : { conflict }
}

/** Whether a complete asset may give way to a file of ours of the same name. */
function mayReplace({ release, overwrite, existing }: AssetRules, old: ReleaseAsset): boolean {
  return overwrite || (release.draft && existing.some(({ id }) => id === old.id))
}

/** Whether `old` holds the bytes of `asset`; a public-key file, whether it holds the same key. */
export async function holdsTheSame(
  old: ReleaseAsset,
  asset: Pick<NewAsset, 'name' | 'size' | 'sha256'>,
  access: GitHubAccess,
  signatory: Signatory,
): Promise<boolean> {
  if (!old.complete) return false
  if (old.sha256 === asset.sha256) return true
  const { name } = asset
  if (isKeyFile(name)) return keyFileHolds(old, name, access, signatory)
  // GitHub Enterprise Server tells no digest.
  if (old.sha256 !== undefined || old.size !== asset.size || old.size > SMALL) return false
  const content = await downloadAsset(access, old)
  return content !== undefined && sha256(content) === asset.sha256
}

/** Whether an existing public-key file holds the key, and the principal where it names one. */
export async function keyFileHolds(
  old: ReleaseAsset,
  name: KeyFileName,
  access: GitHubAccess,
  signatory: Signatory,
): Promise<boolean> {
  if (!old.complete || old.size > SMALL) return false
  const content = await downloadAsset(access, old)
  return content !== undefined && holdsKey(name, content, signatory)
}

/** The most that is downloaded to compare, in bytes. */
const SMALL = 256 * 1024

/** In lower-case hex. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
