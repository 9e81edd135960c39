import type { Environment } from '../base/environment.ts'

/** Which workflow commands (`::name::text` on standard output) may be printed. */
interface Commands {
  /** `::error::`, `::warning::`, `::notice::`, `::debug::`: where they may be read, so that no failure goes unseen. */
  readonly annotations: boolean
  /** `::add-mask::`, `::group::`: only where they are obeyed for certain, since an unread mask shows the secret. */
  readonly masks: boolean
}

/** Each of them is set by a runner of actions, and by hardly anybody else. */
const OF_RUNNERS = [
  'GITHUB_ACTIONS',
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_WORKSPACE',
  'RUNNER_TEMP',
]

/** What the environment says of whoever reads standard output. An empty variable counts as one that is not set. */
export function commandsFor(env: Environment): Commands {
  const masks = Boolean(env['GITHUB_ACTIONS'])
  const isLikely = (name: string): boolean => OF_RUNNERS.includes(name) || name.startsWith('ACTIONS_')
  return { masks, annotations: masks || Object.keys(env).some((name) => Boolean(env[name]) && isLikely(name)) }
}
