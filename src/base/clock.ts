/** Time, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds, as `Date.now()` counts. */
  now(): number
  /** Waits for `ms`; rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** The machine's. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    signal.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => {
      resolve(undefined)
    }, ms)
    const stop = (): void => {
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', stop)
    try {
      await promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  },
}
