import type { HashAlgorithm } from '../crypto/hashes.ts'
import { isSignatureOver, type Covered } from '../crypto/covered.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'

/** The trusted public key with one algorithm that it may have signed by. */
export type TrustedKey = Pick<SigningKey, 'algorithm' | 'publicKey'>

/**
 * What a signature file says once it is read. Reading throws a `RangeError` whose message says what is wrong with it,
 * as the end of the sentence "the signature file …".
 */
export interface SignatureCheck {
  /** The signature is over the file's own bytes, so these must not be another format's signed bytes (UNSAFE_FILE). */
  readonly bare: boolean
  /** It is right when one of these confirms: several only where the hash of an RSA key is not told. */
  readonly alternatives: readonly Alternative[]
}

/** One way in which a signature file can be right. */
interface Alternative {
  /** The hash of the file that has to be made. */
  readonly hash: HashAlgorithm
  /** How the file goes into the hash; `text`: by its lines, as `coveredLine` makes them. */
  readonly form: 'bytes' | 'text'
  /** Of `text`: the digests by `hash`, without suffix, that the file's bytes can have where nothing differs at all. */
  readonly sameBytes?: readonly Buffer[]
  /** Bytes that are hashed behind the file's own: OpenPGP's hashed part and trailer, else none. */
  readonly suffix: Buffer
  /** Whether the file is the one that the trusted key signed. */
  confirms(file: HashedFile): Promise<boolean>
}

/** A file, in the form that was asked for, with the suffix behind it. */
export interface HashedFile {
  /** Raw, by the hash that was asked for. */
  readonly digest: Buffer
  /** The same object for the same bytes: each signature over it is verified once. */
  readonly covered: Covered
}

/** Reads a signature file. @param keys the trusted key, once for each algorithm that it may have */
export type ReadSignature = (bytes: Buffer, keys: readonly TrustedKey[]) => SignatureCheck

/** Reads one that holds the file itself, and so may be as large. */
export interface ReadEmbedded {
  readonly fromChunks: (chunks: AsyncIterable<Buffer>, keys: readonly TrustedKey[]) => Promise<SignatureCheck>
}

const NOTHING = Buffer.alloc(0)

/** A signature over the file's own digest. */
export function bareCheck(keys: readonly TrustedKey[], signature: Buffer): SignatureCheck {
  const alternatives = keys.map((key) => ({
    hash: key.algorithm.hash,
    form: 'bytes' as const,
    suffix: NOTHING,
    confirms: ({ covered }: HashedFile) => isSignatureOver(covered, key, signature),
  }))
  return { bare: true, alternatives }
}

/** A signature over something else that holds the file's digest. */
export function wrappedCheck(
  hash: HashAlgorithm,
  confirms: Alternative['confirms'],
  suffix: Buffer = NOTHING,
): SignatureCheck {
  return { bare: false, alternatives: [{ hash, form: 'bytes', suffix, confirms }] }
}

/** The trusted key by the one algorithm of `hash`. @throws RangeError */
export function keyOfHash(keys: readonly TrustedKey[], hash: HashAlgorithm): TrustedKey {
  const key = keys.find(({ algorithm }) => algorithm.hash === hash)
  if (key === undefined) throw new RangeError(`is made with ${hash}, which the trusted key does not sign`)
  return key
}

/** The one elliptic-curve key that OpenPGP and SSHSIG need. @throws RangeError */
export function ellipticKey(keys: readonly TrustedKey[], format: string): TrustedKey & { readonly ssh: string } {
  const [key] = keys
  if (key?.algorithm.curve?.ssh === undefined)
    throw new RangeError(
      `is none that the trusted key can have made: ${format} takes keys on P-256, P-384 and P-521 alone`,
    )
  return { ...key, ssh: key.algorithm.curve.ssh }
}
