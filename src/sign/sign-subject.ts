import { ActionError } from '../base/errors.ts'
import type { Digests } from '../formats/format.ts'
import type { Encodings } from '../formats/writers.ts'
import type { Staging } from '../writing/staging.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { Signer } from '../signing/signer.ts'

/** What came of one subject: KMS's signature over its own digest, where a format has that one. */
interface SubjectSignatures {
  readonly signature: Buffer | undefined
  readonly requestId: string | undefined
  /** Absolute paths of the signature files, in the order of the formats. */
  readonly written: readonly string[]
}

/** What all subjects of a run share. */
export interface SigningTools {
  readonly key: SigningKey
  readonly encodings: Encodings
  readonly signer: Signer
  readonly staging: Staging
}

/**
 * Signs one subject in every format and stages its signature files. Formats that sign the same digest share a request.
 * @param paths absolute paths of the signature files, in the order of the formats
 */
export async function signSubject(
  digests: Digests,
  paths: readonly string[],
  { encodings, signer, staging }: SigningTools,
): Promise<SubjectSignatures> {
  let raw: { signature: Buffer; requestId: string | undefined } | undefined
  await Promise.all(
    encodings.encodings.map(async (encoding, at) => {
      const prepared = encoding.prepare(digests)
      const signed = await signer.sign(prepared.toSign)
      if (prepared.toSign.equals(digests.digest)) raw = signed
      const path = paths[at]
      if (path === undefined) throw new ActionError('INTERNAL_ERROR', `No path is planned for ${encoding.format}.`)
      await staging.stage(path, prepared.encode(signed.signature))
    }),
  )
  return { signature: raw?.signature, requestId: raw?.requestId, written: paths }
}
