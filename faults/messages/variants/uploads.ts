/** Failures of uploads to a release, by their cause. */
import type { Fault, FaultTarget } from '../../../emulator/faults/faults.ts'
import type { Variant } from '../variant.ts'
import { on, status, TAG } from './releases.ts'

/** An upload to a release that is there meets a fault. */
const upload = (
  when: string,
  fault: Fault & Omit<FaultTarget, 'service'>,
  options: { draft?: boolean; inputs?: Record<string, string> } = {},
): Variant =>
  on(
    'RELEASE_UPLOAD_FAILED',
    when,
    (emulator) => {
      emulator.github.addRelease(TAG, { draft: options.draft ?? true })
      emulator.setFault({ service: 'uploads', ...fault })
    },
    { inputs: options.inputs ?? {} },
  )
const own = (field: string) => [{ resource: 'ReleaseAsset', code: 'custom', field }]

export const UPLOADS: readonly Variant[] = [
  upload('401', status(401, 'Bad credentials')),
  upload('403', status(403, 'Resource not accessible by integration')),
  upload('404: the release was deleted', status(404, 'Not Found')),
  upload('413', status(413, 'Payload too large')),
  upload('immutable meanwhile', status(422, 'Cannot upload assets to an immutable release.')),
  upload(
    'too many assets meanwhile',
    status(422, 'Validation Failed', [{ resource: 'Release', code: 'custom', field: 'file_count' }]),
  ),
  upload('too large', status(422, 'Validation Failed', own('size'))),
  upload('a name that GitHub does not take', status(422, 'Validation Failed', own('name'))),
  upload('any other 422, on a published release', status(422, 'Validation Failed'), { draft: false }),
  upload('GitHub’s limits', status(403, 'You have exceeded a secondary rate limit.', undefined, { retryAfter: 7200 })),
  upload('502 again and again', status(502, 'Bad Gateway')),
  upload('no answer', { kind: 'reset-before-headers' }),
  on(
    'RELEASE_UPLOAD_FAILED',
    'another job’s upload under way',
    ({ github }) => github.addAsset(github.addRelease(TAG, { draft: true }), 'app.tgz.sig', '', { state: 'starter' }),
    { inputs: { 'timeout-minutes': '0.3' } },
  ),
  on('RELEASE_UPLOAD_FAILED', 'assets that are lost in the end', (emulator) => {
    emulator.github.addRelease(TAG, { draft: true })
    emulator.setFault({ service: 'github', call: 'ListAssets', kind: 'status', status: 200, body: '[]' })
  }),
]
