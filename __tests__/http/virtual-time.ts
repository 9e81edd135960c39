/** More turns of the microtask queue than any promise chain under test takes between two timers. */
const TURNS = 16

interface Timer {
  readonly at: number
  readonly run: () => void
}

/**
 * What `work` comes to in a time of its own, which goes on to the next timer as soon as nothing else is left to do: hours
 * take milliseconds, and come out the same each time. `setTimeout` and `performance.now` are those of that time meanwhile.
 */
export async function inVirtualTime<T>(work: () => Promise<T>): Promise<T> {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: performance.now.bind(performance),
  }
  let now = 1
  const timers = new Set<Timer>()
  const set = (run: () => void, ms = 0): Timer => {
    const timer = { at: now + Math.max(0, ms), run }
    timers.add(timer)
    return timer
  }
  const clear = (timer: Timer): void => {
    timers.delete(timer)
  }
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear })
  performance.now = () => now
  try {
    const state = { over: false }
    const result = work().finally(() => {
      state.over = true
    })
    result.catch(() => undefined) // thrown below
    for (;;) {
      for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve()
      if (state.over) return await result
      const next = first(timers)
      if (next === undefined) throw new Error('nothing is left to wait for, and the work is not done')
      timers.delete(next)
      now = next.at
      next.run()
    }
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout })
    performance.now = real.now
  }
}

function first(timers: ReadonlySet<Timer>): Timer | undefined {
  let next: Timer | undefined
  for (const timer of timers) if (next === undefined || timer.at < next.at) next = timer
  return next
}
