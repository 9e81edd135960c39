import { basename, dirname, relative } from 'node:path'
import { ActionError } from '../base/errors.ts'
import { commonFolder } from '../files/names.ts'
import { isKeptName, possibleStoredNames } from '../files/stored-names.ts'
import { listed, pairOf, printable } from '../base/log.ts'

/** What the artifact service refuses in paths. */
const NOT_IN_ARTIFACTS = /[":<>|*?\r\n]/u

/**
 * Whether all of the files can be uploaded as one workflow artifact.
 * @param paths absolute
 * @throws ActionError INVALID_INPUT
 */
export function checkArtifactPaths(paths: readonly string[]): void {
  const root = commonFolder(paths.map((path) => dirname(path))) ?? ''
  const refused = paths.map((path) => relative(root, path)).filter((path) => NOT_IN_ARTIFACTS.test(path))
  if (refused.length === 0) return
  const shown = listed(refused.map((path) => printable(path, 300)))
  throw new ActionError('INVALID_INPUT', `GitHub takes none of " : < > | * ? in the paths of an artifact:\n${shown}`, {
    hint: 'Rename the files, or set `upload-artifact: false`.',
  })
}

/**
 * Whether a checksum file can list the release files: one of its own name would be taken for itself.
 * @param names of the release files
 * @param sums the checksum file's name
 * @throws ActionError INVALID_INPUT
 */
export function checkListedNames(names: readonly string[], sums: string): void {
  if (!names.includes(sums)) return
  throw new ActionError('INVALID_INPUT', `A release file has the name of the checksum file that lists it: ${sums}`, {
    hint: `Leave it out by a line with \`!\`, such as \`!**/${sums}\`, rename it, or take \`checksums\` out of \`sign\`.`,
  })
}

/** What is going to meet on a release. */
interface ReleaseNames {
  /** Names of the release files: on the release they go by the last part. */
  readonly files: readonly string[]
  /** Base names of all that will be attached. */
  readonly assets: readonly string[]
  /** Whether something that is signed lists the release files by name: a checksum file, a statement. */
  readonly namesAreSigned: boolean
}

/**
 * Whether each file keeps a name of its own on a release. What GitHub makes of names that it
 * does not keep is not documented, so every likely way counts.
 * @throws ActionError ASSET_NAME_CONFLICT
 */
export function checkReleaseNames({ files, assets, namesAreSigned }: ReleaseNames): void {
  const names = files.map((name) => basename(name))
  const changing = namesAreSigned ? names.filter((name) => !isKeptName(name)) : []
  if (changing.length > 0)
    throw conflict(
      `GitHub may change these names, and what is signed (checksum file, provenance) would still hold the old ones, so that no verifier finds the files:\n${shownNames(changing)}`,
    )
  const owners = new Map<string, string>()
  const conflicts: string[] = []
  for (const name of [...names, ...assets]) {
    const forms = possibleStoredNames(name)
    const owner = forms.map((form) => owners.get(form)).find((other) => other !== undefined)
    if (owner !== undefined) conflicts.push(owner === name ? `${shown(name)}, twice` : pairOf([owner, name], shown))
    for (const form of forms) owners.set(form, name)
  }
  if (conflicts.length > 0)
    throw conflict(`On a release these names would be, or could become, one:\n${listed(conflicts)}`)
}

const shown = (name: string): string => printable(name, 200)
const shownNames = (names: readonly string[]): string => listed(names.map(shown))

function conflict(message: string): ActionError {
  return new ActionError('ASSET_NAME_CONFLICT', message, {
    hint: 'Give the files names of their own, of A-Z a-z 0-9 . _ + - and without a dot at either end, or set `release-assets: false`.',
  })
}
