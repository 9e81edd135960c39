/** The environment of the process, as the runner sets it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Whose runner this is, where it says that it is not GitHub's: it sets variables of GitHub's names, but not all. */
export function otherServer(env: Environment): 'Forgejo' | 'Gitea' | undefined {
  // Forgejo's runner sets both.
  if (env['FORGEJO_ACTIONS'] === 'true') return 'Forgejo'
  return env['GITEA_ACTIONS'] === 'true' ? 'Gitea' : undefined
}
