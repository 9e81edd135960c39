/** Failures by the release, before and after signing, and by the artifact service. */
import type { Fault, FaultTarget } from '../../../emulator/faults/faults.ts'
import type { Emulator } from '../../../emulator/emulator.ts'
import { scene, type Variant } from '../variant.ts'

const inputs = { 'release-assets': 'true' }
export const TAG = 'v1.2.3'

export const on = (
  code: Variant['code'],
  when: string,
  change: (emulator: Emulator) => unknown,
  more: Partial<Variant> = {},
): Variant => ({
  code,
  when,
  ...more,
  inputs: { ...inputs, ...more.inputs },
  arrange: scene(change),
})
export const status = (code: number, message: string, errors?: unknown, more: object = {}): Fault => ({
  kind: 'status',
  status: code,
  body: { message, ...(errors === undefined ? {} : { errors }) },
  ...more,
})
const list = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${'ab'.repeat(32)}  ${name}\n`)
    .join('')
const files = { 'dist/app.tgz': 'app', 'dist/lib.tgz': 'lib' }

const withArtifact = (
  when: string,
  fault: Fault & Omit<FaultTarget, 'service'>,
  service: 'artifacts' | 'blobs' = 'artifacts',
): Variant => ({
  code: 'ARTIFACT_UPLOAD_FAILED',
  when,
  inputs: { 'upload-artifact': 'true' },
  arrange: scene((emulator) => emulator.setFault({ service, ...fault })),
})

export const RELEASES: readonly Variant[] = [
  { code: 'RELEASE_NOT_FOUND', when: 'no release of the tag', inputs },
  { code: 'RELEASE_NOT_FOUND', when: 'a release-id that is not there', inputs: { ...inputs, 'release-id': '4711' } },
  on(
    'RELEASE_NOT_FOUND',
    'a draft, and a token that may only read',
    ({ github }) => {
      github.addRelease(TAG, { draft: true })
      github.tokens.set('ghs_reader', 'read')
    },
    { inputs: { 'github-token': 'ghs_reader' } },
  ),
  on('RELEASE_NOT_FOUND', 'two drafts of the tag', ({ github }) =>
    [1, 2].map(() => github.addRelease(TAG, { draft: true })),
  ),
  on('RELEASE_NOT_FOUND', 'a draft beside a published release', ({ github }) =>
    [true, false].map((draft) => github.addRelease(TAG, { draft })),
  ),
  on('RELEASE_FORBIDDEN', '401', ({ github }) => github.addRelease(TAG), {
    inputs: { 'github-token': 'ghs_nobodyknowsthistoken' },
  }),
  on('RELEASE_FORBIDDEN', '403', (emulator) =>
    emulator.setFault({ service: 'github', ...status(403, 'Resource not accessible by integration') }),
  ),
  on('RELEASE_IMMUTABLE', 'a published release of a repository with immutable releases', ({ github }) => {
    github.immutableReleases = true
    github.addRelease(TAG)
  }),
  on('RELEASE_FULL', 'no room for what would be attached', ({ github }) => {
    const release = github.addRelease(TAG)
    for (let at = 0; at < 999; at += 1) github.addAsset(release, `file-${at}.bin`, 'x')
  }),
  on('ASSET_EXISTS', 'a signature on a published release', ({ github }) =>
    github.addAsset(github.addRelease(TAG), 'app.tgz.sig', 'another signature'),
  ),
  on(
    'ASSET_EXISTS',
    'a checksum file of other files, on a draft',
    ({ github }) => github.addAsset(github.addRelease(TAG, { draft: true }), 'SHA256SUMS', list('other.tgz')),
    { inputs: { sign: 'checksums' } },
  ),
  on(
    'ASSET_EXISTS',
    'a checksum file of the same files with other digests',
    ({ github }) => github.addAsset(github.addRelease(TAG), 'SHA256SUMS', list('app.tgz lib.tgz')),
    { inputs: { sign: 'files, checksums' }, files },
  ),
  on(
    'ASSET_EXISTS',
    'a checksum file of the same files in another form',
    ({ github }) => github.addAsset(github.addRelease(TAG), 'SHA256SUMS', `# made by hand\n${list('lib.tgz app.tgz')}`),
    { inputs: { sign: 'files, checksums' }, files },
  ),
  on(
    'ASSET_EXISTS',
    'a statement about other files',
    ({ github }) =>
      github.addAsset(
        github.addRelease(TAG, { draft: true }),
        'provenance.sigstore.json',
        '{"dsseEnvelope":{"payload":"e30="}}',
      ),
    { inputs: { sign: 'files, provenance' } },
  ),
  on('INVALID_RESPONSE', 'a release API that answers with something else', (emulator) =>
    emulator.setFault({ service: 'github', kind: 'html' }),
  ),
  on('RATE_LIMITED', 'GitHub’s limit of requests an hour', (emulator) => {
    emulator.github.limits.requestsPerHour = 0
  }),
  on('RATE_LIMITED', 'GitHub’s secondary limit', (emulator) =>
    emulator.setFault({
      service: 'github',
      ...status(403, 'You have exceeded a secondary rate limit.', undefined, { retryAfter: 7200 }),
    }),
  ),
  on('UNAVAILABLE', 'GitHub’s release API that keeps failing', (emulator) =>
    emulator.setFault({ service: 'github', kind: 'status', status: 502 }),
  ),
  {
    code: 'RELEASE_NOT_FOUND',
    when: 'release-id and release-tag that disagree',
    inputs: { ...inputs, 'release-tag': 'v2' },
    arrange: ({ emulator }) => ({ inputs: { 'release-id': String(emulator.github.addRelease('v1').id) } }),
  },
  withArtifact('a refusal', { kind: 'status', status: 403, body: { code: 'permission_denied', msg: 'no access' } }),
  withArtifact('the storage is full', {
    kind: 'status',
    status: 403,
    body: {
      code: 'resource_exhausted',
      msg: 'Artifact storage quota has been hit. Unable to upload any new artifacts.',
    },
    call: 'FinalizeArtifact',
  }),
  withArtifact('the blob store refuses', { kind: 'status', status: 403, body: 'AuthenticationFailed' }, 'blobs'),
  {
    code: 'ARTIFACT_UPLOAD_FAILED',
    when: 'a name that is taken',
    inputs: { 'upload-artifact': 'true', 'artifact-name': 'mine' },
    arrange: scene((emulator) =>
      emulator.setFault({
        service: 'artifacts',
        call: 'CreateArtifact',
        kind: 'status',
        status: 409,
        body: { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' },
      }),
    ),
  },
]
