/** What the run is waiting for, so that a run which is out of time can say so. */
interface Call {
  readonly what: string
  readonly started: number
}

const calls = new Set<Call>()

/** Notes that `what` (printable, such as `Yandex KMS: POST kms.example/…`) is being waited for. @returns call it once it is over */
export function waitingFor(what: string): () => void {
  const call = { what, started: performance.now() }
  calls.add(call)
  return () => {
    calls.delete(call)
  }
}

/** The call that has been under way for the longest time, for how long, and how many others; `undefined` where none is. */
export function inFlight(): string | undefined {
  const [first, ...others] = [...calls].sort((a, b) => a.started - b.started)
  if (first === undefined) return undefined
  const seconds = ((performance.now() - first.started) / 1000).toFixed(0)
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  return `${first.what} (for ${seconds} s)${more}`
}
