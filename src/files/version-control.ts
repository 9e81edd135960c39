import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FolderNames } from './name-rules.ts'

/** What version control keeps of its own: files beside those break it. */
const FOLDERS: readonly string[] = ['.git', '.hg', '.svn']

/** Whether a folder, absolute, is one of them; the disk decides whether another spelling of such a name is one. */
export async function isVersionControl(path: string): Promise<boolean> {
  const name = basename(path)
  const known = FOLDERS.find((folder) => folder === name.toLowerCase())
  if (known === undefined || known === name) return known !== undefined
  return await new FolderNames().areOne(dirname(path), name, known)
}

/**
 * Where a path leads, links followed, when that is in or below a folder of version control; else `undefined`.
 * What the workspace itself lies in does not count. A path of which nothing is there yet goes by the folder around it.
 * @param path absolute
 */
export async function belowVersionControl(path: string, workspace: string): Promise<string | undefined> {
  const [real, inside] = await Promise.all([realOf(path), realOf(workspace)])
  for (let at = real; at !== inside && dirname(at) !== at; at = dirname(at)) if (await isVersionControl(at)) return real
  return undefined
}

async function realOf(path: string): Promise<string> {
  const above = dirname(path)
  try {
    return await realpath(path)
  } catch {
    return above === path ? path : join(await realOf(above), path.slice(above.length))
  }
}
