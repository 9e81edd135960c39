import { basename } from 'node:path'
import { ActionError } from '../../base/errors.ts'
import { firstNames, listed, printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import { isKeyFile } from '../../formats/run-files.ts'
import type { GitHubAccess } from './api.ts'
import { downloadAsset, MAX_COMPARED } from './asset-content.ts'
import { keyFileHolds, MAX_ASSETS, metBy, type AssetRules } from './asset-plan.ts'
import { listKind, namesListedIn, signedChecksumFile } from './listed-names.ts'
import type { ReleaseAsset, Release, Signatory } from './types.ts'

/** An asset that keeps a file of ours from being attached. */
interface Conflict {
  readonly asset: ReleaseAsset
  /** Of a list of files that this run does not sign, and of its signatures: what it is, printable. */
  readonly foreign: string | undefined
  /** Of anything else: what is known of it, as the end of a sentence, printable. */
  readonly note?: string
}

/** What is compared with the assets of a release before anything is signed. */
interface PlannedNames {
  /** Base names of all that will be attached. */
  readonly names: readonly string[]
  /** Names of the release files, as checksum files and statements list them. */
  readonly signs: readonly string[]
  /** Asked for only where the release has public-key files to compare with it. */
  readonly signatory: () => Promise<Signatory>
}

/**
 * The assets that forbid what is planned. On a published release only public-key files of the same key may be there. On
 * a draft our own names give way, but not lists of files that this run does not sign: they are another job's, or a person's.
 * @throws ActionError what downloads throw
 */
export async function conflictsOf(planned: PlannedNames, rules: AssetRules): Promise<readonly Conflict[]> {
  if (rules.overwrite) return []
  const conflicts: Conflict[] = []
  const undecided: Conflict[] = []
  const foreignLists = new Set<string>()
  for (const { name, asset } of listsFirst(planned.names, rules.existing)) {
    const foreign = await foreignness(name, asset, planned.signs, foreignLists, rules.access)
    if (foreign !== undefined) conflicts.push({ asset, foreign })
    else if (rules.release.draft || (await holdsSameKey(name, asset, planned, rules))) continue
    // A checksum file may turn out to be the same; where anything else is in the way, it is named with that, in one round.
    else (listKind(name) === 'checksums' ? undecided : conflicts).push({ asset, foreign: undefined })
  }
  return conflicts.length > 0 ? [...conflicts, ...undecided] : []
}

/** Complete assets that are met, lists before others: what is found out of a checksum file holds for its signatures. */
function listsFirst(
  names: readonly string[],
  existing: readonly ReleaseAsset[],
): readonly { readonly name: string; readonly asset: ReleaseAsset }[] {
  const met = [...new Set(names)].flatMap((name) => metBy(name, existing).map((asset) => ({ name, asset })))
  const complete = met.filter(({ asset }) => asset.complete)
  const rank = ({ name }: { readonly name: string }): number => (listKind(name) === undefined ? 1 : 0)
  return complete.toSorted((a, b) => rank(a) - rank(b))
}

async function holdsSameKey(
  name: string,
  asset: ReleaseAsset,
  { signatory }: PlannedNames,
  { access }: AssetRules,
): Promise<boolean> {
  return isKeyFile(name) && (await keyFileHolds(asset, name, access, await signatory()))
}

/** Why an asset is not this run's to replace, or `undefined`. Foreign checksum files are added to `foreignLists`. */
async function foreignness(
  name: string,
  asset: ReleaseAsset,
  signs: readonly string[],
  foreignLists: Set<string>,
  access: GitHubAccess,
): Promise<string | undefined> {
  const signed = signedChecksumFile(name)
  if (signed !== undefined) return foreignLists.has(signed) ? `signs ${signed}` : undefined
  const kind = listKind(name)
  // A release file can bear such a name, and this be its bundle.
  if (kind === undefined || signs.includes(name.replace(/\.sigstore\.json$/u, ''))) return undefined
  const content = asset.size > MAX_COMPARED ? Buffer.alloc(0) : await downloadAsset(access, asset)
  if (content === undefined) return undefined // gone meanwhile
  const names = namesListedIn(kind, content)
  const own = new Set(signs)
  const others = names?.filter((other) => !own.has(other))
  if (others?.length === 0) return undefined
  foreignLists.add(name)
  if (others === undefined)
    return kind === 'checksums' ? 'is not a checksum file as this action writes them' : 'is not a statement about files'
  return `names files that this run does not sign: ${firstNames(others.slice(0, 3))}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`
}

/** ASSET_EXISTS with the ways out: the commands that delete what is in the way, and where jobs share the release, one job that signs. */
export function assetExists(conflicts: readonly Conflict[], { release, access }: AssetRules): ActionError {
  const lines = conflicts.map(({ asset, foreign, note }) =>
    [printable(asset.name, 150), foreign ?? note ?? []].flat().join(' '),
  )
  const kind = release.draft ? 'draft' : 'published'
  const message = `The ${kind} release ${printable(release.tag)} has assets of names that would be attached:\n${listed(lines)}`
  const names = conflicts.map(({ asset }) => asset.name)
  const remove = `Set overwrite: true to replace them, or delete them first: ${deleteCommands(names, release, access)}`
  const shared =
    'Where several jobs attach to one release, sign checksums and provenance in one job alone, after the others and from their digests (input subject-checksums; examples/build-matrix.yml shows it): each job would make a list of its own files only.'
  const isShared = conflicts.some(({ foreign }) => foreign !== undefined)
  return new ActionError('ASSET_EXISTS', message, {
    hint: isShared ? `${shared} If nobody needs those on the release: ${lowered(remove)}` : remove,
  })
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
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
