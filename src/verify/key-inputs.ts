import { resolve } from 'node:path'
import { ActionError } from '../base/errors.ts'
import { parsePublicKey, type PublicKey } from '../crypto/public-key.ts'
import { quoted, type InputReader } from '../inputs/input-reader.ts'
import { faultOfBareFingerprint, pemTextOrFile } from '../inputs/key-pin.ts'

const MAX_KEYS = 10
const KEY_EXAMPLE = '`public-key: keys/release.pem`, or the PEM text itself'
const FINGERPRINT_EXAMPLE = '`fingerprint: sha256:<64 hex digits>`'
/** Whatever stands around it (RFC 7468, section 2). */
const BLOCK = /(-----BEGIN ([A-Z0-9 ]{1,40})-----[^-]*-----END \2-----)/gu

/** The keys of `public-key`, in their order; empty after a fault. */
export async function readPublicKeys(reader: InputReader, workspace: string): Promise<readonly PublicKey[]> {
  const text = reader.text('public-key')
  if (text === '') reader.fault('public-key', 'is required and empty', KEY_EXAMPLE)
  if (/^sha256:/iu.test(text)) {
    const what = 'is a fingerprint; verifying takes the key itself'
    reader.fault('public-key', what, `${KEY_EXAMPLE}, with ${FINGERPRINT_EXAMPLE}`)
    return []
  }
  if (faultOfBareFingerprint(reader, 'public-key', text)) return []
  const pem = await pemTextOrFile(reader, 'public-key', workspace, KEY_EXAMPLE)
  if (pem === undefined) return []
  const keys = parseKeys(pem)
  if (typeof keys !== 'string') return keys
  reader.fault('public-key', keys, KEY_EXAMPLE)
  return []
}

/** The keys, or what is wrong. Only labels are repeated: somebody may have given a private key. */
function parseKeys(pem: string): readonly PublicKey[] | string {
  const blocks = [...pem.matchAll(BLOCK)]
  const label = blocks.map(([, , found]) => found).find((found) => found !== 'PUBLIC KEY')
  const single = /-----BEGIN ([A-Z0-9 ]{1,40})-----/u.exec(pem)?.[1]
  if (label !== undefined || blocks.length === 0) {
    const wrong = label ?? single
    return `${wrong === undefined ? 'holds no PEM' : `holds a ${wrong}, or a damaged one`}, not one PUBLIC KEY or several`
  }
  if (pem.split('-----BEGIN ').length - 1 !== blocks.length) return 'holds a damaged block beside its PUBLIC KEY'
  if (blocks.length > MAX_KEYS) return `holds ${blocks.length} keys; at most ${MAX_KEYS} can be trusted`
  const keys: PublicKey[] = []
  for (const [index, [, block = '']] of blocks.entries()) {
    const key = parsed(block)
    const nth = blocks.length === 1 ? '' : ` as its key ${index + 1}`
    if (key === undefined) return `holds a PUBLIC KEY, or a damaged one${nth}, not one PUBLIC KEY or several`
    if (keys.some(({ fingerprint }) => fingerprint === key.fingerprint)) return `holds the key ${key.fingerprint} twice`
    keys.push(key)
  }
  return keys
}

function parsed(block: string): PublicKey | undefined {
  try {
    return parsePublicKey(block)
  } catch {
    return undefined
  }
}

/** The fingerprints of `fingerprint`, lower case, in their order; empty where there are none, or after a fault. */
export function readFingerprints(reader: InputReader): readonly string[] {
  const text = reader.text('fingerprint')
  if (faultOfBareFingerprint(reader, 'fingerprint', text)) return []
  const given = text
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((text) => text !== '')
  const wrong = given.find((text) => !/^sha256:[0-9a-f]{64}$/u.test(text))
  if (wrong === undefined) return given
  reader.fault('fingerprint', `is ${quoted(wrong)}, which is not sha256: and 64 hex digits`, FINGERPRINT_EXAMPLE)
  return []
}

/**
 * Each key has to have the fingerprint in its place, where there are any.
 * @throws ActionError KEY_MISMATCH
 */
export function checkFingerprints(keys: readonly PublicKey[], fingerprints: readonly string[]): void {
  if (fingerprints.length === 0) return
  const nth = (index: number) => (keys.length === 1 ? 'The key' : `Key ${index + 1}`)
  const wrong = keys.flatMap(({ fingerprint }, index) => {
    const expected = fingerprints[index]
    return expected === undefined || expected === fingerprint
      ? []
      : [`${nth(index)} in public-key has the fingerprint ${fingerprint}, and fingerprint calls for ${expected}.`]
  })
  if (wrong.length === 0) return
  throw new ActionError('KEY_MISMATCH', wrong.join('\n'), {
    hint: 'If the key came with the download, the download is not to be trusted. If the publisher changed the key, get the new fingerprint from where you got the old one, not from the release.',
  })
}

/** Notes a fault where there are fingerprints, but not one for each key. */
export function checkFingerprintCount(
  reader: InputReader,
  keys: readonly PublicKey[],
  fingerprints: readonly string[],
): void {
  if (keys.length === 0 || fingerprints.length === 0 || keys.length === fingerprints.length) return
  const what = `holds ${fingerprints.length}, and public-key holds ${keys.length} keys: each needs its own, in their order`
  reader.fault('fingerprint', what, FINGERPRINT_EXAMPLE)
}

/** Absolute path that the keys were read from; `undefined` where the input is the text itself. */
export function keyFile(reader: InputReader, workspace: string): string | undefined {
  const text = reader.text('public-key')
  return text.includes('-----BEGIN') ? undefined : resolve(workspace, text)
}
