import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { Primitives, RunningHash } from '../crypto/port.ts'
import { readSpki } from './read-spki.ts'

const HASHES = { sha256, sha384, sha512 } as const satisfies Readonly<Record<HashAlgorithm, unknown>>

/** crypto/primitives.ts of the page: noble's, since WebCrypto neither hashes piece by piece nor verifies a ready digest. */
export const PRIMITIVES: Primitives = {
  startHash: (hash) => running(HASHES[hash].create()),
  readSpki,
}

/** What noble's running hashes have in common. */
interface NobleHash {
  update(bytes: Uint8Array): unknown
  clone(): NobleHash
  digest(): Uint8Array
}

function running(hash: NobleHash): RunningHash {
  return {
    update: (bytes) => hash.update(bytes),
    copy: () => running(hash.clone()),
    digest: () => Buffer.from(hash.digest()),
  }
}
