import type { ErrorCode } from '../base/errors.ts'

/**
 * Where docs/troubleshooting.md explains a code, in the version of the action that runs; `undefined` where the runner
 * does not tell which that is (`uses: ./`).
 */
export function helpLink(code: ErrorCode, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const repository = env['GITHUB_ACTION_REPOSITORY'] ?? ''
  const ref = env['GITHUB_ACTION_REF'] ?? ''
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  if (!/^[\w.-]+\/[\w.-]+$/u.test(repository) || !/^[\w./-]+$/u.test(ref)) return undefined
  return `${server}/${repository}/blob/${ref}/docs/troubleshooting.md#${code.toLowerCase()}`
}
