import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkChecksumAsset, prepareRelease } from '../../../src/github/releases/release-check.ts'
import { pem } from '../../../src/crypto/public-key.ts'
import { allowedSigners } from '../../../src/formats/sshsig/write.ts'
import { localKey } from '../../support/local-key.ts'
import { newKey, PRINCIPAL, releaseSetup, type ReleaseSetup } from './release-setup.ts'

let setup: ReleaseSetup

beforeEach(async () => {
  setup = await releaseSetup()
})

afterEach(() => setup.close())

/** A checksum file over files of these names. */
const sums = (...names: readonly string[]): string => names.map((name) => `${'ab'.repeat(32)}  ${name}\n`).join('')

const publicPem = (key = setup.key): string => pem('PUBLIC KEY', key.spki)

describe('prepareRelease', () => {
  it('finds a published release by its tag', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    setup.emulator.github.addRelease('v1.2.2', { draft: true })
    expect((await prepareRelease(setup.request())).release).toMatchObject({ id: release.id, draft: false })
  })

  it.each([true, false])(
    'lists a draft beside a published release and takes neither, overwrite: %s',
    async (overwrite) => {
      const { github } = setup.emulator
      const published = github.addRelease('v1.2.3')
      for (let n = 0; n < 65; n++) github.addRelease(`v0.${n}`)
      const draft = github.addRelease('v1.2.3', { draft: true, name: 'prepared' })
      for (let n = 0; n < 31; n++) github.addAsset(draft, `app-${n}.sig`, 'x')
      const error = await prepareRelease(setup.request({ overwrite })).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'RELEASE_NOT_FOUND', hint: expect.stringContaining('release-id') })
      const { message } = error as Error
      expect(message).toMatch(
        new RegExp(`release-id: ${published.id} \\(published, made 20\\d\\d-[^ ]+, 0 assets\\)`, 'u'),
      )
      expect(message).toMatch(new RegExp(`release-id: ${draft.id} \\(draft, made [^ ]+, 31 assets\\) "prepared"`, 'u'))
      for (const { id } of [published, draft]) {
        const prepared = await prepareRelease(setup.request({ tag: undefined, id }))
        expect(prepared.release).toMatchObject({ id, tag: 'v1.2.3' })
      }
    },
  )

  it('takes a release by its ID only where it bears a tag that is given too', async () => {
    const { id } = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    expect((await prepareRelease(setup.request({ id }))).release.id).toBe(id)
    await expect(prepareRelease(setup.request({ id, tag: 'v2' }))).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
      message: expect.stringContaining('bears the tag v1.2.3, not v2'),
    })
    await expect(prepareRelease(setup.request({ id: 4711, tag: undefined }))).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
      message: expect.stringContaining('no release with the ID 4711'),
    })
  })

  it('does not take a release of another tag than it asked for', async () => {
    const release = setup.emulator.github.addRelease('v2')
    const body = { id: release.id, tag_name: 'v2', upload_url: `${setup.emulator.urls.uploads}/x` }
    const fault = { kind: 'status', status: 200, body } as const
    setup.emulator.setFault({ service: 'github', call: 'GetReleaseByTag', ...fault })
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
  })

  it.each([true, false])('looks again for a release that was made a moment ago, draft: %s', async (draft) => {
    const { id } = setup.emulator.github.addRelease('v1.2.3', { draft, hiddenMs: 14_000 })
    expect((await prepareRelease(setup.request())).release.id).toBe(id)
    expect(setup.clock.waits).toEqual([1000, 2000, 4000, 8000])
    const { id: second } = setup.emulator.github.addRelease('v2', { draft, hiddenMs: 2500 })
    expect((await prepareRelease(setup.request({ id: second, tag: undefined }))).release.id).toBe(second)
  })

  it('gives up after 15 s, and at once where the run has no time', async () => {
    setup.emulator.github.addRelease('v1.2.3', { hiddenMs: 16_000 })
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
    expect(setup.clock.waits).toEqual([1000, 2000, 4000, 8000])
    const deadline = setup.clock.now() + 900
    await expect(prepareRelease(setup.request({ tag: 'v2', deadline }))).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
    })
    expect(setup.clock.waits).toHaveLength(4)
  })

  it('looks through the whole list once, and at its first pages when it looks again', async () => {
    for (let n = 0; n < 125; n++) setup.emulator.github.addRelease(`v0.${n}`)
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
    expect(setup.emulator.calls('github', 'ListReleases')).toHaveLength(5 + 4 * 3)
  })

  it('takes 422 past the last result for the end of the list', async () => {
    setup.emulator.github.listedResults = 60
    for (let n = 0; n < 65; n++) setup.emulator.github.addRelease(`v0.${n}`)
    await expect(prepareRelease(setup.request())).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
  })

  it('goes on behind a page that is short, where there is a next one', async () => {
    const { id } = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    for (let n = 0; n < 30; n++) setup.emulator.github.addRelease(`v0.${n}`)
    const headers = { link: '<https://elsewhere.example/steal?page=2>; rel="next"' }
    const fault = { kind: 'status', status: 200, body: '[]', headers, first: 1 } as const
    setup.emulator.setFault({ service: 'github', call: 'ListReleases', ...fault })
    expect((await prepareRelease(setup.request())).release.id).toBe(id)
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
      message: expect.stringMatching(new RegExp(`${two?.id}.*${one?.id}`, 'su')),
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
    await expect(prepareRelease(setup.request({ names: ['app.sig'] }))).resolves.toBeDefined()
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
    setup.emulator.github.addAsset(release, 'SHA256SUMS', sums('app'))
    const prepared = await prepareRelease(setup.request({ names: ['SHA256SUMS'], signs: ['app'] }))
    await checkChecksumAsset(prepared, 'SHA256SUMS', Buffer.from(sums('app')))
    await expect(checkChecksumAsset(prepared, 'SHA256SUMS', Buffer.from(sums('other')))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
    })
  })

  it('names a checksum file together with its signature, in one round', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    for (const name of ['SHA256SUMS', 'SHA256SUMS.sig'])
      setup.emulator.github.addAsset(release, name, name.endsWith('.sig') ? 'x' : sums('app'))
    const names = ['SHA256SUMS', 'SHA256SUMS.sig']
    await expect(prepareRelease(setup.request({ names, signs: ['app'] }))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
      message: expect.stringMatching(/\n {2}SHA256SUMS\.sig\n {2}SHA256SUMS$/u),
    })
  })

  it('names what hangs on the key in the same round', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    for (const name of ['app.sig', 'SHA256SUMS.sig']) setup.emulator.github.addAsset(release, name, 'x')
    const allNames = () => Promise.resolve(['app.sig', 'SHA256SUMS', 'SHA256SUMS.sig'])
    await expect(prepareRelease(setup.request({ names: ['app.sig'], allNames }))).rejects.toMatchObject({
      code: 'ASSET_EXISTS',
      message: expect.stringMatching(/\n {2}app\.sig\n {2}SHA256SUMS\.sig$/u),
    })
  })

  const statement = (...names: readonly string[]): string => {
    const subject = names.map((name) => ({ name, digest: { sha256: 'ab'.repeat(32) } }))
    const payload = Buffer.from(JSON.stringify({ subject })).toString('base64')
    return JSON.stringify({ dsseEnvelope: { payload } })
  }

  it.each([
    [
      'a checksum file over other files',
      'SHA256SUMS',
      sums('app', 'linux.tar.gz'),
      'names files that this run does not sign: linux.tar.gz',
    ],
    ['something else of that name', 'SHA256SUMS', 'hello', 'is not a checksum file'],
    ['a statement over other files', 'provenance.sigstore.json', statement('app', 'mac.zip'), 'does not sign: mac.zip'],
    ['no statement', 'provenance.sigstore.json', '{}', 'is not a statement'],
  ])('refuses %s on a draft and on a published release', async (_, name, content, why) => {
    for (const draft of [true, false]) {
      const tag = `v-${draft}`
      const release = setup.emulator.github.addRelease(tag, { draft })
      setup.emulator.github.addAsset(release, name, content)
      const request = { tag, names: [name, 'app.sig'], signs: ['app'] }
      await expect(prepareRelease(setup.request(request))).rejects.toMatchObject({
        code: 'ASSET_EXISTS',
        hint: expect.stringMatching(/one job alone.*subject-checksums.*overwrite: true/su),
      })
      await expect(prepareRelease(setup.request(request))).rejects.toThrow(why)
      await prepareRelease(setup.request({ ...request, overwrite: true }))
    }
  })

  it('refuses the signature files of a foreign checksum file with it, and those of its own files not', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    setup.emulator.github.addAsset(release, 'SHA256SUMS.sigstore.json', 'x')
    setup.emulator.github.addAsset(release, 'SHA256SUMS', sums('other'))
    setup.emulator.github.addAsset(release, 'app.sig', 'x')
    const names = ['app.sig', 'SHA256SUMS', 'SHA256SUMS.sigstore.json']
    const error = await prepareRelease(setup.request({ names, signs: ['app'] })).catch((thrown: unknown) => thrown)
    const { message } = error as Error
    expect(message).toMatch(/\n {2}SHA256SUMS\.sigstore\.json signs SHA256SUMS$/u)
    expect(message).not.toContain('app.sig')
    await prepareRelease(setup.request({ names, signs: ['app', 'other'] }))
  })

  it('takes a statement and a checksum file over files of this run alone, on a draft', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    setup.emulator.github.addAsset(release, 'SHA256SUMS', sums('app'))
    setup.emulator.github.addAsset(release, 'provenance.sigstore.json', statement('app'))
    const names = ['SHA256SUMS', 'SHA256SUMS.sig', 'provenance.sigstore.json']
    await expect(prepareRelease(setup.request({ names, signs: ['app', 'more'] }))).resolves.toBeDefined()
  })

  it('takes the bundle of a release file called provenance for what it is', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3', { draft: true })
    setup.emulator.github.addAsset(release, 'provenance.sigstore.json', '{}')
    await expect(
      prepareRelease(setup.request({ names: ['provenance.sigstore.json'], signs: ['provenance'] })),
    ).resolves.toBeDefined()
  })

  it('takes allowed signers of the same key only with the same principal', async () => {
    const release = setup.emulator.github.addRelease('v1.2.3')
    const local = localKey('ECDSA_NIST_P256_SHA_256')
    const name = 'kms-allowed-signers'
    setup.emulator.github.addAsset(release, name, allowedSigners(local.key, PRINCIPAL))
    const publicKey = () => Promise.resolve(local.key.publicKey)
    await prepareRelease(setup.request({ names: [name], publicKey }))
    await expect(
      prepareRelease(setup.request({ names: [name], publicKey, principal: 'new@example.org' })),
    ).rejects.toMatchObject({ code: 'ASSET_EXISTS', message: expect.stringContaining(name) })
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
    await expect(prepareRelease(setup.request())).resolves.toBeDefined()
  })
})
