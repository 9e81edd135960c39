import { printable } from '../base/log.ts'

/** base/display-path.ts of the page, as far as it is needed: a path is below what was dropped. */
export function shownPath(path: string, limit?: number): string {
  return printable(path.replace(/^\//u, ''), limit)
}
