import { counted, printable } from '../base/log.ts'
import { algorithmOfPublicKey, type SigningKey } from '../crypto/key-algorithm.ts'
import { checkCurve } from '../registry/cosign-limits.ts'
import { prepareImages, type PreparedImages } from '../registry/prepare-images.ts'
import { nameOf } from '../registry/reference.ts'
import { pushImages } from '../registry/push-images.ts'
import {
  abandonImages,
  planImages,
  signImages,
  type PlannedImages,
  type SignedImages,
} from '../registry/sign-images.ts'
import type { ImagePredicate, ImageResult } from '../registry/types.ts'
import { runPredicate } from '../signing/provenance.ts'
import { withClaims } from '../signing/token-claims.ts'
import type { Signer } from '../signing/signer.ts'
import { imageOutput } from '../report/image-report.ts'
import type { SignedImage } from '../report/signing-result.ts'
import type { Run } from './run.ts'
import type { Services } from './services.ts'

/** The images of one run: this file is loaded only where there are some. */
export interface RunImages extends AsyncDisposable {
  /** Fetched, and what each lacks found out. @throws ActionError before anything is signed */
  plan(key: SigningKey): Promise<PlannedImages>
}

const PROVENANCE = 'https://slsa.dev/provenance/v1'

/** What is stated about each image besides its signature. */
async function predicatesOf({ inputs, predicates, env }: Run, services: Services): Promise<readonly ImagePredicate[]> {
  if (!inputs.targets.includes('provenance')) return predicates
  return [
    { type: PROVENANCE, json: JSON.stringify(runPredicate(withClaims(env, await services.claims()))) },
    ...predicates,
  ]
}

/** Begins to fetch the images. Disposing of it gives back what was begun at the registries. */
export function startImages(run: Run, services: Services): RunImages {
  const { http, credential } = services
  const { inputs, tasks, front, env } = run
  const { images, pin } = inputs
  let known: PreparedImages | undefined
  const prepared = tasks.start(async () => {
    if (pin.kind === 'pem') checkCurve(algorithmOfPublicKey(pin.key))
    return (known = await prepareImages({
      images: images?.references ?? [],
      layouts: images?.layouts ?? [],
      attests: inputs.targets.includes('provenance') || run.predicates.length > 0,
      http,
      login: { given: images?.login, iam: credential, env, mask: front.mask },
      serviceAccountId: credential.serviceAccountId,
      signal: tasks.signal,
      log: front.log,
    }))
  })
  return {
    plan: async (key) => planImages(await prepared, key, await predicatesOf(run, services)),
    [Symbol.asyncDispose]: async () => {
      if (known !== undefined) await abandonImages(known)
    },
  }
}

/** Signs what the images lack, each signature verified. */
export async function signRunImages(planned: PlannedImages, signer: Signer): Promise<SignedImages> {
  return signImages(planned, async (digest) => (await signer.sign(digest)).signature)
}

/** What manifest, summary and notes say of them. */
export function toldOf({ attachments }: SignedImages): readonly SignedImage[] {
  return attachments.map(({ plan: { state, layouts, attestations } }) => ({
    name: nameOf(state.image),
    digest: state.image.digest,
    layouts,
    attestations: attestations.map(({ predicateType }) => predicateType),
  }))
}

/** Pushes all signatures, and tells where they are. @throws ActionError REGISTRY_UPLOAD_FAILED */
export async function publishImages({ front, account }: Run, signed: SignedImages): Promise<void> {
  const results: readonly ImageResult[] = await pushImages(signed)
  account.images = results
  front.log.info(`${counted(results.length, 'image')} signed:`)
  for (const { image } of results) front.log.info(`  ${printable(image.given, 400)}`)
  front.setOutput('image-signatures', imageOutput(results), 'Read the digests from the log.')
}
