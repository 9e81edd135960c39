/** The first part of the way of a run's images: each is fetched with what is attached to it. */
import { type ActionError, asActionError } from '../base/errors.ts'
import { counted, printable, type Log } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import type { HttpClient } from '../http/types.ts'
import { readBundles, readImage, type Bundle, type ImageState } from './image-state.ts'
import { loginFor, type LoginOptions } from './login.ts'
import { INDEX_TYPES } from './media-types.ts'
import { SIGN_PREDICATE } from './payloads.ts'
import { nameOf } from './reference.ts'
import { Registry } from './registry.ts'
import { Repository } from './repository.ts'
import type { ImageLayout, ImageReference } from './types.ts'

/** What the images of a run are signed with. */
export interface ImagesRequest {
  /** As the input has them: one image may be named more than once. */
  readonly images: readonly ImageReference[]
  readonly layouts: readonly ImageLayout[]
  /** Whether statements about the images will be attached besides their signatures. */
  readonly attests: boolean
  readonly http: HttpClient
  readonly login: LoginOptions
  /** Whose IAM token it is, for hints. */
  readonly serviceAccountId: string | undefined
  readonly signal: AbortSignal
  readonly log: Log
}
/** Images as their registries have them. */
export interface PreparedImages {
  readonly request: ImagesRequest
  readonly images: readonly PreparedImage[]
}
/** One image of them. */
interface PreparedImage {
  readonly state: ImageState
  /** Every reference that names it. */
  readonly given: readonly string[]
  readonly signBundles: Promise<readonly Bundle[]>
  /** What stands against pushing to its repository. */
  readonly refusal: Promise<ActionError | undefined>
}
/** Images that are worked on at the same time. */
export const AT_ONCE = 20

/**
 * Fetches every image by its digest, with what is attached to it, and begins an upload to each repository: so all that
 * could stand in the way is known before anything is signed.
 * @throws ActionError IMAGE_NOT_FOUND, REGISTRY_REFUSED, INVALID_RESPONSE, and what the client throws
 */
export async function prepareImages(request: ImagesRequest): Promise<PreparedImages> {
  const { layouts, attests } = request
  const repositoryOf = repositories(request)
  const given = Map.groupBy(request.images, (image) => `${nameOf(image)}@${image.digest}`)
  const images = await mapBounded([...given.values()], AT_ONCE, async (references) => {
    const [image] = references as [ImageReference]
    const { repository, refusal } = repositoryOf(image)
    const state = await readImage(repository, image, attests && layouts.includes('tag'))
    const isRead = layouts.includes('referrer')
    const signBundles = isRead ? readBundles(state, SIGN_PREDICATE) : Promise.resolve([])
    signBundles.catch(() => undefined) // whoever needs them sees it
    tell(state, request.log)
    return { state, given: references.map((reference) => reference.given), signBundles, refusal }
  })
  return { request, images }
}

/** One object a repository and one a registry, whatever images they have. */
function repositories({ http, login, serviceAccountId }: ImagesRequest): (image: ImageReference) => {
  readonly repository: Repository
  readonly refusal: Promise<ActionError | undefined>
} {
  const registries = new Map<string, Registry>()
  const known = new Map<string, { repository: Repository; refusal: Promise<ActionError | undefined> }>()
  return ({ host, repository: name }) => {
    const registry =
      registries.get(host) ??
      new Registry({ http, host, login: loginFor(host, login), serviceAccountId, mask: login.mask })
    registries.set(host, registry)
    const found = known.get(`${host}/${name}`)
    if (found !== undefined) return found
    const repository = new Repository(registry, name)
    const refusal = repository.uploads.begin().then(
      () => undefined,
      (thrown: unknown) => asActionError(thrown, 'INTERNAL_ERROR', 'An upload could not be begun'),
    )
    const made = { repository, refusal }
    known.set(`${host}/${name}`, made)
    return made
  }
}

function tell({ image, subject }: ImageState, log: Log): void {
  const kind = INDEX_TYPES.includes(subject.mediaType)
    ? 'an index: it is signed itself, not its parts'
    : 'an image of one platform'
  log.info(`${printable(image.given, 400)}: ${kind}, ${counted(subject.size, 'byte')}.`)
}
