import type { Environment } from '../base/environment.ts'
import { quoted, type InputReader } from './input-reader.ts'

/** The GitHub release that takes what was written. */
export interface ReleaseInputs {
  readonly tag: string
  /** A secret. */
  readonly token: string
}

const TAG_REF = /^refs\/tags\//u

/** Reads which release takes assets; `undefined`: none. Faults go to `reader`. */
export function readRelease(reader: InputReader, env: Environment): ReleaseInputs | undefined {
  if (!reader.boolean('release-assets', false)) return undefined
  const ref = env['GITHUB_REF'] ?? ''
  // `release-tag: ${{ github.ref }}` means the tag, as it does to softprops/action-gh-release.
  const tag = reader.text('release-tag').replace(TAG_REF, '') || (TAG_REF.test(ref) ? ref.replace(TAG_REF, '') : '')
  const token = reader.text('github-token')
  if (tag === '') {
    const what = `is empty, and the run was started by ${quoted(ref)}, which is not a tag: no release to attach to`
    reader.fault('release-tag', what, '`release-tag: v1.2.3`, or `on: push: tags`')
  }
  if (token === '') {
    reader.fault('github-token', "is empty, and 'release-assets' needs one", '`github-token: ${{ github.token }}`')
  }
  return { tag, token }
}
