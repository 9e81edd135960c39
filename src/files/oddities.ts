import { listed, printable, type Log } from '../base/log.ts'

/** What a release file hardly is on purpose. */
export type Oddity = 'empty' | 'pointer'

/** Bytes of Git LFS pointers: its specification allows less than 1024, and the shortest has about 120. */
const POINTER_SIZES = { least: 100, most: 1023 }
const POINTER = 'version https://git-lfs.github.com/spec/v1\n'
/** As much of a file's start as tells. */
export const POINTER_BYTES = POINTER_SIZES.most

const WARNINGS: Readonly<Record<Oddity, string>> = {
  empty: 'Empty; did a build step or a download fail?',
  // A checkout without `lfs: true` has pointers in place of files.
  pointer: 'Pointers of Git LFS and not the files themselves; check out with `lfs: true`:',
}

/** Whether a file of this size can be a pointer. @param size bytes */
export function hasPointerSize(size: number): boolean {
  return size >= POINTER_SIZES.least && size <= POINTER_SIZES.most
}

/** By a file's size, in bytes, and its start: all of it where it is small. */
export function oddityOf(size: number, head: Uint8Array): Oddity | undefined {
  if (size === 0) return 'empty'
  return hasPointerSize(size) && Buffer.from(head.subarray(0, POINTER.length)).toString('latin1') === POINTER
    ? 'pointer'
    : undefined
}

/** A warning for each kind that there is, with the names. */
export function warnOfOddities(
  files: readonly { readonly name: string; readonly oddity?: Oddity | undefined }[],
  log: Log,
): void {
  for (const kind of ['empty', 'pointer'] as const) {
    const names = files.filter(({ oddity }) => oddity === kind).map(({ name }) => printable(name, 200))
    if (names.length > 0) log.warning(`${WARNINGS[kind]}\n${listed(names)}`)
  }
}
