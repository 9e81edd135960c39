import { realpath } from 'node:fs/promises'
import { basename, dirname, relative, sep } from 'node:path'
import { shownPath } from '../base/display-path.ts'
import { listed, type Log } from '../base/log.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import { EarlierRuns } from './earlier-manifest.ts'
import { commonFolder, isRunFileName, isWithin, signedPathsOf } from './names.ts'

/** Which matches are not release files, and what is left. */
export interface Sifted<T> {
  readonly kept: readonly T[]
  /** Sorted by path; why, for the log. */
  readonly leftOut: readonly LeftOut[]
}

interface LeftOut {
  readonly path: string
  readonly why: string
  /** Whether nothing but an earlier run's manifest says so, which nobody signed. */
  readonly byManifest: boolean
}

/** What a run writes, as far as it decides on what is left out. */
export interface OwnOutputs {
  /** Absolute, existing or not; `undefined`: beside the files. */
  readonly outputFolder: string | undefined
  /** What its signature files end in. */
  readonly extensions: readonly string[]
  readonly signsChecksums: boolean
}

/** What is known of a match. */
interface Taken {
  readonly path: string
  /** Whether a pattern names it as it is. */
  readonly isNamed: boolean
}

/**
 * Sets apart what runs of this action write, so that a second run takes the same files as the first: the signature
 * files that this run is going to write, run files in their folder, and what manifests of earlier runs list. A pattern
 * that names a file as it is outweighs a manifest.
 *
 * Run files lie in the output folder, else in the deepest common folder of what is kept; since leaving one out can make
 * that folder deeper, this goes on until nothing changes.
 * @param isNamed whether a pattern names a match as it is
 */
export async function leaveOut<T extends { readonly path: string }>(
  matches: readonly T[],
  own: OwnOutputs,
  isNamed: (match: T) => boolean = () => false,
): Promise<Sifted<T>> {
  const reasons = new Map<string, LeftOut>()
  const places = await placesIn(own.outputFolder)
  const sieve = new Sieve(own, places, new Set(matches.map(({ path }) => path)))
  const leave = (path: string, why: string | undefined, byManifest = false): void => {
    if (why !== undefined) reasons.set(path, { path, why, byManifest })
  }
  const written = matches.filter(({ path }) => signedPathsOf(path).length > 0 || isRunFileName(basename(path), true))
  // The shorter first: what is a signature file itself gets none.
  for (const { path } of written.toSorted((a, b) => a.path.length - b.path.length))
    leave(path, await sieve.signatureOfThisRun(path, (base) => !reasons.has(base)))
  const kept = () => matches.filter(({ path }) => !reasons.has(path))
  for (let before = -1; before !== reasons.size;) {
    before = reasons.size
    const runFolder = own.outputFolder ?? commonFolder(kept().map(({ path }) => dirname(path)))
    for (const match of written.filter(({ path }) => !reasons.has(path))) {
      const taken: Taken = { path: match.path, isNamed: isNamed(match) }
      leave(taken.path, await sieve.runFile(taken.path, runFolder))
      if (!reasons.has(taken.path)) leave(taken.path, await sieve.signatureOfEarlierRun(taken, runFolder))
      if (!reasons.has(taken.path)) leave(taken.path, await sieve.artifactOfEarlierRun(taken), true)
    }
  }
  const leftOut = matches.flatMap(({ path }) => reasons.get(path) ?? [])
  return { kept: kept(), leftOut: leftOut.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Says why a match is left out, by one rule after the other; `undefined` where the rule does not say so. */
class Sieve {
  readonly #own: OwnOutputs
  readonly #placeInOutput: (path: string) => Promise<string | undefined>
  readonly #paths: ReadonlySet<string>
  readonly #named: (name: string) => readonly string[]
  readonly #earlier = new EarlierRuns()

  constructor(
    own: OwnOutputs,
    placeInOutput: (path: string) => Promise<string | undefined>,
    paths: ReadonlySet<string>,
  ) {
    this.#own = own
    this.#placeInOutput = placeInOutput
    this.#paths = paths
    this.#named = byName(paths)
  }

  /** Beside its file, or in the output folder under its name. */
  async signatureOfThisRun(path: string, isKept: (path: string) => boolean): Promise<string | undefined> {
    const { extensions } = this.#own
    const beside = signedPathsOf(path, extensions).find((base) => this.#paths.has(base) && isKept(base))
    return shownSigned(beside ?? (await this.#signedInOutput(path, extensions)))
  }

  async runFile(path: string, runFolder: string | undefined): Promise<string | undefined> {
    const name = basename(path)
    if (!isRunFileName(name, this.#own.signsChecksums)) return undefined
    const isThere =
      this.#own.outputFolder === undefined ? dirname(path) === runFolder : (await this.#placeInOutput(path)) === name
    return isThere ? 'written by the action itself' : undefined
  }

  /** A signature file of a match, that a manifest beside it or among the run files lists. */
  async signatureOfEarlierRun({ path, isNamed }: Taken, runFolder: string | undefined): Promise<string | undefined> {
    if (isNamed || signedPathsOf(path).length === 0) return undefined
    const signed = signedPathsOf(path).find((base) => this.#paths.has(base)) ?? (await this.#signedInOutput(path))
    if (signed === undefined) return undefined
    const folders = [dirname(path), runFolder]
    for (const folder of folders) if (await this.#earlier.lists(folder, path)) return shownSigned(signed)
    return undefined
  }

  /** What lies beside a manifest that lists it, as in an artifact of an earlier attempt, and that manifest. */
  async artifactOfEarlierRun({ path, isNamed }: Taken): Promise<string | undefined> {
    const name = basename(path)
    if (isNamed || !(isRunFileName(name, true) || signedPathsOf(name).length > 0)) return undefined
    if (!(await this.#earlier.lists(dirname(path), path))) return undefined
    return name === MANIFEST_FILE ? 'manifest of an earlier run' : `written by an earlier run, by its ${MANIFEST_FILE}`
  }

  /** Under an output folder a file goes by its name: its base name, or its path below a folder that others share. */
  async #signedInOutput(path: string, extensions?: readonly string[]): Promise<string | undefined> {
    if (signedPathsOf(path, extensions).length === 0) return undefined
    const place = await this.#placeInOutput(path)
    return (place === undefined ? [] : signedPathsOf(place, extensions))
      .flatMap((name) => this.#named(name))
      .find((other) => other !== path)
  }
}

const shownSigned = (signed: string | undefined): string | undefined =>
  signed === undefined ? undefined : `signature file of ${shownPath(signed)}`

/** A line for each, since it is not signed; a warning, where a manifest that nobody signed says so. */
export function logLeftOut(leftOut: Sifted<unknown>['leftOut'], log: Log): void {
  for (const { path, why } of leftOut) log.info(`Left out: ${shownPath(path)} (${why})`)
  const earlier = leftOut.flatMap(({ path, byManifest }) => (byManifest ? [shownPath(path)] : []))
  if (earlier.length === 0) return
  log.warning(
    `These lie beside a ${MANIFEST_FILE} of an earlier run that lists them, and were not signed. To sign one of them, name it in a line of its own, without wildcards:\n${listed(earlier)}`,
  )
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
