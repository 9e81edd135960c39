import { isAbsolute, relative, sep } from 'node:path'

/** A path as the outputs write it: relative to the workspace where it lies in it, with `/`; else absolute. */
export function displayPath(path: string, workspace: string): string {
  const inside = relative(workspace, path)
  const shown = inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside) ? path : inside
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
