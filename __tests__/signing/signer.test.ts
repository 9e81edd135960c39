import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { ActionError, type ErrorCode } from '../../src/base/errors.ts'
import type { SigningKey } from '../../src/crypto/key-algorithm.ts'
import { json, type Answer } from '../http/server.ts'
import { closeAll, digestOf, KEY, key, publicKeyOf, setUp, sign, signing, stranger } from '../support/signing-kms.ts'

afterEach(closeAll)

describe('a signature', () => {
  it('is made once for each distinct digest', async () => {
    const { signer, kms } = await setUp({ signHash: [signing()] })
    const digests = ['a', 'b', 'a', 'c', 'b'].map(digestOf)
    const all = await Promise.all(digests.map((digest) => signer.sign(digest)))
    expect(all[0]).toBe(all[2])
    expect(all[0]).not.toBe(all[1])
    expect(kms.calls.signHash).toBe(3)
  })

  it('is one of max-concurrency at once, at most', async () => {
    let now = 0
    let most = 0
    const slow: Answer = (request, response) => {
      now += 1
      most = Math.max(most, now)
      setTimeout(() => {
        now -= 1
        signing()(request, response)
      }, 5)
    }
    const { signer } = await setUp({ signHash: [slow], max: 3 })
    await Promise.all(Array.from({ length: 20 }, (_, i) => signer.sign(digestOf(String(i)))))
    expect(most).toBe(3)
  })

  it.each<[string, Answer]>([
    ['of another digest', signing(sign, () => digestOf('other'))],
    ['by another key', signing(stranger.sign)],
    ['of random bytes', json(200, { keyId: KEY, signature: randomBytes(70).toString('base64') })],
  ])('%s is SIGNATURE_INVALID', async (_name, answer) => {
    const { signer, kms } = await setUp({ signHash: [answer] })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(kms.calls).toEqual({ getKey: 0, getPublicKey: 0, signHash: 1 })
    const { signer: other } = await setUp({ signHash: [answer] })
    await expect(other.sign(digestOf('a'), Buffer.from('a'))).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
  })

  it('is verified over the message where there is one', async () => {
    const { signer, kms } = await setUp({ signHash: [signing()] })
    expect(await signer.sign(digestOf('a'), Buffer.from('a'))).toBe(await signer.sign(digestOf('a')))
    await expect(signer.sign(digestOf('b'), Buffer.from('c'))).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    expect(kms.calls).toEqual({ getKey: 0, getPublicKey: 0, signHash: 2 })
  })

  it.each([
    [{ 'x-request-id': 'req-1' }, '(request id req-1, client request id <uuid>)'],
    [{}, '(client request id <uuid>)'],
  ])('that is not confirmed is named by key, fingerprint and request ids: %j', async (headers, ids) => {
    const answer = json(200, { keyId: KEY, signature: stranger.sign(digestOf('a')).toString('base64') }, headers)
    const { signer } = await setUp({ signHash: [answer] })
    const failure = await signer.sign(digestOf('a')).catch((thrown: unknown) => thrown)
    expect((failure as Error).message.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u, '<uuid>')).toBe(
      `The public key ${key.publicKey.fingerprint} does not confirm a signature by the key ${KEY} ${ids}.`,
    )
  })

  it('is not asked for where the digest is none that the key signs', async () => {
    const { signer, kms } = await setUp({ signHash: [signing()] })
    await expect(signer.sign(Buffer.alloc(48))).rejects.toMatchObject({
      code: 'INTERNAL_ERROR',
      message: 'A digest of 48 bytes for the algorithm ECDSA_NIST_P256_SHA_256, which signs 32.',
    })
    expect(kms.calls.signHash).toBe(0)
  })
})

describe('the first failure', () => {
  it('ends what is under way, what waits and what comes later, with the same error', async () => {
    const hanging: Answer = () => undefined
    const { signer, signHashes } = await setUp({
      signHash: [hanging, json(404, { code: 5, message: 'no key' }), hanging],
      max: 2,
    })
    const started = Date.now()
    const all = await Promise.allSettled(['a', 'b', 'c', 'd'].map((text) => signer.sign(digestOf(text))))
    const reasons = all.map((one) => (one.status === 'rejected' ? (one.reason as ActionError) : undefined))
    expect(reasons.map((reason) => reason?.code)).toEqual(Array(4).fill('KEY_NOT_FOUND'))
    expect(new Set(reasons).size).toBe(1)
    expect(Date.now() - started).toBeLessThan(1000)
    await expect(signer.sign(digestOf('e'))).rejects.toBe(reasons[0])
    expect(signHashes()).toBeLessThanOrEqual(3)
  })

  it('may come from outside', async () => {
    const { signer, tasks } = await setUp({ signHash: [() => undefined] })
    const failure = signer.sign(digestOf('a'))
    tasks.fail(new ActionError('FILE_CHANGED', 'a file changed'))
    await expect(failure).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  })

  it('may be the end of the run', async () => {
    const { signer, run } = await setUp({ signHash: [() => undefined], max: 1 })
    const all = ['a', 'b'].map((text) => signer.sign(digestOf(text)))
    setTimeout(() => {
      run.abort(new ActionError('CANCELLED', 'SIGTERM'))
    }, 20)
    expect(all).toHaveLength(2)
    for (const one of all) await expect(one).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('may be a fault of ours, and says where', async () => {
    const broken = {
      ...key,
      get publicKey(): never {
        throw new Error('broken')
      },
    }
    const { signer } = await setUp({ signHash: [signing()], options: { key: Promise.resolve(broken) } })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({
      code: 'INTERNAL_ERROR',
      message: 'A signature could not be made: broken',
    })
  })

  it('is RATE_LIMITED when nothing gets through any more', async () => {
    const { signer } = await setUp({ signHash: [json(429, { code: 8, message: '' })] })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })
})

describe('a pinned public key', () => {
  const pinned = { pinned: true }
  it.each<[string, Answer]>([
    ['whose signature does not verify', signing(stranger.sign)],
    ['whose digest is refused', json(400, { code: 3, message: 'length' })],
  ])('that is another than in KMS is KEY_MISMATCH: %s', async (_name, answer) => {
    const { signer, kms } = await setUp({ signHash: [answer], publicKey: publicKeyOf(stranger.key), options: pinned })
    const all = await Promise.allSettled(['a', 'b', 'c'].map((text) => signer.sign(digestOf(text))))
    const [first] = all
    if (first?.status !== 'rejected') throw new Error('no failure')
    expect(first.reason).toMatchObject({ code: 'KEY_MISMATCH' })
    expect(String(first.reason)).toMatch(
      new RegExp(`${key.publicKey.fingerprint}.*${stranger.key.publicKey.fingerprint}`, 'u'),
    )
    expect(kms.calls.getPublicKey).toBe(1)
  })

  it.each<[string, Answer, RegExp]>([
    ['the same as in KMS', publicKeyOf(key), /^Run the job again/u],
    ['nobody may compare', json(403, { code: 7, message: '' }), /^Either public-key is not the key.*publicKeyViewer/u],
  ])('that is %s is SIGNATURE_INVALID', async (_name, publicKey, hint) => {
    const { signer } = await setUp({ signHash: [signing(stranger.sign)], publicKey, options: pinned })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({
      code: 'SIGNATURE_INVALID',
      hint: expect.stringMatching(hint),
    })
  })

  it.each([
    ['a 400 by the right key', json(400, { code: 3, message: 'length' }), key, 'INVALID_RESPONSE', 1],
    ['a 403 that no other key explains', json(403, { code: 7 }), stranger.key, 'PERMISSION_DENIED', 0],
  ] as const)('leaves other refusals as they are: %s', async (_name, refused, other, code, asked) => {
    const { signer, kms } = await setUp({ signHash: [refused], publicKey: publicKeyOf(other), options: pinned })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({ code })
    expect(kms.calls.getPublicKey).toBe(asked)
  })
})

describe('signing ahead of the key', () => {
  const later = <T>(value: T, ms = 60): Promise<T> => new Promise((resolve) => setTimeout(resolve, ms, value))
  const failing = (code: ErrorCode, ms = 60): Promise<never> =>
    later(undefined, ms).then(() => Promise.reject(new ActionError(code, 'the key')))

  it('asks for the signature at once, and verifies it when the key is known', async () => {
    const { signer, server } = await setUp({ signHash: [signing()], options: { ahead: true, key: later(key, 150) } })
    const signature = signer.sign(digestOf('a'))
    await later(undefined, 100)
    expect(server.seen).toHaveLength(1)
    await expect(signature).resolves.toHaveProperty('signature')
  })

  it('waits for the key otherwise', async () => {
    const { signer, server } = await setUp({ signHash: [signing()], options: { key: later(key, 150) } })
    const signature = signer.sign(digestOf('a'))
    await later(undefined, 50)
    expect(server.seen).toHaveLength(0)
    await signature
  })

  it.each<[string, () => Promise<SigningKey>, ErrorCode]>([
    ['the failure of the key', () => failing('KEY_NOT_ACTIVE'), 'KEY_NOT_ACTIVE'],
    ['the refusal itself', () => later(key), 'INVALID_RESPONSE'],
  ])('judges a 400 by %s', async (_name, known, code) => {
    const { signer } = await setUp({ signHash: [json(400, { code: 3 })], options: { ahead: true, key: known() } })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({ code })
  })

  it.each([
    ['UNAUTHENTICATED', json(401, { code: 16 })],
    ['UNAVAILABLE', json(503, {})],
  ] as const)(
    'does not wait for the key when no key explains the failure: %s',
    async (code, answer) => {
      const known = Promise.withResolvers<SigningKey>()
      const { signer } = await setUp({ signHash: [answer], options: { ahead: true, key: known.promise } })
      await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({ code })
      known.resolve(key)
    },
    10_000,
  )

  it('ends when the key cannot be had', async () => {
    const known = failing('INVALID_INPUT', 10)
    const { signer } = await setUp({ signHash: [() => undefined], options: { ahead: true, key: known } })
    await expect(signer.sign(digestOf('a'))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})
