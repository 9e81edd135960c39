import { createHash } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'
import type { Encoding, OwnDigest } from '../format.ts'
import { startTextForm } from './text-form.ts'
import { armor } from './packets.ts'
import { openPgpSignature, type OpenPgpKey } from './write.ts'

const [LF, DASH] = [10, 45]
const ESCAPE = Buffer.from('- ')

/**
 * `openpgp-clear`: a text with its signature in one file, by the cleartext signature framework (RFC 9580, section 7). The
 * text stands in it as it is, with lines that begin with a dash escaped, and with a line end if it has none.
 * @param startedAt as for `openPgpEncoding`
 */
export function openPgpClearEncoding(pgp: OpenPgpKey, startedAt: Date): { encoding: Encoding; ownDigest: OwnDigest } {
  const { suffix, packetOf } = openPgpSignature(pgp, 'text', startedAt)
  const { hash } = pgp.key.algorithm
  const head = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: ${hash.toUpperCase()}\n\n`
  const encoding: Encoding = {
    format: 'openpgp-clear',
    prepare: ({ own }) => {
      const digest = own.get('openpgp-clear')
      if (digest === undefined) throw new ActionError('INTERNAL_ERROR', 'No digest of the text for `openpgp-clear`.')
      return { toSign: digest, encode: (signature) => armor('PGP SIGNATURE', packetOf(digest, signature)) }
    },
    async *around(content, { toSign }, signature) {
      yield Buffer.from(head)
      const form = startTextForm()
      const covered = createHash(hash)
      const escape = startEscape()
      for await (const chunk of content) {
        covered.update(form.take(chunk))
        yield escape.take(chunk)
      }
      const digest = covered.update(form.end()).update(suffix).digest()
      if (!digest.equals(toSign)) throw new RangeError('is not the text that was signed')
      yield escape.end()
      yield signature
    },
  }
  return { encoding, ownDigest: { format: 'openpgp-clear', form: 'text', suffix } }
}

/** Puts `- ` before each line that begins with a dash, piece by piece (RFC 9580, 7.2). */
function startEscape(): { take(chunk: Uint8Array): Uint8Array; end(): Uint8Array } {
  let isLineStart = true
  return {
    take(chunk) {
      const parts: Uint8Array[] = []
      let done = 0
      for (let at = isLineStart ? 0 : afterLine(chunk, 0); at < chunk.length; at = afterLine(chunk, at)) {
        if (chunk[at] !== DASH) continue
        parts.push(chunk.subarray(done, at), ESCAPE)
        done = at
      }
      if (chunk.length > 0) isLineStart = chunk.at(-1) === LF
      return Buffer.concat([...parts, chunk.subarray(done)])
    },
    end: () => Buffer.from(isLineStart ? '' : '\n'),
  }
}

/** Where the line after that of `at` begins; the end of the chunk where it does not begin there. */
function afterLine(chunk: Uint8Array, at: number): number {
  const found = chunk.indexOf(LF, at)
  return found < 0 ? chunk.length : found + 1
}
