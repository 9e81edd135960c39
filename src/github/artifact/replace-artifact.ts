import { ArtifactNotFoundError, type ArtifactClient } from '@actions/artifact'
import { printable } from '../../base/log.ts'
import { artifactFailure, isStop, stageOf } from './artifact-failure.ts'
import { ArtifactMiss, repeated } from './attempts.ts'
import { contained, type Bounds } from '../../runner/contained.ts'

/**
 * Deletes this run's artifact of the name, where there is one; what passes is tried again.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED, or the signal's reason
 */
export async function replaceArtifact(bounds: Bounds, client: ArtifactClient, name: string): Promise<void> {
  const { log } = bounds
  await repeated(bounds, async (number) => {
    try {
      await contained(bounds, () => client.deleteArtifact(name))
      log.info(`The artifact ${printable(name)} of this run is replaced.`)
    } catch (error) {
      if (error instanceof ArtifactNotFoundError) return undefined
      if (isStop(error) || stageOf(error) === 'final') throw artifactFailure(error, name, number)
      return new ArtifactMiss(error, name)
    }
    return undefined
  })
}
