/** Where as many of the attempts are refused, it is not a matter of a few per cent. */
export const FLOOD = 1 / 3
/** From this share on it is none of chance, however few were seen. */
const CLEAR = 0.5
/** What is under way at a flood is waited for, for so long at most; fewer answers than these say nothing. */
const HOLD_MS = 300
const LEAST_ANSWERS = 6

/** Answers since some moment. */
export interface Answers {
  /** As `performance.now()` counts, in ms. */
  readonly at: number
  served: number
  refused: number
}

/** What was under way when a flood of refusals began: nothing starts until it is known what became of it. */
export class Flood implements Answers {
  readonly at: number
  served = 0
  refused = 0
  /** Attempts without an answer. */
  open: number

  constructor(at: number, open: number) {
    this.at = at
    this.open = open
  }

  /** When requests may start again, unless all is answered before; `undefined` where they may at `now`. */
  holdsUntil(now: number): number | undefined {
    const until = this.at + HOLD_MS
    return this.open > 0 && now < until ? until : undefined
  }

  /** Whether enough was under way to tell what the service serves. */
  get tells(): boolean {
    return this.served + this.refused >= LEAST_ANSWERS
  }

  /** The share of refusals. @param recent that of the attempts before, which a few answers do not outweigh */
  share(recent: number): number {
    const seen = this.tells ? this.refused / (this.served + this.refused) : 1
    return this.tells && seen >= CLEAR ? seen : Math.min(seen, recent)
  }
}
