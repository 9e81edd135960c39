/** KMS over REST: AsymmetricSignatureKeyService.Get, AsymmetricSignatureCryptoService.GetPublicKey and SignHash. */
import { createHash, randomUUID } from 'node:crypto'
import { googleStatus, statusBody, UNKNOWN_ROUTE } from './google-status.ts'
import type { IamState, Role } from './iam-state.ts'
import { KmsKey } from './kms-keys.ts'
import {
  type EmulatedRequest,
  type EmulatedResponse,
  hasContentType,
  jsonObject,
  type Service,
} from '../server/wire.ts'

export interface KmsState {
  /** By id. */
  readonly keys: Map<string, KmsKey>
  /** How the host `kms` answers SignHash and GetPublicKey when it does not know them; `undefined`: it knows them. */
  unknownMethod: 404 | 405 | 501 | undefined
  /** How Key.Get is written: proto3 JSON leaves room. */
  readonly wire: {
    /** Enum values as numbers, as a gateway writes those that its definitions lack. */
    numericEnums: boolean
    /** Digits behind the second of `createdAt`, up to nine; empty: as the key has it. */
    fraction: string
  }
  /** How often each call was answered with 200. */
  readonly answered: { signHash: number; getPublicKey: number; getKey: number }
}

/** yandex/cloud/kms/v1/asymmetricsignature/asymmetric_signature_key.proto: the values from 1 on. */
const ALGORITHM_NUMBERS: readonly string[] = [
  ...['2048', '3072', '4096'].flatMap((bits) =>
    ['256', '384', '512'].map((hash) => `RSA_${bits}_SIGN_PSS_SHA_${hash}`),
  ),
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'ECDSA_SECP256_K1_SHA_256',
]
const STATUS_NUMBERS: Readonly<Record<string, number>> = { CREATING: 1, ACTIVE: 2, INACTIVE: 3 }

const LONGEST_ID = 50
const LONGEST_HASH = 4096

function gatewayUnknown(status: 404 | 405 | 501): EmulatedResponse {
  if (status === 405) return { status, headers: { allow: 'GET' }, body: 'Method Not Allowed\n' }
  return status === 404 ? statusBody(404, 5, 'Not Found') : googleStatus('UNIMPLEMENTED', 'Method Not Implemented')
}

/** The key that the caller may use under one of `roles`, or the refusal, in the order in which the service would look. */
function keyFor(
  iam: IamState,
  kms: KmsState,
  request: EmulatedRequest,
  ...roles: readonly [Role, ...Role[]]
): KmsKey | EmulatedResponse {
  const caller = iam.authenticate(request)
  if ('status' in caller) return caller
  const id = request.params[0] ?? ''
  if (id.length > LONGEST_ID)
    return googleStatus('INVALID_ARGUMENT', `key_id: Length must be not greater than ${LONGEST_ID}`)
  const key = kms.keys.get(id)
  if (key === undefined) return googleStatus('NOT_FOUND', `The asymmetric signature key with id ${id} not found`)
  if (!roles.some((role) => iam.hasRole(caller.serviceAccountId, role, id)))
    return googleStatus('PERMISSION_DENIED', `Permission denied: ${roles[0]} on ${id}`)
  return key
}

/** The digest in the body of SignHash, or the refusal. */
function digestOf(request: EmulatedRequest, key: KmsKey): { digest: Buffer } | EmulatedResponse {
  const invalid = (message: string) => googleStatus('INVALID_ARGUMENT', message)
  if (!hasContentType(request, 'application/json')) return invalid('Content-Type must be application/json')
  const body = jsonObject(request.body)
  if (body === undefined) return invalid('The body is not a JSON object')
  const other = Object.keys(body).find((field) => field !== 'hash')
  if (other !== undefined) return invalid(`Unknown field ${JSON.stringify(other)}`)
  const { hash } = body
  if (typeof hash !== 'string') return invalid('hash must be a string')
  const digest = Buffer.from(hash, 'base64')
  if (digest.toString('base64') !== hash) return invalid('hash is not standard base64')
  if (digest.length > LONGEST_HASH) return invalid('hash is longer than 4096 bytes')
  if (digest.length !== key.digestBytes)
    return invalid(`hash must have ${key.digestBytes} bytes for ${key.algorithm}, not ${digest.length}`)
  return { digest }
}

async function signHash(iam: IamState, kms: KmsState, request: EmulatedRequest): Promise<EmulatedResponse> {
  const key = keyFor(iam, kms, request, 'kms.asymmetricSignatureKeys.signer')
  if (!(key instanceof KmsKey)) return key
  const asked = digestOf(request, key)
  if ('status' in asked) return asked
  if (key.status !== 'ACTIVE') return googleStatus('FAILED_PRECONDITION', `The key ${key.id} is not active`)
  const other = request.fault?.kind === 'other-digest'
  const digest = other ? createHash(key.hash).update(asked.digest).digest() : asked.digest
  const signer = request.fault?.kind === 'other-key' ? new KmsKey(key.algorithm) : key
  const signature = await signer.signDigest(digest)
  kms.answered.signHash += 1
  const headers = { 'x-request-id': randomUUID() }
  return { status: 200, headers, json: { keyId: key.id, signature: signature.toString('base64') } }
}

async function getPublicKey(iam: IamState, kms: KmsState, request: EmulatedRequest): Promise<EmulatedResponse> {
  const key = keyFor(iam, kms, request, 'kms.asymmetricSignatureKeys.publicKeyViewer')
  if (!(key instanceof KmsKey)) return key
  if (key.status === 'CREATING') return googleStatus('FAILED_PRECONDITION', `The key ${key.id} is being created`)
  const shown = request.fault?.kind === 'other-key' ? new KmsKey(key.algorithm) : key
  const publicKey = await shown.publicKeyPem()
  kms.answered.getPublicKey += 1
  return { status: 200, json: { keyId: key.id, publicKey } }
}

function getKey(iam: IamState, kms: KmsState, request: EmulatedRequest): EmulatedResponse {
  const key = keyFor(iam, kms, request, 'kms.auditor', 'kms.viewer')
  if (!(key instanceof KmsKey)) return key
  kms.answered.getKey += 1
  const { id, folderId, createdAt, name, status, algorithmName, labels } = key
  const { wire } = kms
  // proto3 JSON: description, labels and deletionProtection are left out where they have their defaults.
  return {
    status: 200,
    json: {
      id,
      folderId,
      createdAt: wire.fraction === '' ? createdAt : createdAt.replace(/(?:\.\d+)?Z$/u, `.${wire.fraction}Z`),
      name,
      ...(Object.keys(labels).length === 0 ? undefined : { labels }),
      status: wire.numericEnums ? STATUS_NUMBERS[status] : status,
      signatureAlgorithm: wire.numericEnums ? ALGORITHM_NUMBERS.indexOf(algorithmName) + 1 || 99 : algorithmName,
    },
  }
}

const PATH = '/kms/v1/asymmetricSignatureKeys/([^/:]+)'

/** The service on one of its hosts: `kms` serves all three calls, `kms-crypto` all but Key.Get. */
export function kmsService(iam: IamState, kms: KmsState, name: 'kms' | 'kms-crypto'): Service {
  type Handler = (
    iam: IamState,
    kms: KmsState,
    request: EmulatedRequest,
  ) => EmulatedResponse | Promise<EmulatedResponse>
  const crypto = (handler: Handler) => (request: EmulatedRequest) =>
    name === 'kms' && kms.unknownMethod !== undefined ? gatewayUnknown(kms.unknownMethod) : handler(iam, kms, request)
  const routes = [
    { call: 'SignHash', method: 'POST', path: new RegExp(`^${PATH}:signHash$`), handle: crypto(signHash) },
    { call: 'GetPublicKey', method: 'GET', path: new RegExp(`^${PATH}/publicKey$`), handle: crypto(getPublicKey) },
  ]
  const control = {
    call: 'GetKey',
    method: 'GET',
    path: new RegExp(`^${PATH}$`),
    handle: (request: EmulatedRequest) => getKey(iam, kms, request),
  }
  return {
    name,
    routes: name === 'kms' ? [...routes, control] : routes,
    otherwise: () => UNKNOWN_ROUTE,
  }
}
