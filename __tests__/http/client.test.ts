import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { ONCE } from '../../src/http/timing.ts'
import { createHttpClient } from '../../src/http/client.ts'
import { type HttpClientOptions, type HttpClient, type HttpRequest } from '../../src/http/types.ts'
import { collectLog, json, serveHttp, serveTcp, type Answer } from './server.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function client(options: Partial<HttpClientOptions> = {}): HttpClient & { readonly lines: string[] } {
  const log = collectLog()
  const made = createHttpClient({
    env: {},
    log,
    signal: new AbortController().signal,
    deadline: performance.now() + 60_000,
    ...options,
    timing: { attemptMs: 400, firstWaitMs: 4, longestWaitMs: 20, refusedMs: 150, ...options.timing },
  })
  closing.push(() => made.close())
  return { ...made, lines: log.lines }
}

async function serve(...answers: readonly Answer[]) {
  const server = await serveHttp(...answers)
  closing.push(() => server.close())
  return server
}

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  service: 'the service',
  method: 'GET',
  url,
  ...more,
})
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof ActionError ? error.code : error),
  )
const text =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(body)
  }
const cut: Answer = (_request, response) => {
  response.writeHead(200, { 'content-length': '100' })
  response.write('{"half":', () => response.destroy())
}

describe('an answer', () => {
  it('is returned with status, headers, body and request id', async () => {
    const server = await serve(json(200, { ok: true }, { 'X-Request-Id': 'r-1' }))
    const answer = await client().request(get(`${server.url}/a?b=c`))
    expect(answer).toMatchObject({ status: 200, requestId: 'r-1' })
    expect(JSON.parse(answer.body.toString())).toEqual({ ok: true })
    expect(server.seen[0]).toMatchObject({ path: '/a?b=c', headers: { 'accept-encoding': 'identity' } })
  })

  it.each([
    [400, { code: 3, message: 'm' }],
    [401, { code: 16 }],
    [403, { code: 7 }],
    [404, 'no gRPC'],
    [409, { code: 6 }],
    [501, { code: 12 }],
    [503, { code: 5, message: 'the code counts, not the status' }],
  ])('of status %i is final', async (status, body) => {
    const server = await serve(json(status, body))
    expect((await client().request(get(server.url))).status).toBe(status)
    expect(server.seen).toHaveLength(1)
  })

  it.each([[500], [502], [503], [504]])('of status %i without a code is repeated', async (status) => {
    const server = await serve(text(status, '<html>'), json(200, {}))
    expect((await client().request(get(server.url))).status).toBe(200)
    expect(server.seen).toHaveLength(2)
  })

  it.each([[2], [4], [13], [14]])('of gRPC code %i is repeated, whatever the status', async (code) => {
    const server = await serve(json(400, { code, message: 'x' }), json(200, {}))
    expect((await client().request(get(server.url))).status).toBe(200)
  })

  it('that is a redirect is not followed, and its target is named', async () => {
    const server = await serve(text(302, '', { location: 'https://elsewhere.example/path?secret=1' }))
    const failure = client().request(get(server.url))
    await expect(failure).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    await expect(failure).rejects.toThrow(/the service \(127\.0\.0\.1:\d+\).*302.*elsewhere\.example/u)
    expect(server.seen).toHaveLength(1)
  })

  it('that is a redirect is an answer to whoever asks for it', async () => {
    const server = await serve(text(302, '', { location: 'https://elsewhere.example/' }))
    const answer = await client().request(get(server.url, { redirect: 'return' }))
    expect([answer.status, answer.headers['location']]).toEqual([302, 'https://elsewhere.example/'])
    expect(server.seen).toHaveLength(1)
  })

  it('leaves no timer behind', async () => {
    const server = await serve(json(200, {}))
    const http = client({ timing: { attemptMs: 50_000 } })
    await http.request(get(server.url)) // undici has timers of its own for connections
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const before = timers()
    for (let i = 0; i < 5; i += 1) await http.request(get(server.url))
    expect(timers()).toBeLessThan(before + 5)
  })

  it('of more bytes than allowed is refused, announced or not', async () => {
    const server = await serve(text(200, 'x'.repeat(1001)), (_request, response) => {
      response.write('x'.repeat(600))
      response.end('x'.repeat(600))
    })
    const http = client()
    expect(await codeOf(http.request(get(server.url, { maxBytes: 1000 })))).toBe('INVALID_RESPONSE')
    expect(await codeOf(http.request(get(server.url, { maxBytes: 1000 })))).toBe('INVALID_RESPONSE')
    expect(server.seen).toHaveLength(2)
  })

  it('that is compressed is refused unread', async () => {
    const bomb = gzipSync(Buffer.alloc(2 * 1024 * 1024))
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    expect(await codeOf(client().request(get(server.url)))).toBe('INVALID_RESPONSE')
  })
})

describe('a failing service', () => {
  it('is tried five times, and the error says so', async () => {
    const server = await serve(text(503, 'down', { 'x-request-id': 'r-5' }))
    const failure = client().request(get(server.url))
    await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(failure).rejects.toThrow(/503 "down" \(5 attempts in [\d.]+ s; request id r-5\)/u)
    expect(server.seen).toHaveLength(5)
  })

  it('is told with all the attempts that were made, refusals among them', async () => {
    const server = await serve(text(503, 'down'), text(429, 'slow down'), text(503, 'down'))
    const http = client()
    await expect(http.request(get(server.url))).rejects.toThrow(/503 "down" \(6 attempts in /u)
    expect(server.seen).toHaveLength(6)
    expect(http.lines.map((line) => /Attempt (\d of \d|\d)/u.exec(line)?.[1])).toEqual([
      '2 of 5',
      '3',
      '4 of 6',
      '5 of 6',
      '6 of 6',
    ])
  })

  it('recovers from cut bodies and resets', async () => {
    const server = await serve(cut, (request) => request.socket.resetAndDestroy(), json(200, {}))
    const http = client()
    expect((await http.request(get(server.url))).status).toBe(200)
    expect(http.lines.filter((line) => line.startsWith('info'))).toHaveLength(2)
  })

  it.each(['connect', 'answer', 'body'])('that hangs at the %s ends in UNAVAILABLE', async (where) => {
    const server = await serveTcp((socket) => {
      socket.on('data', () => {
        if (where === 'body') socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nx')
      })
    })
    closing.push(() => server.close())
    const http = client({ timing: { attemptMs: 30, attempts: 2 } })
    const failure = http.request(get(server.url))
    await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(failure).rejects.toThrow(/0\.03 s \(2 attempts/u)
  })

  it('that drips one byte at a time ends in UNAVAILABLE', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      const timer = setInterval(() => response.write('x'), 5)
      response.on('close', () => {
        clearInterval(timer)
      })
    })
    const http = client({ timing: { attemptMs: 40, attempts: 2 } })
    expect(await codeOf(http.request(get(server.url)))).toBe('UNAVAILABLE')
  })

  it('that nobody listens for is named with its host', async () => {
    const server = await serveTcp(() => undefined)
    await server.close()
    await expect(client().request(get(server.url))).rejects.toThrow(
      new RegExp(`the service \\(127\\.0\\.0\\.1:${server.port}\\): the connection was refused \\(5 attempts`, 'u'),
    )
  })

  it('is tried once without retry, and its answer is returned', async () => {
    const server = await serve(text(503, 'down'), cut)
    const http = client()
    expect((await http.request(get(server.url, { patience: ONCE }))).status).toBe(503)
    expect(await codeOf(http.request(get(server.url, { patience: ONCE })))).toBe('UNAVAILABLE')
    expect(server.seen).toHaveLength(2)
  })
})

describe('a service that limits requests', () => {
  it('is asked again until its budget in time is over', async () => {
    const server = await serve(text(429, 'slow down'))
    const started = Date.now()
    await expect(client({ timing: { refusedMs: 500 } }).request(get(server.url))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    })
    expect(Date.now() - started).toBeGreaterThan(490)
    expect(server.seen.length).toBeGreaterThan(5)
  })

  it.each([
    ['code 8', json(400, { code: 8 })],
    ["GitHub's 403 with Retry-After", text(403, '', { 'retry-after': '0' })],
    ["GitHub's 403 with no requests left", text(403, '', { 'x-ratelimit-remaining': '0' })],
  ])('may say so by %s', async (_name, refusal) => {
    const server = await serve(...Array.from({ length: 7 }, () => refusal), json(200, {}))
    expect((await client({ timing: { refusedMs: 20_000 } }).request(get(server.url))).status).toBe(200)
  })

  it.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('is left alone for as long as Retry-After asks in %s', async (_name, value) => {
    const server = await serve(
      (_request, response) => {
        response.writeHead(429, { 'retry-after': value() }).end()
      },
      json(200, {}),
    )
    const started = Date.now()
    await client({ timing: { refusedMs: 5000 } }).request(get(server.url))
    expect(Date.now() - started).toBeGreaterThan(950)
  })

  it('is not hammered because it says `Retry-After: 0`', async () => {
    const server = await serve(text(429, '', { 'retry-after': '0' }))
    const timing = { firstWaitMs: 50, longestWaitMs: 50, refusedMs: 400, random: () => 0.99 }
    expect(await codeOf(client({ timing }).request(get(server.url)))).toBe('RATE_LIMITED')
    expect(server.seen.length).toBeLessThan(12)
  })

  it('has its budget renewed by each success', async () => {
    const until = Date.now() + 900
    const server = await serve((request, response) => {
      json(request.url === '/other' || Date.now() > until ? 200 : 429, {})(request, response)
    })
    const http = client({ timing: { refusedMs: 400 } })
    // One of them may still be under way when the test is over.
    const others = setInterval(() => void http.request(get(`${server.url}/other`)).catch(() => undefined), 50)
    expect((await http.request(get(server.url))).status).toBe(200)
    clearInterval(others)
  })

  it.each([
    [429, 'RATE_LIMITED'],
    [503, 'UNAVAILABLE'],
  ])('by %i with a wait past the time left fails at once', async (status, code) => {
    const server = await serve(text(status, '', { 'retry-after': '3600' }))
    const failure = client().request(get(server.url))
    await expect(failure).rejects.toMatchObject({ code })
    await expect(failure).rejects.toThrow(/asks to wait 3600 s, which goes past the/u)
    expect(server.seen).toHaveLength(1)
  })
})

describe('the end of the run', () => {
  const hanging: Answer = () => undefined

  it('ends an attempt with the reason of the signal', async () => {
    const server = await serve(hanging)
    const controller = new AbortController()
    const failure = client({ signal: controller.signal }).request(get(server.url))
    setTimeout(() => {
      controller.abort(new ActionError('CANCELLED', 'SIGTERM'))
    }, 20)
    await expect(failure).rejects.toMatchObject({ code: 'CANCELLED', message: 'SIGTERM' })
  })

  it('ends a wait, and lets no request out any more but those for afterwards', async () => {
    const server = await serve(text(503, '', { 'retry-after': '30' }), json(200, {}))
    const controller = new AbortController()
    const http = client({ signal: controller.signal })
    const failure = http.request(get(server.url))
    setTimeout(() => {
      controller.abort(new ActionError('CANCELLED', 'SIGINT'))
    }, 50)
    expect(await codeOf(failure)).toBe('CANCELLED')
    expect(await codeOf(http.request(get(server.url)))).toBe('CANCELLED')
    expect((await http.request(get(server.url, { afterAbort: true }))).status).toBe(200)
  })

  it('comes with the end of the client', async () => {
    const server = await serve(text(503, '', { 'retry-after': '30' }))
    const http = client()
    const failure = codeOf(http.request(get(server.url)))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await http.close()
    expect(await failure).toBe('CANCELLED')
  })

  it('comes with the deadline', async () => {
    const server = await serve(hanging)
    expect(await codeOf(client({ deadline: performance.now() + 50 }).request(get(server.url)))).toBe('TIMED_OUT')
  })

  it('can be that of one request alone', async () => {
    const server = await serve(hanging, hanging, json(200, {}))
    const http = client({ timing: { attemptMs: 10_000 } })
    const own = new AbortController()
    const failure = http.request(get(server.url, { signal: own.signal }))
    const later = http.request(get(server.url, { signal: own.signal }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    own.abort(new ActionError('SIGNATURE_INVALID', 'another one failed'))
    const atOnce = http.request(get(server.url, { signal: own.signal }))
    const started = Date.now()
    for (const one of [failure, later, atOnce]) expect(await codeOf(one)).toBe('SIGNATURE_INVALID')
    expect(Date.now() - started).toBeLessThan(2000)
    expect((await http.request(get(server.url))).status).toBe(200)
  })
})

it('opens connections ahead, and uses them', async () => {
  let connections = 0
  const server = await serve(json(200, {}))
  const tcp = await serveTcp((socket) => {
    connections += 1
    socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'))
  })
  closing.push(() => tcp.close())
  const http = client()
  http.warm(tcp.url, 2)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(connections).toBe(2)
  await Promise.all([http.request(get(tcp.url)), http.request(get(tcp.url))])
  expect(connections).toBe(2)
  http.warm('no url')
  expect(server.seen).toHaveLength(0)
})

it('opens connections ahead where they are wanted and nowhere else', async () => {
  const counts = [0, 0]
  const servers = await Promise.all(
    counts.map((_, index) =>
      serveTcp((socket) => {
        counts[index] = (counts[index] ?? 0) + 1
        socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'))
      }),
    ),
  )
  for (const server of servers) closing.push(() => server.close())
  const [one = '', other = ''] = servers.map(({ url }) => url)
  const http = client()
  await http.request(get(one))
  http.warm(other, 3)
  while (counts[1] !== 3) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(counts).toEqual([1, 3])
})

it('opens connections ahead by the proxy', async () => {
  let asked = 0
  const proxy = await serveTcp((socket) => socket.once('data', () => (asked += 1)))
  closing.push(() => proxy.close())
  client({ env: { HTTPS_PROXY: proxy.url } }).warm('https://kms.example/', 2)
  while (asked < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(asked).toBe(2)
})

it('closes its connections with itself, those that were opened ahead too', async () => {
  const open = new Set<unknown>()
  const tcp = await serveTcp((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'))
  })
  closing.push(() => tcp.close())
  const http = client()
  http.warm(tcp.url, 3)
  while (open.size < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  await http.request(get(tcp.url))
  await http.close()
  const started = Date.now()
  while (open.size > 0 && Date.now() - started < 2000) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(open.size).toBe(0)
})

it.each(['', 'ftp://host/', 'http://'])('refuses %j as an address', async (url) => {
  expect(await codeOf(client().request(get(url)))).toBe('UNAVAILABLE')
})

describe('patience with refusals', () => {
  it('outlasts a failure before them: what comes after a 502 may ask for as long as the run has', async () => {
    const clock = steppingClock()
    const server = await serve(text(502, ''), text(403, '', { 'retry-after': '90' }), json(200, {}))
    const http = client({ clock, deadline: clock.now() + 3_600_000, timing: { refusedMs: 60_000 } })
    expect((await http.request(get(server.url))).status).toBe(200)
    expect(clock.waits.at(-1)).toBe(90_000)
    expect(server.seen).toHaveLength(3)
  })

  it('goes by RetryInfo as by Retry-After', async () => {
    const clock = steppingClock()
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '90.5s' }]
    const server = await serve(json(429, { code: 8, message: 'quota', details }), json(200, {}))
    const http = client({ clock, deadline: clock.now() + 3_600_000 })
    expect((await http.request(get(server.url))).status).toBe(200)
    expect(clock.waits).toEqual([90_500])
  })

  it('is not shortened by a clock that is set an hour ahead meanwhile', async () => {
    const clock = steppingClock()
    const server = await serve(text(429, ''), text(429, ''), json(200, {}))
    const http = client({ clock, deadline: clock.now() + 900_000, timing: { refusedMs: 60_000 } })
    clock.stepMs = 3_600_000
    expect((await http.request(get(server.url))).status).toBe(200)
  })
})

it('tells how far this machine’s clock is from the service’s', async () => {
  const clock = steppingClock()
  const server = await serve(json(200, {}))
  const http = client({ clock, deadline: clock.now() + 60_000 })
  expect(http.clockAhead(server.url)).toBeUndefined()
  await http.request(get(server.url))
  expect(http.clockAhead(server.url)).toBe(0)
  clock.stepMs = 30_000
  expect(http.clockAhead(server.url)).toBeGreaterThan(28_000)
  clock.stepMs = -30_000
  expect(http.clockAhead(server.url)).toBeLessThan(-28_000)
  expect(http.clockAhead('https://kms.example/')).toBeUndefined()
})

/** A clock whose waits cost no time, and whose date steps. */
function steppingClock() {
  let waited = 0
  const waits: number[] = []
  return {
    waits,
    stepMs: 0,
    now: () => performance.now() + waited,
    date(): number {
      return Date.now() + waited + this.stepMs
    },
    sleep: (ms: number) => {
      waits.push(ms)
      waited += ms
      return Promise.resolve()
    },
  }
}
