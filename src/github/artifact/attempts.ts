import { ActionError, messageOf } from '../../base/errors.ts'
import { Miss, persist, RefusedSince, WAITS, type Patience } from '../../base/retry.ts'
import { wait } from '../../base/wait.ts'
import { artifactFailure } from './artifact-failure.ts'
import { reasonOf, type Bounds } from '../../runner/contained.ts'

/** Where attempts ended in something that passes; the artifact client repeats 429 and 5xx by itself. */
const PATIENCE: Patience = { attempts: 4, refusedMs: 0 }

/** An attempt of the artifact client that ended in something that passes. */
export class ArtifactMiss extends Miss {
  readonly error: unknown
  readonly name: string

  /** @param name of the artifact, which may be another at the next attempt */
  constructor(error: unknown, name: string) {
    super(messageOf(error))
    this.error = error
    this.name = name
  }
}

/**
 * Repeats `attempt`, told its number, while it ends in a miss.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED, the signal's reason, and what `attempt` throws
 */
export function repeated<T>(
  { signal, log }: Bounds,
  attempt: (number: number) => Promise<T | ArtifactMiss>,
): Promise<Exclude<T, ArtifactMiss>> {
  return persist<T, ArtifactMiss>(
    {
      patience: PATIENCE,
      waits: WAITS,
      refusedSince: new RefusedSince(),
      now: () => performance.now(),
      deadline: Infinity, // the signal tells; no wait is asked for
      sleep: (ms) =>
        wait(ms, signal).catch((thrown: unknown) => {
          throw thrown instanceof ActionError ? thrown : reasonOf(signal)
        }),
      onWait: ({ error, name }, { failures }) => {
        const { message } = artifactFailure(error, name, failures)
        log.info(`${message} Attempt ${failures + 1} of ${PATIENCE.attempts} follows.`)
      },
      givenUp: ({ error, name }, { failures }) => artifactFailure(error, name, failures),
    },
    ({ failures }) => attempt(failures + 1),
  )
}
