import { relative, sep } from 'node:path'
import { isWithin } from '../files/names.ts'
import type { ReleaseFile } from '../files/release-files.ts'

/**
 * What a checksum file or a statement in `folder` may call a release file: its path below that folder, as
 * `sha256sum -c` there takes it, and its name among the release files. The first that is listed counts.
 */
export function namesIn(folder: string, file: ReleaseFile, path: string): readonly string[] {
  const names = isWithin(path, folder) ? [relative(folder, path).split(sep).join('/'), file.name] : [file.name]
  return [...new Set(names)]
}
