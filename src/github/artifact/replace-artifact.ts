import { ArtifactNotFoundError, type ArtifactClient } from '@actions/artifact'
import { printable } from '../../base/log.ts'
import { artifactFailure, stageOf } from './artifact-failure.ts'
import { bounded, isStop, MAX_ATTEMPTS, pause, type Bounds } from './bounded.ts'

/**
 * Deletes this run's artifact of the name, where there is one; what passes is tried again.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED, or the signal's reason
 */
export async function replaceArtifact(bounds: Bounds, client: ArtifactClient, name: string): Promise<void> {
  const { log, signal } = bounds
  for (let attempts = 1; ; attempts++) {
    try {
      await bounded(bounds, () => client.deleteArtifact(name))
      log.info(`The artifact ${printable(name)} of this run is replaced.`)
      return
    } catch (error) {
      if (error instanceof ArtifactNotFoundError) return
      const failure = artifactFailure(error, name, attempts)
      if (isStop(error) || stageOf(error) === 'final' || attempts >= MAX_ATTEMPTS) throw failure
      log.info(`${failure.message} Trying again.`)
      await pause(attempts + 1, signal)
    }
  }
}
