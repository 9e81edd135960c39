import { createHash } from 'node:crypto'
import dns from 'node:dns'
import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ActionError } from '../../../src/base/errors.ts'
import { uploadArtifact, type ArtifactRequest } from '../../../src/github/artifact/workflow-artifact.ts'
import { collectingLog } from '../../support/collecting-log.ts'
import { ArtifactStandIn, firstOf } from './artifact-stand-in.ts'

const saved = { ...process.env }
let service: ArtifactStandIn
let root: string
let request: ArtifactRequest

beforeEach(async () => {
  process.env['GITHUB_ACTIONS'] = 'true'
  service = new ArtifactStandIn()
  await service.start()
  root = await mkdtemp(join(tmpdir(), 'artifact-'))
  await writeFile(join(root, 'app.sig'), 'signature')
  request = {
    files: [join(root, 'app.sig')],
    root,
    name: 'signatures-build-0',
    nameIsDefault: true,
    retentionDays: undefined,
    overwrite: false,
    env: { GITHUB_REPOSITORY: 'octo/app', GITHUB_RUN_ID: '77' },
    mask: () => undefined,
  }
})

afterEach(async () => {
  service.stop()
  process.env = { ...saved }
  await rm(root, { recursive: true })
})

const running = new AbortController().signal
const reset = (response: ServerResponse): void => void response.socket?.destroy()
const refuse = (status: number) => (response: ServerResponse) => void response.writeHead(status).end()
const cutOff = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-length': '100' }).write('{')
  setTimeout(() => response.socket?.destroy(), 20)
}

function upload(changes: Partial<ArtifactRequest> = {}, signal = running): ReturnType<typeof uploadArtifact> {
  return uploadArtifact({ ...request, ...changes }, signal, collectingLog())
}

describe('uploadArtifact', () => {
  it('stores the files and tells id, URL and the digest of what was stored', async () => {
    const artifact = await upload()
    const content = service.artifacts.get('signatures-build-0')?.content ?? Buffer.alloc(0)
    expect(artifact).toEqual({
      id: 1001,
      name: 'signatures-build-0',
      digest: createHash('sha256').update(content).digest('hex'),
      url: 'https://github.com/octo/app/actions/runs/77/artifacts/1001',
    })
    expect(content.includes('app.sig')).toBe(true)
  })

  it('puts the next free number behind a default name that is taken', async () => {
    expect((await upload()).name).toBe('signatures-build-0')
    expect((await upload()).name).toBe('signatures-build-0-2')
    expect((await upload()).name).toBe('signatures-build-0-3')
  })

  it('refuses any other name that is taken, and says what to do', async () => {
    await upload({ name: 'mine', nameIsDefault: false })
    const again = upload({ name: 'mine', nameIsDefault: false })
    await expect(again).rejects.toMatchObject({
      code: 'ARTIFACT_UPLOAD_FAILED',
      hint: expect.stringMatching(/name of its own.*overwrite: true would delete another job's artifact/u),
    })
  })

  it('replaces the artifact of the name with overwrite', async () => {
    await upload({ name: 'mine', nameIsDefault: false })
    const again = await upload({ name: 'mine', nameIsDefault: false, overwrite: true })
    expect(again.name).toBe('mine')
    expect(service.artifacts.size).toBe(1)
    expect(service.calls).toContain('DeleteArtifact')
  })

  it.each([
    ['a connection reset on ListArtifacts', 'ListArtifacts', reset],
    ['a connection reset on DeleteArtifact', 'DeleteArtifact', reset],
    ['an answer cut off in the middle', 'ListArtifacts', cutOff],
  ])('replaces it although there is %s', async (_, call, fault) => {
    await upload({ name: 'mine', nameIsDefault: false })
    service.fault = firstOf(call, fault)
    const again = await upload({ name: 'mine', nameIsDefault: false, overwrite: true, attemptMs: 1500 })
    expect([again.name, service.artifacts.size]).toEqual(['mine', 1])
    expect(service.calls.filter((one) => one === call).length).toBeGreaterThan(1)
  })

  it('lets a call that was given up delete nothing of what came after it', async () => {
    await upload({ name: 'mine', nameIsDefault: false })
    const entry = { workflow_run_backend_id: 'run-1', workflow_job_run_backend_id: 'job-1', name: 'mine', size: '1' }
    const late = Promise.withResolvers<undefined>()
    service.fault = firstOf('ListArtifacts', (response) => {
      void late.promise.then(() => response.end(JSON.stringify({ artifacts: [{ ...entry, database_id: '1' }] })))
    })
    await upload({ name: 'mine', nameIsDefault: false, overwrite: true, attemptMs: 1000 })
    late.resolve(undefined)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(service.calls.filter((call) => call === 'DeleteArtifact')).toHaveLength(1)
    expect(service.artifacts.get('mine')?.finalized).toBe(true)
  })

  it.each([
    ['a connection reset on CreateArtifact', 'CreateArtifact', reset],
    ['a 429 from the blob store', 'PutBlob', refuse(429)],
    ['an answer of the blob store that breaks off', 'PutBlob', cutOff],
    ['a connection reset on FinalizeArtifact', 'FinalizeArtifact', reset],
    ['an answer cut off in the middle', 'CreateArtifact', cutOff],
  ])('gets over %s', async (_, call, fault) => {
    service.fault = firstOf(call, fault)
    const artifact = await upload({ attemptMs: 1500 })
    expect(service.artifacts.get(artifact.name)?.finalized).toBe(true)
  })

  it.each(['EAI_AGAIN', 'ENETUNREACH', 'ENOTFOUND'])('gets over %s when the blob store is looked up', async (code) => {
    service.blobHost = 'localhost'
    const { lookup } = dns
    let failures = 0
    const failing = (host: string, options: object, done: (error: Error | null) => void): void => {
      if (host !== 'localhost' || failures > 0) {
        Reflect.apply(lookup, dns, [host, options, done])
        return
      }
      failures += 1
      done(Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, syscall: 'getaddrinfo' }))
    }
    Object.assign(dns, { lookup: failing })
    try {
      const artifact = await upload()
      expect([failures, service.artifacts.get(artifact.name)?.finalized]).toEqual([1, true])
    } finally {
      Object.assign(dns, { lookup })
    }
  })

  it('takes up an artifact that was finalized when only the answer was lost', async () => {
    service.fault = (call, response) => {
      if (call !== 'FinalizeArtifact') return false
      const stored = service.artifacts.get('mine')
      if (stored) Object.assign(stored, { id: 5, finalized: true, hash: 'sha256:abc' })
      reset(response)
      return true
    }
    const artifact = await upload({ name: 'mine', nameIsDefault: false })
    expect(artifact).toMatchObject({ id: 5, digest: 'abc', name: 'mine' })
  })

  it('fails when answers keep being cut off, instead of waiting for ever', async () => {
    service.fault = firstOf('CreateArtifact', cutOff, 9)
    const stuck = upload({ name: 'mine', nameIsDefault: false, attemptMs: 200 })
    await expect(stuck).rejects.toMatchObject({ code: 'ARTIFACT_UPLOAD_FAILED' })
  })

  it('does not repeat a refusal', async () => {
    service.fault = firstOf(
      'CreateArtifact',
      (response) => {
        response.writeHead(403, { 'content-type': 'application/json' }).end('{"msg":"no"}')
      },
      9,
    )
    await expect(upload()).rejects.toMatchObject({ code: 'ARTIFACT_UPLOAD_FAILED' })
    expect(service.calls).toEqual(['CreateArtifact'])
  })

  it.each(['CreateArtifact', 'FinalizeArtifact'])(
    'takes its token nowhere else when %s is redirected',
    async (call) => {
      const seen: string[] = []
      const elsewhere = createServer((asked, response) => {
        seen.push(JSON.stringify(asked.headers))
        response.end('{}')
      })
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
      const to = `http://localhost:${(elsewhere.address() as AddressInfo).port}/${call}`
      service.fault = firstOf(call, (response) => void response.writeHead(307, { location: to }).end(), 99)
      await expect(upload({ name: 'mine', nameIsDefault: false, attemptMs: 400 })).rejects.toMatchObject({
        code: 'ARTIFACT_UPLOAD_FAILED',
      })
      elsewhere.close()
      expect(seen.join()).not.toContain(process.env['ACTIONS_RUNTIME_TOKEN'])
    },
  )

  it('says so when the storage quota is used up', async () => {
    service.fault = firstOf('CreateArtifact', (response) => {
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"msg":"insufficient usage to create"}')
    })
    await expect(upload()).rejects.toMatchObject({ hint: expect.stringContaining('storage for artifacts is full') })
  })

  it.each(['TIMED_OUT', 'CANCELLED'] as const)('ends at once with %s', async (code) => {
    const controller = new AbortController()
    service.fault = firstOf('PutBlob', (response) => {
      controller.abort(new ActionError(code, 'over'))
      setTimeout(() => response.writeHead(403).end(), 50)
    })
    await expect(upload({}, controller.signal)).rejects.toMatchObject({ code })
    // The client goes on with what was given up: it gets its answer, so that nothing outlives the test.
    await new Promise((resolve) => setTimeout(resolve, 200))
  })

  it('keeps an artifact for as many days as it is told, and for as long as the repository says without', async () => {
    const expiry = async (retentionDays: number | undefined): Promise<unknown> => {
      service.bodies.length = 0
      await upload({ retentionDays })
      return service.bodies[0]?.['expires_at']
    }
    expect(await expiry(undefined)).toBeUndefined()
    const days = (Date.parse(String(await expiry(3))) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(2.9)
    expect(days).toBeLessThan(3.1)
  })

  it('is not whole where a file has gone since', async () => {
    const gone = join(root, 'gone.sig')
    await writeFile(gone, 'signature')
    service.fault = (call) => {
      if (call === 'FinalizeArtifact') rmSync(gone)
      return false
    }
    await expect(upload({ files: [join(root, 'app.sig'), gone] })).rejects.toMatchObject({
      code: 'ARTIFACT_UPLOAD_FAILED',
      message: expect.stringMatching(/gone\.sig has vanished meanwhile$/u),
      cause: expect.objectContaining({ cause: expect.objectContaining({ code: 'ENOENT' }) }),
    })
  })

  it('masks the runner’s token, where there is one, before anything else', async () => {
    const masked: string[] = []
    const mask = (secret: string): void => void masked.push(secret)
    await upload({ mask })
    expect(masked).toEqual([])
    await upload({ mask, env: { ACTIONS_RUNTIME_TOKEN: 'token' } })
    expect(masked).toEqual(['token'])
  })

  it('is named by the server that the run is on', async () => {
    const server = { GITHUB_SERVER_URL: 'https://acme.ghe.com', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '1' }
    expect((await upload({ env: server })).url).toMatch(
      /^https:\/\/acme\.ghe\.com\/o\/r\/actions\/runs\/1\/artifacts\/\d+$/u,
    )
  })

  it('says in the log what is tried again, and under which name', async () => {
    await upload()
    const log = collectingLog()
    service.fault = firstOf('PutBlob', cutOff)
    await uploadArtifact({ ...request, attemptMs: 1500 }, running, log)
    const said = log.lines.filter((line) => !line.startsWith('['))
    expect(
      said.filter((line) => line.startsWith('The artifact gets the name signatures-build-0-2: the one')),
    ).toHaveLength(1)
    expect(log.lines.join('\n')).toMatch(
      /The workflow artifact 'signatures-build-0-2' was not stored: .* Attempt 2 of 4 follows\./u,
    )
    const replaced = collectingLog()
    await uploadArtifact({ ...request, overwrite: true }, running, replaced)
    expect(replaced.lines).toContain('The artifact signatures-build-0 of this run is replaced.')
  })

  it('gives up after four attempts, and says how many there were', async () => {
    const random = jest.spyOn(Math, 'random').mockReturnValue(0)
    const log = collectingLog()
    service.fault = firstOf('CreateArtifact', reset, 99)
    try {
      await expect(uploadArtifact(request, running, log)).rejects.toMatchObject({
        code: 'ARTIFACT_UPLOAD_FAILED',
        message: expect.stringMatching(/^The workflow artifact 'signatures-build-0' was not stored \(4 attempts\): /u),
      })
    } finally {
      random.mockRestore()
    }
    const tries = log.lines.flatMap((line) => / Attempt (\d) of 4 follows\.$/u.exec(line)?.[1] ?? [])
    expect(tries).toEqual(['2', '3', '4'])
  })

  it('with overwrite replaces nothing where there is nothing', async () => {
    const log = collectingLog()
    await uploadArtifact({ ...request, overwrite: true }, running, log)
    expect(log.lines.join('\n')).not.toContain('is replaced')
    expect(service.calls).not.toContain('DeleteArtifact')
  })

  it('with overwrite ends at once where the old one may not be listed, and where the run ends', async () => {
    service.fault = firstOf('ListArtifacts', (response) => void response.writeHead(403).end('{"msg":"no"}'), 9)
    await expect(upload({ overwrite: true })).rejects.toMatchObject({ code: 'ARTIFACT_UPLOAD_FAILED' })
    expect(service.calls).toEqual(['ListArtifacts'])
    const controller = new AbortController()
    service.fault = firstOf('ListArtifacts', () => {
      controller.abort(new ActionError('TIMED_OUT', 'over'))
    })
    await expect(upload({ overwrite: true }, controller.signal)).rejects.toMatchObject({ code: 'TIMED_OUT' })
    expect(service.calls).not.toContain('CreateArtifact')
  })

  it.each<readonly [string, unknown, object]>([
    ['with the reason', new ActionError('TIMED_OUT', 'over'), { code: 'TIMED_OUT', message: 'over' }],
    ['as cancelled where nobody says why', 'stop', { code: 'CANCELLED', message: 'The run was cancelled.' }],
  ])('ends between two attempts %s', async (_, reason, failure) => {
    const controller = new AbortController()
    const stop = (): void => {
      controller.abort(reason)
    }
    const log = { ...collectingLog(), info: () => void setImmediate(stop) }
    service.fault = firstOf('CreateArtifact', reset, 99)
    await expect(uploadArtifact(request, controller.signal, log)).rejects.toMatchObject(failure)
    expect(service.artifacts.size).toBe(0)
  })

  it('lets nothing that the service says reach the log as a command', async () => {
    const written: string[] = []
    const write = process.stdout.write.bind(process.stdout)
    const log = collectingLog()
    process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0
    try {
      service.fault = firstOf('CreateArtifact', (response) => {
        response.writeHead(500).end(JSON.stringify({ msg: 'x\n::set-env name=A::B' }))
      })
      await uploadArtifact(request, running, log)
    } finally {
      process.stdout.write = write
    }
    expect(written.join('')).not.toContain('\n::set-env')
    expect(written.join('')).toContain('::add-mask::blob-secret')
    expect(written.join('').replaceAll('::add-mask::blob-secret', '')).not.toContain('blob-secret')
    expect(log.lines.join('\n')).toContain('x\\u{a}::set-env')
  })
})
