import { describe, expect, it } from '@jest/globals'
import { Exchange, TooLarge } from '../../src/http/exchange.ts'

type Controller = Parameters<Exchange['onRequestStart']>[0]

/** What undici would hand over: remembers why it was ended. */
function controller() {
  const ended: unknown[] = []
  const made = { abort: (reason: unknown) => ended.push(reason) } as unknown as Controller
  return { made, ended }
}

function started(maxBytes = 10) {
  const exchange = new Exchange(maxBytes)
  const { made, ended } = controller()
  exchange.onRequestStart(made)
  exchange.done.catch(() => undefined)
  const head = (status: number, headers: Record<string, string | string[] | undefined> = {}) => {
    exchange.onResponseStart(made, status, headers)
  }
  const data = (text: string) => {
    exchange.onResponseData(made, Buffer.from(text))
  }
  return { exchange, made, ended, head, data }
}

describe('an exchange', () => {
  it('comes to status, headers in lower case, and body', async () => {
    const { exchange, head, data, ended } = started()
    head(103, { link: 'early hints' })
    head(200, { 'X-One': '1', vary: ['a', 'b'], gone: undefined })
    data('hello')
    data('world')
    exchange.onResponseEnd()
    const answer = await exchange.done
    expect(answer).toStrictEqual({
      status: 200,
      headers: { 'x-one': '1', vary: 'a, b' },
      body: Buffer.from('helloworld'),
    })
    expect(ended).toEqual([])
  })

  it('takes as many bytes as allowed, announced or not', async () => {
    const { exchange, head, data } = started()
    head(200, { 'Content-Length': '10' })
    data('0123456789')
    exchange.onResponseEnd()
    expect((await exchange.done).body).toHaveLength(10)
  })

  it.each([
    ['announced', '11', ''],
    ['sent', undefined, '0123456789a'],
  ])('ends where more bytes are %s', async (_, length, text) => {
    const { exchange, head, data, ended } = started()
    head(200, length === undefined ? {} : { 'content-length': length })
    if (text !== '') data(text)
    await expect(exchange.done).rejects.toThrow(TooLarge)
    expect(ended).toMatchObject([{ message: 'the answer has more than 10 bytes' }])
  })

  it('fails once, and ends its connection', async () => {
    const { exchange, made, ended } = started()
    const first = new Error('first')
    exchange.onResponseError(made, first)
    exchange.fail(new Error('second'))
    await expect(exchange.done).rejects.toBe(first)
    expect(ended).toEqual([first])
  })

  it('that failed before it could start is never sent', async () => {
    const exchange = new Exchange(10)
    const reason = new Error('out of time')
    exchange.fail(reason)
    await expect(exchange.done).rejects.toBe(reason)
    const { made, ended } = controller()
    exchange.onRequestStart(made)
    expect(ended).toEqual([reason])
  })
})
