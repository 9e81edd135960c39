/** A changed signature file. */
export interface Mutant {
  readonly bytes: Buffer
  /** What was changed, by a name that mutants of one kind share. */
  readonly place: string
}
