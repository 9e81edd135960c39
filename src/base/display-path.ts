import { isAbsolute, relative, sep } from 'node:path'
import { printable } from './log.ts'

/** A path as the outputs write it: relative to the workspace where it lies in it, with `/`; else absolute. */
export function displayPath(path: string, workspace: string): string {
  const inside = relative(workspace, path)
  const shown = inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside) ? path : inside
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}

/**
 * An absolute path in a message or a line of the log: relative to the working directory, which is the workspace in every
 * run (the runner starts actions there), and printable.
 */
export function shownPath(path: string, limit?: number): string {
  return printable(displayPath(path, process.cwd()), limit)
}

/** Text that others wrote, such as Node's own messages, with paths relative to the workspace. @param workspace absolute */
export function withoutWorkspace(text: string, workspace: string): string {
  if (workspace === sep) return text
  return [workspace, printable(workspace)].reduce((told, path) => told.replaceAll(`${path}${sep}`, ''), text)
}
