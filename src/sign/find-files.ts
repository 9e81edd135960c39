import type { Log } from '../log.ts'
import { findReleaseFiles, type FoundFiles } from '../release-files.ts'
import type { SignInputs } from './inputs.ts'

/** The release files that the inputs name, by patterns or by checksum files. */
export async function findFiles(inputs: SignInputs, signal: AbortSignal, log: Log): Promise<FoundFiles> {
  const { source, workspace, maxFiles, ifNoFilesFound, outputDir } = inputs
  const search = { patterns: source.patterns, workspace, maxFiles, ifNoFilesFound, signal, log }
  if (source.kind === 'subject-checksums') {
    const { readSubjects } = await import('../subject-checksums.ts')
    return readSubjects(search)
  }
  const found = await findReleaseFiles({ ...search, outputDir, signsChecksums: inputs.targets.includes('checksums') })
  const bytes = found.files.reduce((sum, { source: file }) => sum + (file.kind === 'file' ? file.size : 0), 0)
  log.info(`Found ${found.files.length} files, ${bytes} bytes.`)
  return found
}
