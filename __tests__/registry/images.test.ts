import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'
import { signImages } from '../../src/registry/sign-images.ts'
import { localKey } from '../support/local-key.ts'
import { P256, startScene, type Scene } from './registry-scene.ts'

let scene: Scene

beforeEach(async () => {
  scene = await startScene()
})

afterEach(() => scene.close())

const sha256 = (bytes: Buffer | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const PREDICATE = { type: 'https://spdx.dev/Document', json: '{"spdxVersion":"SPDX-2.3", "SPDXID":"x"}' }

function blob(digest: string, repository = 'team/app'): Buffer {
  const bytes = scene.emulator.registry.repository(repository).blobs.get(digest)
  if (bytes === undefined) throw new Error(`no blob ${digest}`)
  return bytes
}

function manifestUnder(reference: string, repository = 'team/app'): { text: string; mediaType: string } {
  const found = scene.emulator.registry.find(repository, reference)
  if (found === undefined) throw new Error(`no manifest ${reference}`)
  return { text: found.bytes.toString(), mediaType: found.mediaType }
}

interface Wire {
  readonly layers: { digest: string; size: number; mediaType: string; annotations: Record<string, string> }[]
}
const parsed = (text: string): Wire => JSON.parse(text) as Wire
const hexOf = (digest: string): string => digest.slice('sha256:'.length)
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('the layout tag', () => {
  it('is cosign 2’s, byte for byte', async () => {
    const image = scene.image()
    const [result] = await scene.sign([image], { layouts: ['tag'] })
    const payload = `{"critical":{"identity":{"docker-reference":"${scene.host}/team/app"},"image":{"docker-manifest-digest":"${image.digest}"},"type":"cosign container image signature"},"optional":null}`
    const { text, mediaType } = manifestUnder(`sha256-${hexOf(image.digest)}.sig`)
    const signature = parsed(text).layers[0]?.annotations['dev.cosignproject.cosign/signature'] ?? ''
    const config = `{"architecture":"","created":"0001-01-01T00:00:00Z","history":[{"created":"0001-01-01T00:00:00Z"}],"os":"","rootfs":{"type":"layers","diff_ids":["${sha256(payload)}"]},"config":{}}`
    expect(mediaType).toBe(MANIFEST)
    expect(text).toBe(
      `{"schemaVersion":2,"mediaType":"${MANIFEST}","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"${sha256(config)}","size":${config.length}},"layers":[{"mediaType":"application/vnd.dev.cosign.simplesigning.v1+json","digest":"${sha256(payload)}","size":${payload.length},"annotations":{"dev.cosignproject.cosign/signature":"${signature}"}}]}`,
    )
    expect(blob(sha256(payload)).toString()).toBe(payload)
    expect(blob(sha256(config)).toString()).toBe(config)
    const digest = createHash('sha256').update(payload).digest()
    expect(verifyDigest(scene.key.key, digest, Buffer.from(signature, 'base64'))).toBe(true)
    expect(result).toMatchObject({ tag: sha256(text), referrer: undefined, attestations: [], kept: [] })
  })

  it('holds statements under a tag of their own', async () => {
    const image = scene.image()
    const [result] = await scene.sign([image], { layouts: ['tag'], predicates: [PREDICATE] })
    const { text } = manifestUnder(`sha256-${hexOf(image.digest)}.att`)
    const [layer] = parsed(text).layers
    const statement = `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"${scene.host}/team/app","digest":{"sha256":"${hexOf(image.digest)}"}}],"predicateType":"https://spdx.dev/Document","predicate":{"spdxVersion":"SPDX-2.3", "SPDXID":"x"}}`
    const envelope = JSON.parse(blob(layer?.digest ?? '').toString()) as { signatures: { sig: string }[] }
    expect(layer).toMatchObject({
      mediaType: 'application/vnd.dsse.envelope.v1+json',
      annotations: { 'dev.cosignproject.cosign/signature': '', predicateType: 'https://spdx.dev/Document' },
    })
    expect(envelope).toEqual({
      payload: base64(statement),
      payloadType: 'application/vnd.in-toto+json',
      signatures: [{ sig: envelope.signatures[0]?.sig }],
    })
    expect(result?.attestations).toEqual([
      { predicateType: 'https://spdx.dev/Document', tag: sha256(text), referrer: undefined },
    ])
  })
})

describe('the layout referrer', () => {
  it('is cosign 3’s, byte for byte', async () => {
    const image = scene.image()
    const [result] = await scene.sign([image], { layouts: ['referrer'] })
    const { text } = manifestUnder(result?.referrer ?? '')
    const statement = `{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"${hexOf(image.digest)}"},"annotations":{}}],"predicateType":"https://sigstore.dev/cosign/sign/v1","predicate":{}}`
    const bundle = blob(parsed(text).layers[0]?.digest ?? '').toString()
    const hint = createHash('sha256').update(scene.key.key.publicKey.spki).digest('base64')
    const sig = /"sig":"([^"]+)"/u.exec(bundle)?.[1] ?? ''
    expect(bundle).toBe(
      `{"mediaType":"${BUNDLE}","verificationMaterial":{"publicKey":{"hint":"${hint}"}},"dsseEnvelope":{"payload":"${base64(statement)}","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"${sig}"}]}}`,
    )
    const pae = `DSSEv1 28 application/vnd.in-toto+json ${statement.length} ${statement}`
    const digest = createHash('sha256').update(pae).digest()
    expect(verifyDigest(scene.key.key, digest, Buffer.from(sig, 'base64'))).toBe(true)
    const size = manifestUnder(image.digest).text.length
    const created = /"org.opencontainers.image.created":"([^"]+)"/u.exec(text)?.[1] ?? ''
    expect(created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u)
    expect(text).toBe(
      `{"schemaVersion":2,"mediaType":"${MANIFEST}","artifactType":"${BUNDLE}","config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2},"layers":[{"mediaType":"${BUNDLE}","digest":"${sha256(bundle)}","size":${bundle.length}}],"subject":{"mediaType":"${MANIFEST}","digest":"${image.digest}","size":${size}},"annotations":{"dev.sigstore.bundle.content":"dsse-envelope","dev.sigstore.bundle.predicateType":"https://sigstore.dev/cosign/sign/v1","org.opencontainers.image.created":"${created}"}}`,
    )
    expect(result).toMatchObject({ tag: undefined, referrer: sha256(text), kept: [] })
    expect(scene.emulator.registry.repository('team/app').tags.size).toBe(0)
  })

  it.each([
    ['does not serve referrers', (): void => void (scene.emulator.registry.hasReferrers = false)],
    ['takes no note of the subject', (): void => void (scene.emulator.registry.confirmsSubject = false)],
  ])('falls back to an index under a tag where the registry %s', async (_, prepare) => {
    prepare()
    const image = scene.image()
    const [result] = await scene.sign([image], { layouts: ['referrer'] })
    const { text, mediaType } = manifestUnder(`sha256-${hexOf(image.digest)}`)
    const manifest = manifestUnder(result?.referrer ?? '').text
    expect(mediaType).toBe('application/vnd.oci.image.index.v1+json')
    expect(JSON.parse(text)).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        {
          mediaType: MANIFEST,
          size: manifest.length,
          digest: result?.referrer,
          artifactType: BUNDLE,
          annotations: (JSON.parse(manifest) as { annotations: unknown }).annotations,
        },
      ],
    })
    await scene.sign([image], { layouts: ['referrer'] })
    expect(scene.signed).toHaveLength(1)
  })
})

describe('both layouts', () => {
  it('share the signature of a statement, and have one of their own each', async () => {
    const image = scene.image()
    const [result] = await scene.sign([image], { predicates: [PREDICATE, { type: 'https://x.example/y', json: '{}' }] })
    expect(scene.signed).toHaveLength(4)
    expect(result?.attestations).toHaveLength(2)
    const layers = parsed(manifestUnder(`sha256-${hexOf(image.digest)}.att`).text).layers
    const inTag = layers.map(({ digest }) => JSON.parse(blob(digest).toString()) as unknown)
    const inReferrers = (result?.attestations ?? []).map(({ referrer }) => {
      const [layer] = parsed(manifestUnder(referrer ?? '').text).layers
      return (JSON.parse(blob(layer?.digest ?? '').toString()) as { dsseEnvelope: unknown }).dsseEnvelope
    })
    expect(inTag).toEqual(inReferrers)
  })

  it('are asked for at once, so that KMS takes one round trip', async () => {
    const planned = await scene.plan([scene.image()], { predicates: [PREDICATE] })
    const asked: (() => void)[] = []
    const signing = signImages(planned, (digest) => {
      const { promise, resolve } = Promise.withResolvers<Buffer>()
      asked.push(() => {
        resolve(scene.key.sign(digest))
      })
      return promise
    })
    expect(asked).toHaveLength(3)
    for (const answer of asked) answer()
    await signing
  })

  it('are made by P-384 and P-521 with their own hashes', async () => {
    for (const [algorithm, hash] of [
      ['ECDSA_NIST_P384_SHA_384', 'sha384'],
      ['ECDSA_NIST_P521_SHA_512', 'sha512'],
    ] as const) {
      const image = scene.image(algorithm)
      const key = localKey(algorithm)
      await scene.sign([image], { by: key })
      const [layer] = parsed(manifestUnder(`sha256-${hexOf(image.digest)}.sig`).text).layers
      const digest = createHash(hash)
        .update(blob(layer?.digest ?? ''))
        .digest()
      const signature = layer?.annotations['dev.cosignproject.cosign/signature'] ?? ''
      expect(verifyDigest(key.key, digest, Buffer.from(signature, 'base64'))).toBe(true)
      const before = scene.signed.length
      await scene.sign([image], { by: key })
      expect(scene.signed).toHaveLength(before)
    }
  })

  it.each(['RSA_2048_SIGN_PSS_SHA_256', 'ECDSA_SECP256_K1_SHA_256'])('are not made by %s', async (algorithm) => {
    const run = scene.sign([scene.image()], { by: localKey(algorithm) })
    await expect(run).rejects.toMatchObject({ code: 'UNSUPPORTED_FORMAT' })
    expect(scene.signed).toHaveLength(0)
  })

  it.each([
    ['an OCI manifest', MANIFEST],
    ['a Docker manifest', 'application/vnd.docker.distribution.manifest.v2+json'],
    ['an OCI index', 'application/vnd.oci.image.index.v1+json'],
    ['a Docker list', 'application/vnd.docker.distribution.manifest.list.v2+json'],
  ])('name %s by the type that the registry gives it', async (_, mediaType) => {
    const image = scene.image('typed', 'team/app', mediaType)
    const [result] = await scene.sign([image])
    expect(JSON.parse(manifestUnder(result?.referrer ?? '').text)).toMatchObject({ subject: { mediaType } })
    const isIndex = mediaType.includes('index') || mediaType.includes('list')
    expect(scene.log.lines.some((line) => line.includes('it is signed itself, not its parts'))).toBe(isIndex)
  })
})

describe('a second run', () => {
  it('signs nothing, pushes nothing and leaves no upload behind', async () => {
    const images = [scene.image('one'), scene.image('two', 'other/repository')]
    const first = await scene.sign(images, { predicates: [PREDICATE] })
    scene.calls()
    scene.signed.length = 0
    const second = await scene.sign(images, { predicates: [PREDICATE] })
    expect(scene.signed).toHaveLength(0)
    expect(scene.calls().filter((call) => /^Put/u.test(call))).toEqual([])
    expect(scene.emulator.registry.uploads.size).toBe(0)
    expect(second).toEqual(first.map((result) => ({ ...result, kept: ['tag', 'referrer'] })))
  })

  it('signs again where the signature there is wrong, by another key, or of another name', async () => {
    const image = scene.image()
    await scene.sign([image], { by: localKey(P256) })
    const tag = `sha256-${hexOf(image.digest)}.sig`
    const theirs = parsed(manifestUnder(tag).text).layers
    scene.signed.length = 0
    await scene.sign([image])
    expect(scene.signed).toHaveLength(2)
    const { layers } = parsed(manifestUnder(tag).text)
    expect(layers).toHaveLength(2)
    expect(layers[0]).toEqual(theirs[0])
    expect(layers[1]?.digest).toBe(theirs[0]?.digest)
    await scene.sign([image])
    expect(scene.signed).toHaveLength(2)
  })

  it('adds the layout that is missing, with the statement’s signature that is there', async () => {
    const image = scene.image()
    await scene.sign([image], { layouts: ['tag'], predicates: [PREDICATE] })
    scene.signed.length = 0
    const [result] = await scene.sign([image], { predicates: [PREDICATE] })
    expect(scene.signed).toHaveLength(1)
    expect(result?.kept).toEqual(['tag'])
    expect(result?.attestations[0]?.referrer).toMatch(/^sha256:/u)
  })
})

describe('many images', () => {
  it('are signed together, each once however often it is named', async () => {
    const images = Array.from({ length: 100 }, (_, index) => scene.image(`image ${index}`, `team/app-${index % 7}`))
    const [first] = images
    if (first === undefined) throw new Error('no image')
    const results = await scene.sign([...images, { ...first, given: 'the same' }])
    expect(results).toHaveLength(100)
    expect(results[0]?.given).toEqual([first.given, 'the same'])
    expect(scene.signed).toHaveLength(200)
  })
})
