/** The environment of the process, as the runner sets it. */
export type Environment = Readonly<Record<string, string | undefined>>
