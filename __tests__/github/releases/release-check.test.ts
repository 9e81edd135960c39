import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkChecksumAsset, prepareRelease } from '../../../src/github/releases/release-check.ts'
import { pem } from '../../../src/crypto/public-key.ts'
import { newKey, releaseSetup, type ReleaseSetup } from './release-setup.ts'

let setup: ReleaseSetup

beforeEach(async () => {
  setup = await releaseSetup()
})

afterEach(() => setup.close())

const publicPem = (key = setup.key): string => pem('PUBLIC KEY', key.spki)

describe('prepareRelease', () => {
  it('finds a published release by its tag', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.github.addRelease('v1.2.3', { draft: true })
    expect((await prepareRelease(setup.request())).release).toMatchObject({ id: release.id, draft: false })
  })

  it('finds a draft in the list, behind more than a page of releases', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    for (let n = 0; n < 65; n++) setup.emulator.github.addRelease(`v0.${n}`)
    expect((await prepareRelease(setup.request())).release).toMatchObject({ id: release.id, draft: true })
  })

  it.each(['release/1.0', 'v1+build', "v1'quoted", 'v1 #?%'])('finds the tag %s', async (tag) => {
    setup.emulator.github.addRelease(tag)
    expect((await prepareRelease(setup.request({ tag }))).release.tag).toBe(tag)
  })

  it('says that drafts need contents: write when there is no release', async () => {
    setup.emulator.github.tokens.set(setup.emulator.github.token, 'read')
    setup.emulator.github.addRelease('v1.2.3', { draft: true })
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
      hint: expect.stringContaining('contents: write'),
    })
  })

  it('lists several drafts of one tag and takes none', async () => {
    const [one, two] = [1, 2].map(() => setup.emulator.github.addRelease('v1.2.3', { draft: true }))
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
      message: expect.stringMatching(new RegExp(`${two?.id}.*${one?.id}`, 'u')),
    })
  })

  it('suggests no command that a hostile tag could change', async () => {
    await expect(prepareRelease(setup.request({ tag: "v1'; rm -rf ~ #" }))).rejects.toMatchObject({
      hint: expect.stringContaining(`gh release create 'v1'\\''; rm -rf ~ #'`),
    })
  })

  it('refuses with RELEASE_FORBIDDEN what GitHub forbids', async () => {
    await expect(prepareRelease(setup.request({ token: 'ghs_bad' }))).rejects.toMatchObject({
      code: 'RELEASE_FORBIDDEN',
      message: expect.stringContaining('Bad credentials'),
    })
    setup.emulator.setFault({ service: 'github', kind: 'status', status: 403 })
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({
      code: 'RELEASE_FORBIDDEN',
      hint: expect.stringContaining('contents: write'),
    })
  })

  it('refuses a published immutable release, but takes its draft', async () => {
    setup.emulator.github.immutableReleases = true
    const release = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    await prepareRelease(setup.request())
    release.draft = false
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({
      code: 'RELEASE_IMMUTABLE',
      hint: expect.stringContaining('--draft=false'),
    })
  })

  it('refuses more than 1,000 assets together, not counting those that are replaced', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    for (let n = 0; n < 998; n++) setup.emulator.github.addAsset(release, `old-${n}`, 'x')
    await prepareRelease(setup.request({ names: ['a.sig', 'b.sig', 'old-7'] }))
    await expect(prepareRelease(setup.request({ names: ['a.sig', 'b.sig', 'c.sig'] }))).rejects.toMatchObject({
      code: 'RELEASE_FULL',
      message: expect.stringContaining('1001'),
    })
  })

  it('refuses existing assets of a published release, with the commands that delete them', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.github.addAsset(release, 'app.sig', 'old')
    const names = ['app.sig', 'new.sig']
    await expect(prepareRelease(setup.request({ names }))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
      hint: expect.stringContaining('gh release delete-asset v1.2.3 app.sig --yes --repo acme/widget'),
    })
    await prepareRelease(setup.request({ names, overwrite: true }))
    await prepareRelease(setup.request({ names: ['new.sig'] }))
  })

  it('finds an existing asset under the name that GitHub gave it', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.github.addAsset(release, 'my.app.sig', 'old')
    await expect(prepareRelease(setup.request({ names: ['my app.sig'] }))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
    })
  })

  it('does not count an asset whose upload broke off', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.github.addAsset(release, 'app.sig', '', { state: 'starter' })
    await prepareRelease(setup.request({ names: ['app.sig'] }))
  })

  it('takes a public-key file of the same key, and no other', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    const asset = setup.emulator.github.addAsset(release, 'kms-public-key.pem', `\n${publicPem()}\n`)
    await prepareRelease(setup.request({ names: ['kms-public-key.pem'] }))
    release.assets.splice(release.assets.indexOf(asset), 1)
    setup.emulator.github.addAsset(release, 'kms-public-key.pem', publicPem(newKey()))
    await expect(prepareRelease(setup.request({ names: ['kms-public-key.pem'] }))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
    })
  })

  it.each([
    ['github', 'GetAsset', 'with'],
    ['blobs', 'DownloadAsset', 'with'],
    ['blobs', 'DownloadAsset', 'without'],
  ] as const)(
    'does not take a login page in the way of %s %s for the key, %s a digest',
    async (service, call, digest) => {
      const release = setup.emulator.github.addRelease('v1.2.3')
      const { id, name, content } = setup.emulator.github.addAsset(release, 'kms-public-key.pem', publicPem())
      const listed = [{ id, name, state: 'uploaded', size: content.length, digest: null }]
      if (digest === 'without')
        setup.emulator.setFault({
          service: 'github',
          call: 'ListAssets',
          kind: 'status',
          status: 200,
          body: JSON.stringify(listed),
        })
      await prepareRelease(setup.request({ names: [name] }))
      setup.emulator.setFault({ service, call, kind: 'html' })
      await expect(prepareRelease(setup.request({ names: [name] }))).rejects.toMatchObject({
        code: 'INVALID_RESPONSE',
        message: expect.stringContaining('kms-public-key.pem'),
      })
    },
  )

  it('takes a checksum file only when it is the same file', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.github.addAsset(release, 'SHA256SUMS', 'abc  app\n')
    const prepared = await prepareRelease(setup.request({ names: ['SHA256SUMS'] }))
    await checkChecksumAsset(prepared, 'SHA256SUMS', Buffer.from('abc  app\n'))
    await expect(checkChecksumAsset(prepared, 'SHA256SUMS', Buffer.from('def  app\n'))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
    })
  })

  it('says before any request what time the uploads need', async () => {
    setup.emulator.github.addRelease('v1.2.3', { draft: true })
    const names = Array.from({ length: 600 }, (_, n) => `f${n}.sig`)
    setup.emulator.requests.length = 0
    await expect(prepareRelease(setup.request({ names }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('600 uploads take 62 minutes'),
      hint: expect.stringContaining('sign: checksums'),
    })
    expect(setup.emulator.requests).toHaveLength(0)
    await prepareRelease(setup.request({ names, deadline: setup.clock.now() + 62 * 60_000 }))
  })

  it.each(['html', 'empty', 'truncated-json', 'wrong-types', 'huge-body'] as const)(
    'refuses an answer that is %s',
    async (kind) => {
      setup.emulator.github.addRelease('v1.2.3')
      setup.emulator.setFault({ service: 'github', kind })
      await expect(prepareRelease(setup.request())).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    },
  )

  it('gets over failures that pass', async () => {
    setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.setFault({ service: 'github', kind: 'status', status: 502, first: 2 })
    setup.emulator.setFault({ service: 'github', kind: 'status', status: 403, retryAfter: 0, first: 1 })
    setup.emulator.setFault({ service: 'github', kind: 'reset-mid-body', first: 1 })
    await prepareRelease(setup.request())
  })
})
