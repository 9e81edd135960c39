import { lstat, opendir, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Lookup } from '../../src/files/name-rules.ts'

const WITHOUT = { case: (name: string) => name.toLowerCase(), form: (name: string) => name.normalize('NFC') }
export type Ignored = keyof typeof WITHOUT

/** Looks at the files below `folder` (absolute) as a disk would that ignores these; above it, as the disk does. */
export function lookupWithout(folder: string, ...ignored: readonly Ignored[]): Lookup {
  const key = (name: string): string => ignored.reduce((text, what) => WITHOUT[what](text), name)
  /** The path as its folders list it. */
  const found = async (path: string): Promise<string | undefined> => {
    if (path === folder || !path.startsWith(`${folder}/`)) return path
    const parent = await found(dirname(path))
    if (parent === undefined) return undefined
    const names = await readdir(parent).catch((): string[] => [])
    const name = names.find((other) => key(other) === key(basename(path)))
    return name === undefined ? undefined : join(parent, name)
  }
  return {
    isThere: async (path) => {
      const real = await found(path)
      return (
        real !== undefined &&
        (await lstat(real).then(
          () => true,
          () => false,
        ))
      )
    },
    entries: async (path) => await opendir((await found(path)) ?? path),
  }
}
