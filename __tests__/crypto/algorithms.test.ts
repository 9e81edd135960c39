import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import {
  algorithmFits,
  algorithmNamed,
  algorithmOfPublicKey,
  CURVES,
  rsaPssAlgorithm,
} from '../../src/crypto/key-algorithm.ts'
import { ALGORITHMS, localKey } from '../support/local-key.ts'
import { thrownBy } from '../support/thrown-by.ts'

const keyOf = (type: string, options = {}) =>
  publicKeyFromSpki(
    generateKeyPairSync(type as 'ec', options as { namedCurve: string }).publicKey.export({
      type: 'spki',
      format: 'der',
    }),
  )

describe('algorithmNamed', () => {
  it.each(CURVES)('knows $kmsName', (curve) => {
    const { kmsName: name, hash } = curve
    expect(algorithmNamed(name)).toEqual({ name, hash, curve, modulusLength: undefined })
  })

  it.each([2048, 3072, 4096].flatMap((bits) => [256, 384, 512].map((hash) => [bits, hash] as const)))(
    'knows RSASSA-PSS of %i bits with SHA-%i',
    (bits, hash) => {
      const name = `RSA_${bits}_SIGN_PSS_SHA_${hash}`
      expect(algorithmNamed(name)).toEqual({ name, hash: `sha${hash}`, curve: undefined, modulusLength: bits })
    },
  )

  it.each([
    '',
    'RSA_2048_ENC_OAEP_SHA_256',
    'RSA_2048_SIGN_PSS_SHA_1',
    'RSA_2048_SIGN_PSS_SHA_224',
    'RSA_2048_SIGN_PSS_SHA_2567',
    'RSA_SIGN_PSS_SHA_256',
    'RSA_123_SIGN_PSS_SHA_256',
    'RSA_204800_SIGN_PSS_SHA_256',
    'xRSA_2048_SIGN_PSS_SHA_256',
    'RSA_2048_SIGN_PKCS1_SHA_256',
    'ECDSA_NIST_P256_SHA_512',
    'ecdsa_nist_p256_sha_256',
    'ED25519',
    'SIGNATURE_ALGORITHM_UNSPECIFIED',
  ])('refuses %p with its name', (name) => {
    expect(thrownBy(() => algorithmNamed(name))).toMatchObject({
      code: 'UNSUPPORTED_ALGORITHM',
      message: `The key's algorithm ${name} is not known to this version of the action.`,
      hint: expect.stringContaining('ECDSA_NIST_P256_SHA_256') as unknown,
    })
  })
})

describe('a public key', () => {
  it.each(ALGORITHMS)('of %s fits that algorithm and no other size or curve', (name) => {
    const { key } = localKey(name)
    expect(ALGORITHMS.length).toBeGreaterThan(1)
    for (const other of ALGORITHMS) {
      // An RSA key does not tell its hash.
      const same = name === other || (name.startsWith('RSA') && name.slice(0, 8) === other.slice(0, 8))
      expect([other, algorithmFits(algorithmNamed(other), key.publicKey)]).toEqual([other, same])
    }
  })

  it.each(CURVES)('of $name tells its algorithm', (curve) => {
    expect(algorithmOfPublicKey(keyOf('ec', { namedCurve: curve.openssl }))).toEqual(algorithmNamed(curve.kmsName))
  })

  it('of RSA tells none, and with a hash that the user names it is that of its size', () => {
    const { publicKey } = localKey('RSA_3072_SIGN_PSS_SHA_256').key
    expect(algorithmOfPublicKey(publicKey)).toBeUndefined()
    for (const hash of ['sha256', 'sha384', 'sha512'] as const)
      expect(rsaPssAlgorithm(publicKey, hash)).toEqual(algorithmNamed(`RSA_3072_SIGN_PSS_SHA_${hash.slice(3)}`))
  })

  it.each([
    ['ed25519', {}, 'The public key is of type ed25519.'],
    ['ec', { namedCurve: 'brainpoolP256r1' }, 'The public key is of type ec brainpoolP256r1.'],
    ['dsa', { modulusLength: 1024 }, 'The public key is of type dsa.'],
  ])('of type %s %p is refused', (type, options, message) => {
    const key = keyOf(type, options)
    expect(thrownBy(() => algorithmOfPublicKey(key))).toMatchObject({ code: 'UNSUPPORTED_ALGORITHM', message })
    for (const name of ALGORITHMS) expect(algorithmFits(algorithmNamed(name), key)).toBe(false)
  })
})
