import { ActionError, asActionError } from '../base/errors.ts'
import { FILE_CHANGED_HINT } from '../files/stamp.ts'
import type { Digests } from '../formats/format.ts'
import type { Encodings } from '../formats/writers.ts'
import type { PlannedImages } from '../registry/sign-images.ts'
import type { Staging } from '../writing/staging.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { Signer } from '../signing/signer.ts'

/** What came of one file: KMS's signature over its own digest, where a format has that one. */
interface FileSignatures {
  readonly signature: Buffer | undefined
  readonly requestId: string | undefined
  /** Absolute paths of the signature files, in the order of the formats. */
  readonly writtenPaths: readonly string[]
}

/** What all files of a run share. */
export interface SigningTools {
  readonly key: SigningKey
  readonly encodings: Encodings
  readonly signer: Signer
  readonly staging: Staging
  /** What the run's images are to get, where it has some. */
  readonly images: PlannedImages | undefined
}

/** What is signed, to be read once more. */
interface FileContent {
  /** For messages; printable. */
  readonly shown: string
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** The same pieces; a content that is another by now is a failure of its own, not one of the disk that is written to. */
async function* guarded(pieces: AsyncIterable<Uint8Array>, { shown }: FileContent): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw asActionError(cause, 'FILE_UNREADABLE', shown)
    throw new ActionError('FILE_CHANGED', `${shown} changed while it was being signed: it ${cause.message}.`, {
      hint: FILE_CHANGED_HINT,
      cause,
    })
  }
}

/**
 * Signs one file in every format and stages its signature files. Formats that sign the same digest share a request.
 * @param paths absolute paths of the signature files, in the order of the formats
 * @param content for formats whose signature files hold it
 * @throws ActionError FILE_CHANGED, FILE_UNREADABLE where the content is read again and is not what was signed
 */
export async function signInFormats(
  digests: Digests,
  paths: readonly string[],
  { encodings, signer, staging }: SigningTools,
  content: FileContent,
): Promise<FileSignatures> {
  let raw: { signature: Buffer; requestId: string | undefined } | undefined
  await Promise.all(
    encodings.encodings.map(async (encoding, at) => {
      const prepared = encoding.prepare(digests)
      const signed = await signer.sign(prepared.toSign, prepared.message)
      if (prepared.toSign.equals(digests.digest)) raw = signed
      const path = paths[at]
      if (path === undefined) throw new ActionError('INTERNAL_ERROR', `No path is planned for ${encoding.format}.`)
      const encoded = prepared.encode(signed.signature)
      await staging.stage(
        path,
        encoding.around === undefined
          ? encoded
          : guarded(encoding.around(content.chunks(), prepared, encoded), content),
      )
    }),
  )
  return { signature: raw?.signature, requestId: raw?.requestId, writtenPaths: paths }
}
