import { realpath } from 'node:fs/promises'
import { basename, dirname, relative, sep } from 'node:path'
import { printable, type Log } from '../base/log.ts'
import { commonFolder, isRunFileName, isWithin, signedPathsOf } from './names.ts'

/** Which matches are no release files, and what is left. */
export interface Sifted<T> {
  readonly kept: readonly T[]
  /** In the order of the matches; why, for the log. */
  readonly leftOut: readonly { readonly path: string; readonly why: string }[]
}

/**
 * Sets apart what a run of this action writes, so that a second run takes the same files as the first:
 * signature files of other matches, beside them or in `outputFolder` under their names, and run files.
 *
 * Run files lie in `outputFolder`, else in the deepest common folder of what is kept; since leaving one out can make
 * that folder deeper, this goes on until nothing changes.
 * @param outputFolder absolute, existing or not
 */
export async function leaveOut<T extends { readonly path: string }>(
  matches: readonly T[],
  outputFolder: string | undefined,
  signsChecksums: boolean,
): Promise<Sifted<T>> {
  const reasons = new Map<string, string>()
  const placeInOutput = await placesIn(outputFolder)
  const signatureOf = signatureFinder(matches, placeInOutput)
  for (const { path } of matches) {
    const signed = await signatureOf(path)
    if (signed !== undefined) reasons.set(path, `signature file of ${signed}`)
  }
  const kept = () => matches.filter(({ path }) => !reasons.has(path))
  for (let before = -1; before !== reasons.size;) {
    before = reasons.size
    const rest = kept()
    const folder = commonFolder(rest.map(({ path }) => dirname(path)))
    for (const { path } of rest) {
      if (!isRunFileName(basename(path), signsChecksums)) continue
      const inOutput =
        outputFolder === undefined ? dirname(path) === folder : (await placeInOutput(path)) === basename(path)
      if (inOutput) reasons.set(path, 'written by the action itself')
    }
  }
  const leftOut = matches.flatMap(({ path }) => {
    const why = reasons.get(path)
    return why === undefined ? [] : [{ path, why }]
  })
  return { kept: kept(), leftOut }
}

/** A line for each: what is left out is not signed, and not verified. */
export function logLeftOut(leftOut: Sifted<unknown>['leftOut'], log: Log): void {
  for (const { path, why } of leftOut) log.info(`Left out: ${printable(path)} (${printable(why)})`)
}

/** A function that gives a path's place below the output folder, links resolved in its own folder; or `undefined`. */
async function placesIn(outputFolder: string | undefined): Promise<(path: string) => Promise<string | undefined>> {
  if (outputFolder === undefined) return () => Promise.resolve(undefined)
  const real = await realpath(outputFolder).catch(() => outputFolder)
  const folders = new Map<string, string>()
  return async (path) => {
    const folder = dirname(path)
    const resolved = folders.get(folder) ?? (await realpath(folder).catch(() => folder))
    folders.set(folder, resolved)
    return isWithin(resolved, real) ? relative(real, resolved + sep + basename(path)) : undefined
  }
}

function signatureFinder(
  matches: readonly { readonly path: string }[],
  placeInOutput: (path: string) => Promise<string | undefined>,
): (path: string) => Promise<string | undefined> {
  const paths = new Set(matches.map(({ path }) => path))
  const named = byName(paths)
  return async (path) => {
    const candidates = signedPathsOf(path)
    if (candidates.length === 0) return undefined
    const beside = candidates.find((candidate) => paths.has(candidate))
    if (beside !== undefined) return beside
    const place = await placeInOutput(path)
    if (place === undefined) return undefined
    // Under an output folder a file goes by its name: its base name, or its path below a folder that others share.
    return signedPathsOf(place)
      .flatMap((name) => named(name))
      .find((other) => other !== path)
  }
}

/** The paths that end in a name, which is a base name or has folders before it; one list for each depth. */
function byName(paths: ReadonlySet<string>): (name: string) => readonly string[] {
  const byLength = new Map<number, ReadonlyMap<string, readonly string[]>>()
  return (name) => {
    const parts = name.split(sep).length
    const known = byLength.get(parts) ?? Map.groupBy(paths, (path) => path.split(sep).slice(-parts).join(sep))
    byLength.set(parts, known)
    return known.get(name) ?? []
  }
}
