import { afterEach, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { ONCE } from '../../src/http/timing.ts'
import { createHttpClient } from '../../src/http/client.ts'
import { type HttpRequest } from '../../src/http/types.ts'
import type { Gate } from '../../src/http/gate.ts'
import { collectLog, json, serveHttp, type Answer } from './server.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const refusal = json(429, { code: 8, message: 'slow down' }, { 'retry-after': '0', 'x-request-id': 'r-429' })
const failure = json(503, {}, { 'x-request-id': 'r-503' })
const reset: Answer = (request) => request.socket.resetAndDestroy()

async function scene(...answers: readonly Answer[]) {
  const server = await serveHttp(...answers)
  const log = collectLog()
  const run = new AbortController()
  const http = createHttpClient({
    env: {},
    log,
    signal: run.signal,
    deadline: performance.now() + 20_000,
    timing: { firstWaitMs: 1, longestWaitMs: 1, attempts: 3 },
  })
  closing.push(
    () => server.close(),
    () => http.close(),
  )
  const request = (more: Partial<HttpRequest> = {}) =>
    http.request({ service: 'the service', method: 'GET', url: `${server.url}/a?secret=1`, ...more })
  const where = `the service: GET 127.0.0.1:${server.port}/a`
  const who = `the service (127.0.0.1:${server.port})`
  return { server, log, run, request, where, who }
}

/** A gate that is open, and writes down who passes. */
function openGate() {
  const passed: unknown[] = []
  const gate: Gate = {
    enter: (again) => {
      passed.push(again)
      return Promise.resolve((passage, askedMs) => passed.push(askedMs === undefined ? passage : [passage, askedMs]))
    },
  }
  return { gate, passed }
}

describe('the log', () => {
  it('tells of answers in debug logs, of failures in the log, of the query nowhere', async () => {
    const { log, request, where, who } = await scene(failure, reset, json(200, {}, { 'x-request-id': 'r-1' }))
    await request({ headers: { 'x-client-request-id': 'c-1' } })
    expect(log.lines).toEqual([
      `info: ${who}: it answered 503, request id r-503, client request id c-1. Attempt 2 of 3 follows in 0.0 s.`,
      expect.stringMatching(
        /^info: .*: the connection was (?:reset|closed before .*), client request id c-1\. Attempt 3 of 3 follows in 0\.0 s\.$/u,
      ),
      `debug: ${where}: 200, request id r-1, client request id c-1`,
    ])
  })

  it('leaves it to the gate to tell of refusals', async () => {
    const { log, request, where, who } = await scene(refusal, failure, json(200, {}))
    await request({ gate: openGate().gate })
    expect(log.lines).toEqual([
      `debug: ${who}: it answered 429 slow down, request id r-429. Attempt 2 follows in 0.0 s.`,
      `info: ${who}: it answered 503, request id r-503. Attempt 3 of 4 follows in 0.0 s.`,
      `debug: ${where}: 200`,
    ])
  })

  it('tells of refusals where there is no gate', async () => {
    const { log, request, who } = await scene(refusal, json(200, {}))
    await request()
    expect(log.lines[0]).toBe(`info: ${who}: it answered 429 slow down, request id r-429. Attempt 2 follows in 0.0 s.`)
  })
})

describe('a gate', () => {
  it('is passed by each attempt, and told what it came to', async () => {
    const { gate, passed } = openGate()
    const { request } = await scene(failure, refusal, reset, json(200, {}))
    await request({ gate })
    expect(passed).toEqual([false, 'failed', true, 'limited', true, 'failed', true, 'done'])
  })

  it('is told of any answer to a request that is not repeated as done', async () => {
    const { gate, passed } = openGate()
    const { request } = await scene(refusal)
    expect((await request({ gate, patience: ONCE })).status).toBe(429)
    expect(passed).toEqual([false, 'done'])
  })

  it('lets nothing out any more when the run ended meanwhile', async () => {
    const { server, run, request } = await scene(json(200, {}))
    const { gate, passed } = openGate()
    const late: Gate = {
      enter: async (again) => {
        run.abort(new ActionError('CANCELLED', 'SIGTERM'))
        return gate.enter(again)
      },
    }
    await expect(request({ gate: late })).rejects.toMatchObject({ code: 'CANCELLED', message: 'SIGTERM' })
    expect(server.seen).toEqual([])
    expect(passed).toEqual([false, 'failed'])
  })
})

describe('a request', () => {
  it.each<[string, HttpRequest['body']]>([
    ['text', 'hällo'],
    ['bytes', Buffer.from('hällo')],
    [
      'a stream',
      async function* () {
        yield Buffer.from('häl')
        yield await Promise.resolve(Buffer.from('lo'))
      },
    ],
  ])('sends %s, with our name, and again when that failed', async (_, body) => {
    const { server, request } = await scene(failure, json(200, {}))
    await request({ method: 'PUT', headers: { authorization: 'Bearer t' }, ...(body === undefined ? {} : { body }) })
    expect(server.seen).toHaveLength(2)
    for (const one of server.seen) {
      expect(one).toMatchObject({ method: 'PUT', path: '/a?secret=1', text: 'hällo' })
      expect(one.headers).toMatchObject({
        authorization: 'Bearer t',
        'user-agent': 'yandex-kms-sign-action',
        'accept-encoding': 'identity',
      })
    }
  })

  it('that is not repeated says why it failed', async () => {
    const { request, server } = await scene(reset)
    await expect(request({ patience: ONCE })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(
        new RegExp(`^the service \\(127.0.0.1:${server.port}\\): the connection was .*\\.$`, 'u'),
      ),
      cause: expect.anything(),
    })
    expect(server.seen).toHaveLength(1)
  })

  it.each(['', '/a', 'xhttp://host/', 'ftp://host/'])('to %j is not made', async (url) => {
    const { request } = await scene(json(200, {}))
    await expect(request({ url })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The address of the service is not the URL of a web service.',
    })
  })

  it('may take longer or less long than others', async () => {
    const slow: Answer = (request, response) => {
      setTimeout(() => {
        json(200, {})(request, response)
      }, 60)
    }
    const { request } = await scene(slow)
    await expect(request({ attemptMs: 20, patience: ONCE })).rejects.toThrow(/no complete answer within 0\.02 s/u)
    expect((await request({ attemptMs: 5000, patience: ONCE })).status).toBe(200)
  })
})
