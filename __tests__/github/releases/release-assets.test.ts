import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../../src/base/errors.ts'
import { attachAssets, type AttachedAsset } from '../../../src/github/releases/release-assets.ts'
import { prepareRelease, type ReleaseRequest } from '../../../src/github/releases/release-check.ts'
import { pem } from '../../../src/crypto/public-key.ts'
import type { Release } from '../../../emulator/github/github-state.ts'
import { newKey, releaseSetup, type ReleaseSetup } from './release-setup.ts'

let setup: ReleaseSetup
let draft: Release

beforeEach(async () => {
  setup = await releaseSetup()
  draft = setup.emulator.github.addRelease('v1.2.3', { draft: true })
})

afterEach(() => setup.close())

async function attach(
  files: readonly string[],
  changes: Partial<ReleaseRequest> = {},
): Promise<readonly AttachedAsset[]> {
  return attachAssets(await prepareRelease(setup.request(changes)), files, setup.key)
}

const contents = (release = draft): Record<string, string> =>
  Object.fromEntries(release.assets.map(({ name, content }) => [name, content.toString()]))

const uploads = (): number => setup.emulator.calls('uploads', 'UploadAsset').length

describe('attachAssets', () => {
  it('attaches files in order and tells their URLs', async () => {
    const files = [await setup.write('b.sig'), await setup.write('a.sig')]
    const attached = await attach(files)
    expect(attached.map(({ path }) => path)).toEqual(files)
    expect(contents()).toEqual({ 'b.sig': 'signature b.sig', 'a.sig': 'signature a.sig' })
    expect(attached[0]?.url).toContain('/releases/download/v1.2.3/b.sig')
  })

  it.each([
    ['app.sig', 'application/octet-stream'],
    ['app.sigstore.json', 'application/json'],
    ['app.asc', 'application/pgp-signature'],
    ['app.p7s', 'application/pkcs7-signature'],
    ['app.sig.b64', 'text/plain; charset=utf-8'],
    ['kms-public-key.asc', 'application/pgp-keys'],
    ['kms-public-key.pem', 'application/x-pem-file'],
    ['SHA256SUMS', 'text/plain; charset=utf-8'],
  ])('gives %s the type %s', async (name, type) => {
    await attach([await setup.write(name)])
    expect(draft.assets[0]?.contentType).toBe(type)
  })

  it('leaves an asset with the same digest', async () => {
    const old = setup.emulator.github.addAsset(draft, 'app.sig', 'signature app.sig')
    const [asset] = await attach([await setup.write('app.sig')])
    expect(asset).toMatchObject({ left: true, name: 'app.sig' })
    expect(draft.assets).toEqual([old])
    expect(uploads()).toBe(0)
  })

  it('replaces other files of our names on a draft', async () => {
    setup.emulator.github.addAsset(draft, 'app.sig', 'of an earlier run')
    setup.emulator.github.addAsset(draft, 'app.tar.gz', 'not ours')
    await attach([await setup.write('app.sig')])
    expect(contents()).toEqual({ 'app.tar.gz': 'not ours', 'app.sig': 'signature app.sig' })
  })

  it('leaves public-key files of the same key and replaces those of another', async () => {
    const same = `${pem('PUBLIC KEY', setup.key.spki)}\n`
    setup.emulator.github.addAsset(draft, 'kms-public-key.pem', same)
    const file = await setup.write('kms-public-key.pem', pem('PUBLIC KEY', setup.key.spki))
    await attach([file])
    expect(contents()).toEqual({ 'kms-public-key.pem': same })
    draft.assets.length = 0
    setup.emulator.github.addAsset(draft, 'kms-public-key.pem', pem('PUBLIC KEY', newKey().spki))
    await attach([file])
    expect(contents()).toEqual({ 'kms-public-key.pem': pem('PUBLIC KEY', setup.key.spki) })
  })

  it('sends the token to no store that GitHub hands downloads on to', async () => {
    setup.emulator.github.addAsset(draft, 'kms-public-key.pem', 'x')
    await attach([await setup.write('kms-public-key.pem', pem('PUBLIC KEY', setup.key.spki))])
    const [download] = setup.emulator.calls('blobs')
    expect(download).toBeDefined()
    expect(JSON.stringify(download)).not.toContain(setup.emulator.github.token)
  })

  it('replaces assets of a published release with overwrite', async () => {
    const published = setup.emulator.github.addRelease('v2')
    setup.emulator.github.addAsset(published, 'app.sig', 'old')
    const names = ['app.sig']
    await attach([await setup.write('app.sig')], { tag: 'v2', names, overwrite: true })
    expect(contents(published)).toEqual({ 'app.sig': 'signature app.sig' })
  })

  it('replaces nothing on a published release that got an asset after it was looked up', async () => {
    const published = setup.emulator.github.addRelease('v2')
    const prepared = await prepareRelease(setup.request({ tag: 'v2', names: ['app.sig'] }))
    setup.emulator.github.addAsset(published, 'app.sig', 'of another job')
    await expect(attachAssets(prepared, [await setup.write('app.sig')], setup.key)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      hint: expect.stringContaining('gh release delete-asset v2 app.sig'),
    })
    expect(contents(published)).toEqual({ 'app.sig': 'of another job' })
  })

  it.each([
    ['a 502 that leaves a broken asset', { kind: 'starter', first: 1 }],
    ['a 502 after the asset has arrived', { kind: 'status', status: 502, after: true, first: 1 }],
    ['a reset after the asset has arrived', { kind: 'reset-before-headers', after: true, first: 2 }],
    ['a reset before it has', { kind: 'reset-before-headers', first: 3 }],
    ['an answer cut off', { kind: 'truncated-body', first: 1 }],
    ['an answer of the wrong types', { kind: 'wrong-types', first: 1 }],
    ['Retry-After', { kind: 'status', status: 403, retryAfter: 120, first: 2 }],
    ['429 without Retry-After', { kind: 'status', status: 429, first: 3 }],
  ] as const)('gets over %s, and each asset is there once', async (_, fault) => {
    setup.emulator.setFault({ service: 'uploads', ...fault })
    await attach([await setup.write('a.sig'), await setup.write('b.sig')])
    expect(draft.assets.map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual([
      'a.sig uploaded',
      'b.sig uploaded',
    ])
    expect(contents()).toEqual({ 'a.sig': 'signature a.sig', 'b.sig': 'signature b.sig' })
  })

  it('removes a broken asset of an earlier run first, on a published release too', async () => {
    const published = setup.emulator.github.addRelease('v2')
    setup.emulator.github.addAsset(published, 'app.sig', '', { state: 'starter' })
    await attach([await setup.write('app.sig')], { tag: 'v2', names: ['app.sig'] })
    expect(contents(published)).toEqual({ 'app.sig': 'signature app.sig' })
  })

  it('never replaces on a draft what was attached since it was looked up', async () => {
    const prepared = await prepareRelease(setup.request({ names: ['app.sig'] }))
    setup.emulator.github.addAsset(draft, 'app.sig', 'of another job')
    await expect(attachAssets(prepared, [await setup.write('app.sig')], setup.key)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('Since this run began'),
      hint: expect.stringContaining('Another job attaches files of the same names'),
    })
    expect(contents()).toEqual({ 'app.sig': 'of another job' })
  })

  it.each([true, false])('never replaces what is attached while it attaches, overwrite: %s', async (overwrite) => {
    const old = setup.emulator.github.addAsset(draft, 'app.sig', 'of an earlier run')
    const prepared = await prepareRelease(setup.request({ names: ['app.sig'], overwrite }))
    const { push } = setup.log.lines
    // Another job is quicker, between the deletion and the upload.
    setup.log.lines.push = (...lines: string[]) => {
      if (lines.some((line) => line.includes('Deleting')) && draft.assets.includes(old))
        setTimeout(() => setup.emulator.github.addAsset(draft, 'app.sig', 'of another job'), 0)
      return push.apply(setup.log.lines, lines)
    }
    setup.emulator.setLatency('uploads', 50)
    await expect(attachAssets(prepared, [await setup.write('app.sig')], setup.key)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('was attached while this run was at work'),
    })
    expect(contents()).toEqual({ 'app.sig': 'of another job' })
  })

  it('names every deletion in the log, with the digest', async () => {
    const old = setup.emulator.github.addAsset(draft, 'app.sig', 'of an earlier run')
    await attach([await setup.write('app.sig')])
    expect(setup.log.lines.join('\n')).toMatch(
      new RegExp(
        `Deleting the asset app.sig \\(id ${old.id}, 17 bytes, sha256:[0-9a-f]{64}\\) of the release v1.2.3`,
        'u',
      ),
    )
  })

  it('waits for an upload of another job, and takes the same file for its own', async () => {
    const theirs = setup.emulator.github.addAsset(draft, 'app.sig', '', { state: 'starter' })
    setup.clock.beforeSleep = () => {
      if (setup.clock.waits.length === 3)
        Object.assign(theirs, { state: 'uploaded', content: Buffer.from('signature app.sig') })
    }
    const [asset] = await attach([await setup.write('app.sig')])
    expect(asset?.url).toContain('app.sig')
    expect(draft.assets).toEqual([theirs])
    expect(uploads()).toBe(0)
  })

  it('waits for an upload of another job, and does not replace its file', async () => {
    const theirs = setup.emulator.github.addAsset(draft, 'app.sig', '', { state: 'starter' })
    setup.clock.beforeSleep = () => {
      Object.assign(theirs, { state: 'uploaded', content: Buffer.from('theirs') })
    }
    await expect(attach([await setup.write('app.sig')], { overwrite: true })).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
    })
    expect(contents()).toEqual({ 'app.sig': 'theirs' })
  })

  it('replaces an upload that broke off only once it is five minutes old', async () => {
    setup.emulator.github.addAsset(draft, 'app.sig', '', { state: 'starter' })
    await attach([await setup.write('app.sig')])
    expect(contents()).toEqual({ 'app.sig': 'signature app.sig' })
    expect(setup.clock.waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(300_000)
    expect(setup.log.lines.join('\n')).toContain('Deleting the asset app.sig')
  })

  it('does not wait for an upload that is old already, by GitHub’s own clock', async () => {
    const createdAt = new Date(setup.clock.date() - 301_000).toISOString()
    setup.emulator.github.addAsset(draft, 'app.sig', '', { state: 'starter', createdAt })
    await attach([await setup.write('app.sig')])
    expect(setup.clock.waits).toEqual([])
  })

  it('says so when there is no time to wait for an upload under way', async () => {
    setup.emulator.github.addAsset(draft, 'app.sig', '', { state: 'starter' })
    const deadline = setup.clock.now() + 60_000
    await expect(attach([await setup.write('app.sig')], { deadline })).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('not complete, and timeout-minutes leaves no time'),
    })
    expect(draft.assets).toHaveLength(1)
  })

  it.each([
    ['gone', () => (draft.assets.length = 0)],
    ['another file', () => Object.assign(draft.assets[0] ?? {}, { content: Buffer.from('signature app.tar.g') })],
  ])('fails when at the end an asset is %s', async (_, change) => {
    const skip = setup.emulator.calls('github', 'ListAssets').length + 2
    const prepared = await prepareRelease(setup.request())
    const files = [await setup.write('a.sig'), await setup.write('b.sig')]
    const wait = setInterval(() => {
      if (setup.emulator.calls('uploads').length === 2 && draft.assets.length === 2) change()
    }, 1)
    setup.emulator.setLatency('github.ListAssets', 30)
    await expect(attachAssets(prepared, files, setup.key)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringMatching(/at the end the release does not list them.*Not attached: a\.sig/su),
    })
    clearInterval(wait)
    expect(setup.emulator.calls('github', 'ListAssets').length).toBeGreaterThan(skip)
  })

  it('compares sizes where GitHub tells no digests', async () => {
    setup.emulator.github.tellsDigests = false
    expect(await attach([await setup.write('a.sig')])).toHaveLength(1)
    expect((await attach([await setup.write('a.sig')])).map(({ left }) => left)).toEqual([true])
  })

  it.each([
    [{ status: 401 }, /token is not valid any more/u],
    [{ status: 403 }, /contents: write/u],
    [{ status: 404 }, /deleted meanwhile/u],
    [{ status: 413 }, /below 2 GiB/u],
    [
      { status: 422, body: { message: 'Cannot upload assets to an immutable release.' } },
      /published meanwhile and is immutable.*does not help/u,
    ],
    [
      {
        status: 422,
        body: { message: 'Validation Failed', errors: [{ resource: 'Release', code: 'custom', field: 'file_count' }] },
      },
      /at most 1000 assets/u,
    ],
    [
      { status: 422, body: { message: 'Validation Failed', errors: [{ code: 'custom', field: 'size' }] } },
      /below 2 GiB/u,
    ],
    [
      { status: 422, body: { message: 'Validation Failed', errors: [{ code: 'invalid', field: 'name' }] } },
      /rename the file/u,
    ],
    [{ status: 422, body: { message: 'Something new' } }, /GitHub's words say/u],
    [{ status: 503 }, /githubstatus\.com.*Run the job again/u],
  ])('gives advice by the cause: %j', async (answer, hint) => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', ...answer })
    const error: unknown = await attach([await setup.write('a.sig')]).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'RELEASE_UPLOAD_FAILED', hint: expect.stringMatching(hint) })
    const isLasting = /immutable|rename|2 GiB/u.test(hint.source)
    const again = /Run the job again|gh release upload/u
    if (isLasting) expect((error as ActionError).hint).not.toMatch(again)
    else expect((error as ActionError).hint).toMatch(again)
  })

  it('says that a release was published meanwhile when it refuses a deletion', async () => {
    setup.emulator.github.immutableReleases = true
    setup.emulator.github.addAsset(draft, 'app.sig', 'old')
    const prepared = await prepareRelease(setup.request({ names: ['app.sig'] }))
    draft.draft = false
    await expect(attachAssets(prepared, [await setup.write('app.sig')], setup.key)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('422 Cannot delete asset from an immutable release'),
      hint: expect.stringContaining('running the job again does not help'),
    })
  })

  it('finds its asset again under the name that GitHub gave it', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 502, after: true, first: 1 })
    const [asset] = await attach([await setup.write('my app (1).sig')])
    expect(asset?.name).toBe('my.app.1.sig')
    expect(draft.assets).toHaveLength(1)
  })

  it('shows names on one line where an upload fails', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 502 })
    const failing = attach([await setup.write('a\u{202e}b.sig')])
    await expect(failing).rejects.toMatchObject({ code: 'RELEASE_UPLOAD_FAILED' })
    await expect(failing).rejects.toThrow(/\(5 attempts at a\\u\{202e\}b\.sig\)[^\u202e]*$/u)
  })

  it('says what is attached and what is not when it fails', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 502, skip: 1 })
    const files = [await setup.write('a.sig'), await setup.write('b.sig'), await setup.write('c.sig')]
    await expect(attach(files)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('Attached: a.sig. Not attached: b.sig, c.sig.'),
      hint: expect.stringContaining('gh release upload v1.2.3'),
    })
    expect(setup.log.lines.join('\n')).toContain('Not attached: b.sig, c.sig')
  })

  it('goes on where a run before it broke off', async () => {
    const files = [await setup.write('a.sig'), await setup.write('b.sig')]
    const mend = setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 500, skip: 1 })
    await expect(attach(files)).rejects.toMatchObject({ code: 'RELEASE_UPLOAD_FAILED' })
    mend()
    expect((await attach(files)).map(({ left }) => left)).toEqual([true, false])
  })

  it('does not repeat what GitHub refuses, and says which permission is missing', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 403 })
    await expect(attach([await setup.write('a.sig')])).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      hint: expect.stringContaining('contents: write'),
    })
    expect(uploads()).toBe(1)
  })

  it('fails at once when GitHub asks to wait longer than there is time', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 429, retryAfter: 3600 })
    await expect(attach([await setup.write('a.sig')])).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('it asks to wait 3600 s'),
    })
    expect(uploads()).toBe(1)
  })

  it('fails when the release is published and immutable by then', async () => {
    setup.emulator.github.immutableReleases = true
    const prepared = await prepareRelease(setup.request())
    draft.draft = false
    await expect(attachAssets(prepared, [await setup.write('a.sig')], setup.key)).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      message: expect.stringContaining('immutable'),
    })
  })

  it('refuses to send the token to an upload host that is not GitHub’s', async () => {
    const prepared = await prepareRelease(setup.request())
    const release = { ...prepared.release, uploadUrl: 'https://evil.example/upload' }
    await expect(attachAssets({ ...prepared, release }, [await setup.write('a.sig')], setup.key)).rejects.toMatchObject(
      {
        code: 'RELEASE_UPLOAD_FAILED',
        message: expect.stringContaining('evil.example'),
      },
    )
  })

  it.each(['TIMED_OUT', 'CANCELLED'] as const)('ends with %s as it is', async (code) => {
    const prepared = await prepareRelease(setup.request())
    setup.abort.abort(new ActionError(code, 'over'))
    await expect(attachAssets(prepared, [await setup.write('a.sig')], setup.key)).rejects.toMatchObject({ code })
  })

  it('attaches 600 assets within GitHub’s limits, without a refusal', async () => {
    const files: string[] = []
    for (let n = 0; n < 600; n++) files.push(await setup.write(`file-${n}.sig`))
    const deadline = setup.clock.now() + 75 * 60_000
    const names = files.map((_, n) => `file-${n}.sig`)
    expect(await attach(files, { deadline, names, http: setup.client(deadline) })).toHaveLength(600)
    expect(draft.assets).toHaveLength(600)
    expect(setup.emulator.github.limits.refused).toBe(0)
    expect(setup.clock.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(63 * 60_000)
  })

  it('signs 500 assets of a draft again, with more requests than GitHub allows an hour', async () => {
    const files: string[] = []
    for (let n = 0; n < 500; n++) {
      files.push(await setup.write(`file-${n}.sig`))
      setup.emulator.github.addAsset(draft, `file-${n}.sig`, 'old')
    }
    const deadline = setup.clock.now() + 120 * 60_000
    await attach(files, { deadline, http: setup.client(deadline) })
    expect(draft.assets).toHaveLength(500)
    expect(new Set(Object.values(contents())).has('old')).toBe(false)
    expect(setup.emulator.github.limits.refused).toBeGreaterThan(0)
    expect(setup.log.lines.join('\n')).toMatch(/it answered 403 .*rate limit.*\. Attempt \d+ follows in \d+ s\.$/mu)
  })

  it('gets 200 assets up beside other jobs that use up the limit', async () => {
    setup.emulator.github.limits.contentPerMinute = 30
    const files: string[] = []
    for (let n = 0; n < 200; n++) files.push(await setup.write(`file-${n}.sig`))
    await attach(files)
    expect(draft.assets).toHaveLength(200)
    expect(setup.emulator.github.limits.refused).toBeGreaterThan(0)
  })
})
