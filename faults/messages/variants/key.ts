/** Failures by what KMS says. */
import type { Fault } from '../../../emulator/faults/faults.ts'
import type { Role } from '../../../emulator/yandex/iam-state.ts'
import { scene, type Variant } from '../variant.ts'

const without = (role: Role, more: Partial<Variant> = {}): Variant => ({
  code: 'PERMISSION_DENIED',
  when: `no role ${role}`,
  arrange: scene(({ iam, serviceAccountId }) => {
    iam.withdraw(serviceAccountId, role)
  }),
  ...more,
})
const kms = (
  code: Variant['code'],
  when: string,
  call: string,
  fault: Fault,
  more: Partial<Variant> = {},
): Variant => ({
  code,
  when,
  arrange: scene((emulator) => emulator.setFault({ service: 'kms', call, ...fault })),
  ...more,
})
const status = (code: number, message: string, details: readonly unknown[] = [], http = 400): Fault => ({
  kind: 'status',
  status: http,
  body: { code, message, details: [...details] },
})
const type = (name: string): string => `type.googleapis.com/google.rpc.${name}`
const PAGE: Fault = {
  kind: 'status',
  status: 403,
  body: '<html><body><h1>Access blocked by policy 17</h1></body></html>',
  headers: { 'content-type': 'text/html' },
}

export const KEY: readonly Variant[] = [
  without('kms.asymmetricSignatureKeys.signer'),
  without('kms.asymmetricSignatureKeys.publicKeyViewer'),
  without('kms.auditor', { inputs: { formats: 'openpgp' } }),
  kms('PERMISSION_DENIED', 'a page of something in between', 'SignHash', PAGE),
  { code: 'KEY_NOT_FOUND', when: 'an ID that KMS does not know', inputs: { 'key-id': 'abjnosuchkeyatall000' } },
  ...(['CREATING', 'INACTIVE'] as const).map((state): Variant => ({
    code: 'KEY_NOT_ACTIVE',
    when: `status ${state}`,
    arrange: scene(({ keys }) => {
      keys.ECDSA_NIST_P256_SHA_256.status = state
    }),
  })),
  kms('KEY_NOT_ACTIVE', 'a refusal of SignHash', 'SignHash', status(9, 'The key is not active')),
  { code: 'KEY_MISMATCH', when: 'another fingerprint', inputs: { 'public-key': `sha256:${'0'.repeat(64)}` } },
  {
    code: 'KEY_MISMATCH',
    when: 'another key’s PEM of the same type',
    arrange: async () => ({ inputs: { 'public-key': await otherPem() } }),
  },
  {
    code: 'KEY_MISMATCH',
    when: 'another key’s PEM of another type',
    arrange: async ({ emulator }) => ({
      inputs: { 'public-key': await emulator.keys.ECDSA_NIST_P384_SHA_384.publicKeyPem() },
    }),
  },
  {
    code: 'UNSUPPORTED_ALGORITHM',
    when: 'a name that is new',
    arrange: scene(({ keys }) => {
      keys.ECDSA_NIST_P256_SHA_256.algorithmName = 'ED25519'
    }),
  },
  kms('SIGNATURE_INVALID', 'a signature of another digest', 'SignHash', { kind: 'other-digest' }),
  kms('SIGNATURE_INVALID', 'a signature of another key', 'SignHash', { kind: 'other-key' }),
  {
    code: 'SIGNATURE_INVALID',
    when: 'another key’s PEM, and no role to look at the key',
    arrange: async ({ emulator }) => {
      emulator.iam.withdraw(emulator.serviceAccountId, 'kms.asymmetricSignatureKeys.publicKeyViewer')
      return { inputs: { 'public-key': await otherPem() } }
    },
  },
  kms('RATE_LIMITED', 'a quota that is named', 'SignHash', {
    kind: 'status',
    status: 429,
    retryAfter: 7200,
    body: {
      code: 8,
      message: 'Quota exceeded',
      details: [
        {
          '@type': type('QuotaFailure'),
          violations: [
            { subject: 'cloud:b1gexample', description: 'kms.asymmetricSignRequests.rate: 200 requests per second' },
          ],
        },
      ],
    },
  }),
  kms('RATE_LIMITED', 'a wait past the end of the run', 'SignHash', { kind: 'status', status: 429, retryAfter: 7200 }),
  kms(
    'RATE_LIMITED',
    'RetryInfo past the end of the run',
    'SignHash',
    status(8, 'Too many requests', [{ '@type': type('RetryInfo'), retryDelay: '7200s' }], 429),
  ),
  kms('RATE_LIMITED', 'refusals without an end', 'SignHash', { kind: 'status', status: 429 }),
  kms('RATE_LIMITED', 'refusals of Key.Get', 'GetKey', { kind: 'status', status: 429, retryAfter: 7200 }),
  kms('UNAVAILABLE', 'KMS that keeps failing', 'SignHash', { kind: 'status', status: 503 }),
  kms('UNAVAILABLE', 'a wait past the end of the run', 'SignHash', { kind: 'status', status: 503, retryAfter: 7200 }),
  kms('UNAVAILABLE', 'connections that break', 'SignHash', { kind: 'reset-before-headers' }),
  kms('UNAVAILABLE', 'answers that break off', 'SignHash', { kind: 'truncated-body' }),
  {
    code: 'UNAVAILABLE',
    when: 'KMS that refuses connections',
    arrange: scene((emulator) => emulator.refuse('kms', true)),
  },
  { code: 'UNAVAILABLE', when: 'a host name that is not known', inputs: { 'kms-endpoint': 'https://kms.invalid' } },
  kms('INVALID_RESPONSE', 'a page', 'SignHash', { kind: 'html' }),
  kms('INVALID_RESPONSE', 'a login page’s 404', 'SignHash', { ...PAGE, status: 404 }),
  kms('INVALID_RESPONSE', 'another key’s answer', 'SignHash', { kind: 'wrong-key-id' }),
  kms('INVALID_RESPONSE', 'no signature', 'SignHash', { kind: 'empty-signature' }),
  kms('INVALID_RESPONSE', 'a signature that is not base64', 'SignHash', { kind: 'bad-base64' }),
  kms('INVALID_RESPONSE', 'other types', 'GetKey', { kind: 'wrong-types' }),
  kms('INVALID_RESPONSE', 'more than is read', 'GetKey', { kind: 'huge-body' }),
  kms('INVALID_RESPONSE', 'a redirect', 'SignHash', { kind: 'redirect', to: 'https://login.example.org/' }),
  kms(
    'INVALID_RESPONSE',
    'a refusal with its fields',
    'SignHash',
    status(3, 'Request validation error', [
      { '@type': type('BadRequest'), fieldViolations: [{ field: 'hash', description: 'must be 32 bytes' }] },
    ]),
  ),
  {
    code: 'INVALID_RESPONSE',
    when: 'an endpoint list that is none',
    inputs: { 'kms-endpoint': '', 'iam-endpoint': '' },
    arrange: ({ emulator }) => {
      emulator.setFault({ service: 'discovery', kind: 'status', status: 200, body: '{"endpoints":"none"}' })
      return { inputs: { 'api-endpoint': emulator.urls.discovery } }
    },
  },
]

/** A key of the same type that is not the one of `key-id`. */
async function otherPem(): Promise<string> {
  const { KmsKey } = await import('../../../emulator/yandex/kms-keys.ts')
  return new KmsKey('ECDSA_NIST_P256_SHA_256').publicKeyPem()
}
