import type { Log } from '../base/log.ts'
import { findReleaseFiles, type FoundFiles } from '../files/release-files.ts'
import type { VerifyInputs } from './inputs.ts'

/**
 * The files to verify. What lies in folders named like the hidden ones of sign runs, or of version control, is among
 * them: who made a download named its folders, too. @throws ActionError as {@link findReleaseFiles}
 */
export function findFiles(inputs: VerifyInputs, log: Log): Promise<FoundFiles> {
  return findReleaseFiles({
    patterns: inputs.files,
    workspace: inputs.workspace,
    outputDir: inputs.signaturesDir,
    signsChecksums: inputs.checksums !== undefined,
    maxFiles: 0,
    ifNoFilesFound: inputs.ifNoFilesFound,
    takesHidden: true,
    log,
  })
}
