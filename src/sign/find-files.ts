import { counted, sized, type Log } from '../base/log.ts'
import { findReleaseFiles, refuseNoCommonFolder, type FoundFiles } from '../files/release-files.ts'
import { EXTENSIONS } from '../formats/facts.ts'
import type { SignInputs } from './inputs.ts'

/** With images alone: run files go to the workspace. */
const noFiles = (workspace: string): FoundFiles => ({
  files: [],
  commonFolder: workspace,
  readPaths: [],
})

/** The release files that the inputs name, by patterns or by checksum files. */
export async function findFiles(inputs: SignInputs, signal: AbortSignal, log: Log): Promise<FoundFiles> {
  const { source, workspace, maxFiles, ifNoFilesFound, outputDir } = inputs
  const signsChecksums = inputs.targets.includes('checksums')
  if (source.patterns === '') return noFiles(workspace)
  const search = { patterns: source.patterns, workspace, maxFiles, ifNoFilesFound, signal, log }
  if (source.kind === 'subject-checksums') {
    const { checkListedHash, readListedFiles } = await import('../files/subject-checksums.ts')
    const { knownWithoutRequests } = await import('./plan.ts')
    const listed = await readListedFiles({ ...search, outputDir, signsChecksums })
    refuseNoCommonFolder(listed, outputDir)
    const { hash } = knownWithoutRequests(inputs, listed)
    if (hash !== undefined) checkListedHash(listed.files, hash)
    log.info(`Found ${counted(listed.files.length, 'file')} in checksum files.`)
    if (inputs.targets.includes('provenance')) {
      log.warning(
        'The provenance will state that this run built files that it knows by their digests alone. That is true only if an earlier job of the same run built them: let the job that builds state it, where it does not.',
      )
    }
    return listed
  }
  const extensions = inputs.targets.includes('files') ? inputs.formats.map((format) => EXTENSIONS[format]) : []
  const found = await findReleaseFiles({ ...search, outputDir, signsChecksums, extensions })
  refuseNoCommonFolder(found, outputDir)
  const bytes = found.files.reduce((sum, { source: file }) => sum + (file.kind === 'file' ? file.size : 0), 0)
  log.info(`Found ${counted(found.files.length, 'file')}, ${sized(bytes)}.`)
  return found
}
