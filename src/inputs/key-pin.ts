import { resolve } from 'node:path'
import { systemCodeOf } from '../base/errors.ts'
import { readBounded } from '../base/read-bounded.ts'
import type { Pin } from '../crypto/pin.ts'
import { quoted, type InputReader } from './input-reader.ts'

/** Far more than a key, or a certificate with its chain. */
const MAX_PEM_BYTES = 1024 * 1024
const PEM_EXAMPLE = '`public-key: sha256:<64 hex digits>`, the PEM text itself, or the path of a PEM file'

/** Reads the input `public-key`. Faults go to `reader`. @param workspace what a path is relative to */
export async function readKeyPin(reader: InputReader, workspace: string): Promise<Pin> {
  const text = reader.text('public-key')
  if (text === '') return { kind: 'none' }
  if (/^sha256:/iu.test(text)) return fingerprintPin(reader, text)
  if (faultOfBareFingerprint(reader, 'public-key', text)) return { kind: 'none' }
  const pem = await pemTextOrFile(reader, 'public-key', workspace, PEM_EXAMPLE)
  if (pem === undefined) return { kind: 'none' }
  const { publicKeyInText } = await import('../crypto/public-key.ts')
  try {
    return { kind: 'pem', key: publicKeyInText(pem) }
  } catch {
    const holds = /-----BEGIN ([A-Z0-9 ]+)-----/u.exec(pem)?.[1]
    const what = holds === undefined ? 'holds no PEM' : `holds a ${holds}, or a damaged one`
    reader.fault('public-key', `${what}, not one PUBLIC KEY`, PEM_EXAMPLE)
    return { kind: 'none' }
  }
}

function fingerprintPin(reader: InputReader, text: string): Pin {
  const fingerprint = text.toLowerCase()
  if (/^sha256:[0-9a-f]{64}$/u.test(fingerprint)) return { kind: 'fingerprint', fingerprint }
  reader.fault('public-key', `is ${quoted(text)}, which is not sha256: and 64 hex digits`, PEM_EXAMPLE)
  return { kind: 'none' }
}

/** A SHA-256 as hex, in pairs with colons, or as `openssl dgst` and `sha256sum` print it. */
const BARE_FINGERPRINT =
  /^(?:[A-Za-z0-9-]*\([^\n]*\) ?= ?)?([0-9a-f]{64}|(?:[0-9a-f]{2}:){31}[0-9a-f]{2})(?: [ *][^\n]*)?$/iu

/** Notes the fault of a fingerprint that lacks what says which hash it is. @returns whether it is one */
export function faultOfBareFingerprint(reader: InputReader, name: string, text: string): boolean {
  const hex = BARE_FINGERPRINT.exec(text)?.[1]?.replaceAll(':', '').toLowerCase()
  if (hex === undefined) return false
  reader.fault(name, `is ${quoted(text)}, a fingerprint without \`sha256:\` before it`, `\`${name}: sha256:${hex}\``)
  return true
}

/** The PEM text that an input holds, or the file whose path it is; `undefined` where it is empty, or after a fault. */
export async function pemTextOrFile(
  reader: InputReader,
  name: string,
  workspace: string,
  example: string,
): Promise<string | undefined> {
  const text = reader.text(name)
  if (text === '' || text.includes('-----BEGIN')) return text || undefined
  if (/[\r\n\0]/u.test(text)) {
    reader.fault(name, 'is neither PEM text nor a path', example)
    return undefined
  }
  try {
    return (await readBounded(resolve(workspace, text), MAX_PEM_BYTES)).toString()
  } catch (cause) {
    const why =
      cause instanceof RangeError
        ? `whose file ${cause.message}`
        : systemCodeOf(cause) === 'ENOENT'
          ? 'and there is no such file'
          : `a path that cannot be read (${systemCodeOf(cause) ?? 'no file'})`
    reader.fault(name, `is ${quoted(text)}, ${why}`, example)
    return undefined
  }
}
