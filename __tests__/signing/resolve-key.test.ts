import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { KeyGetRefused, type Kms } from '../../src/signing/kms-port.ts'
import { pem, publicKeyFromSpki, pssSpki, type PublicKey } from '../../src/crypto/public-key.ts'
import { resolveSigningKey, type KeyQuestion } from '../../src/signing/resolve-key.ts'

const spki = (pair: { publicKey: import('node:crypto').KeyObject }) =>
  publicKeyFromSpki(pair.publicKey.export({ type: 'spki', format: 'der' }))
const p256 = spki(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
const p384 = spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }))
const rsa = spki(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const ed25519 = spki(generateKeyPairSync('ed25519'))
const toPem = ({ spki: encoded }: PublicKey) => pem('PUBLIC KEY', encoded)
const CREATED = new Date('2024-01-02T03:04:05Z')
const denied = new KeyGetRefused('role', 'denied', { hint: 'grant kms.auditor' })
const unknownKey = new ActionError('KEY_NOT_FOUND', 'no such key')
const elsewhere = new KeyGetRefused('host', 'Key.Get is not served at kms.example', { cause: unknownKey })
const P256 = { status: 'ACTIVE', signatureAlgorithm: 'ECDSA_NIST_P256_SHA_256', createdAt: CREATED }
const RSA = { ...P256, signatureAlgorithm: 'RSA_2048_SIGN_PSS_SHA_512' }

/** A KMS that answers with these, each a value or an error. */
function kms(key: unknown, publicKey: unknown): Kms {
  const calls = { getKey: 0, getPublicKey: 0, signHash: 0 }
  const answer = <T>(value: unknown): Promise<T> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value as T)
  return {
    calls,
    getKey: () => {
      calls.getKey += 1
      return answer(key)
    },
    getPublicKey: () => {
      calls.getPublicKey += 1
      return answer(publicKey)
    },
    signHash: () => Promise.reject(new Error('not here')),
  }
}
const ask = (of: Kms, more: Partial<KeyQuestion> = {}) =>
  resolveSigningKey({
    kms: of,
    keyId: 'abj',
    hashAlgorithm: 'auto',
    pin: { kind: 'none' },
    needsCreatedAt: false,
    ...more,
  })
const pinned = (key: PublicKey) => ({ pin: { kind: 'pem', key } as const })

describe('a key', () => {
  it('is what Key.Get and GetPublicKey say, each asked once', async () => {
    const of = kms(P256, toPem(p256))
    const key = await ask(of)
    expect(key).toMatchObject({ id: 'abj', algorithm: { name: 'ECDSA_NIST_P256_SHA_256' }, createdAt: CREATED })
    expect(key.publicKey.fingerprint).toBe(p256.fingerprint)
    expect(of.calls).toMatchObject({ getKey: 1, getPublicKey: 1 })
  })

  it.each(['rsaEncryption', 'id-RSASSA-PSS'])('of RSA may be labelled %s', async (label) => {
    const sent = label === 'rsaEncryption' ? toPem(rsa) : pem('PUBLIC KEY', pssSpki(rsa, 'sha512'))
    const key = await ask(kms(RSA, sent))
    expect(key).toMatchObject({ algorithm: { hash: 'sha512' }, publicKey: { fingerprint: rsa.fingerprint } })
  })

  it('of elliptic curves is told by its curve where the role for Key.Get is missing', async () => {
    expect(await ask(kms(denied, toPem(p384)))).toMatchObject({ algorithm: { hash: 'sha384' }, createdAt: undefined })
  })

  it('of RSA needs the role or the input', async () => {
    await expect(ask(kms(denied, toPem(rsa)))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      hint: expect.stringMatching(/hash-algorithm.*kms\.auditor/u),
    })
    const key = await ask(kms(denied, toPem(rsa)), { hashAlgorithm: 'sha384' })
    expect(key.algorithm.name).toBe('RSA_2048_SIGN_PSS_SHA_384')
  })

  it.each<[string, unknown, PublicKey]>([
    ['by Key.Get', P256, p256],
    ['by its curve', denied, p256],
    ['of RSA', RSA, rsa],
  ])('that does not use hash-algorithm is INVALID_INPUT: %s', async (_name, described, key) => {
    await expect(ask(kms(described, toPem(key)), { hashAlgorithm: 'sha384' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })
})

describe('the calls', () => {
  it.each<[string, PublicKey, Partial<KeyQuestion>, number]>([
    ['an elliptic-curve PEM', p256, {}, 0],
    ['an elliptic-curve PEM and createdAt', p256, { needsCreatedAt: true }, 1],
    ['an RSA PEM', rsa, {}, 1],
  ])('with %s are only those that are needed', async (_name, key, more, getKey) => {
    const of = kms(key === rsa ? RSA : P256, new Error('not asked'))
    expect((await ask(of, { ...pinned(key), ...more })).publicKey).toBe(key)
    expect(of.calls).toMatchObject({ getKey, getPublicKey: 0 })
  })
})

describe('a host that does not serve Key.Get', () => {
  it('counts like the missing role where GetPublicKey knows the key', async () => {
    expect(await ask(kms(elsewhere, toPem(p384)))).toMatchObject({ algorithm: { hash: 'sha384' } })
    await expect(ask(kms(elsewhere, toPem(rsa)))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Key.Get is not served at kms.example'),
    })
    await expect(ask(kms(elsewhere, toPem(p256)), { needsCreatedAt: true })).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
      message: expect.stringContaining('Key.Get is not served at kms.example'),
    })
  })

  it('leaves it to GetPublicKey to say whether there is such a key, with a pinned one too', async () => {
    await expect(ask(kms(elsewhere, unknownKey))).rejects.toBe(unknownKey)
    const more = { ...pinned(rsa), hashAlgorithm: 'sha256' } as const
    await expect(ask(kms(elsewhere, unknownKey), more)).rejects.toBe(unknownKey)
    await expect(ask(kms(elsewhere, toPem(p256)), more)).rejects.toMatchObject({ code: 'KEY_MISMATCH' })
    expect(await ask(kms(elsewhere, toPem(rsa)), more)).toMatchObject({ algorithm: { hash: 'sha256' } })
    const forbidden = new ActionError('PERMISSION_DENIED', 'no role for GetPublicKey')
    expect(await ask(kms(elsewhere, forbidden), more)).toMatchObject({ algorithm: { hash: 'sha256' } })
  })

  it('is not asked for a reason: a refusal of another kind fails the run', async () => {
    const filter = new ActionError('PERMISSION_DENIED', 'a filter in between')
    await expect(ask(kms(filter, toPem(p256)))).rejects.toBe(filter)
  })
})

describe('what is refused', () => {
  const other = new ActionError('KEY_NOT_FOUND', 'no key')
  it.each<[string, Kms, Partial<KeyQuestion>, string]>([
    [
      'another fingerprint',
      kms(P256, toPem(p256)),
      { pin: { kind: 'fingerprint', fingerprint: p384.fingerprint } },
      'KEY_MISMATCH',
    ],
    ['a PEM of another type', kms(P256, ''), pinned(rsa), 'KEY_MISMATCH'],
    ['an inactive key', kms({ ...P256, status: 'INACTIVE' }, toPem(p256)), {}, 'KEY_NOT_ACTIVE'],
    ['a key that is being made', kms({ ...P256, status: 'CREATING' }, toPem(p256)), {}, 'KEY_NOT_ACTIVE'],
    ['another failure of Key.Get', kms(other, toPem(p256)), {}, 'KEY_NOT_FOUND'],
    ['no role for the public key', kms(P256, denied), {}, 'PERMISSION_DENIED'],
    ['another failure of GetPublicKey', kms(P256, other), {}, 'KEY_NOT_FOUND'],
    ['no role for createdAt', kms(denied, toPem(p256)), { needsCreatedAt: true }, 'PERMISSION_DENIED'],
    ['no createdAt', kms({ ...P256, createdAt: undefined }, toPem(p256)), { needsCreatedAt: true }, 'INVALID_RESPONSE'],
    ['a public key that is none', kms(P256, 'PEM'), {}, 'INVALID_RESPONSE'],
    ['a public key of another curve', kms(P256, toPem(p384)), {}, 'INVALID_RESPONSE'],
    [
      'a public key of another length',
      kms({ ...RSA, signatureAlgorithm: 'RSA_4096_SIGN_PSS_SHA_256' }, toPem(rsa)),
      {},
      'INVALID_RESPONSE',
    ],
    [
      'an unknown algorithm',
      kms({ ...P256, signatureAlgorithm: 'ED25519' }, toPem(ed25519)),
      {},
      'UNSUPPORTED_ALGORITHM',
    ],
    ['an unknown type of public key', kms(denied, toPem(ed25519)), {}, 'UNSUPPORTED_ALGORITHM'],
  ])('%s', async (_name, of, more, code) => {
    await expect(ask(of, more)).rejects.toMatchObject({ code })
  })

  it('names both fingerprints', async () => {
    const pin = { kind: 'fingerprint', fingerprint: p384.fingerprint } as const
    const failure = ask(kms(P256, toPem(p256)), { pin })
    await expect(failure).rejects.toThrow(new RegExp(`${p384.fingerprint}.*${p256.fingerprint}`, 'u'))
  })

  it('offers the PEM in place of the role for GetPublicKey', async () => {
    await expect(ask(kms(P256, denied))).rejects.toMatchObject({ hint: expect.stringContaining('public-key') })
  })
})
