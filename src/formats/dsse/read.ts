import { createHash } from 'node:crypto'
import { verifyDigest } from '../../crypto/verify-digest.ts'
import { strictBase64 } from '../../base/base64.ts'
import { asArray, asObject, asString, onlyFields, readJsonObject } from '../../base/json.ts'
import { readBundle } from '../sigstore/read.ts'
import type { TrustedKey } from '../signature-check.ts'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1'

/** A file that a statement is about. */
export interface Subject {
  readonly name: string
  /** Digests in lower-case hex by in-toto's names of the algorithms. */
  readonly digest: Readonly<Record<string, string>>
}

/**
 * The subjects of a SLSA provenance v1 in an in-toto statement v1, DSSE, Sigstore bundle v0.3, after the signature
 * has verified. A statement of another kind is refused: signed all the same, it may say the opposite.
 * @throws RangeError whose message goes on from "the statement …"
 */
export function verifiedSubjects(bytes: Buffer, keys: readonly TrustedKey[]): readonly Subject[] {
  const envelope = asObject(readBundle(bytes, 'dsseEnvelope', keys)['dsseEnvelope'], 'dsseEnvelope')
  onlyFields(envelope, ['payload', 'payloadType', 'signatures'], 'dsseEnvelope')
  if (envelope['payloadType'] !== PAYLOAD_TYPE) throw new RangeError('is not of in-toto')
  const payload = strictBase64(asString(envelope['payload'], 'payload'))
  const signatures = asArray(envelope['signatures'], 'signatures')
  if (signatures.length !== 1) throw new RangeError('does not have exactly one signature')
  const entry = asObject(signatures[0], 'signature')
  onlyFields(entry, ['sig', 'keyid'], 'signature')
  const signature = strictBase64(asString(entry['sig'], 'signature'))
  const signed = preAuthenticationEncoding(payload)
  const confirmed = keys.some((key) =>
    verifyDigest(key, createHash(key.algorithm.hash).update(signed).digest(), signature),
  )
  if (!confirmed) throw new RangeError('is not signed by the trusted key')
  return readSubjects(payload)
}

/** DSSE v1, "PAE". */
function preAuthenticationEncoding(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload])
}

function readSubjects(payload: Buffer): Subject[] {
  const statement = readJsonObject(payload)
  if (statement['_type'] !== STATEMENT_TYPE) throw new RangeError('is no in-toto statement v1')
  if (statement['predicateType'] !== PROVENANCE_TYPE) throw new RangeError('is no SLSA provenance v1')
  return asArray(statement['subject'], 'subject').map((value) => {
    const subject = asObject(value, 'subject')
    const digest = Object.entries(asObject(subject['digest'], 'digest'))
    return {
      name: asString(subject['name'], 'name'),
      digest: Object.fromEntries(digest.map(([algorithm, hex]) => [algorithm, asString(hex, 'digest')])),
    }
  })
}
