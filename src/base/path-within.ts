import { SEPARATOR } from './platform.ts'

/** `path` as it lies in `folder`, empty for the folder itself, or `undefined` elsewhere; both absolute and normalised. */
export function pathWithin(path: string, folder: string): string | undefined {
  if (path === folder) return ''
  const inside = folder.endsWith(SEPARATOR) ? folder : folder + SEPARATOR
  return path.startsWith(inside) ? path.slice(inside.length) : undefined
}
