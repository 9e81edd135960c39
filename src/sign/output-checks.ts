import { checkArtifactPaths, checkReleaseNames } from '../outputs/name-checks.ts'
import { checkOutputPaths } from '../outputs/output-paths.ts'
import type { FoundFiles } from '../release-files.ts'
import type { SignInputs } from './inputs.ts'
import type { KnownOfKey } from './known-of-key.ts'
import { assetNames, outputRequest, plannedPaths } from './output-plan.ts'

/**
 * What can be known of the names to be written before any request.
 * @throws ActionError ASSET_NAME_CONFLICT, INVALID_INPUT for names that no artifact takes, OUTPUT_EXISTS
 */
export async function checkOutputNames(inputs: SignInputs, found: FoundFiles, known: KnownOfKey): Promise<void> {
  const paths = plannedPaths(outputRequest(inputs, found, known))
  if (inputs.artifact !== undefined) checkArtifactPaths(paths)
  if (inputs.release !== undefined) {
    const files = found.files.map(({ name }) => name)
    checkReleaseNames({ files, assets: assetNames(paths), signsChecksums: inputs.targets.includes('checksums') })
  }
  await checkOutputPaths({ paths, inputs: found.readPaths, overwrite: inputs.overwrite })
}
