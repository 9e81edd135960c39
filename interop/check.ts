/** One thing that holds or does not. */
export interface Check {
  readonly name: string
  /** What is wrong; `undefined`: it holds. */
  readonly problem: string | undefined
}

/** A check of whether `ok`, with what was said when not. */
export function check(name: string, ok: boolean, said = 'it does not hold'): Check {
  return { name, problem: ok ? undefined : said }
}
