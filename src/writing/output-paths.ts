import { access, constants, lstat, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { ActionError, systemCodeOf } from '../base/errors.ts'
import { shownPath } from '../base/display-path.ts'
import { listed, printable } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { belowVersionControl } from '../files/version-control.ts'
import { NameClashes, type Clash } from './name-clashes.ts'
import { namesClash, outputExists, writeFailed } from './write-failed.ts'

/** What is going to be written, before anything is. */
interface OutputPlan {
  /** Absolute paths of all files to be written that are known by now. */
  readonly paths: readonly string[]
  /** Absolute paths of what is read: release files, checksum files. None may be written to. */
  readonly inputs: readonly string[]
  readonly overwrite: boolean
  /** Absolute. */
  readonly workspace: string
  /** Of a path where something is, without `overwrite`: whether that may be there all the same. */
  readonly mayExist?: ((path: string) => Promise<boolean>) | undefined
  readonly signal?: AbortSignal | undefined
}

const PARALLEL_STATS = 32
/** Bytes of UTF-8 on Linux and macOS, UTF-16 code units on Windows. */
const LONGEST_NAME = 255

/**
 * Finds out, without writing, whether the outputs can be put in place.
 * @throws ActionError OUTPUT_EXISTS; INVALID_INPUT where two outputs, or an output and an input, have one path by the
 * rules of their disk, or somebody's file has another spelling of it, or version control keeps its own there;
 * WRITE_FAILED for a folder in a file's place, a folder that may not be written to, a name that is too long
 */
export async function checkOutputPaths(plan: OutputPlan): Promise<void> {
  const { paths, inputs, overwrite, workspace, mayExist, signal } = plan
  const names = new NameClashes()
  refuseSharedPaths(await names.among(paths, inputs))
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    await refuseVersionControl(folder, workspace)
    await checkWritable(folder)
  }
  const existing = await mapBounded(paths, PARALLEL_STATS, async (path) => {
    signal?.throwIfAborted()
    if (!(await isThere(path))) return []
    const other = await names.otherSpelling(path)
    return [{ path, other, isInTheWay: !overwrite && (await mayExist?.(path)) !== true }]
  })
  const others = existing.flat().flatMap(({ path, other }): Clash[] => (other === undefined ? [] : [[other, path]]))
  if (others.length > 0) throw namesClash(others)
  const inTheWay = existing.flat().filter(({ isInTheWay }) => isInTheWay)
  if (inTheWay.length > 0) throw outputExists(listed(inTheWay.map(({ path }) => shownPath(path))))
}

function refuseSharedPaths(clashes: readonly Clash[]): void {
  const spelt = clashes.filter(([a, b]) => a !== b)
  if (spelt.length > 0) throw namesClash(spelt)
  if (clashes.length === 0) return
  throw new ActionError(
    'INVALID_INPUT',
    `Two files would have one path:\n${listed(clashes.map(([path]) => shownPath(path)))}`,
    {
      hint: 'A file that is signed, or read for it, has the name of something that this action writes. Rename it, leave it out by a line with `!`, or set another `output-dir`.',
    },
  )
}

async function refuseVersionControl(folder: string, workspace: string): Promise<void> {
  const real = await belowVersionControl(folder, workspace)
  if (real === undefined) return
  throw new ActionError(
    'INVALID_INPUT',
    `Version control keeps its own in ${printable(real)}, and is broken by other files there.`,
    { hint: 'Set `output-dir` to a folder elsewhere, or leave these files out by a line with `!`.' },
  )
}

async function isThere(path: string): Promise<boolean> {
  try {
    const stats = await lstat(path)
    if (stats.isDirectory()) throw writeFailed(path, Object.assign(new Error('there is a folder'), { code: 'EISDIR' }))
    return true
  } catch (cause) {
    if (systemCodeOf(cause) !== 'ENOENT') throw writeFailed(path, cause)
    // In a folder that is yet to be made nothing tells that a name is too long.
    if (lengthOf(basename(path)) <= LONGEST_NAME) return false
    throw writeFailed(path, Object.assign(new Error('the name is too long'), { code: 'ENAMETOOLONG' }))
  }
}

function lengthOf(name: string): number {
  return process.platform === 'win32' ? name.length : Buffer.byteLength(name)
}

/** The folder itself, or the one above it in which it will be made. */
async function checkWritable(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw noFolder('there is a file in place of the folder')
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    if (systemCodeOf(cause) !== 'ENOENT' || dirname(folder) === folder) throw writeFailed(folder, cause)
    const isLink = await lstat(folder).then(
      () => true,
      () => false,
    )
    if (isLink) throw writeFailed(folder, noFolder('there is a link that leads nowhere'))
    await checkWritable(dirname(folder))
  }
}

const noFolder = (what: string): Error => Object.assign(new Error(what), { code: 'ENOTDIR' })
