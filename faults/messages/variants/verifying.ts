/** Failures of the verify action. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { pem } from '../../../src/crypto/public-key.ts'
import { localKey, type LocalKey } from '../../../__tests__/support/local-keys.ts'
import { attestation, json, statement, subjectOf } from '../../../__tests__/support/signature-makers.ts'
import type { Variant } from '../variant.ts'

const KEY = localKey('ECDSA_NIST_P256_SHA_256')
const OTHER = localKey('ECDSA_NIST_P256_SHA_256')
const pemOf = ({ publicKey }: LocalKey): string => pem('PUBLIC KEY', publicKey.spki)
const APP = Buffer.from('app')
const SUMS = (name: string): string => `${createHash('sha256').update(APP).digest('hex')}  ${name}\n`
const GOOD = { 'dist/app.tgz': APP, 'dist/app.tgz.sig': KEY.sign(APP) }

const verify = (
  code: Variant['code'],
  when: string,
  files: Readonly<Record<string, string | Buffer>>,
  inputs: Record<string, string> = {},
): Variant => ({
  code,
  when: `${when} (verify)`,
  action: 'verify',
  files,
  inputs: { 'public-key': pemOf(KEY), ...inputs },
})
const PREDICATE = {
  buildDefinition: {
    externalParameters: {
      workflow: {
        repository: 'https://github.com/mallory/widget',
        ref: 'refs/tags/v1',
        path: '.github/workflows/r.yml',
      },
    },
  },
}

export const VERIFYING: readonly Variant[] = [
  verify('INVALID_INPUT', 'no key', GOOD, { 'public-key': '' }),
  verify('INVALID_INPUT', 'a fingerprint in place of the key', GOOD, { 'public-key': KEY.publicKey.fingerprint }),
  verify('INVALID_INPUT', 'a key file that is not there', GOOD, { 'public-key': 'keys/release.pem' }),
  verify('INVALID_INPUT', 'a private key', GOOD, {
    'public-key': '-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----',
  }),
  verify('INVALID_INPUT', 'a policy without provenance', GOOD, { policy: 'repository: acme/widget' }),
  verify('INVALID_INPUT', 'a policy whose value is empty', GOOD, {
    provenance: 'dist/p.sigstore.json',
    policy: 'repository:\nref: refs/tags/*',
  }),
  verify('INVALID_INPUT', 'a fingerprint without its hash', GOOD, { fingerprint: KEY.publicKey.fingerprint.slice(7) }),
  verify('NO_FILES', 'no file', GOOD, { files: 'release/*' }),
  verify(
    'NO_FILES',
    'nothing but signature files',
    { 'dist/SHA256SUMS': SUMS('app.tgz'), 'dist/SHA256SUMS.sig': KEY.sign(Buffer.from(SUMS('app.tgz'))) },
    { checksums: 'dist/SHA256SUMS' },
  ),
  verify('FILE_UNREADABLE', 'a checksum file that is not there', GOOD, { checksums: 'dist/SHA256SUMS' }),
  verify('KEY_MISMATCH', 'another fingerprint', GOOD, { fingerprint: `sha256:${'0'.repeat(64)}` }),
  verify('KEY_MISMATCH', 'another key file in the release', { ...GOOD, 'dist/kms-public-key.pem': pemOf(OTHER) }),
  verify('SIGNATURE_MISSING', 'a file without a signature', { ...GOOD, 'dist/lib.tgz': 'lib' }),
  verify('SIGNATURE_INVALID', 'a file that was changed', { ...GOOD, 'dist/app.tgz': 'changed' }),
  verify('SIGNATURE_INVALID', 'a signature of another key', { ...GOOD, 'dist/app.tgz.sig': OTHER.sign(APP) }),
  verify('SIGNATURE_INVALID', 'a signature file that is none', { ...GOOD, 'dist/app.tgz.asc': 'hello' }),
  verify(
    'SIGNATURE_INVALID',
    'a checksum file that was changed',
    { 'dist/app.tgz': APP, 'dist/SHA256SUMS': SUMS('app.tgz'), 'dist/SHA256SUMS.sig': KEY.sign(Buffer.from('other')) },
    { checksums: 'dist/SHA256SUMS' },
  ),
  verify(
    'CHECKSUMS_INVALID',
    'a signed text that is no checksum file',
    {
      'dist/app.tgz': APP,
      'dist/SHA256SUMS': `# notes\n${SUMS('app.tgz')}`,
      'dist/SHA256SUMS.sig': KEY.sign(Buffer.from(`# notes\n${SUMS('app.tgz')}`)),
    },
    { checksums: 'dist/SHA256SUMS' },
  ),
  verify(
    'CHECKSUM_MISMATCH',
    'another file than the one listed',
    {
      'dist/app.tgz': 'changed',
      'dist/SHA256SUMS': SUMS('app.tgz'),
      'dist/SHA256SUMS.sig': KEY.sign(Buffer.from(SUMS('app.tgz'))),
    },
    { checksums: 'dist/SHA256SUMS' },
  ),
  verify(
    'CHECKSUM_MISMATCH',
    'a file that is not listed',
    {
      'dist/app.tgz': APP,
      'dist/SHA256SUMS': SUMS('lib.tgz'),
      'dist/SHA256SUMS.sig': KEY.sign(Buffer.from(SUMS('lib.tgz'))),
    },
    { checksums: 'dist/SHA256SUMS' },
  ),
  verify(
    'POLICY_VIOLATION',
    'another repository',
    {
      ...GOOD,
      'dist/p.sigstore.json': json(
        attestation(
          KEY,
          statement([subjectOf('app.tgz', APP)], {
            predicateType: 'https://slsa.dev/provenance/v1',
            predicate: PREDICATE,
          }),
        ),
      ),
    },
    { provenance: 'dist/p.sigstore.json', policy: 'repository: acme/widget\nref: refs/tags/*' },
  ),
  verify('UNSAFE_FILE', 'a file that is another format’s signed bytes', {
    'dist/app.tgz': 'SSHSIG\0\0\0\u0004file',
    'dist/app.tgz.sig': KEY.sign(Buffer.from('SSHSIG\0\0\0\u0004file')),
  }),
  {
    ...verify('OUTPUT_FAILED', 'a GITHUB_OUTPUT that is not there', GOOD),
    arrange: ({ workspace }) => ({ env: { GITHUB_OUTPUT: workspace.path } }),
  },
  {
    ...verify('FILE_UNREADABLE', 'a broken link', GOOD),
    arrange: ({ workspace }) => {
      writeFileSync(workspace.at('dist/x'), '')
      return {}
    },
    code: 'SIGNATURE_MISSING',
    when: 'an empty file (verify)',
  },
]
