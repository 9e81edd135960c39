import { jest } from '@jest/globals'
import { seeded } from '../../emulator/crypto/random.ts'
import type { Gate, Passage } from '../../src/http/gate.ts'

/** How a service of a simulation answers. Probabilities are by one seed; times in ms. */
export interface Behaviour {
  readonly latency: number
  /** A token bucket: requests a second, and at once when it is full. With `asks`, refusals ask for a wait of so long. */
  readonly quota?: { readonly rate: number; readonly burst: number; readonly asks?: number }
  /** More requests at once than these are refused. */
  readonly atOnce?: number
  /** Refused by chance. */
  readonly refused?: number
  /** Refused by chance, with a wait of one second that is asked for. */
  readonly asked?: number
  /** Never answered: given up after 15 s. */
  readonly hang?: number
}

/** What came of it. */
export interface Outcome {
  readonly seconds: number
  /** Of all attempts. */
  readonly refused: number
}

const ENDLESS_MS = 600_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

class Service {
  readonly #behaviour: Behaviour
  readonly #random = seeded(1)
  #tokens: number
  #filledAt = performance.now()
  #underWay = 0
  refused = 0
  attempts = 0

  constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour
    this.#tokens = behaviour.quota?.burst ?? 0
  }

  async answer(): Promise<readonly [Passage, number | undefined]> {
    this.attempts += 1
    this.#underWay += 1
    const [passage, ms, askedMs] = this.#decide()
    await pause(ms)
    this.#underWay -= 1
    if (passage === 'limited') this.refused += 1
    return [passage, askedMs]
  }

  #decide(): readonly [Passage, number, (number | undefined)?] {
    const { latency, quota, atOnce = Infinity, refused = 0, asked = 0, hang = 0 } = this.#behaviour
    const by = this.#random()
    if (by < refused) return ['limited', latency]
    if (by < refused + asked) return ['limited', latency, 1000]
    if (by < refused + asked + hang) return ['failed', 15_000]
    if (this.#underWay > atOnce) return ['limited', 1]
    if (quota === undefined) return ['done', latency]
    const now = performance.now()
    this.#tokens = Math.min(quota.burst, this.#tokens + ((now - this.#filledAt) / 1000) * quota.rate)
    this.#filledAt = now
    if (this.#tokens < 1) return ['limited', latency, quota.asks]
    this.#tokens -= 1
    return ['done', latency]
  }
}

async function untilDone(gate: Gate, service: Service): Promise<void> {
  for (let again = false; ;) {
    const leave = await gate.enter(again)
    const [passage, askedMs] = await service.answer()
    leave(passage, askedMs)
    if (passage === 'done') return
    again ||= passage === 'limited'
  }
}

/**
 * Gets `requests` done through `gate`, which has to be made under jest's fake timers: so that hours take seconds and
 * come out the same each time.
 */
export async function simulate(gate: Gate, requests: number, behaviour: Behaviour): Promise<Outcome> {
  const service = new Service(behaviour)
  const started = performance.now()
  let over: number | undefined
  const all = Promise.all(Array.from({ length: requests }, () => untilDone(gate, service))).then(() => {
    over = performance.now()
  })
  while (over === undefined) {
    await jest.advanceTimersByTimeAsync(100)
    if (performance.now() - started > ENDLESS_MS) throw new Error(`not done after ${ENDLESS_MS / 1000} s`)
  }
  await all
  return { seconds: (over - started) / 1000, refused: service.refused / service.attempts }
}
