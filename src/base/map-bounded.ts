/**
 * Calls `work` for each value, `limit` at once, and gives the results in order.
 * The first failure in time ends it, and is what is thrown: what runs is waited for, nothing more is begun.
 */
export async function mapBounded<T, R>(
  values: readonly T[],
  limit: number,
  work: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const entries = values.entries()
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    for (const [index, value] of entries) {
      if (failures.length > 0) return
      try {
        results[index] = await work(value, index)
      } catch (cause) {
        failures.push(cause)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, lane))
  if (failures.length > 0) throw failures[0]
  return results
}
