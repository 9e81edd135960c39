import { access } from 'node:fs/promises'
import { DefaultArtifactClient, type ArtifactClient } from '@actions/artifact'
import { messageOf } from '../../base/errors.ts'
import { printable, type Log } from '../../base/log.ts'
import { artifactFailure, isStop, stageOf, type UploadStage } from './artifact-failure.ts'
import { ArtifactMiss, repeated } from './attempts.ts'
import { contained, type Bounds } from '../../runner/contained.ts'
import { replaceArtifact } from './replace-artifact.ts'

/** Most numbers tried behind a default name: a job holds 500 artifacts. */
const MAX_NAMES = 500
/** Time for one attempt: the client's own retries take some 30 s a call. */
const ATTEMPT_MS = 180_000

/** What is uploaded, and as what. */
export interface ArtifactRequest {
  /** Absolute paths, all below `root`. */
  readonly files: readonly string[]
  /** Absolute path of the folder that paths in the artifact are relative to. */
  readonly root: string
  readonly name: string
  /** A taken name of the default form gets `-2`, `-3` …; any other is a failure. */
  readonly nameIsDefault: boolean
  readonly retentionDays: number | undefined
  /** Delete this run's artifact of the same name first. */
  readonly overwrite: boolean
  /** GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_RUN_ID are read, for the URL. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Called with each secret the moment it is there. */
  readonly mask: (secret: string) => void
  /** Time for one attempt, in ms; three minutes unless told. */
  readonly attemptMs?: number
}

/** The artifact as it was stored. */
export interface UploadedArtifact {
  readonly id: number
  readonly url: string
  /** SHA-256 of the archive, lower-case hex; empty where the service does not tell. */
  readonly digest: string
  /** The name that it got. */
  readonly name: string
}

interface Stored {
  readonly id: number
  readonly digest: string
}

type Outcome = { readonly stored: Stored } | { readonly stage: UploadStage; readonly error: unknown }

/**
 * Uploads `files` as one artifact of this workflow run.
 * @param signal aborts with an ActionError TIMED_OUT or CANCELLED as its reason
 * @throws ActionError ARTIFACT_UPLOAD_FAILED, or the signal's reason
 */
export async function uploadArtifact(
  request: ArtifactRequest,
  signal: AbortSignal,
  log: Log,
): Promise<UploadedArtifact> {
  // The client goes by Node's own HTTP, which prints headers where NODE_DEBUG is set.
  const token = request.env['ACTIONS_RUNTIME_TOKEN'] ?? ''
  if (token !== '') request.mask(token)
  const ms = request.attemptMs ?? ATTEMPT_MS
  const session: Session = { request, signal, log, ms, client: new DefaultArtifactClient() }
  if (request.overwrite) await replaceArtifact(session, session.client, request.name)
  const names = new Names(request)
  return repeated(session, async (number) => {
    for (;;) {
      const name = names.current
      const outcome = await tryName(session, name)
      if ('stored' in outcome) {
        await checkAllThere(request.files, name)
        return { ...outcome.stored, name, url: artifactUrl(request.env, outcome.stored.id) }
      }
      const { stage, error } = outcome
      if (stage === 'final') throw artifactFailure(error, name, number)
      if (stage === 'taken' || stage === 'stalled') {
        if (!names.next()) throw artifactFailure(error, name, number)
        log.info(`The artifact gets the name ${printable(names.current)}: the one before may be taken.`)
      }
      if (stage !== 'taken') return new ArtifactMiss(error, name)
    }
  })
}

/** The names to try, one after the other: a default one with `-2`, `-3` … behind it, any other as it is. */
class Names {
  readonly #request: ArtifactRequest
  #number = 1

  constructor(request: ArtifactRequest) {
    this.#request = request
  }

  get current(): string {
    return this.#number === 1 ? this.#request.name : `${this.#request.name}-${this.#number}`
  }

  /** @returns whether there is another one */
  next(): boolean {
    if (!this.#request.nameIsDefault || this.#number === MAX_NAMES) return false
    this.#number += 1
    return true
  }
}

interface Session extends Bounds {
  readonly request: ArtifactRequest
  readonly client: ArtifactClient
}

async function tryName(session: Session, name: string): Promise<Outcome> {
  const { client, request } = session
  const { retentionDays } = request
  try {
    const { id, digest } = await contained(session, () =>
      client.uploadArtifact(
        name,
        [...request.files],
        request.root,
        retentionDays === undefined ? {} : { retentionDays },
      ),
    )
    if (id !== undefined) return { stored: { id, digest: digest ?? '' } }
    return { stage: 'final', error: new Error('the service gave it no ID') }
  } catch (error) {
    const stage = stageOf(error)
    if (stage !== 'stored') return { stage, error }
    const stored = await takeUp(session, name, messageOf(error).startsWith('Failed to FinalizeArtifact'))
    return stored === undefined ? { stage, error } : { stored }
  }
}

/**
 * After a failure past CreateArtifact the name is ours. When the service lists it with the digest that finalizing
 * gave it, only the answer was lost; else what was begun is deleted, where the service lets us, to use the name again.
 */
async function takeUp(session: Session, name: string, finalizing: boolean): Promise<Stored | undefined> {
  const { client } = session
  try {
    const { artifact } = await contained(session, () => client.getArtifact(name))
    if (finalizing && artifact.digest) return { id: artifact.id, digest: artifact.digest.replace(/^sha256:/u, '') }
    await contained(session, () => client.deleteArtifact(name))
  } catch (thrown) {
    if (isStop(thrown)) throw thrown
    session.log.debug(`Nothing to take up: ${printable(messageOf(thrown))}`)
  }
  return undefined
}

/** The client only warns when a file has gone since; an artifact without it must not pass for whole. */
async function checkAllThere(files: readonly string[], name: string): Promise<void> {
  for (const file of files) {
    try {
      await access(file)
    } catch (error) {
      throw artifactFailure(new Error(`${file} has vanished meanwhile`, { cause: error }), name, 1)
    }
  }
}

function artifactUrl(env: ArtifactRequest['env'], id: number): string {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  return `${server}/${env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}/artifacts/${id}`
}
