/**
 * What the readers of signatures, checksum files and names need of a platform beside its cryptography. The page that
 * verifies in a browser has its own in this place, as it has of crypto/primitives.ts.
 */
export { isUtf8 } from 'node:buffer'
export { sep as SEPARATOR } from 'node:path'
