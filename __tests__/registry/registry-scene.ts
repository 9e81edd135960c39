import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import { createHttpClient } from '../../src/http/client.ts'
import type { LogEntry } from '../../emulator/server/wire.ts'
import { prepareImages, type ImagesRequest } from '../../src/registry/prepare-images.ts'
import { pushImages } from '../../src/registry/push-images.ts'
import { planImages, signImages, type PlannedImages } from '../../src/registry/sign-images.ts'
import { parseImageReference } from '../../src/registry/reference.ts'
import type { ImageLayout, ImagePredicate, ImageReference, ImageResult } from '../../src/registry/types.ts'
import { collectingLog, type CollectingLog } from '../support/collecting-log.ts'
import { localKey, type LocalKey } from '../support/local-key.ts'

export const P256 = 'ECDSA_NIST_P256_SHA_256'
export const BOTH: readonly ImageLayout[] = ['tag', 'referrer']

/** A registry over loopback, and a run's way to it. */
export interface Scene {
  readonly emulator: Emulator
  readonly log: CollectingLog
  readonly masked: string[]
  readonly key: LocalKey
  /** `127.0.0.1:<port>` */
  readonly host: string
  /** Digests that were signed. */
  readonly signed: Buffer[]
  /** An image that is there, in `team/app` unless told. */
  image(text?: string, repository?: string, mediaType?: string): ImageReference
  request(images: readonly ImageReference[], options?: Partial<ImagesRequest>): ImagesRequest
  plan(images: readonly ImageReference[], options?: Options): Promise<PlannedImages>
  /** Everything, from the reference to the last read. */
  sign(images: readonly ImageReference[], options?: Options): Promise<readonly ImageResult[]>
  /** The calls to the registry since the last time, in order: `GetImage 200`. */
  calls(): readonly string[]
  entries(): readonly LogEntry[]
  close(): Promise<void>
}

export type Options = Partial<ImagesRequest> & {
  readonly predicates?: readonly ImagePredicate[]
  readonly by?: LocalKey
}

/** Waits of the client, made short. */
const TIMING = { firstWaitMs: 5, longestWaitMs: 10, attemptMs: 2000, refusedMs: 500 }

export async function startScene(algorithm = P256): Promise<Scene> {
  const emulator = await startEmulator()
  const log = collectingLog()
  const masked: string[] = []
  const signed: Buffer[] = []
  const controller = new AbortController()
  const deadline = performance.now() + 120_000
  const http = createHttpClient({ env: {}, log, signal: controller.signal, deadline, timing: TIMING })
  const key = localKey(algorithm)
  const host = new URL(emulator.urls.registry).host
  let seen = 0

  const request: Scene['request'] = (images, options = {}) => ({
    images,
    layouts: BOTH,
    attests: false,
    http,
    login: {
      given: undefined,
      iam: {
        token: () => Promise.reject(new Error('no IAM token is asked for on loopback')),
        refresh: () => Promise.reject(new Error('no IAM token is asked for on loopback')),
      },
      env: { DOCKER_CONFIG: '/nonexistent' },
      mask: (secret) => void masked.push(secret),
    },
    serviceAccountId: 'ajesomeone',
    signal: controller.signal,
    log,
    ...options,
  })
  const plan: Scene['plan'] = async (images, { predicates = [], by = key, ...options } = {}) =>
    planImages(await prepareImages(request(images, { attests: predicates.length > 0, ...options })), by.key, predicates)
  const entries = (): readonly LogEntry[] => emulator.requests.filter(({ service }) => service.startsWith('registry'))

  return {
    emulator,
    log,
    masked,
    key,
    host,
    signed,
    image: (text = 'content', repository = 'team/app', mediaType) =>
      parseImageReference(`${host}/${repository}@${emulator.registry.addImage(repository, text, mediaType)}`),
    request,
    plan,
    sign: async (images, options = {}) => {
      const planned = await plan(images, options)
      const known = new Map<string, Buffer>()
      const attachments = await signImages(planned, (digest) => {
        const name = digest.toString('hex')
        const signature = known.get(name) ?? (options.by ?? key).sign(digest)
        if (!known.has(name)) signed.push(digest)
        known.set(name, signature)
        return Promise.resolve(signature)
      })
      return pushImages(attachments)
    },
    calls: () => {
      const all = entries()
      const calls = all.slice(seen).map(({ call, status }) => `${call} ${status ?? 'none'}`)
      seen = all.length
      return calls
    },
    entries,
    close: async () => {
      controller.abort()
      await http.close()
      await emulator.close()
    },
  }
}
