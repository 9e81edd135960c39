import { constants, createHash, createPublicKey, publicEncrypt, verify, type KeyObject } from 'node:crypto'
import type { PlatformKey, Primitives } from './port.ts'

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }

/** Node's, which is OpenSSL. */
export const PRIMITIVES: Primitives = {
  startHash: (hash) => createHash(hash),
  readSpki(spki) {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    return platformKey(key)
  },
}

function platformKey(key: KeyObject): PlatformKey {
  const way = key.asymmetricKeyType === 'rsa' ? { key, ...PSS } : { key }
  return {
    spki: key.export({ format: 'der', type: 'spki' }),
    type: key.asymmetricKeyType ?? 'unknown',
    curve: key.asymmetricKeyDetails?.namedCurve,
    modulusLength: key.asymmetricKeyDetails?.modulusLength,
    point() {
      const { x, y } = key.export({ format: 'jwk' })
      if (typeof x !== 'string' || typeof y !== 'string') throw new RangeError('no elliptic-curve key')
      return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
    },
    verify: (hash, message, signature) =>
      new Promise((resolve) => {
        // What OpenSSL cannot read as a signature is none.
        verify(hash, message, way, signature, (error, isRight) => {
          resolve(error === null && isRight)
        })
      }),
    rsaPublic: (signature) => publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, signature),
  }
}
