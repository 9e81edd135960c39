const NOBODY = 65_534

/**
 * Does something as a user who owns nothing, so that the system refuses what root may do anyway (but not to access(2), which
 * asks for the real user); other users than root stay who they are. One at a time: the whole process is that user meanwhile.
 */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
