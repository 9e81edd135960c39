/** The longest wait that Node's timers know, in ms: about 24.8 days. A longer one would end at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Waits for `ms`. @throws the signal's reason, as soon as it aborts */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const timer = setTimeout(
    () => {
      resolve(undefined)
    },
    Math.min(LONGEST_TIMER_MS, ms),
  )
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
}
