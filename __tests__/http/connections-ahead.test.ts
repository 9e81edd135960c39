import { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ConnectionsAhead, IDLE_MS } from '../../src/http/connections-ahead.ts'

type Connector = ConstructorParameters<typeof ConnectionsAhead>[0]
type Options = Parameters<Connector>[0]

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
})
afterEach(() => {
  jest.useRealTimers()
})

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

function ahead(origin = 'https://kms.example:8443', fails = false) {
  const opened: { readonly socket: Socket; readonly options: Options }[] = []
  const connections = new ConnectionsAhead((options, callback) => {
    const socket = Object.assign(new Socket(), { held: true })
    socket.ref = () => Object.assign(socket, { held: true })
    socket.unref = () => Object.assign(socket, { held: false })
    opened.push({ socket, options })
    if (fails) callback(new Error('refused'), null)
    else callback(null, socket)
  }, new URL(origin))
  const take = () =>
    new Promise<Socket | Error>((resolve) => {
      const options: Options = { hostname: 'kms.example', protocol: 'https:', port: '8443' }
      connections.connect(options, (...[error, socket]) => {
        resolve(error ?? socket)
      })
    })
  return { connections, opened, take }
}

describe('connections ahead', () => {
  it('are opened once, let the process end, and are taken in order', async () => {
    const { connections, opened, take } = ahead()
    connections.warm(2)
    connections.warm(2)
    expect(opened).toHaveLength(2)
    await turn()
    expect(opened.map(({ socket }) => socket)).toMatchObject([{ held: false }, { held: false }])
    expect(await take()).toBe(opened[0]?.socket)
    expect(opened[0]?.socket).toMatchObject({ held: true })
    expect(await take()).toBe(opened[1]?.socket)
    expect(opened).toHaveLength(2)
    expect(await take()).toBe(opened[2]?.socket)
  })

  it.each([
    [
      'https://kms.example:8443',
      { host: 'kms.example:8443', hostname: 'kms.example', protocol: 'https:', port: '8443' },
    ],
    ['http://[::1]:8080', { host: '[::1]:8080', hostname: '::1', protocol: 'http:', port: '8080' }],
  ])('to %s go there', (origin, options) => {
    const { connections, opened } = ahead(origin)
    connections.warm(1)
    expect(opened[0]?.options).toEqual(options)
  })

  it('are replaced when they are closed', async () => {
    const { connections, opened, take } = ahead()
    connections.warm(1)
    opened[0]?.socket.destroy()
    expect(await take()).toBe(opened[1]?.socket)
  })

  it.each([
    [IDLE_MS, 1],
    [IDLE_MS + 1, 2],
  ])('that are %i ms old: %i are made in all', async (age, made) => {
    const { connections, opened, take } = ahead()
    connections.warm(1)
    jest.advanceTimersByTime(age)
    expect(await take()).toBe(opened[made - 1]?.socket)
    expect(opened).toHaveLength(made)
    expect(opened[0]?.socket.destroyed).toBe(made === 2)
  })

  it('that failed leave it to the request to say why', async () => {
    const { connections, opened, take } = ahead(undefined, true)
    connections.warm(1)
    expect(await take()).toMatchObject({ message: 'refused' })
    expect(opened).toHaveLength(2)
  })

  it('are closed in the end, those that failed in silence', async () => {
    const { connections, opened, take } = ahead()
    connections.warm(2)
    connections.warm(0)
    await turn()
    expect(opened.map(({ socket }) => socket.destroyed)).toEqual([true, true])
    expect(await take()).toBe(opened[2]?.socket)
    const failing = ahead(undefined, true)
    failing.connections.warm(1)
    failing.connections.warm(0)
    await turn()
  })
})
