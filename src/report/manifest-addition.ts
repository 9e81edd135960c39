import { access } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { parseManifest, type EarlierManifest, type EarlierFile } from '../files/earlier-manifest.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'

/**
 * A manifest with what an earlier one of the same key says besides: of entries of earlier steps, those whose files are
 * still there and were not written anew.
 * @param existing the earlier manifest's bytes
 * @param own the new one's
 * @param folder absolute, of both
 * @returns `undefined` where the earlier one is none, or another key's
 */
export async function addedTo(existing: Buffer, own: Buffer, folder: string): Promise<Buffer | undefined> {
  const [before, now] = [parsed(existing), parseManifest(own)]
  if (before?.keyId !== now.keyId || before.fingerprint !== now.fingerprint) return undefined
  const written = pathsOf(now)
  const base = posix.dirname(before.runFiles.find((path) => posix.basename(path) === MANIFEST_FILE) ?? '')
  const stays = async (path: string): Promise<boolean> =>
    !written.has(path) &&
    (await access(join(folder, posix.relative(base, path))).then(
      () => true,
      () => false,
    ))
  const joined = async (field: string): Promise<readonly string[]> => [
    ...(await filtered(pathsIn(before, field), stays)),
    ...pathsIn(now, field),
  ]
  const earlier = await staying(before.files, stays)
  const merged = {
    ...before.content,
    ...now.content,
    files: mergedFiles(earlier, now.files),
    checksums: await mergedChecksums(before.checksums, now.checksums, stays),
    provenance: await joined('provenance'),
    attestations: await joined('attestations'),
    runFiles: [...(await filtered(before.runFiles, stays)), ...now.runFiles],
  }
  return Buffer.from(`${JSON.stringify(merged, null, 2)}\n`)
}

function parsed(bytes: Buffer): EarlierManifest | undefined {
  try {
    return parseManifest(bytes)
  } catch {
    return undefined
  }
}

function pathsOf({ files, checksums, statements, runFiles }: EarlierManifest): ReadonlySet<string> {
  const sums = checksums === undefined ? [] : [checksums.displayPath, ...checksums.files]
  return new Set([...files.flatMap((entry) => entry.files), ...sums, ...statements, ...runFiles])
}

/** A list of paths that a manifest has; those of earlier versions lack some. */
function pathsIn({ content }: EarlierManifest, field: string): readonly string[] {
  const paths: unknown = content[field]
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : []
}

type Stays = (path: string) => Promise<boolean>

async function filtered(paths: readonly string[], stays: Stays): Promise<string[]> {
  const kept: string[] = []
  for (const path of paths) if (await stays(path)) kept.push(path)
  return kept
}

/** The entries with the files that are left of each; an entry that lists none stays with its release file. */
async function staying(entries: readonly EarlierFile[], stays: Stays): Promise<EarlierFile[]> {
  const kept: EarlierFile[] = []
  for (const entry of entries) {
    const files = await filtered(entry.files, stays)
    if (files.length > 0 || (entry.files.length === 0 && (await stays(entry.displayPath))))
      kept.push({ ...entry, files })
  }
  return kept
}

/** The entry of the one checksum file that a folder has: the earlier one's, where this run wrote none. */
async function mergedChecksums(
  earlier: EarlierFile | undefined,
  own: EarlierFile | undefined,
  stays: Stays,
): Promise<object | null> {
  if (earlier === undefined) return own?.content ?? null
  if (own === undefined) return (await stays(earlier.displayPath)) ? earlier.content : null
  const [before] = await staying([earlier], stays)
  return mergedFiles(before === undefined ? [] : [before], [own]).at(-1) ?? null
}

/** One entry for each file of the same content: with the files of both, and the signature of either. */
function mergedFiles(earlier: readonly EarlierFile[], own: readonly EarlierFile[]): object[] {
  const keyOf = ({ displayPath, digest }: EarlierFile): string => JSON.stringify([displayPath, digest])
  const byKey = new Map(earlier.map((entry) => [keyOf(entry), entry]))
  const merged = own.map((entry) => {
    const before = byKey.get(keyOf(entry))
    byKey.delete(keyOf(entry))
    const { signature, requestId } = entry.content
    if (before === undefined) return entry.content
    return {
      ...entry.content,
      signature: signature ?? before.content['signature'] ?? null,
      files: [...before.files, ...entry.files],
      requestId: requestId ?? before.content['requestId'] ?? null,
    }
  })
  return [...[...byKey.values()].map(({ content, files }) => ({ ...content, files })), ...merged]
}
