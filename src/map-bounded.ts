/**
 * Calls `work` for each value, `limit` at once, and gives the results in order.
 * The first failure ends it: what runs is waited for, nothing more is begun.
 */
export async function mapBounded<T, R>(
  values: readonly T[],
  limit: number,
  work: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const entries = values.entries()
  let failed = false
  const lane = async (): Promise<void> => {
    for (const [index, value] of entries) {
      if (failed) return
      try {
        results[index] = await work(value, index)
      } catch (cause) {
        failed = true
        throw cause
      }
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(limit, values.length) }, lane))
  for (const outcome of lanes) if (outcome.status === 'rejected') throw outcome.reason
  return results
}
