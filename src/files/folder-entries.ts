import type { Dirent } from 'node:fs'
import { lstat, opendir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { ActionError, messageOf, systemCodeOf } from '../base/errors.ts'
import { shownPath } from '../base/display-path.ts'
import { isTooManyOpen, patiently, TOO_MANY_OPEN_HINT } from '../base/open-file.ts'
import { printable } from '../base/log.ts'

/** A path, and the same as the system has it where that is not UTF-8. */
export interface NamedPath {
  readonly path: string
  readonly raw: Buffer | undefined
}

/** A folder, something to judge, or a reason, printable, why it cannot be signed. */
export type Kind = 'folder' | 'file' | { readonly problem: string }

/** Node lists names as bytes when asked to, which its types do not know of `opendir`. */
export async function* entriesOf(folder: string | Buffer): AsyncGenerator<Dirent<Buffer>> {
  const options = { encoding: 'buffer' as BufferEncoding, bufferSize: 512 }
  for await (const entry of await patiently(() => opendir(folder, options))) yield entry as unknown as Dirent<Buffer>
}

/** What a path is, links followed; `undefined` when there is nothing. */
export async function kindOf({ path, raw }: NamedPath): Promise<Kind | undefined> {
  try {
    const stats = await stat(raw ?? path)
    if (stats.isDirectory()) return 'folder'
    if (stats.isFile()) return 'file'
    const what = stats.isFIFO() ? 'a FIFO' : stats.isSocket() ? 'a socket' : 'a device'
    return { problem: `it is ${what}, not a regular file` }
  } catch (cause) {
    const link = await lstat(raw ?? path).catch(() => undefined)
    if (link?.isSymbolicLink() === true) return { problem: 'it is a broken link' }
    const code = systemCodeOf(cause)
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { problem: printable(messageOf(cause)) }
  }
}

/** A path below a folder whose name is not UTF-8, or that is none itself. */
export function joinRaw(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from(sep), name])
}

/** The last part of a path as a shell's `$'…'` takes it, so that the file can be found and renamed. */
export function bytesOf(raw: Buffer): string {
  const shown = [...raw.subarray(-60)].map((byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  )
  return `$'${raw.length > 60 ? '…' : ''}${shown.join('')}'`
}

/** The refusal of a folder. */
export function unlistable(path: string, cause: unknown): ActionError {
  return new ActionError(
    'FILE_UNREADABLE',
    `The folder ${shownPath(path)} cannot be listed: ${printable(messageOf(cause))}`,
    {
      hint: isTooManyOpen(cause)
        ? TOO_MANY_OPEN_HINT
        : 'Let the user that the runner works as read this folder, or leave it out by a line with `!` and its path.',
      cause,
    },
  )
}
