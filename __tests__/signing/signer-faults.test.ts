import { afterEach, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'
import { json, type Answer } from '../http/server.ts'
import { closeAll, digestOf, KEY, key, setUp, signing, sign, stranger } from '../support/signing-kms.ts'

afterEach(closeAll)

/** FAULT_RUNS=1000 for the long form. */
const RUNS = Number(process.env['FAULT_RUNS'] ?? 40)
const DIGESTS = 12

/** Numbers in [0, 1) that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const cut: Answer = (_request, response) => {
  response.writeHead(200, { 'content-length': '200' })
  response.write('{"keyId"', () => response.destroy())
}
const PASSING: readonly Answer[] = [
  (request) => request.socket.resetAndDestroy(),
  cut,
  json(500, { code: 13, message: 'internal' }),
  json(503, 'a proxy says so'),
  json(504, { code: 4 }),
  json(429, { code: 8 }),
]
const FINAL: readonly (readonly [Answer, string])[] = [
  [json(200, { keyId: 'abjother', signature: 'YWFh' }), 'INVALID_RESPONSE'],
  [json(200, { keyId: KEY }), 'INVALID_RESPONSE'],
  [json(302, {}, { location: 'https://evil.example/' }), 'INVALID_RESPONSE'],
  [json(403, { code: 7 }), 'PERMISSION_DENIED'],
  [json(404, { code: 5 }), 'KEY_NOT_FOUND'],
  [json(401, { code: 16 }), 'UNAUTHENTICATED'],
  [signing(stranger.sign), 'SIGNATURE_INVALID'],
  [signing(sign, () => digestOf('another')), 'SIGNATURE_INVALID'],
]

/** Answers with faults, some of the time; half of the runs have one that is final, too. */
function faulty(seed: number) {
  const random = randomFrom(seed)
  const share = random() * 0.4
  const final = random() < 0.5 ? FINAL[Math.floor(random() * FINAL.length)] : undefined
  const finalAt = Math.floor(random() * DIGESTS)
  let asked = 0
  const answer: Answer = (request, response) => {
    asked += 1
    const passing = random() < share ? PASSING[Math.floor(random() * PASSING.length)] : undefined
    const chosen = asked === finalAt && final !== undefined ? final[0] : (passing ?? signing())
    chosen(request, response)
  }
  return { answer, allowed: ['UNAVAILABLE', 'RATE_LIMITED', ...(final === undefined ? [] : [final[1]])] }
}

it('signs everything or fails with one error, whatever mix of faults there is', async () => {
  let whole = 0
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const { answer, allowed } = faulty(seed)
    const { signer, kms } = await setUp({ signHash: [answer], max: 4 })
    const digests = Array.from({ length: DIGESTS }, (_, i) => digestOf(`${seed}/${i}`))
    const all = await Promise.allSettled(digests.map((digest) => signer.sign(digest)))
    const errors = new Set(all.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : undefined)))
    errors.delete(undefined)
    const [error] = errors
    if (error === undefined) whole += 1
    else
      expect([seed, errors.size, error instanceof ActionError && allowed.includes(error.code)]).toEqual([seed, 1, true])
    all.forEach((one, i) => {
      if (one.status === 'fulfilled')
        expect(verifyDigest(key, digests[i] ?? Buffer.alloc(0), one.value.signature)).toBe(true)
    })
    expect(kms.calls.signHash).toBeLessThanOrEqual(DIGESTS)
    await closeAll()
  }
  expect(whole).toBeGreaterThan(RUNS / 5)
  expect(whole).toBeLessThan(RUNS)
}, 300_000)
