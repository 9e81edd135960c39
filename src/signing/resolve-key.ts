import { ActionError } from '../base/errors.ts'
import { KeyGetRefused, type Kms, type KmsKey } from './kms-port.ts'
import { keyNotActive } from './key-not-active.ts'
import { printable } from '../base/log.ts'
import { formatsWhere } from '../formats/facts.ts'
import { keyMismatch } from './pinned-key.ts'
import { publicKeyInText, type PublicKey } from '../crypto/public-key.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import {
  algorithmFits,
  algorithmNamed,
  algorithmOfPublicKey,
  rsaPssAlgorithm,
  type KeyAlgorithm,
  type SigningKey,
} from '../crypto/key-algorithm.ts'
import type { Pin } from '../crypto/pin.ts'

/** What is asked of a key. */
export interface KeyQuestion {
  readonly kms: Kms
  readonly keyId: string
  /** The input `hash-algorithm`. */
  readonly hashAlgorithm: HashAlgorithm | 'auto'
  readonly pin: Pin
  /** Whether a format holds the time when the key was made. */
  readonly needsCreatedAt: boolean
}

/** The formats that hold the key's time, as the beginning of a sentence. */
const NEED_CREATED_AT = [
  ...formatsWhere(({ createdAt }) => createdAt === 'yes').map((format) => `\`${format}\``),
  ...formatsWhere(({ createdAt }) => createdAt === 'without certificate').map(
    (format) => `\`${format}\` without \`certificate\``,
  ),
]
  .join(', ')
  .replace(/, (?=[^,]*$)/u, ' and ')

/** Key.Get's answer, or the refusal that a run can live with; `undefined` where it was not asked. */
type Described = KmsKey | KeyGetRefused | undefined

/**
 * Finds out algorithm and public key: Key.Get and GetPublicKey at once, each where it is needed alone.
 * A PEM in `public-key` makes GetPublicKey unnecessary, and of an elliptic-curve key Key.Get too.
 * @throws ActionError INVALID_INPUT (hash-algorithm), KEY_MISMATCH, KEY_NOT_ACTIVE, PERMISSION_DENIED,
 * UNSUPPORTED_ALGORITHM, INVALID_RESPONSE, and those of KMS
 */
export async function resolveSigningKey(question: KeyQuestion): Promise<SigningKey> {
  const { kms, keyId, pin, needsCreatedAt } = question
  const pinned = pin.kind === 'pem' ? pin.key : undefined
  const curveIsKnown = pinned !== undefined && algorithmOfPublicKey(pinned) !== undefined
  const [described, publicKey] = await Promise.all([
    curveIsKnown && !needsCreatedAt ? undefined : describe(kms, keyId),
    pinned ?? fetchPublicKey(kms, keyId),
  ])
  if (pinned !== undefined && described instanceof KeyGetRefused && described.reason === 'host')
    await confirmPinned(kms, keyId, pinned)
  if (pin.kind === 'fingerprint' && publicKey.fingerprint !== pin.fingerprint)
    throw keyMismatch(keyId, pin.fingerprint, publicKey.fingerprint)
  const algorithm = algorithmOf(question, described, publicKey)
  return { id: keyId, algorithm, publicKey, createdAt: createdAtOf(described, needsCreatedAt) }
}

async function describe(kms: Kms, keyId: string): Promise<KmsKey | KeyGetRefused> {
  let key: KmsKey
  try {
    key = await kms.getKey(keyId)
  } catch (thrown) {
    if (thrown instanceof KeyGetRefused) return thrown
    throw thrown
  }
  if (key.status !== 'ACTIVE')
    throw keyNotActive(keyId, `its status is ${printable(key.status, 50)}`, key.status === 'CREATING')
  return key
}

/** Whether KMS knows the key at all, where Key.Get did not tell: a pinned key is not fetched otherwise. */
async function confirmPinned(kms: Kms, keyId: string, pinned: PublicKey): Promise<void> {
  let found: PublicKey
  try {
    found = await fetchPublicKey(kms, keyId)
  } catch (thrown) {
    if (thrown instanceof ActionError && thrown.code === 'PERMISSION_DENIED') return // it knows the key, which is pinned
    throw thrown
  }
  if (found.fingerprint !== pinned.fingerprint) throw keyMismatch(keyId, pinned.fingerprint, found.fingerprint)
}

async function fetchPublicKey(kms: Kms, keyId: string): Promise<PublicKey> {
  let pem: string
  try {
    pem = await kms.getPublicKey(keyId)
  } catch (thrown) {
    if (!(thrown instanceof ActionError) || thrown.code !== 'PERMISSION_DENIED') throw thrown
    throw new ActionError('PERMISSION_DENIED', thrown.message, {
      hint: `${thrown.hint ?? ''}\nOr put the PEM of the public key into the input public-key: then this call is not made.`,
      cause: thrown,
    })
  }
  try {
    return publicKeyInText(pem)
  } catch (cause) {
    throw new ActionError('INVALID_RESPONSE', 'Yandex KMS: GetPublicKey answered with a publicKey that is not one.', {
      hint: SAME_TWICE,
      cause,
    })
  }
}

const SAME_TWICE =
  'Run the job again. If it keeps failing, check that kms-endpoint is right, and report it to Yandex Cloud with the request ids in the log.'

function algorithmOf({ keyId, hashAlgorithm, pin }: KeyQuestion, described: Described, key: PublicKey): KeyAlgorithm {
  if (described === undefined || described instanceof KeyGetRefused)
    return withHash(algorithmByKey(hashAlgorithm, described, key), hashAlgorithm)
  const algorithm = algorithmNamed(described.signatureAlgorithm)
  if (!algorithmFits(algorithm, key)) {
    if (pin.kind === 'pem') throw keyMismatch(keyId, key.fingerprint, undefined)
    throw new ActionError(
      'INVALID_RESPONSE',
      `Yandex KMS says that the key ${printable(keyId)} is of type ${algorithm.name}, but its public key is not.`,
      { hint: SAME_TWICE },
    )
  }
  return withHash(algorithm, hashAlgorithm)
}

/** Without Key.Get: the curve tells; of RSA the user has to. */
function algorithmByKey(
  hashAlgorithm: HashAlgorithm | 'auto',
  refusal: ActionError | undefined,
  key: PublicKey,
): KeyAlgorithm {
  const byCurve = algorithmOfPublicKey(key)
  if (byCurve !== undefined) return byCurve
  if (hashAlgorithm !== 'auto') return rsaPssAlgorithm(key, hashAlgorithm)
  throw new ActionError(
    'INVALID_INPUT',
    `The hash of an RSA key is not in its public key, and Key.Get does not tell it. ${refusal?.message ?? ''}`.trim(),
    {
      hint: `Set hash-algorithm to that of the key's type (sha256 for RSA_2048_SIGN_PSS_SHA_256), or let Key.Get tell it. ${refusal?.hint ?? ''}`,
      cause: refusal,
    },
  )
}

function withHash(algorithm: KeyAlgorithm, hashAlgorithm: HashAlgorithm | 'auto'): KeyAlgorithm {
  if (hashAlgorithm === 'auto' || hashAlgorithm === algorithm.hash) return algorithm
  throw new ActionError('INVALID_INPUT', `hash-algorithm is ${hashAlgorithm}, but the key is ${algorithm.name}.`, {
    hint: `Set hash-algorithm: ${algorithm.hash}, or leave it at auto.`,
  })
}

function createdAtOf(described: Described, needed: boolean): Date | undefined {
  if (described instanceof KeyGetRefused) {
    if (!needed) return undefined
    throw new ActionError(
      'PERMISSION_DENIED',
      `${described.message} ${NEED_CREATED_AT} need it for the time when the key was made.`,
      {
        hint: described.hint,
        cause: described,
      },
    )
  }
  if (needed && described?.createdAt === undefined)
    throw new ActionError('INVALID_RESPONSE', 'Yandex KMS: Key.Get answered without createdAt.')
  return described?.createdAt
}
