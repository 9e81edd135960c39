import type { Environment } from '../../base/environment.ts'

/**
 * Whether the runner offers the artifact service (v4) that `@actions/artifact` speaks to: not on GitHub Enterprise
 * Server, and not outside a workflow. Kept apart from the upload, which is heavy to load.
 */
export function artifactServiceAvailable(env: Environment): boolean {
  if (!env['ACTIONS_RESULTS_URL'] || !env['ACTIONS_RUNTIME_TOKEN']) return false
  const host = URL.parse(env['GITHUB_SERVER_URL'] || 'https://github.com')?.hostname.toLowerCase() ?? ''
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}
