import type { Attachments, NewLayer, NewReferrer } from './attachments.ts'
import { EMPTY_CONFIG, signatureConfig, withLayers, withManifests, type Index } from './documents.ts'
import { readFallback, readTag, tagOf, type ImageState, type Tagged } from './image-state.ts'
import type { Repository } from './repository.ts'
import { settle, type SharedList } from './settle.ts'
import type { Descriptor } from './types.ts'

/** What one image has after the push. */
export interface PushedImage {
  readonly attachments: Attachments
  readonly signatures: Tagged
  readonly attestations: Tagged
  /** Referrers of which the registry took no note: they stand in the index under a tag. */
  readonly unlisted: readonly NewReferrer[]
}

/** Pushes everything that an image is to get. @throws LostRace, ActionError */
export async function pushImage(attachments: Attachments, signal: AbortSignal): Promise<PushedImage> {
  const { plan, signatures, attestations, referrers } = attachments
  const { state } = plan
  const [signed, attested, unlisted] = await Promise.all([
    addLayers(state.repository, state.signatures, signatures, signal),
    addLayers(state.repository, state.attestations, attestations, signal),
    addReferrers(state, referrers, signal),
  ])
  return { attachments, signatures: signed, attestations: attested, unlisted }
}

/**
 * Reads once more whether all is there, at the end of the run, and adds what another writer took away.
 * @throws LostRace, ActionError
 */
export async function lastRead(pushed: PushedImage, signal: AbortSignal): Promise<PushedImage> {
  const { attachments, unlisted } = pushed
  const { repository, image, referrers } = attachments.plan.state
  const kept = async (tagged: Tagged, layers: readonly NewLayer[]): Promise<Tagged> =>
    layers.length === 0 ? tagged : settle(listUnderTag(repository, tagged.tag, layers), signal)
  const listed = attachments.referrers.filter((referrer) => !unlisted.includes(referrer))
  const [signatures, attestations] = await Promise.all([
    kept(pushed.signatures, attachments.signatures),
    kept(pushed.attestations, attachments.attestations),
    unlisted.length === 0 ? undefined : settle(fallbackIndex(attachments.plan.state, unlisted), signal),
    listed.length === 0 || !referrers.served
      ? undefined
      : settle(listOfRegistry(repository, image.digest, listed), signal),
  ])
  return { ...pushed, signatures, attestations }
}

async function addLayers(
  repository: Repository,
  known: Tagged,
  layers: readonly NewLayer[],
  signal: AbortSignal,
): Promise<Tagged> {
  if (layers.length === 0) return known
  const list = listUnderTag(repository, known.tag, layers)
  const first = list.read()
  // Most often nobody wrote since the preparation: then this is the config, and it goes up meanwhile.
  const config = signatureConfig(allLayers(known, layers))
  const blobs = [...layers.map(({ blob }) => blob), config].map((blob) => repository.uploads.upload(blob))
  await Promise.all([first, ...blobs])
  return settle(list, signal, first)
}

function listUnderTag(repository: Repository, tag: string, layers: readonly NewLayer[]): SharedList<Tagged> {
  return {
    read: () => readTag(repository, tag),
    isComplete: (tagged) => missing(tagged, layers).length === 0,
    write: async (tagged) => {
      const all = allLayers(tagged, layers)
      const config = signatureConfig(all)
      await repository.uploads.upload(config)
      await repository.putManifest(tag, withLayers(tagged.found?.manifest, all, config))
    },
  }
}

function allLayers(tagged: Tagged, layers: readonly NewLayer[]): readonly Descriptor[] {
  const added = missing(tagged, layers).map(({ descriptor }) => descriptor)
  return [...(tagged.found?.manifest.layers ?? []), ...added]
}

/** A layer is there when its digest is, with the same annotations: two signatures over one payload share the digest. */
function missing({ found }: Tagged, layers: readonly NewLayer[]): readonly NewLayer[] {
  const there = found?.manifest.layers ?? []
  return layers.filter(
    ({ descriptor }) =>
      !there.some(
        ({ digest, annotations }) =>
          digest === descriptor.digest &&
          Object.entries(descriptor.annotations ?? {}).every(([name, value]) => annotations?.[name] === value),
      ),
  )
}

/** @returns those of which the registry took no note by itself */
async function addReferrers(
  state: ImageState,
  referrers: readonly NewReferrer[],
  signal: AbortSignal,
): Promise<readonly NewReferrer[]> {
  if (referrers.length === 0) return []
  const { repository } = state
  const early = state.referrers.served ? undefined : readFallback(repository, state.image)
  const [first, taken] = await Promise.all([
    early,
    Promise.all(
      referrers.map(async ({ blob, manifest }) => {
        await Promise.all([blob, EMPTY_CONFIG].map((part) => repository.uploads.upload(part)))
        return repository.putManifest(manifest.digest, manifest)
      }),
    ),
  ])
  const unlisted = referrers.filter((_, index) => !state.referrers.served || taken[index] !== true)
  if (unlisted.length === 0) return []
  const known = early === undefined ? undefined : Promise.resolve(first)
  await settle(fallbackIndex(state, unlisted), signal, known)
  return unlisted
}

/** The index under a tag that stands in for the registry's list (distribution specification, "Referrers Tag Schema"). */
function fallbackIndex(
  { repository, image }: ImageState,
  referrers: readonly NewReferrer[],
): SharedList<Index | undefined> {
  const absent = (index: Index | undefined): readonly Descriptor[] => {
    const there = new Set(index?.manifests.map(({ digest }) => digest))
    return referrers.map(({ descriptor }) => descriptor).filter(({ digest }) => !there.has(digest))
  }
  return {
    read: () => readFallback(repository, image),
    isComplete: (index) => absent(index).length === 0,
    write: async (index) => {
      const all = [...(index?.manifests ?? []), ...absent(index)]
      await repository.putManifest(tagOf(image, ''), withManifests(index, all))
    },
  }
}

/** The registry's own list: there is nothing to be written, but it may take a moment. */
function listOfRegistry(
  repository: Repository,
  digest: string,
  referrers: readonly NewReferrer[],
): SharedList<readonly Descriptor[]> {
  return {
    read: async () => (await repository.referrers(digest)) ?? [],
    isComplete: (listed) => referrers.every(({ manifest }) => listed.some((entry) => entry.digest === manifest.digest)),
    write: async () => {
      await Promise.all(referrers.map(({ manifest }) => repository.putManifest(manifest.digest, manifest)))
    },
  }
}
