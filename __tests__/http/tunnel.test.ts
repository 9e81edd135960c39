import { Socket } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { OpenSockets } from '../../src/http/open-sockets.ts'
import { tunnel } from '../../src/http/tunnel.ts'
import { serveTcp } from './server.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A proxy that answers CONNECT with `answer`, and what comes of a tunnel through it. */
async function through(answer: string | undefined, target = 'https://kms.example/', timeout = 5000) {
  const asked: string[] = []
  const proxy = await serveTcp((socket) => {
    socket.on('data', (data) => {
      asked.push(data.toString('latin1'))
      if (answer !== undefined) socket.write(answer)
    })
  })
  const sockets = new OpenSockets()
  closing.push(
    () => proxy.close(),
    () => {
      sockets.destroy()
      return Promise.resolve()
    },
  )
  const connect = tunnel({ origin: proxy.url, authorization: undefined }, new URL(target), timeout, sockets)
  const { hostname } = new URL(target)
  const outcome = new Promise((resolve) => {
    connect({ hostname, protocol: 'https:', port: '' }, (error, socket) => {
      resolve(error ?? socket)
    })
  })
  return { asked, outcome, sockets }
}

describe('a tunnel', () => {
  it.each([
    ['https://kms.example/a', 'kms.example:443'],
    ['https://kms.example:8443/', 'kms.example:8443'],
    ['https://[::1]:8443/', '[::1]:8443'],
  ])('to %s is asked for by host and port', async (target, authority) => {
    const { asked, outcome } = await through('HTTP/1.1 403 No\r\n\r\n', target)
    await outcome
    const lines = asked[0]?.split('\r\n') ?? []
    expect(lines[0]).toBe(`CONNECT ${authority} HTTP/1.1`)
    expect(lines).toContain(`host: ${authority}`)
    expect(asked[0]).not.toMatch(/proxy-authorization/iu)
  })

  it.each([
    [300, ''],
    [407, ''],
    [502, ''],
    [200, 'and what nobody has asked for yet'],
  ])('is refused by %i %s', async (status, head) => {
    const { outcome } = await through(`HTTP/1.1 ${status} x\r\n\r\n${head}`)
    expect(await outcome).toMatchObject({ message: `the proxy answered ${status}`, status })
  })

  it.each([
    ['Basic realm="a, b"', ['Basic']],
    ['Negotiate\r\nproxy-authenticate: NTLM', ['Negotiate', 'NTLM']],
    ['Digest realm="r", nonce="n", Basic realm="r"', ['Digest', 'Basic']],
  ])('is told which schemes the proxy offers: %j', async (challenge, schemes) => {
    const { outcome } = await through(`HTTP/1.1 407 No\r\nproxy-authenticate: ${challenge}\r\n\r\n`)
    expect(await outcome).toMatchObject({ status: 407, schemes })
  })

  it('that nobody answers about is given up in time', async () => {
    const { outcome } = await through(undefined, 'https://kms.example/', 40)
    expect(await outcome).toMatchObject({ cause: { message: 'the proxy did not answer in time' } })
  })

  it('that is being asked for ends with the others', async () => {
    const { asked, outcome, sockets } = await through(undefined)
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    sockets.destroy()
    expect(await outcome).toMatchObject({ cause: { code: 'ECONNRESET' } })
  })
})

it('a socket that is added after the end is closed at once', () => {
  const sockets = new OpenSockets()
  const [before, after] = [new Socket(), new Socket()]
  sockets.add(before)
  expect(before.destroyed).toBe(false)
  sockets.destroy()
  sockets.add(after)
  expect([before.destroyed, after.destroyed]).toEqual([true, true])
})
