import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { signedLayer } from '../../src/registry/existing.ts'
import { readManifest } from '../../src/registry/documents.ts'
import { simpleSigning } from '../../src/registry/payloads.ts'
import type { ImageReference } from '../../src/registry/types.ts'
import { localKey } from '../support/local-key.ts'
import { P256, startScene, type Scene } from './registry-scene.ts'

let scene: Scene

beforeEach(async () => {
  scene = await startScene()
})

afterEach(() => scene.close())

const stranger = localKey(P256)
const tagOf = ({ digest }: ImageReference, suffix: string): string => `${digest.replace(':', '-')}${suffix}`

/** Puts back under the tag what was there before this run wrote, so often: a writer that had read earlier. */
function overwrite(image: ImageReference, times: number, suffix = '.sig'): void {
  const { registry } = scene.emulator
  const { tags } = registry.repository('team/app')
  const tag = tagOf(image, suffix)
  const before = tags.get(tag)
  let left = times
  registry.afterPush = (_, reference) => {
    if (reference !== tag || left === 0) return
    left -= 1
    if (before === undefined) tags.delete(tag)
    else tags.set(tag, before)
  }
}

function layersOf(image: ImageReference) {
  const found = scene.emulator.registry.find('team/app', tagOf(image, '.sig'))
  return found === undefined ? [] : readManifest(found.bytes, found.mediaType).layers
}

describe('other writers', () => {
  it.each(['.sig', ''])('are read over, and what they took away is added again: the tag sha256-…%s', async (suffix) => {
    scene.emulator.registry.hasReferrers = false
    const image = scene.image()
    overwrite(image, 3, suffix)
    await scene.sign([image])
    await scene.sign([image])
    expect(scene.signed).toHaveLength(2)
  })

  it('win when they never stop, which is said', async () => {
    const image = scene.image()
    const other = scene.image('another')
    overwrite(image, Infinity)
    const run = scene.sign([image, other])
    await expect(run).rejects.toMatchObject({ code: 'REGISTRY_UPLOAD_FAILED' })
    await expect(run).rejects.toThrow('another writer replaced the list 5 times')
    await expect(run).rejects.toThrow(`Pushed:\n  ${other.given}`)
    await expect(run).rejects.toThrow(`Not pushed, or only in part:\n  ${image.given}`)
  })

  it('are found out by the last read, at the end of the run', async () => {
    const { registry } = scene.emulator
    const image = scene.image()
    const late = scene.image('late')
    const { tags } = registry.repository('team/app')
    registry.afterPush = (_, reference) => {
      // The other writer comes when this run has read its own again, while it still pushes another image.
      if (reference.startsWith(late.digest.replace(':', '-')) && reference.endsWith('.sig')) {
        setTimeout(() => tags.delete(tagOf(image, '.sig')), 0)
      }
    }
    scene.emulator.setLatency('registry.PutManifest', 20)
    await scene.sign([image, late])
    expect(layersOf(image)).toHaveLength(1)
  })

  it('keep their signatures, two runs at once too', async () => {
    const image = scene.image()
    await Promise.all([scene.sign([image]), scene.sign([image], { by: stranger })])
    const payload = simpleSigning(image)
    for (const { key } of [scene.key, stranger]) expect(signedLayer(layersOf(image), payload, key)).toBeDefined()
  })

  it('keep what is unknown here', async () => {
    const image = scene.image()
    const { registry } = scene.emulator
    await scene.sign([image], { by: stranger, layouts: ['tag'] })
    const tag = tagOf(image, '.sig')
    const theirs = JSON.parse(registry.find('team/app', tag)?.bytes.toString() ?? '') as Record<string, unknown>
    const fields = { ...theirs, annotations: { note: 'theirs' }, unknown: [1, { two: 2 }] }
    registry.addManifest('team/app', 'application/vnd.oci.image.manifest.v1+json', fields, tag)
    await scene.sign([image])
    const now = JSON.parse(registry.find('team/app', tag)?.bytes.toString() ?? '') as Record<string, unknown>
    expect(now).toMatchObject({ annotations: { note: 'theirs' }, unknown: [1, { two: 2 }] })
    expect(layersOf(image)).toHaveLength(2)
  })

  it('are told of where cosign 3 stops reading their tag', async () => {
    const image = scene.image()
    await scene.sign([image], { by: stranger, layouts: ['tag'] })
    expect(scene.log.warnings).toEqual([])
    await scene.sign([image])
    expect(scene.log.warnings).toHaveLength(1)
    expect(scene.log.warnings[0]).toContain('1 signature of other signers')
    await scene.sign([image], { layouts: ['tag'] })
    expect(scene.log.warnings[1]).toContain('--new-bundle-format=false')
  })

  it.each([
    ['.sig', 'an image index', 'application/vnd.oci.image.index.v1+json', { manifests: [] }],
    ['.sig', 'something else', 'text/plain', { mediaType: 'text/plain' }],
    ['', 'a manifest', 'application/vnd.oci.image.manifest.v1+json', { layers: [] }],
  ])('keep a tag sha256-…%s that is %s: nothing is signed then', async (suffix, _, mediaType, value) => {
    const image = scene.image()
    scene.emulator.registry.hasReferrers = false
    const fields = { schemaVersion: 2, mediaType, ...value }
    const text = JSON.stringify(fields)
    const { registry } = scene.emulator
    registry.addManifest('team/app', mediaType, fields, tagOf(image, suffix))
    const run = scene.sign([image])
    if (mediaType === 'text/plain') {
      // Nobody who does not ask for text/plain can see it.
      await expect(run).resolves.toHaveLength(1)
      return
    }
    await expect(run).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    expect(scene.signed).toHaveLength(0)
    expect(registry.find('team/app', tagOf(image, suffix))?.bytes.toString()).toBe(text)
  })
})
