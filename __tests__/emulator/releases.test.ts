import { createHash } from 'node:crypto'
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { GithubLimits, fastClock } from '../../emulator/github/github-limits.ts'
import { assetName } from '../../emulator/github/github-state.ts'

let emulator: Emulator
let octokit: ReturnType<typeof getOctokit>
const repository = { owner: 'acme', repo: 'widget' }
beforeAll(async () => {
  emulator = await startEmulator()
  octokit = getOctokit(emulator.github.token, { baseUrl: emulator.urls.github })
})
beforeEach(() => {
  emulator.github.releases.length = 0
  emulator.github.immutableReleases = false
  emulator.clearFaults()
  emulator.github.limits = new GithubLimits()
})
afterAll(() => emulator.close())

async function upload(uploadUrl: string, name: string, data: string): Promise<unknown> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': Buffer.byteLength(data) }
  const url = uploadUrl.replace('{?name,label}', `?name=${encodeURIComponent(name)}`)
  const response: { readonly data: unknown } = await octokit.request({ method: 'POST', url, headers, data })
  return response.data
}

it('takes an asset by the release’s own upload URL, shows its digest, gives it back, deletes it', async () => {
  emulator.github.addRelease('v1.2.3')
  const { data: release } = await octokit.rest.repos.getReleaseByTag({ ...repository, tag: 'v1.2.3' })
  const digest = `sha256:${createHash('sha256').update('signature').digest('hex')}`
  const asset = await upload(release.upload_url, 'a widget(1).sig', 'signature')
  expect(asset).toMatchObject({ name: 'a.widget.1.sig', state: 'uploaded', digest, size: 9 })
  await expect(upload(release.upload_url, 'a.widget.1.sig', 'x')).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] } },
  })
  const { data: assets } = await octokit.rest.repos.listReleaseAssets({ ...repository, release_id: release.id })
  const [{ id: asset_id, browser_download_url: url } = { id: 0, browser_download_url: '' }] = assets
  expect(await (await fetch(url)).text()).toBe('signature')
  const headers = { accept: 'application/octet-stream' }
  const { data } = await octokit.rest.repos.getReleaseAsset({ ...repository, asset_id, headers })
  expect(Buffer.from(data as unknown as ArrayBuffer).toString()).toBe('signature')
  expect((await octokit.rest.repos.deleteReleaseAsset({ ...repository, asset_id })).status).toBe(204)
})

it('shows drafts in the list alone, and to writers alone; several may bear one tag', async () => {
  emulator.github.addRelease('v2', { draft: true })
  emulator.github.addRelease('v2', { draft: true })
  emulator.github.tokens.set('reader', 'read')
  const reader = getOctokit('reader', { baseUrl: emulator.urls.github })
  await expect(octokit.rest.repos.getReleaseByTag({ ...repository, tag: 'v2' })).rejects.toMatchObject({ status: 404 })
  expect((await octokit.rest.repos.listReleases(repository)).data).toHaveLength(2)
  expect((await reader.rest.repos.listReleases(repository)).data).toHaveLength(0)
  await expect(reader.rest.repos.createRelease({ ...repository, tag_name: 'v3' })).rejects.toMatchObject({
    status: 403,
  })
  const stranger = getOctokit('stranger', { baseUrl: emulator.urls.github })
  await expect(stranger.rest.repos.listReleases(repository)).rejects.toMatchObject({ status: 401 })
})

it('pages its lists with Link headers', async () => {
  const release = emulator.github.addRelease('v1')
  for (let at = 0; at < 230; at += 1) emulator.github.addAsset(release, `file-${at}.sig`, 'x')
  const request = { ...repository, release_id: release.id }
  expect((await octokit.rest.repos.listReleaseAssets(request)).data).toHaveLength(30)
  const all = await octokit.paginate(octokit.rest.repos.listReleaseAssets, { ...request, per_page: 100 })
  expect(all).toHaveLength(230)
  expect((await octokit.rest.repos.getRelease(request)).data.assets).toHaveLength(30)
})

it('refuses to change an immutable release once it is published', async () => {
  emulator.github.immutableReleases = true
  const release = emulator.github.addRelease('v1', { draft: true })
  const { data } = await octokit.rest.repos.getRelease({ ...repository, release_id: release.id })
  await upload(data.upload_url, 'a.sig', 'x')
  await octokit.rest.repos.updateRelease({ ...repository, release_id: release.id, draft: false })
  await expect(upload(data.upload_url, 'b.sig', 'x')).rejects.toMatchObject({ status: 422 })
  const asset_id = release.assets[0]?.id ?? 0
  await expect(octokit.rest.repos.deleteReleaseAsset({ ...repository, asset_id })).rejects.toMatchObject({
    status: 422,
  })
})

it('keeps a starter of an upload that broke off, and an asset whose answer was lost', async () => {
  const release = emulator.github.addRelease('v1')
  const { data } = await octokit.rest.repos.getRelease({ ...repository, release_id: release.id })
  emulator.setFault({ service: 'uploads', kind: 'starter', first: 1 })
  await expect(upload(data.upload_url, 'a.sig', 'x')).rejects.toMatchObject({ status: 502 })
  emulator.setFault({ service: 'uploads', kind: 'status', status: 502, after: true, first: 1 })
  await expect(upload(data.upload_url, 'b.sig', 'x')).rejects.toMatchObject({ status: 502 })
  expect(release.assets.map(({ name, state }) => [name, state])).toEqual([
    ['a.sig', 'starter'],
    ['b.sig', 'uploaded'],
  ])
})

it('holds callers to its limits, on a clock of the test’s', async () => {
  let now = Date.now()
  emulator.github.limits.clock = { now: () => now }
  emulator.github.limits.contentPerMinute = 2
  emulator.github.limits.contentPerHour = 3
  emulator.github.limits.requestsPerHour = 6
  const create = (tag: string) => octokit.rest.repos.createRelease({ ...repository, tag_name: tag })
  await create('v1')
  await create('v2')
  await expect(create('v3')).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '60' } } })
  now += 60_000
  await create('v3')
  await expect(create('v4')).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '3540' } } })
  await octokit.rest.repos.listReleases(repository)
  await expect(octokit.rest.repos.listReleases(repository)).rejects.toMatchObject({
    status: 403,
    response: { headers: { 'x-ratelimit-remaining': '0' } },
  })
  now += 3_600_000
  await create('v4')
})

it('refuses the asset after the thousandth', async () => {
  const release = emulator.github.addRelease('v1')
  for (let at = 0; at < 1000; at += 1) emulator.github.addAsset(release, `file-${at}.sig`, 'x')
  const { data } = await octokit.rest.repos.getRelease({ ...repository, release_id: release.id })
  await expect(upload(data.upload_url, 'one-more.sig', 'x')).rejects.toMatchObject({ status: 422 })
})

it.each([
  ['widget-1.2.3+linux_x64.tar.gz', 'widget-1.2.3+linux_x64.tar.gz'],
  ['Ünïcode & spaces.sig', 'Unicode.spaces.sig'],
  ['.hidden', 'default.hidden'],
  ['end.', 'end'],
])('renames %j to %j', (given, expected) => {
  expect(assetName(given)).toBe(expected)
})

it('has clocks that run fast', async () => {
  const clock = fastClock(10_000)
  const before = clock.now()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(clock.now() - before).toBeGreaterThan(100_000)
})

it.each([
  ['café.zip', 'cafe.zip'],
  ['zażółć.tar.gz', 'zazolc.tar.gz'],
  ['Ægir-ð.deb', 'AEgir-d.deb'],
  ['app_1.0~rc1.deb', 'app_1.0.rc1.deb'],
  ['文档.zip', 'default.zip'],
  ['文档', 'default'],
  ['a_b+c-d.e', 'a_b+c-d.e'],
])('names an asset as GitHub does: %s', (given, stored) => {
  expect(assetName(given)).toBe(stored)
  expect(assetName(given.normalize('NFD'))).toBe(stored)
})

it('answers 422 past the last result that it lists', async () => {
  emulator.github.listedResults = 60
  for (let n = 0; n < 65; n++) emulator.github.addRelease(`v0.${n}`)
  expect((await octokit.rest.repos.listReleases({ ...repository, page: 2 })).data).toHaveLength(30)
  await expect(octokit.rest.repos.listReleases({ ...repository, page: 3 })).rejects.toMatchObject({ status: 422 })
  emulator.github.listedResults = 10_000
})

it('shows a release only once its time has come', async () => {
  const clock = { time: Date.now(), now: () => clock.time }
  emulator.github.limits.clock = clock
  emulator.github.addRelease('v5', { hiddenMs: 3000 })
  const get = () => octokit.rest.repos.getReleaseByTag({ ...repository, tag: 'v5' })
  await expect(get()).rejects.toMatchObject({ status: 404 })
  expect((await octokit.rest.repos.listReleases(repository)).data).toHaveLength(0)
  clock.time += 3000
  expect((await get()).data.tag_name).toBe('v5')
})

it('dates answers and assets by its own clock, and tells no digest where it has none', async () => {
  const time = Date.UTC(2030, 0, 2)
  emulator.github.limits.clock = { now: () => time }
  emulator.github.tellsDigests = false
  const release = emulator.github.addRelease('v6')
  emulator.github.addAsset(release, 'a.sig', 'x')
  const assets = await octokit.rest.repos.listReleaseAssets({ ...repository, release_id: release.id })
  expect(assets.headers.date).toBe('Wed, 02 Jan 2030 00:00:00 GMT')
  expect(assets.data).toMatchObject([{ created_at: '2030-01-02T00:00:00.000Z', digest: null }])
  emulator.github.tellsDigests = true
})
