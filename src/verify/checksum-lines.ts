import { ActionError } from '../errors.ts'
import { listed, printable } from '../log.ts'
import type { HashAlgorithm } from '../public-key.ts'

/** A line of a checksum file. */
export interface ChecksumLine {
  readonly name: string
  readonly hash: HashAlgorithm
  /** Raw. */
  readonly digest: Buffer
}

const HASH_BY_DIGITS: Readonly<Record<number, HashAlgorithm>> = { 64: 'sha256', 96: 'sha384', 128: 'sha512' }
const LINE = /^([0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}) [ *]([^\\].*)$/u

/**
 * The lines of a checksum file in GNU's format, LF or CRLF.
 * @throws ActionError CHECKSUMS_INVALID naming lines that are broken or name a file again
 */
export function parseChecksums(bytes: Buffer, path: string): readonly ChecksumLine[] {
  const names = new Set<string>()
  const faults: string[] = []
  const lines = bytes.toString('utf8').split(/\r?\n/u)
  if (lines.at(-1) === '') lines.pop()
  const entries = lines.flatMap((line, i) => {
    const [, hex = '', name = ''] = LINE.exec(line) ?? []
    const hash = HASH_BY_DIGITS[hex.length]
    const isNew = !names.has(name)
    names.add(name)
    if (hash !== undefined && isNew) return [{ name, hash, digest: Buffer.from(hex, 'hex') }]
    faults.push(`line ${i + 1}: ${hash === undefined ? 'no digest and name' : `${printable(name, 100)} again`}`)
    return []
  })
  if (faults.length === 0) return entries
  throw new ActionError('CHECKSUMS_INVALID', `${printable(path)} is not well-formed:\n${listed(faults)}`, {
    hint: 'It is signed as it is: ask the publisher for a right one.',
  })
}
