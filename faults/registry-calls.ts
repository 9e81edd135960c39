/** The calls to a container registry: while an image is looked at, and once its signatures are pushed. */
import type { Emulator } from '../emulator/emulator.ts'
import { digestOf } from '../emulator/registry/registry-state.ts'
import type { Call, Trouble } from './types.ts'
import { SUCCESS } from './judge.ts'

/** The same under the registry's own name and on loopback. */
export const REPOSITORY = 'crp123/app'
/** Of the registries with a login. */
const LOGIN = { username: 'signer', password: 'the password of a registry' }

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const EMPTY = 'application/vnd.oci.empty.v1+json'
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'
export const SIGNATURE = 'dev.cosignproject.cosign/signature'

/** The digest of the image that these runs sign. */
export function imageIn({ registry }: Emulator): string {
  return registry.addImage(REPOSITORY, 'an image')
}

/** The tag of its signatures. */
export function signatureTag(emulator: Emulator): string {
  return `${imageIn(emulator).replace(':', '-')}.sig`
}

function image(emulator: Emulator, byName: boolean): Record<string, string> {
  const host = byName ? 'cr.yandex' : new URL(emulator.urls.registry).host
  return { images: `${host}/${REPOSITORY}@${imageIn(emulator)}` }
}

function withLogin(emulator: Emulator, byName: boolean): Record<string, string> {
  return {
    ...image(emulator, byName),
    'registry-username': LOGIN.username,
    'registry-password': LOGIN.password,
  }
}

/** A blob that is there, as manifests refer to it. */
function blobOf({ registry }: Emulator, text: string, mediaType: string): object {
  const bytes = Buffer.from(text)
  return { mediaType, digest: registry.addBlob(REPOSITORY, bytes), size: bytes.length }
}

/** Somebody else's signature, which has to stay. */
export const FOREIGN_LAYER = '{"critical":{"identity":{"docker-reference":"elsewhere"}},"optional":null}'

export function signedByAnother(emulator: Emulator): void {
  const layer = { ...blobOf(emulator, FOREIGN_LAYER, SIMPLE_SIGNING), annotations: { [SIGNATURE]: 'AAAA' } }
  const config = blobOf(emulator, '{"rootfs":{}}', 'application/vnd.oci.image.config.v1+json')
  const manifest = { schemaVersion: 2, mediaType: MANIFEST, config, layers: [layer] }
  emulator.registry.addManifest(REPOSITORY, MANIFEST, manifest, signatureTag(emulator))
}

function referredTo(emulator: Emulator): void {
  const { registry } = emulator
  const subject = registry.find(REPOSITORY, imageIn(emulator))
  if (subject === undefined) throw new Error('no image')
  const { mediaType, bytes } = subject
  registry.addManifest(REPOSITORY, MANIFEST, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    artifactType: BUNDLE,
    config: blobOf(emulator, '{}', EMPTY),
    layers: [blobOf(emulator, '{"mediaType":"another bundle"}', BUNDLE)],
    subject: { mediaType, digest: digestOf(bytes), size: bytes.length },
    annotations: { 'dev.sigstore.bundle.content': 'dsse-envelope' },
  })
}

const ABSENT = undefined
/** The whole host would fail an earlier call. */
const LATER: Partial<Record<Trouble['kind'], undefined>> = { port: ABSENT, certificate: ABSENT }
/** The answer has headers alone: it comes at once, and nothing in a body can be wrong. */
const EMPTY_BODY = {
  'one-byte-a-second': SUCCESS,
  'wrong-types': ABSENT,
  'truncated-json': ABSENT,
} as const

const LOOKING = {
  service: 'registry',
  family: 'registry',
  host: 'cr.yandex',
  unauthenticated: 'REGISTRY_REFUSED',
  inputs: image,
} as const
const PUSHING = { ...LOOKING, family: 'images', unauthenticated: 'REGISTRY_UPLOAD_FAILED' } as const

export const REGISTRY_CALLS: readonly Call[] = [
  {
    ...LOOKING,
    heading: 'Registry’s token',
    service: 'registry-auth',
    call: 'RegistryToken',
    host: 'auth.cr.yandex',
    inputs: withLogin,
    before: ({ registry }) => {
      registry.login = { kind: 'token', ...LOGIN }
    },
  },
  { ...LOOKING, heading: 'Image', call: 'GetImage' },
  { ...LOOKING, heading: 'Image’s tag', call: 'GetTag', before: signedByAnother },
  { ...LOOKING, heading: 'Referrers', call: 'ListReferrers' },
  { ...LOOKING, heading: 'Referrer’s blob', call: 'GetBlob', before: referredTo, lasting: LATER },
  { ...LOOKING, heading: 'Upload begun', call: 'StartUpload', lasting: EMPTY_BODY },
  {
    ...PUSHING,
    heading: 'More uploads begun',
    call: 'StartUpload',
    comesAfter: 1,
    lasting: { ...LATER, ...EMPTY_BODY },
  },
  { ...PUSHING, heading: 'Blob pushed', call: 'PutBlob', lasting: { ...LATER, ...EMPTY_BODY } },
  { ...PUSHING, heading: 'Image’s tag again', call: 'GetTag', comesAfter: 1, before: signedByAnother, lasting: LATER },
  { ...PUSHING, heading: 'Manifest pushed', call: 'PutManifest', lasting: { ...LATER, ...EMPTY_BODY } },
  { ...PUSHING, heading: 'Referrers again', call: 'ListReferrers', comesAfter: 1, lasting: LATER },
]
