import { checkArtifactPaths, checkReleaseNames } from '../outputs/name-checks.ts'
import { checkOutputPaths } from '../outputs/output-paths.ts'
import type { FoundFiles } from '../release-files.ts'
import type { SignInputs } from './inputs.ts'
import type { KnownOfKey } from './known-of-key.ts'
import { assetNames, outputRequest, plannedPaths } from './output-plan.ts'

/**
 * Whether everything can be written under its name, as far as names are known: once before any request, and where the
 * key decides names once more before the first signature.
 * @throws ActionError OUTPUT_EXISTS, WRITE_FAILED, INVALID_INPUT where two files would have one path
 */
export async function checkOutputs(inputs: SignInputs, found: FoundFiles, known: KnownOfKey): Promise<void> {
  const paths = plannedPaths(outputRequest(inputs, found, known))
  if (inputs.artifact !== undefined) checkArtifactPaths(paths)
  if (inputs.release !== undefined) {
    const files = found.files.map(({ name }) => name)
    checkReleaseNames({ files, assets: assetNames(paths), signsChecksums: inputs.targets.includes('checksums') })
  }
  await checkOutputPaths({ paths, inputs: found.readPaths, overwrite: inputs.overwrite })
}
