import type { Credential } from './credentials/credentials.ts'
import type { Endpoints } from './endpoints.ts'
import { ActionError } from './errors.ts'
import type { HttpClient } from './http.ts'
import type { Gate } from './http/gate.ts'
import { failureOf } from './kms/failure.ts'
import { Hosts } from './kms/hosts.ts'
import { base64In, fieldsOf, textIn, timeIn } from './kms/answer.ts'
import type { Log } from './log.ts'

/** AsymmetricSignatureKey, as far as it is used. */
export interface KmsKey {
  readonly status: string
  /** KMS's name, e.g. `ECDSA_NIST_P256_SHA_256`. */
  readonly signatureAlgorithm: string
  readonly createdAt: Date | undefined
}

/** What SignHash gives. */
export interface KmsSignature {
  /** KMS's bytes, not verified yet: DER for ECDSA, the octet string for RSA. */
  readonly signature: Buffer
  readonly requestId: string | undefined
}

/** How often each method was called; repeated attempts are not counted. */
export interface KmsCalls {
  readonly getKey: number
  readonly getPublicKey: number
  readonly signHash: number
}

/**
 * The three methods of KMS, in wire types.
 * Source: Key Management Service API, REST: AsymmetricSignatureKey.Get, AsymmetricSignatureCrypto.GetPublicKey and SignHash.
 * @throws ActionError UNAUTHENTICATED, PERMISSION_DENIED, KEY_NOT_FOUND, KEY_NOT_ACTIVE, INVALID_RESPONSE,
 * and those of the client and the credential
 */
export interface Kms {
  getKey(keyId: string): Promise<KmsKey>
  /** The PEM of SubjectPublicKeyInfo, as KMS sends it. */
  getPublicKey(keyId: string): Promise<string>
  /** @param digest raw, by the key's hash @param signal ends this call, its reason is thrown */
  signHash(keyId: string, digest: Uint8Array, signal?: AbortSignal): Promise<KmsSignature>
  readonly calls: KmsCalls
}

/** What KMS is reached with. */
export interface KmsContext {
  readonly http: HttpClient
  readonly endpoints: Promise<Endpoints>
  readonly credential: Credential
  /** Bounds the rate of SignHash. */
  readonly gate?: Gate
  readonly log: Log
}

/** KMS for one run. */
export function createKms(context: KmsContext): Kms {
  const hosts = new Hosts(context)
  const calls = { getKey: 0, getPublicKey: 0, signHash: 0 }
  return {
    calls,
    getKey: (keyId) => {
      calls.getKey += 1
      return getKey(hosts, context, keyId)
    },
    getPublicKey: (keyId) => {
      calls.getPublicKey += 1
      return getPublicKey(hosts, context, keyId)
    },
    signHash: (keyId, digest, signal) => {
      calls.signHash += 1
      return signHash(hosts, context, { keyId, digest, signal })
    },
  }
}

function pathOf(keyId: string): string {
  return `/kms/v1/asymmetricSignatureKeys/${encodeURIComponent(keyId)}`
}

async function getKey(hosts: Hosts, { credential }: KmsContext, keyId: string): Promise<KmsKey> {
  const name = 'Key.Get'
  const answer = await hosts.control({ method: 'GET', path: pathOf(keyId) })
  if (answer.status !== 200) throw failureOf({ name, role: 'kms.viewer', keyId, answer }, credential)
  const fields = fieldsOf(answer, name)
  const key = {
    status: textIn(fields, 'status', name, answer),
    signatureAlgorithm: textIn(fields, 'signatureAlgorithm', name, answer),
    createdAt: timeIn(fields, 'createdAt', name, answer),
  }
  sameKey(textIn(fields, 'id', name, answer), keyId, name)
  return key
}

async function getPublicKey(hosts: Hosts, { credential }: KmsContext, keyId: string): Promise<string> {
  const name = 'GetPublicKey'
  const answer = await hosts.crypto({ method: 'GET', path: `${pathOf(keyId)}/publicKey` })
  const role = 'kms.asymmetricSignatureKeys.publicKeyViewer'
  if (answer.status !== 200) throw failureOf({ name, role, keyId, answer }, credential)
  const fields = fieldsOf(answer, name)
  const pem = textIn(fields, 'publicKey', name, answer)
  sameKey(textIn(fields, 'keyId', name, answer), keyId, name)
  return pem
}

interface SignHashCall {
  readonly keyId: string
  readonly digest: Uint8Array
  readonly signal: AbortSignal | undefined
}

async function signHash(
  hosts: Hosts,
  { credential, gate }: KmsContext,
  { keyId, digest, signal }: SignHashCall,
): Promise<KmsSignature> {
  const name = 'SignHash'
  const answer = await hosts.crypto({
    method: 'POST',
    path: `${pathOf(keyId)}:signHash`,
    body: `{"hash":"${Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('base64')}"}`,
    ...(gate === undefined ? {} : { gate }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (answer.status !== 200)
    throw failureOf({ name, role: 'kms.asymmetricSignatureKeys.signer', keyId, answer }, credential)
  const fields = fieldsOf(answer, name)
  const signature = base64In(fields, 'signature', name, answer)
  sameKey(textIn(fields, 'keyId', name, answer), keyId, name)
  return { signature, requestId: answer.requestId }
}

function sameKey(answered: string, asked: string, name: string): void {
  if (answered !== asked)
    throw new ActionError('INVALID_RESPONSE', `Yandex KMS: ${name} answered for another key than the one asked for.`, {
      hint: 'Nothing of this answer is used. See that kms-endpoint is right, and report it to Yandex Cloud.',
    })
}
