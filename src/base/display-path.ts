import { isAbsolute, relative, resolve, sep } from 'node:path'
import { printable } from './log.ts'

/** A path as the outputs write it: relative to the workspace where it lies in it, with `/`; else absolute. */
export function displayPath(path: string, workspace: string): string {
  const inside = relative(workspace, path)
  const shown = inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside) ? path : inside
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}

/**
 * An absolute path in a message or a line of the log: relative to the workspace, and printable. That is the working
 * directory of every run, where the runner starts actions; of a workspace behind a link, Node knows that one only by
 * where the link leads, and the runner's variable has the path that others have it by.
 */
export function shownPath(path: string, limit?: number): string {
  const shown = displayPath(path, process.cwd())
  const workspace = process.env['GITHUB_WORKSPACE'] ?? ''
  return printable(isAbsolute(shown) && isAbsolute(workspace) ? displayPath(path, resolve(workspace)) : shown, limit)
}

/** Text that others wrote, such as Node's own messages, with paths relative to the workspace. @param workspace absolute */
export function withoutWorkspace(text: string, workspace: string): string {
  if (workspace === sep) return text
  return [workspace, printable(workspace)].reduce((told, path) => told.replaceAll(`${path}${sep}`, ''), text)
}
