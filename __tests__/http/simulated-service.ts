import { seeded } from '../../emulator/crypto/random.ts'
import { backoff, WAITS } from '../../src/base/retry.ts'
import type { Gate, Passage } from '../../src/http/gate.ts'

/** How a service of a simulation answers. Probabilities are by seed; times in ms. */
export interface Behaviour {
  readonly latency: number
  /** Whether a quota is looked at when the answer goes out, not when the request comes in. */
  readonly late?: boolean
  /**
   * A token bucket: requests a second, always or by the time since the start, and at once when it is full. With `asks`,
   * refusals ask for a wait of so long.
   */
  readonly quota?: { readonly rate: number | ((ms: number) => number); readonly burst: number; readonly asks?: number }
  /** More requests at once than these are refused, within a millisecond. */
  readonly atOnce?: number
  /** Refused by chance, whatever the rate. */
  readonly refused?: number
  /** Refused by chance, with a wait of one second that is asked for. */
  readonly asked?: number
  /** Failed by chance, as by 503. */
  readonly failed?: number
  /** Never answered: given up after 15 s. */
  readonly hang?: number
}

/** What came of it. */
export interface Outcome {
  /** When each of the runs had all that it wanted, in seconds, in order. */
  readonly ends: readonly number[]
  /** Of all attempts. */
  readonly refused: number
}

const STEP_MS = 10
const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

class Service {
  readonly #behaviour: Behaviour
  readonly random: () => number
  readonly #started = performance.now()
  #tokens: number
  #filledAt = this.#started
  #underWay = 0
  refused = 0
  attempts = 0

  constructor(behaviour: Behaviour, seed: number) {
    this.#behaviour = behaviour
    this.random = seeded(seed)
    this.#tokens = behaviour.quota?.burst ?? 0
  }

  async answer(): Promise<readonly [Passage, number | undefined]> {
    this.attempts += 1
    this.#underWay += 1
    const [early, ms, earlyAsk] = this.#decide()
    const { quota, late } = this.#behaviour
    const isOpen = early === 'done' && quota !== undefined
    const [before, asked] = isOpen && late !== true ? this.#take(quota) : [early, earlyAsk]
    await pause(ms * (0.95 + 0.1 * this.random()))
    const [passage, askedMs] = isOpen && late === true ? this.#take(quota) : [before, asked]
    this.#underWay -= 1
    if (passage === 'limited') this.refused += 1
    return [passage, askedMs]
  }

  #decide(): readonly [Passage, number, (number | undefined)?] {
    const { latency, atOnce = Infinity, refused = 0, asked = 0, failed = 0, hang = 0 } = this.#behaviour
    const by = this.random()
    if (by < refused) return ['limited', latency]
    if (by < refused + asked) return ['limited', latency, 1000]
    if (by < refused + asked + failed) return ['failed', latency]
    if (by < refused + asked + failed + hang) return ['failed', 15_000]
    if (this.#underWay > atOnce) return ['limited', 1]
    return ['done', latency]
  }

  #take(quota: NonNullable<Behaviour['quota']>): readonly [Passage, number?] {
    this.#fill(quota)
    if (this.#tokens < 1) return quota.asks === undefined ? ['limited'] : ['limited', quota.asks]
    this.#tokens -= 1
    return ['done']
  }

  #fill({ rate, burst }: NonNullable<Behaviour['quota']>): void {
    const now = performance.now()
    while (this.#filledAt < now) {
      const ms = Math.min(STEP_MS, now - this.#filledAt)
      const perSecond = typeof rate === 'number' ? rate : rate(this.#filledAt - this.#started)
      this.#tokens = Math.min(burst, this.#tokens + (ms / 1000) * perSecond)
      this.#filledAt += ms
    }
  }
}

/** As the client does: what was refused waits at the gate, what failed by the usual backoff. */
async function untilDone(gate: Gate, service: Service): Promise<void> {
  for (let failures = 0, tries = 0; ; tries += 1) {
    const leave = await gate.enter(tries > 0)
    const [passage, askedMs] = await service.answer()
    leave(passage, askedMs)
    if (passage === 'done') return
    if (passage === 'limited') continue
    failures += 1
    await pause(backoff(failures, { ...WAITS, random: service.random }))
  }
}

/** Gets `requests` done through each of `gates`, in virtual time. */
export async function simulate(
  gates: readonly Gate[],
  requests: number,
  behaviour: Behaviour,
  seed = 1,
): Promise<Outcome> {
  const service = new Service(behaviour, seed)
  const started = performance.now()
  const ends = await Promise.all(
    gates.map(async (gate) => {
      await Promise.all(Array.from({ length: requests }, () => untilDone(gate, service)))
      return (performance.now() - started) / 1000
    }),
  )
  return { ends: ends.toSorted((a, b) => a - b), refused: service.refused / service.attempts }
}
