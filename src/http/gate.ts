/** What an attempt came to, for whoever bounds rate and concurrency. */
export type Passage = 'done' | 'limited' | 'failed'

/** Called once after an attempt. @param askedMs the wait that a refusal asked for */
export type Leave = (passage: Passage, askedMs?: number) => void

/** A bound that many requests share. */
export interface Gate {
  /**
   * Resolves when an attempt may go out; rejects with the reason when the run is over.
   * @param again a request that was tried before goes in front of the ones that were not: its waits are behind it
   */
  enter(again: boolean): Promise<Leave>
}
