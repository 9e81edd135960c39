import { constants, createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import type { HashAlgorithm } from '../../src/crypto/hashes.ts'
import { algorithmNamed, type KeyAlgorithm } from '../../src/crypto/key-algorithm.ts'
import { readerOf } from '../../src/formats/readers.ts'
import type { SignatureCheck, TrustedKey } from '../../src/formats/signature-check.ts'
import { FORMATS, type Format } from '../../src/formats/facts.ts'

/** A key made here: signs as KMS does. */
export interface LocalKey extends TrustedKey {
  readonly privateKey: KeyObject
  /** KMS's bytes over `content` by the key's hash, or another. */
  sign(content: Uint8Array, hash?: HashAlgorithm): Buffer
}

/** A fresh key of KMS's algorithm. */
export function localKey(name: string): LocalKey {
  const algorithm = algorithmNamed(name)
  const { publicKey, privateKey } = generate(algorithm)
  const padding = algorithm.curve === undefined ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: -1 } : {}
  return {
    algorithm,
    publicKey: publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' })),
    privateKey,
    sign: (content, hash = algorithm.hash) => sign(hash, content, { key: privateKey, ...padding }),
  }
}

function generate({ curve, modulusLength }: KeyAlgorithm) {
  if (curve !== undefined) return generateKeyPairSync('ec', { namedCurve: curve.openssl })
  return generateKeyPairSync('rsa', { modulusLength: modulusLength ?? 2048 })
}

/** The formats whose signature files hold nothing but the signature. */
export type Detached = Exclude<Format, 'openpgp-clear'>
export const DETACHED = FORMATS.filter((format): format is Detached => format !== 'openpgp-clear')

/**
 * What verify makes of a signature file over `content`: `right`, `wrong` when the key does not confirm it, or what
 * its reader says is wrong with it. Asked in both ways that verify has, of a small file and of a large one: they are equal.
 */
export async function judge(
  format: Detached,
  signatureFile: Uint8Array,
  keys: readonly TrustedKey[],
  content: Uint8Array,
): Promise<string> {
  try {
    const reader = readerOf(format)
    if (typeof reader !== 'function') throw new TypeError(`files of ${format} hold what was signed`)
    const check = reader(Buffer.from(signatureFile), keys)
    const [small, large] = [await isConfirmed(check, content, true), await isConfirmed(check, content, false)]
    if (small !== large) throw new Error(`held in memory: ${String(small)}, by its digest: ${String(large)}`)
    return small ? 'right' : 'wrong'
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return error.message
  }
}

async function isConfirmed({ alternatives }: SignatureCheck, content: Uint8Array, isHeld: boolean): Promise<boolean> {
  for (const way of alternatives) {
    const message = Buffer.concat([content, way.suffix])
    const digest = createHash(way.hash).update(message).digest()
    if (await way.confirms({ digest, covered: isHeld ? { message } : { digest } })) return true
  }
  return false
}

/** Both numbers of an ECDSA signature, as DER's INTEGERs have them. */
export function numbersOf(signature: Buffer): { r: Buffer; s: Buffer } {
  const start = (signature[1] ?? 0) >= 0x80 ? 3 : 2
  const middle = start + 2 + (signature[start + 1] ?? 0)
  return { r: signature.subarray(start + 2, middle), s: signature.subarray(middle + 2) }
}
