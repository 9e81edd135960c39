/** The keys that the emulated KMS holds: real ones, of all thirteen algorithms. */
import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { der, pem } from '../crypto/der.ts'
import { signEcdsa, signPss } from '../crypto/digest-signing.ts'
import { resourceId } from '../crypto/random.ts'

const generate = promisify(generateKeyPair)

interface RsaKind {
  readonly bits: number
  readonly hash: string
  readonly digestBytes: number
}
interface EcKind {
  readonly curve: string
  readonly hash: string
  readonly digestBytes: number
}

const RSA = (bits: number, hash: string, digestBytes: number): RsaKind => ({ bits, hash, digestBytes })
const EC = (curve: string, hash: string, digestBytes: number): EcKind => ({ curve, hash, digestBytes })

/** The algorithms by the service's names, with what OpenSSL calls their parts. */
export const ALGORITHMS = {
  RSA_2048_SIGN_PSS_SHA_256: RSA(2048, 'sha256', 32),
  RSA_2048_SIGN_PSS_SHA_384: RSA(2048, 'sha384', 48),
  RSA_2048_SIGN_PSS_SHA_512: RSA(2048, 'sha512', 64),
  RSA_3072_SIGN_PSS_SHA_256: RSA(3072, 'sha256', 32),
  RSA_3072_SIGN_PSS_SHA_384: RSA(3072, 'sha384', 48),
  RSA_3072_SIGN_PSS_SHA_512: RSA(3072, 'sha512', 64),
  RSA_4096_SIGN_PSS_SHA_256: RSA(4096, 'sha256', 32),
  RSA_4096_SIGN_PSS_SHA_384: RSA(4096, 'sha384', 48),
  RSA_4096_SIGN_PSS_SHA_512: RSA(4096, 'sha512', 64),
  ECDSA_NIST_P256_SHA_256: EC('prime256v1', 'sha256', 32),
  ECDSA_NIST_P384_SHA_384: EC('secp384r1', 'sha384', 48),
  ECDSA_NIST_P521_SHA_512: EC('secp521r1', 'sha512', 64),
  ECDSA_SECP256_K1_SHA_256: EC('secp256k1', 'sha256', 32),
} as const satisfies Readonly<Record<string, RsaKind | EcKind>>

export type Algorithm = keyof typeof ALGORITHMS
export const ALGORITHM_NAMES = Object.keys(ALGORITHMS) as Algorithm[]

/** How the public key is labelled: the same numbers under rsaEncryption or id-RSASSA-PSS, without or with parameters. */
type RsaLabel = 'rsaEncryption' | 'rsassaPss' | 'rsassaPssWithParameters'

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  /** Private scalar of an EC key. */
  readonly scalar: Buffer
}

/** RSASSA-PSS-params (RFC 4055, 3.1) of a hash, with MGF1 of the same and a salt as long. */
function pssParameters(hash: string, digestBytes: number): Buffer {
  const arc = { sha256: 1, sha384: 2, sha512: 3 }[hash] ?? 0
  const identifier = der(0x30, Buffer.from([6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, arc]), Buffer.of(5, 0))
  const mgf1 = der(0x30, Buffer.from('06092a864886f70d010108', 'hex'), identifier)
  return der(0x30, der(0xa0, identifier), der(0xa1, mgf1), der(0xa2, Buffer.of(2, 1, digestBytes)))
}

/** One key of the service; made when it is first used, since long RSA keys take a second each. */
export class KmsKey {
  readonly id = resourceId('abj')
  readonly folderId = resourceId('b1g')
  readonly algorithm: Algorithm
  createdAt = '2025-03-14T15:09:26Z'
  name: string
  labels: Readonly<Record<string, string>> = {}
  status: 'CREATING' | 'ACTIVE' | 'INACTIVE' = 'ACTIVE'
  label: RsaLabel = 'rsaEncryption'
  /** What Key.Get calls the algorithm; settable, since the list may grow. */
  algorithmName: string
  #pair: Promise<Pair> | undefined

  constructor(algorithm: Algorithm) {
    this.algorithm = algorithm
    this.algorithmName = algorithm
    this.name = algorithm.toLowerCase().replaceAll('_', '-')
  }

  get digestBytes(): number {
    return ALGORITHMS[this.algorithm].digestBytes
  }

  /** OpenSSL's name of the hash: `sha256`, `sha384`, `sha512`. */
  get hash(): string {
    return ALGORITHMS[this.algorithm].hash
  }

  pair(): Promise<Pair> {
    this.#pair ??= this.#generate()
    return this.#pair
  }

  async #generate(): Promise<Pair> {
    const kind: RsaKind | EcKind = ALGORITHMS[this.algorithm]
    const pair =
      'bits' in kind
        ? await generate('rsa', { modulusLength: kind.bits })
        : await generate('ec', { namedCurve: kind.curve })
    const scalar = Buffer.from(pair.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')
    return { ...pair, scalar }
  }

  /** SubjectPublicKeyInfo, PEM, under the key's label. */
  async publicKeyPem(): Promise<string> {
    const { publicKey } = await this.pair()
    const kind: RsaKind | EcKind = ALGORITHMS[this.algorithm]
    if (!('bits' in kind) || this.label === 'rsaEncryption')
      return publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const parameters = this.label === 'rsassaPss' ? Buffer.alloc(0) : pssParameters(kind.hash, kind.digestBytes)
    const identifier = der(0x30, Buffer.from('06092a864886f70d01010a', 'hex'), parameters)
    const numbers = publicKey.export({ type: 'pkcs1', format: 'der' })
    return pem('PUBLIC KEY', der(0x30, identifier, der(3, Buffer.of(0), numbers)))
  }

  /** The signature of a digest of this key's length: RSA's bytes, or ECDSA's DER. */
  async signDigest(digest: Buffer): Promise<Buffer> {
    const { privateKey, scalar } = await this.pair()
    const kind: RsaKind | EcKind = ALGORITHMS[this.algorithm]
    return 'bits' in kind ? signPss(privateKey, kind.hash, digest) : signEcdsa(kind.curve, scalar, digest)
  }
}
