import { readFile } from 'node:fs/promises'
import { otherServer, type Environment } from '../base/environment.ts'
import { asObject, asString, readJsonObject } from '../base/json.ts'
import { quoted, type InputReader } from './input-reader.ts'

/** The GitHub release that takes what was written: one of `tag` and `id` is given, or both, which have to agree. */
export interface ReleaseInputs {
  readonly tag: string | undefined
  /** GitHub's own number of the release. */
  readonly id: number | undefined
  /** A secret. */
  readonly token: string
}

const TAG_REF = /^refs\/tags\//u

/** Reads which release takes assets; `undefined`: none. Faults go to `reader`. */
export async function readRelease(reader: InputReader, env: Environment): Promise<ReleaseInputs | undefined> {
  if (!reader.boolean('release-assets', false)) return undefined
  checkServer(reader, env)
  const id = readId(reader)
  // `release-tag: ${{ github.ref }}` means the tag, as it does to softprops/action-gh-release.
  const given = reader.text('release-tag').replace(TAG_REF, '') || undefined
  const tag = given ?? (reader.text('release-id') === '' ? await readStartingTag(reader, env) : undefined)
  const token = reader.text('github-token')
  if (token === '') {
    reader.fault('github-token', "is empty, and 'release-assets' needs one", '`github-token: ${{ github.token }}`')
  }
  if (!/^[\x21-\x7e]*$/u.test(token)) {
    const what = 'holds a space, a line break or another character that a token cannot have'
    reader.fault('github-token', what, '`github-token: ${{ github.token }}`')
  }
  return { tag, id, token }
}

function readId(reader: InputReader): number | undefined {
  const text = reader.text('release-id')
  if (text === '') return undefined
  if (/^[1-9]\d{0,15}$/u.test(text) && Number.isSafeInteger(Number(text))) return Number(text)
  const what = `is ${quoted(text)}, which is not the number of a release`
  reader.fault('release-id', what, '`release-id: 123456789` (gh api repos/OWNER/REPO/releases, field id)')
  return undefined
}

/** The tag that started the run. On a `release` event GITHUB_REF can be empty: then the event's file names it. */
async function readStartingTag(reader: InputReader, env: Environment): Promise<string | undefined> {
  const ref = env['GITHUB_REF'] ?? ''
  const isRelease = env['GITHUB_EVENT_NAME'] === 'release'
  const tag = TAG_REF.test(ref) ? ref.replace(TAG_REF, '') : isRelease && ref === '' ? await eventTag(env) : undefined
  if (tag !== undefined) return tag
  const what =
    isRelease && ref === ''
      ? "is empty, GITHUB_REF is empty too, and the release event's file (GITHUB_EVENT_PATH) names no tag"
      : `is empty, and the run was started by ${quoted(ref)}, which is not a tag: no release to attach to`
  reader.fault('release-tag', what, '`release-tag: v1.2.3`, or `on: push: tags`')
  return undefined
}

async function eventTag(env: Environment): Promise<string | undefined> {
  try {
    const event = readJsonObject(await readFile(env['GITHUB_EVENT_PATH'] ?? ''))
    return asString(asObject(event['release'], 'release')['tag_name'], 'tag_name') || undefined
  } catch {
    return undefined
  }
}

/** Gitea's and Forgejo's API for releases is another one, without states and digests of assets. */
function checkServer(reader: InputReader, env: Environment): void {
  const apiUrl = env['GITHUB_API_URL'] ?? ''
  const server = otherServer(env) ?? (/\/api\/v1\/*$/u.test(apiUrl) ? 'Gitea or Forgejo' : undefined)
  if (server === undefined) return
  const what = `is true, but this runner belongs to ${server}, and the action knows GitHub's release API alone`
  const example =
    "`release-assets: false`, and attach the files of the step's output `files` in a later step, such as the server's own release action or its API"
  reader.fault('release-assets', what, example)
}
