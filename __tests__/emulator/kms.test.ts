import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { ALGORITHM_NAMES, type Algorithm, type KmsKey } from '../../emulator/yandex/kms-keys.ts'

// Keys of 4096 bits take their time on a busy machine.
jest.setTimeout(60_000)

let emulator: Emulator
let token: string
beforeAll(async () => {
  emulator = await startEmulator()
})
beforeEach(() => {
  token = emulator.iam.issueToken(emulator.serviceAccountId).value
  emulator.clearFaults()
  emulator.kms.unknownMethod = undefined
})
afterAll(() => emulator.close())

interface Init {
  readonly method?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}
interface Answer {
  readonly status: number
  readonly json: Readonly<Record<string, unknown>>
}

async function ask(path: string, init: Init = {}, origin = emulator.urls.kms): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers }
  const response = await fetch(`${origin}/kms/v1/asymmetricSignatureKeys/${path}`, { ...init, headers })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

function signHash(key: KmsKey, hash: string, init: Init = {}): Promise<Answer> {
  return ask(`${key.id}:signHash`, { method: 'POST', body: JSON.stringify({ hash }), ...init })
}

function verifies(pem: string, key: KmsKey, message: Buffer, signature: Buffer): boolean {
  const publicKey = createPublicKey(pem)
  if (publicKey.asymmetricKeyType === 'ec') return verify(key.hash, message, publicKey, signature)
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify(key.hash, message, { key: publicKey, padding, saltLength: key.digestBytes }, signature)
}

const message = Buffer.from('release file\n')
const digestOf = (key: KmsKey): Buffer => createHash(key.hash).update(message).digest()
const p256 = (): KmsKey => emulator.keys.ECDSA_NIST_P256_SHA_256

describe('SignHash', () => {
  it.each(ALGORITHM_NAMES)('signs the digest with a real key of %s', async (algorithm: Algorithm) => {
    const key = emulator.keys[algorithm]
    const signed = await signHash(key, digestOf(key).toString('base64'))
    expect(signed).toMatchObject({ status: 200, json: { keyId: key.id } })
    const { json } = await ask(`${key.id}/publicKey`)
    const signature = Buffer.from(String(signed.json['signature']), 'base64')
    expect(verifies(String(json['publicKey']), key, message, signature)).toBe(true)
    expect(verifies(String(json['publicKey']), key, Buffer.from('other'), signature)).toBe(false)
    const got = await ask(key.id)
    expect(got.json).toMatchObject({ id: key.id, status: 'ACTIVE', signatureAlgorithm: algorithm })
  })

  it.each(['rsassaPss', 'rsassaPssWithParameters'] as const)('shows an RSA key as %s', async (label) => {
    const key = emulator.keys.RSA_2048_SIGN_PSS_SHA_384
    key.label = label
    const { json } = await ask(`${key.id}/publicKey`)
    key.label = 'rsaEncryption'
    const publicKey = createPublicKey(String(json['publicKey']))
    expect(publicKey.asymmetricKeyType).toBe('rsa-pss')
    const signature = await key.signDigest(digestOf(key))
    expect(verify('sha384', message, { key: publicKey, saltLength: 48 }, signature)).toBe(true)
  })

  it.each([
    ['a digest of the wrong length', JSON.stringify({ hash: Buffer.alloc(31).toString('base64') })],
    ['base64url', JSON.stringify({ hash: Buffer.alloc(32, 0xff).toString('base64url') })],
    ['an unknown field', JSON.stringify({ hash: Buffer.alloc(32).toString('base64'), algorithm: 'x' })],
    ['a number', JSON.stringify({ hash: 1 })],
    ['no JSON', 'hash=1'],
  ])('refuses %s', async (_, body) => {
    const refused = await signHash(p256(), '', { body })
    expect(refused).toMatchObject({ status: 400, json: { code: 3, details: [{ requestId: expect.any(String) }] } })
  })

  it('refuses another content type', async () => {
    const refused = await signHash(p256(), Buffer.alloc(32).toString('base64'), {
      headers: { 'content-type': 'text/plain' },
    })
    expect(refused).toMatchObject({ status: 400, json: { code: 3 } })
  })

  it('refuses no token, an unknown, an expired and a revoked one', async () => {
    const hash = Buffer.alloc(32).toString('base64')
    const expired = emulator.iam.issueToken(emulator.serviceAccountId, -1).value
    const revoked = emulator.iam.issueToken(emulator.serviceAccountId)
    revoked.revoked = true
    for (const authorization of ['', 'Bearer t1.x.y', `Bearer ${expired}`, `Bearer ${revoked.value}`]) {
      const refused = await signHash(p256(), hash, { headers: { authorization } })
      expect(refused).toMatchObject({ status: 401, json: { code: 16 } })
    }
  })

  it('refuses an account without the role, an unknown key, a long id and a key that is not active', async () => {
    const hash = Buffer.alloc(32).toString('base64')
    const other = emulator.iam.addServiceAccount()
    emulator.iam.grant(other, 'kms.auditor', p256().id)
    const headers = { authorization: `Bearer ${emulator.iam.issueToken(other).value}` }
    expect(await signHash(p256(), hash, { headers })).toMatchObject({ status: 403, json: { code: 7 } })
    expect(await ask(`${p256().id}/publicKey`, { headers })).toMatchObject({ status: 403, json: { code: 7 } })
    expect(await ask(p256().id, { headers })).toMatchObject({ status: 200 })
    expect(await ask('abjnone:signHash', { method: 'POST', body: '{}' })).toMatchObject({ status: 404 })
    expect(await ask(`${'a'.repeat(51)}/publicKey`)).toMatchObject({ status: 400, json: { code: 3 } })
    const key = emulator.keys.ECDSA_SECP256_K1_SHA_256
    key.status = 'INACTIVE'
    expect(await signHash(key, hash)).toMatchObject({ status: 400, json: { code: 9 } })
    key.status = 'ACTIVE'
  })

  it.each([404, 405, 501] as const)('is unknown to the first host with %d, and known to the second', async (status) => {
    emulator.kms.unknownMethod = status
    const hash = digestOf(p256()).toString('base64')
    const init = { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }
    const path = `/kms/v1/asymmetricSignatureKeys/${p256().id}:signHash`
    const first = await fetch(emulator.urls.kms + path, { ...init, body: JSON.stringify({ hash }) })
    expect(first.status).toBe(status)
    const second = await fetch(emulator.urls['kms-crypto'] + path, { ...init, body: JSON.stringify({ hash }) })
    expect(second.status).toBe(200)
    const get = `${emulator.urls['kms-crypto']}/kms/v1/asymmetricSignatureKeys/${p256().id}`
    const unknown = await fetch(get, { headers: { authorization: `Bearer ${token}` } })
    expect([unknown.status, unknown.headers.get('content-type'), await unknown.text()]).toEqual([
      404,
      'text/plain; charset=utf-8',
      'Not Found\n',
    ])
  })
})

it('answers wrongly where it is told to', async () => {
  const key = p256()
  const hash = digestOf(key).toString('base64')
  const pem = await key.publicKeyPem()
  const signatureUnder = async (kind: 'other-digest' | 'other-key' | 'empty-signature'): Promise<Buffer> => {
    emulator.setFault({ service: 'kms', call: 'SignHash', first: 1, kind })
    return Buffer.from(String((await signHash(key, hash)).json['signature']), 'base64')
  }
  for (const kind of ['other-digest', 'other-key'] as const)
    expect(verifies(pem, key, message, await signatureUnder(kind))).toBe(false)
  expect(await signatureUnder('empty-signature')).toHaveLength(0)
  emulator.setFault({ service: 'kms', call: 'SignHash', first: 1, kind: 'wrong-key-id' })
  expect((await signHash(key, hash)).json['keyId']).not.toBe(key.id)
  expect((await signHash(key, hash)).json['keyId']).toBe(key.id)
})
