/** A folder of real files for one run, and what lies in it afterwards. */
import { createHash } from 'node:crypto'
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of real files, thrown away after the test. */
export interface Workspace {
  readonly path: string
  /** Absolute path of a name in it. */
  readonly at: (name: string) => string
  /** All that lies in it: path → what it is, hidden things and links too. */
  readonly snapshot: () => Promise<Readonly<Record<string, string>>>
  readonly remove: () => Promise<void>
}

async function describe(path: string): Promise<string> {
  const stats = await lstat(path)
  if (stats.isDirectory()) return 'folder'
  if (stats.isSymbolicLink()) return `link to ${await readlink(path)}`
  if (!stats.isFile()) return 'special'
  if (stats.size > 8 * 1024 * 1024) return `file of ${stats.size} bytes`
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

async function snapshot(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const entries: Record<string, string> = {}
  // One after the other: there may be more of them than files can be open.
  for (const name of names.sort()) entries[name] = await describe(join(folder, name))
  return entries
}

/** Makes a workspace that holds `files`: name → content. */
export async function workspaceWith(files: Readonly<Record<string, string | Buffer>>): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'e2e-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return {
    path,
    at: (name) => join(path, name),
    snapshot: () => snapshot(path),
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
