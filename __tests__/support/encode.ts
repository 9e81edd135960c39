import { createHash } from 'node:crypto'
import { encodingsFor, type Encodings } from '../../src/formats/writers.ts'
import { startTextForm } from '../../src/formats/openpgp/text-form.ts'
import type { Digests, EncodingContext, FileForm, RunFile } from '../../src/formats/format.ts'
import type { Format } from '../../src/formats/facts.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'
import type { SigningKey } from '../../src/crypto/key-algorithm.ts'
import type { LocalKey } from './local-key.ts'

export const STARTED_AT = new Date('2026-01-02T03:04:05.678Z')

/** A context with nothing special about it. */
export function contextOf(key: SigningKey, more: Partial<EncodingContext> = {}): EncodingContext {
  const identity = `Yandex Cloud KMS key ${key.id}`
  return { key, identity, startedAt: STARTED_AT, certificate: undefined, digestsOnly: false, ...more }
}

/** The digests of a file, as the pass over it makes them. */
export function digestsOf(content: Uint8Array, key: SigningKey, encodings: Encodings): Digests {
  const { hash } = key.algorithm
  const { ownDigests, sha512 } = encodings
  const inForm = (form: FileForm) => {
    const text = startTextForm()
    return form === 'bytes' ? content : Buffer.concat([text.take(content), text.end()])
  }
  return {
    digest: createHash(hash).update(content).digest(),
    sha512: sha512 ? createHash('sha512').update(content).digest() : undefined,
    own: new Map(
      ownDigests.map(({ format, form, suffix }) => [
        format,
        createHash(hash).update(inForm(form)).update(suffix).digest(),
      ]),
    ),
  }
}

export interface Signed {
  readonly signatures: Readonly<Partial<Record<Format, Buffer>>>
  readonly runFiles: readonly RunFile[]
}

/** Signature files over `content` and the run files, every signature checked as the action does. */
export function signed(
  { key, sign }: LocalKey,
  formats: readonly Format[],
  content: Uint8Array,
  more: Partial<EncodingContext> = {},
): Signed {
  const encodings = encodingsFor(formats, contextOf(key, more))
  const checked = (digest: Buffer): Buffer => {
    const signature = sign(digest)
    if (!verifyDigest(key, digest, signature)) throw new Error('the local key signs wrongly')
    return signature
  }
  const digests = digestsOf(content, key, encodings)
  const signatures = Object.fromEntries(
    encodings.encodings.map(({ format, prepare }) => {
      const { toSign, encode } = prepare(digests)
      return [format, encode(checked(toSign))]
    }),
  )
  const certificates = encodings.signedRunFiles.flatMap(({ toSign, encode }) => encode(checked(toSign)))
  return { signatures, runFiles: [...encodings.runFiles, ...certificates] }
}

/** The content of the run file of a name. */
export function runFile({ runFiles }: Pick<Signed, 'runFiles'>, name: string): Buffer {
  const found = runFiles.find((file) => file.name === name)
  if (found === undefined) throw new Error(`no run file ${name}`)
  return found.content
}
