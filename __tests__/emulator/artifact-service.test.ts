import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'

let emulator: Emulator
let folder: string
const variables = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN', 'NO_PROXY', 'GITHUB_WORKSPACE']
const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]))
beforeAll(async () => {
  emulator = await startEmulator()
  // The client writes workflow commands, which the runner of these tests would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  folder = await mkdtemp(join(tmpdir(), 'artifact-'))
  Object.assign(process.env, emulator.env, { NO_PROXY: '127.0.0.1', GITHUB_WORKSPACE: folder })
})
afterAll(async () => {
  jest.restoreAllMocks()
  for (const name of variables) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = before[name]
  }
  await emulator.close()
  await rm(folder, { recursive: true })
})

it('takes an artifact from GitHub’s own client, lists it, gives it back, and refuses its name a second time', async () => {
  const client = new DefaultArtifactClient()
  const path = join(folder, 'widget.sig')
  await writeFile(path, 'signature')
  const uploaded = await client.uploadArtifact('signatures', [path], folder, { retentionDays: 3 })
  const stored = emulator.artifacts.find('signatures')
  expect(uploaded.id).toBe(stored?.id)
  expect(uploaded.digest).toBe(
    createHash('sha256')
      .update(stored?.content ?? '')
      .digest('hex'),
  )
  expect(stored?.expiresAt).toBeDefined()

  const { artifacts } = await client.listArtifacts()
  expect(artifacts).toMatchObject([{ name: 'signatures', id: uploaded.id, digest: `sha256:${uploaded.digest ?? ''}` }])
  const back = join(folder, 'back')
  await client.downloadArtifact(uploaded.id ?? 0, { path: back, expectedHash: `sha256:${uploaded.digest ?? ''}` })
  expect(await readFile(join(back, 'widget.sig'), 'utf8')).toBe('signature')

  await expect(client.uploadArtifact('signatures', [path], folder)).rejects.toThrow(/409.*already exists/)
  await client.deleteArtifact('signatures')
  expect(emulator.artifacts.find('signatures')).toBeUndefined()
}, 30_000)

it('refuses a call with another token, and a blob without the signature of its URL', async () => {
  const call = `${emulator.urls.artifacts}/twirp/github.actions.results.api.v1.ArtifactService/CreateArtifact`
  const headers = { 'content-type': 'application/json', authorization: 'Bearer x' }
  expect((await fetch(call, { method: 'POST', headers, body: '{}' })).status).toBe(401)
  const blob = `${emulator.urls.blobs}/actions-results/1001/artifact.zip?sig=x&comp=block&blockid=AAAA`
  expect((await fetch(blob, { method: 'PUT', body: 'x' })).status).toBe(403)
})
