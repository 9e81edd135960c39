import { isSignatureOver } from '../../crypto/covered.ts'
import { strictBase64 } from '../../base/base64.ts'
import { asArray, asObject, asString, onlyFields, readJsonObject } from '../../base/json.ts'
import { readBundle } from '../sigstore/read.ts'
import type { TrustedKey } from '../signature-check.ts'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'

/** A file that a statement is about. */
export interface Subject {
  readonly name: string
  /** Digests in lower-case hex by in-toto's names of the algorithms. */
  readonly digest: Readonly<Record<string, string>>
}

/** An in-toto statement v1 that a trusted key signed. */
interface VerifiedStatement {
  readonly predicateType: string
  /** As JSON has it. */
  readonly predicate: unknown
  readonly subjects: readonly Subject[]
  /** The key that signed it. */
  readonly key: TrustedKey
}

/**
 * The in-toto statement v1 in a DSSE envelope in a Sigstore bundle v0.3, after its signature has verified.
 * What it says is for the caller to judge: signed all the same, one of another predicate type may say the opposite.
 * @throws RangeError whose message goes on from "the statement …"
 */
export async function verifiedStatement(bytes: Buffer, keys: readonly TrustedKey[]): Promise<VerifiedStatement> {
  const envelope = asObject(readBundle(bytes, 'dsseEnvelope', keys)['dsseEnvelope'], 'dsseEnvelope')
  onlyFields(envelope, ['payload', 'payloadType', 'signatures'], 'dsseEnvelope')
  if (envelope['payloadType'] !== PAYLOAD_TYPE) throw new RangeError('is not of in-toto')
  const payload = strictBase64(asString(envelope['payload'], 'payload'))
  const signatures = asArray(envelope['signatures'], 'signatures')
  if (signatures.length !== 1) throw new RangeError('does not have exactly one signature')
  const entry = asObject(signatures[0], 'signature')
  onlyFields(entry, ['sig', 'keyid'], 'signature')
  const signature = strictBase64(asString(entry['sig'], 'signature'))
  const covered = { message: preAuthenticationEncoding(payload) }
  const verdicts = await Promise.all(keys.map((candidate) => isSignatureOver(covered, candidate, signature)))
  const key = keys[verdicts.indexOf(true)]
  if (key === undefined) throw new RangeError('is not signed by a trusted key')
  return { ...readStatement(payload), key }
}

/** DSSE v1, "PAE". */
function preAuthenticationEncoding(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload])
}

function readStatement(payload: Buffer): Omit<VerifiedStatement, 'key'> {
  const statement = readJsonObject(payload)
  if (statement['_type'] !== STATEMENT_TYPE) throw new RangeError('is not an in-toto statement v1')
  return {
    predicateType: asString(statement['predicateType'], 'predicateType'),
    predicate: statement['predicate'],
    subjects: asArray(statement['subject'], 'subject').map(readSubject),
  }
}

function readSubject(value: unknown): Subject {
  const subject = asObject(value, 'subject')
  const digest = Object.entries(asObject(subject['digest'], 'digest'))
  return {
    name: asString(subject['name'], 'name'),
    digest: Object.fromEntries(digest.map(([algorithm, hex]) => [algorithm, asString(hex, 'digest')])),
  }
}
