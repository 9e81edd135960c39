import { constants, createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import { algorithmNamed, CURVES } from '../../src/crypto/key-algorithm.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'
import { localKey } from '../support/local-key.ts'

it.each(CURVES)('verifies $kmsName over a ready digest', ({ openssl, hash, kmsName }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: openssl })
  const key = {
    algorithm: algorithmNamed(kmsName),
    publicKey: publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' })),
  }
  const signature = sign(hash, Buffer.from('release'), privateKey)
  const digest = (text: string) => createHash(hash).update(text).digest()
  expect(verifyDigest(key, digest('release'), signature)).toBe(true)
  expect(verifyDigest(key, digest('Release'), signature)).toBe(false)
  expect(verifyDigest(key, digest('release'), Buffer.concat([signature, Buffer.alloc(1)]))).toBe(false)
})

// After many signatures the verification takes another way.
it.each(CURVES)('verifies 40 signatures by one key of $kmsName as the first', ({ openssl, hash, kmsName }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: openssl })
  const key = {
    algorithm: algorithmNamed(kmsName),
    publicKey: publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' })),
  }
  const digests = Array.from({ length: 40 }, (_, index) => createHash(hash).update(`release ${index}`).digest())
  expect(digests).toHaveLength(40)
  for (const [index, digest] of digests.entries()) {
    const signature = sign(hash, Buffer.from(`release ${index}`), privateKey)
    expect(verifyDigest(key, digest, signature)).toBe(true)
    if (index > 35) expect(verifyDigest(key, digests[0] ?? digest, signature)).toBe(false)
  }
})

it.each(
  [2048, 3072, 4096].flatMap((bits) => (['sha256', 'sha384', 'sha512'] as const).map((hash) => [bits, hash] as const)),
)('verifies RSA-PSS of %i bits with %s over a ready digest', (modulusLength, hash) => {
  const { key, privateKey } = localKey(`RSA_${modulusLength}_SIGN_PSS_SHA_${hash.slice(3)}`)
  const pss = (saltLength: number) =>
    sign(hash, Buffer.from('release'), { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength })
  const digest = createHash(hash).update('release').digest()
  expect(verifyDigest(key, digest, pss(-1))).toBe(true)
  expect(verifyDigest(key, digest, pss(20))).toBe(false)
  expect(verifyDigest(key, createHash(hash).update('Release').digest(), pss(-1))).toBe(false)
})
