import { join, posix } from 'node:path'
import { asArray, asObject, asString, readJsonObject, type JsonObject } from '../base/json.ts'
import { readBounded } from '../base/read-bounded.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'

/** A manifest for some hundred thousand files. */
const MOST_BYTES = 256 * 1024 * 1024

/** A manifest as an earlier run wrote it, by schemas/signatures.schema.json. Nobody signed it: it proves nothing. */
export interface EarlierManifest {
  readonly keyId: string
  /** `sha256:<hex>`. */
  readonly fingerprint: string
  /** The release files. */
  readonly files: readonly EarlierFile[]
  readonly checksums: EarlierFile | undefined
  /** Provenance and other attestations. */
  readonly statements: readonly string[]
  /** Paths of the run files, the manifest's own among them. */
  readonly runFiles: readonly string[]
  /** All that it says. */
  readonly content: JsonObject
}

/** What an entry of a manifest says, as far as others ask; paths with `/`, as that run wrote them. */
export interface EarlierFile {
  readonly displayPath: string
  /** `sha256:<hex>` and the like. */
  readonly digest: string
  /** Paths of its signature files. */
  readonly files: readonly string[]
  /** All that it says. */
  readonly content: JsonObject
}

/** The manifest at `path`, absolute; `undefined` where there is none that a run of this action wrote. */
export async function readManifest(path: string): Promise<EarlierManifest | undefined> {
  try {
    return parseManifest(await readBounded(path, MOST_BYTES))
  } catch {
    return undefined // somebody else's file of this name, or none
  }
}

/** @throws RangeError for what is not a manifest */
export function parseManifest(bytes: Buffer): EarlierManifest {
  const content = readJsonObject(bytes)
  if (content['version'] !== 1) throw new RangeError('has another version')
  const { checksums } = content
  return {
    keyId: asString(content['keyId'], 'keyId'),
    fingerprint: asString(content['fingerprint'], 'fingerprint'),
    files: asArray(content['files'], 'files').map(entry),
    checksums: checksums === null ? undefined : entry(checksums),
    statements: [
      ...strings(content['provenance'], 'provenance'),
      // Manifests of earlier versions lack it.
      ...(content['attestations'] === undefined ? [] : strings(content['attestations'], 'attestations')),
    ],
    runFiles: strings(content['runFiles'], 'runFiles'),
    content,
  }
}

function entry(value: unknown): EarlierFile {
  const content = asObject(value, 'entry')
  return {
    displayPath: asString(content['path'], 'path'),
    digest: asString(content['digest'], 'digest'),
    files: strings(content['files'], 'files'),
    content,
  }
}

function strings(value: unknown, field: string): string[] {
  return asArray(value, field).map((item) => asString(item, field))
}

/**
 * What a manifest lists as written, where it is now: paths in it are those of the workspace of its run, and a download
 * has them under its own folder.
 * @param folder absolute, where the manifest lies
 * @returns absolute paths
 */
export function writtenBy(manifest: EarlierManifest, folder: string): ReadonlySet<string> {
  const { files, checksums, statements, runFiles } = manifest
  const own = runFiles.find((path) => posix.basename(path) === MANIFEST_FILE)
  if (own === undefined) return new Set()
  const listed = [
    ...files.flatMap((entry) => entry.files),
    ...(checksums === undefined ? [] : [checksums.displayPath, ...checksums.files]),
    ...statements,
    ...runFiles,
  ]
  const base = posix.dirname(own)
  return new Set(
    listed.flatMap((path) => {
      const below = posix.relative(base, path)
      return below === '' || below.startsWith('../') ? [] : [join(folder, below)]
    }),
  )
}

/** Reads the manifests of folders, each once. */
export class EarlierRuns {
  readonly #written = new Map<string, Promise<ReadonlySet<string> | undefined>>()

  /** What the manifest in a folder, absolute, lists as written: absolute paths; `undefined` without one. */
  writtenIn(folder: string): Promise<ReadonlySet<string> | undefined> {
    const known = this.#written.get(folder) ?? this.#read(folder)
    this.#written.set(folder, known)
    return known
  }

  /** Whether the manifest in a folder, if there is one, lists a path as written. */
  async lists(folder: string | undefined, path: string): Promise<boolean> {
    return folder !== undefined && (await this.writtenIn(folder))?.has(path) === true
  }

  async #read(folder: string): Promise<ReadonlySet<string> | undefined> {
    const manifest = await readManifest(join(folder, MANIFEST_FILE))
    return manifest === undefined ? undefined : writtenBy(manifest, folder)
  }
}
