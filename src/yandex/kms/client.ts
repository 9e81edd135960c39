import { ActionError } from '../../base/errors.ts'
import type { YandexAnswer } from '../request.ts'
import { idsOf } from '../said.ts'
import { KeyGetRefused, type Kms, type KmsKey, type KmsSignature } from '../../signing/kms-port.ts'
import { failureOf } from './failure.ts'
import { Hosts } from './hosts.ts'
import { base64In, enumIn, fieldsOf, textIn, timeIn } from './answer.ts'
import type { KmsContext } from './types.ts'

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

/** AsymmetricSignatureKey.Status by number. Source: yandex/cloud/kms/v1/asymmetricsignature/asymmetric_signature_key.proto. */
const STATUSES = ['', 'CREATING', 'ACTIVE', 'INACTIVE']
/** AsymmetricSignatureAlgorithm by number. Source: as above. */
const ALGORITHMS = [
  '',
  'RSA_2048_SIGN_PSS_SHA_256',
  'RSA_2048_SIGN_PSS_SHA_384',
  'RSA_2048_SIGN_PSS_SHA_512',
  'RSA_3072_SIGN_PSS_SHA_256',
  'RSA_3072_SIGN_PSS_SHA_384',
  'RSA_3072_SIGN_PSS_SHA_512',
  'RSA_4096_SIGN_PSS_SHA_256',
  'RSA_4096_SIGN_PSS_SHA_384',
  'RSA_4096_SIGN_PSS_SHA_512',
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'ECDSA_SECP256_K1_SHA_256',
]

function pathOf(keyId: string): string {
  return `/kms/v1/asymmetricSignatureKeys/${encodeURIComponent(keyId)}`
}

async function getKey(hosts: Hosts, { credential, log }: KmsContext, keyId: string): Promise<KmsKey> {
  const name = 'Key.Get'
  const answer = await hosts.control({ method: 'GET', path: pathOf(keyId) })
  if (answer.status !== 200) {
    const failure = failureOf({ name, role: 'kms.auditor', keyId, answer }, credential)
    if (failure instanceof KeyGetRefused)
      log.info(`${failure.message} The public key tells most of what it would tell.`)
    throw failure
  }
  const fields = fieldsOf(answer, name)
  const key = {
    status: enumIn(fields, 'status', STATUSES, name, answer),
    signatureAlgorithm: enumIn(fields, 'signatureAlgorithm', ALGORITHMS, name, answer),
    createdAt: timeIn(fields, 'createdAt', name, answer),
  }
  sameKey(textIn(fields, 'id', name, answer), keyId, name, answer)
  return key
}

async function getPublicKey(hosts: Hosts, { credential }: KmsContext, keyId: string): Promise<string> {
  const name = 'GetPublicKey'
  const answer = await hosts.crypto({ method: 'GET', path: `${pathOf(keyId)}/publicKey` })
  const role = 'kms.asymmetricSignatureKeys.publicKeyViewer'
  if (answer.status !== 200) throw failureOf({ name, role, keyId, answer }, credential)
  const fields = fieldsOf(answer, name)
  const pem = textIn(fields, 'publicKey', name, answer)
  sameKey(textIn(fields, 'keyId', name, answer), keyId, name, answer)
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
  sameKey(textIn(fields, 'keyId', name, answer), keyId, name, answer)
  return { signature, requestId: answer.requestId, clientRequestId: answer.clientRequestId }
}

function sameKey(answered: string, asked: string, name: string, answer: YandexAnswer): void {
  if (answered !== asked)
    throw new ActionError(
      'INVALID_RESPONSE',
      `Yandex KMS: ${name} answered for another key than the one asked for ${idsOf(answer)}.`,
      {
        hint: 'Nothing of this answer is used. Check that kms-endpoint is right, and report it to Yandex Cloud with the request ids.',
      },
    )
}
