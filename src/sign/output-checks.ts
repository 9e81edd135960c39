import { checkArtifactPaths, checkListedNames, checkReleaseNames } from '../writing/name-checks.ts'
import { checkOutputPaths } from '../writing/output-paths.ts'
import { HASHES } from '../crypto/hashes.ts'
import type { FoundFiles } from '../files/release-files.ts'
import type { SignInputs } from './inputs.ts'
import type { KnownOfKey } from './known-of-key.ts'
import { assetNames, outputRequest, plannedPaths } from './output-plan.ts'

/**
 * Whether everything can be written under its name, as far as names are known: once before any request, and where the
 * key decides names once more before the first signature.
 * @throws ActionError OUTPUT_EXISTS, WRITE_FAILED, ASSET_NAME_CONFLICT; INVALID_INPUT where two files would have one path or name
 */
export async function checkOutputs(inputs: SignInputs, found: FoundFiles, known: KnownOfKey): Promise<void> {
  const paths = plannedPaths(outputRequest(inputs, found, known))
  const names = found.files.map(({ name }) => name)
  const signsChecksums = inputs.targets.includes('checksums')
  if (signsChecksums && known.hash !== undefined) checkListedNames(names, HASHES[known.hash].checksumFile)
  if (inputs.artifact !== undefined) checkArtifactPaths(paths)
  if (inputs.release !== undefined) checkReleaseNames({ files: names, assets: assetNames(paths), signsChecksums })
  await checkOutputPaths({ paths, inputs: found.readPaths, overwrite: inputs.overwrite })
}
