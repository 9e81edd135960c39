import { readFile } from 'node:fs/promises'
import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { Environment } from '../base/environment.ts'

/**
 * Refuses the events that run with secrets and OIDC on behalf of a stranger's commit: `pull_request_target` and
 * `workflow_run` whose head repository is another one. A merged pull request is the repository's own.
 * @throws ActionError UNTRUSTED_EVENT, also where the event cannot be read
 */
export async function assertTrustedEvent(env: Environment): Promise<void> {
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  if (event !== 'pull_request_target' && event !== 'workflow_run') return
  const payload = await readEvent(event, env['GITHUB_EVENT_PATH'])
  const own = text(payload, 'repository', 'full_name') ?? env['GITHUB_REPOSITORY']
  if (event === 'pull_request_target') {
    if (value(payload, 'pull_request', 'merged') === true) return
    refuseOther(event, own, text(payload, 'pull_request', 'head', 'repo', 'full_name'))
  } else refuseOther(event, own, text(payload, 'workflow_run', 'head_repository', 'full_name'))
}

function refuseOther(event: string, own: string | undefined, head: string | undefined): void {
  if (own !== undefined && head !== undefined && own.toLowerCase() === head.toLowerCase()) return
  const whose = head === undefined ? 'a repository that is not named' : `the repository ${printable(head, 200)}`
  throw untrusted(`The event ${event} brings files of ${whose} together with this repository's key.`)
}

async function readEvent(event: string, path: string | undefined): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path ?? '', 'utf8')) as unknown
  } catch (cause) {
    throw untrusted(
      `The file of the event ${event} (GITHUB_EVENT_PATH) cannot be read, so whose files these are is unknown.`,
      cause,
    )
  }
}

function untrusted(message: string, cause?: unknown): ActionError {
  return new ActionError('UNTRUSTED_EVENT', message, {
    hint: 'Sign where only reviewed code runs: on a pushed tag (`on: push: tags`), a release, or after the merge.',
    cause,
  })
}

function value(payload: unknown, ...path: readonly string[]): unknown {
  let at = payload
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return at
}

function text(payload: unknown, ...path: readonly string[]): string | undefined {
  const found = value(payload, ...path)
  return typeof found === 'string' ? found : undefined
}
