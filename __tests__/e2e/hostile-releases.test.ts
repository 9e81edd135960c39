/** Hostile answers of the services that `hostile-services.test.ts` leaves out: endpoint list, metadata, releases. */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Fault, FaultTarget } from '../../emulator/faults/faults.ts'
import { sign, type Workspace, workspaceWith } from './bundle.ts'
import { DEBUG, EVIL, expectInert, status } from './hostile.ts'

let emulator: Emulator
let workspace: Workspace
let elsewhere: Server
const hits: string[] = []
beforeAll(async () => {
  emulator = await startEmulator()
  elsewhere = createServer((request, response) => {
    hits.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.end('{}')
  })
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(async () => {
  elsewhere.close()
  elsewhere.closeAllConnections()
  await emulator.close()
})
beforeEach(async () => {
  workspace = await workspaceWith({ 'app.bin': 'app' })
})
afterEach(async () => {
  emulator.clearFaults()
  emulator.github.releases.length = 0
  emulator.requests.length = 0
  hits.length = 0
  await workspace.remove()
})

const run = (inputs: Readonly<Record<string, string>>) =>
  sign(emulator, workspace, { inputs: { files: '*.bin', ...inputs }, env: DEBUG })

const atElsewhere = () => `http://localhost:${(elsewhere.address() as AddressInfo).port}`
const crypto = () => ({ id: 'kms-crypto', address: emulator.urls['kms-crypto'].slice(7) })

describe('an endpoint list', () => {
  it.each<[string, () => unknown]>([
    ['hostile ids and addresses', () => [{ id: EVIL, address: EVIL }]],
    ['a hostile address', () => [crypto(), { id: 'kms', address: EVIL }]],
    ['a command behind an address', () => [crypto(), { id: 'kms', address: 'kms.example:443\n::error::pwned' }]],
    ['a command as an address', () => [crypto(), { id: 'kms', address: '::add-mask::x' }]],
    ['markup behind an address', () => [crypto(), { id: 'kms', address: 'kms.example/<b>' }]],
    ['a direction mark in an address', () => [crypto(), { id: 'kms', address: 'kms.\u202eexample' }]],
    ['a user in an address', () => [crypto(), { id: 'kms', address: `x@${atElsewhere().slice(7)}` }]],
    ['a path in an address', () => [crypto(), { id: 'kms', address: `${atElsewhere().slice(7)}/x` }]],
    ['a URL for an address', () => [crypto(), { id: 'kms', address: atElsewhere() }]],
    ['no list', () => EVIL],
  ])('with %s is INVALID_RESPONSE, and nobody is asked by it', async (_, endpoints) => {
    const body = { endpoints: endpoints() }
    emulator.setFault({ service: 'discovery', ...status(200, body) })
    const ended = await run({ 'api-endpoint': emulator.urls.discovery, 'kms-endpoint': '', 'iam-endpoint': '' })
    expectInert(ended)
    expect(ended.annotations.find(({ level }) => level === 'error')?.title).toBe('INVALID_RESPONSE')
    expect(hits).toEqual([])
  })
})

describe('a metadata service', () => {
  it.each<[string, Fault]>([
    ['a refusal', status(404, EVIL)],
    ['a page', status(200, EVIL)],
    ['a token', status(200, { access_token: EVIL, expires_in: 100, token_type: 'Bearer' })],
    ['an expiry', status(200, { access_token: 't1.x', expires_in: EVIL, token_type: EVIL })],
    ['a redirect', { kind: 'redirect', to: 'http://x/##[error]pwned' }],
  ])('does nothing with %s', async (_, fault) => {
    emulator.setFault({ service: 'metadata', ...fault })
    expectInert(await run({ 'yc-sa-id': '', 'yc-vm-service-account': 'true' }))
  })
})

const uploads = (id: number) => `${emulator.urls.uploads}/repos/acme/widget/releases/${id}/assets{?name,label}`
/** The release as GitHub would tell of it, but for some fields. */
function told(fields: Readonly<Record<string, unknown>>, draft = false): Record<string, unknown> {
  const { id } = emulator.github.addRelease('v1.2.3', { draft })
  return { id, tag_name: 'v1.2.3', name: '', draft, html_url: '', upload_url: uploads(id), ...fields }
}
/** An asset that is in the way, but for some fields. */
const asset = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([{ id: 1, name: 'app.bin.sig', state: 'uploaded', size: 70, digest: null, ...fields }])

describe('a release', () => {
  it.each<[string, string, () => Fault & Pick<FaultTarget, 'skip'>]>([
    ['GetReleaseByTag', 'a tag', () => status(200, told({ tag_name: EVIL }))],
    ['GetReleaseByTag', 'an upload URL', () => status(200, told({ upload_url: EVIL }))],
    ['GetReleaseByTag', 'an upload host', () => status(200, told({ upload_url: 'http://x<b>/\n::error::pwned' }))],
    ['GetReleaseByTag', 'a type', () => status(200, told({ id: EVIL }))],
    ['ListReleases', 'names of drafts', () => drafts()],
    ['ListAssets', 'a name', () => status(200, asset({ name: EVIL, size: EVIL }))],
    ['ListAssets', 'a state', () => status(200, asset({ state: EVIL, digest: EVIL, size: -1 }))],
    ['ListAssets', 'a refusal', () => status(403, { message: EVIL, errors: [{ code: EVIL, message: EVIL }] })],
    ['UploadAsset', 'a refusal', () => status(422, { message: EVIL, errors: [{ code: EVIL, message: EVIL }] })],
    ['UploadAsset', 'a redirect', () => ({ kind: 'redirect', to: 'https://x/##[error]pwned' })],
  ])('does nothing by %s with %s', async (call, _, fault) => {
    const found = fault()
    if (emulator.github.releases.length === 0) emulator.github.addRelease('v1.2.3')
    emulator.setFault({ service: call === 'UploadAsset' ? 'uploads' : 'github', call, ...found })
    // A tag of theirs shows where its assets are in the way.
    const release = emulator.github.releases[0]
    if (call === 'GetReleaseByTag' && release !== undefined) emulator.github.addAsset(release, 'app.bin.sig', 'old')
    expectInert(await run({ 'release-assets': 'true' }))
  })

  it.each([
    ['a stranger’s', () => `${atElsewhere()}/repos/acme/widget/releases/1/assets{?name}`],
    ['one with a user', (id: number) => uploads(id).replace('://', '://x@')],
    ['one by another scheme', (id: number) => uploads(id).replace('http:', 'https:')],
  ])('gets no token where its upload host is %s', async (_, url) => {
    const release = told({})
    const body = { ...release, upload_url: url(Number(release['id'])) }
    emulator.setFault({ service: 'github', call: 'GetReleaseByTag', ...status(200, body) })
    const ended = await run({ 'release-assets': 'true' })
    expectInert(ended)
    expect(ended.annotations.find(({ level }) => level === 'error')?.title).toBe('INVALID_RESPONSE')
    expect([hits, emulator.calls('uploads'), emulator.calls('kms', 'SignHash')]).toEqual([[], [], []])
  })

  it('tells URLs of its assets, a line each, and nothing else', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    const pem = await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
    const url = `https://github.com/acme/${EVIL}`
    const { id, name, content } = emulator.github.addAsset(release, 'kms-public-key.pem', pem)
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
    const listed = [{ id, name, state: 'uploaded', size: content.length, digest, browser_download_url: url }]
    // Before signing and before attaching; the last list is the true one.
    emulator.setFault({ service: 'github', call: 'ListAssets', first: 2, ...status(200, JSON.stringify(listed)) })
    const ended = await run({ 'release-assets': 'true' })
    expectInert(ended, 'green')
    const urls = (ended.outputs['release-asset-urls'] ?? '').split('\n')
    expect(urls).toHaveLength(2)
    for (const one of urls) expect(one).toMatch(/^https?:\/\/[\x21-\x7e]+$/u)
  })
})

/** Two drafts of the tag, so that both are named. */
function drafts(): Fault {
  const named = { name: EVIL, html_url: EVIL }
  return status(200, JSON.stringify([told(named, true), told(named, true)]))
}
