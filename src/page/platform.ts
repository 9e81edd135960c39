/** base/platform.ts of the page. */

/** Of the names of files in a download. */
export const SEPARATOR: string = '/'

/** Whether bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
