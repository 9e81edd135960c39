import { setImmediate as nextTurn } from 'node:timers/promises'
import { ActionError, asActionError, type ErrorCode } from '../base/errors.ts'
import type { TaskGroup } from '../base/task-group.ts'
import type { Kms, KmsSignature } from './kms-port.ts'
import { pinnedKeyFault, type PinnedKeyFault } from './pinned-key.ts'
import { HASHES } from '../crypto/hashes.ts'
import { isSignatureOver, prepareFor } from '../crypto/covered.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'

/** What signatures are made with. */
export interface SignerOptions {
  /** Its gate bounds concurrency and rate. */
  readonly kms: Kms
  readonly keyId: string
  readonly key: Promise<SigningKey>
  /**
   * SignHash goes out before the key is known: only where `hash-algorithm` is set, `public-key` is empty, and the
   * digests depend on nothing else of the key.
   */
  readonly ahead: boolean
  /** Whether the public key of `key` is a PEM out of the input `public-key`, which KMS has not confirmed. */
  readonly pinned: boolean
  /** What the signatures are part of: each is a task of it. */
  readonly tasks: TaskGroup
}

/** Signs digests; each signature is verified before anybody gets it. */
export interface Signer {
  /**
   * Equal digests are signed once. A failure that is final ends the group, and with it all other calls.
   * @param digest raw, 32, 48 or 64 bytes, by the key's hash
   * @param message what that is the digest of, where it is in memory: the signature is verified by OpenSSL then
   * @throws ActionError SIGNATURE_INVALID, KEY_MISMATCH, and those of KMS and of `key`
   */
  sign(digest: Uint8Array, message?: Uint8Array): Promise<KmsSignature>
}

/** A signer for one key and one run. */
export function createSigner(options: SignerOptions): Signer {
  return new KmsSigner(options)
}

/** Failures that nothing about the key could explain. */
const OF_THE_WAY: ReadonlySet<ErrorCode> = new Set([
  'RATE_LIMITED',
  'UNAVAILABLE',
  'TIMED_OUT',
  'CANCELLED',
  'UNAUTHENTICATED',
])

class KmsSigner implements Signer {
  readonly #options: SignerOptions
  readonly #signatures = new Map<string, Promise<KmsSignature>>()
  #key: SigningKey | undefined
  #fault: Promise<PinnedKeyFault> | undefined

  constructor(options: SignerOptions) {
    this.#options = options
  }

  sign(digest: Uint8Array, message?: Uint8Array): Promise<KmsSignature> {
    const name = Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('latin1')
    const known = this.#signatures.get(name)
    if (known !== undefined) return known
    const signature = this.#options.tasks.start(async () => {
      try {
        return await this.#sign(digest, message)
      } catch (thrown) {
        throw asActionError(thrown, 'INTERNAL_ERROR', 'A signature could not be made')
      }
    })
    this.#signatures.set(name, signature)
    return signature
  }

  async #sign(digest: Uint8Array, message: Uint8Array | undefined): Promise<KmsSignature> {
    const { kms, keyId, ahead, tasks } = this.#options
    if (!ahead) checkLength(digest, await this.#keyOf())
    tasks.signal.throwIfAborted()
    const covered = message === undefined ? { digest } : { message }
    prepareFor(covered)
    let answer: KmsSignature
    try {
      answer = await kms.signHash(keyId, digest, tasks.signal)
    } catch (thrown) {
      throw await this.#judged(thrown)
    }
    const key = await this.#keyOf()
    checkLength(digest, key)
    await nextTurn() // the next request goes out before this signature takes the processor
    tasks.signal.throwIfAborted()
    if (!(await isSignatureOver(covered, key, answer.signature))) throw await this.#notConfirmed(key, answer)
    return answer
  }

  async #keyOf(): Promise<SigningKey> {
    return (this.#key ??= await this.#options.key)
  }

  /** Asked once, however many signatures are not right. */
  #faultOfPin(key: SigningKey): Promise<PinnedKeyFault> {
    const { kms, keyId } = this.#options
    return (this.#fault ??= pinnedKeyFault(kms, keyId, key))
  }

  /** A refusal of SignHash: what is wrong with the key, thrown or returned, explains it better than the refusal does. */
  async #judged(thrown: unknown): Promise<unknown> {
    if (!(thrown instanceof ActionError) || OF_THE_WAY.has(thrown.code) || this.#options.tasks.signal.aborted)
      return thrown
    const key = await this.#keyOf()
    if (!this.#options.pinned || thrown.code !== 'INVALID_RESPONSE') return thrown
    const fault = await this.#faultOfPin(key)
    return fault.kind === 'mismatch' ? fault.error : thrown
  }

  async #notConfirmed(key: SigningKey, { requestId, clientRequestId }: KmsSignature): Promise<ActionError> {
    const ids = [
      ...(requestId === undefined ? [] : [`request id ${requestId}`]),
      ...(clientRequestId === undefined ? [] : [`client request id ${clientRequestId}`]),
    ].join(', ')
    const id = ids === '' ? '' : ` (${ids})`
    const what = `The public key ${key.publicKey.fingerprint} does not confirm a signature by the key ${key.id}${id}.`
    const fault = this.#options.pinned ? await this.#faultOfPin(key) : undefined
    if (fault?.kind === 'mismatch') return fault.error
    const causes =
      fault?.kind === 'unknown'
        ? 'Either public-key is not the key of key-id, or KMS answered with a wrong signature: the role kms.asymmetricSignatureKeys.publicKeyViewer lets the action tell which. '
        : ''
    return new ActionError('SIGNATURE_INVALID', what, {
      hint: `${causes}Run the job again. If it keeps failing, check hash-algorithm and kms-endpoint, and report it to Yandex Cloud with the request id.`,
    })
  }
}

function checkLength(digest: Uint8Array, { algorithm }: SigningKey): void {
  if (digest.length !== HASHES[algorithm.hash].bytes)
    throw new ActionError(
      'INTERNAL_ERROR',
      `A digest of ${digest.length} bytes for the algorithm ${algorithm.name}, which signs ${HASHES[algorithm.hash].bytes}.`,
    )
}
