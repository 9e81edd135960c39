import { constants, createHash, createPublicKey, publicEncrypt, verify, type KeyObject } from 'node:crypto'
import type { HashAlgorithm } from './hashes.ts'
import type { PlatformKey, Primitives } from './port.ts'

/** Node's, which is OpenSSL. */
export const PRIMITIVES: Primitives = {
  startHash: (hash) => createHash(hash),
  readSpki: (spki) => new NodeKey(createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })),
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }

class NodeKey implements PlatformKey {
  readonly spki: Buffer
  readonly type: string
  readonly curve: string | undefined
  readonly modulusLength: number | undefined
  readonly #key: KeyObject

  constructor(key: KeyObject) {
    this.#key = key
    this.spki = key.export({ format: 'der', type: 'spki' })
    this.type = key.asymmetricKeyType ?? 'unknown'
    this.curve = key.asymmetricKeyDetails?.namedCurve
    this.modulusLength = key.asymmetricKeyDetails?.modulusLength
  }

  point(): Buffer {
    const { x, y } = this.#key.export({ format: 'jwk' })
    if (typeof x !== 'string' || typeof y !== 'string') throw new RangeError('no elliptic-curve key')
    return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  }

  verify(hash: HashAlgorithm, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
    const key = this.#key
    const way = this.type === 'rsa' ? { key, ...PSS } : { key }
    return new Promise((resolve) => {
      // What OpenSSL cannot read as a signature is none.
      verify(hash, message, way, signature, (error, isRight) => {
        resolve(error === null && isRight)
      })
    })
  }

  rsaPublic(signature: Uint8Array): Buffer {
    return publicEncrypt({ key: this.#key, padding: constants.RSA_NO_PADDING }, signature)
  }
}
