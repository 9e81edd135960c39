import { readJsonObject, type JsonObject } from '../base/json.ts'
import { statementFileNames, type StatementKind } from '../formats/run-files.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'

/** What is stated about all release files. */
export interface Predicate {
  readonly kind: Exclude<StatementKind, 'provenance'>
  /** The predicate type, a URI. */
  readonly type: string
  /** The JSON value of its file, byte for byte. */
  readonly json: string
}

/** What cosign's `--type spdxjson` and `cyclonedx` take; actions/attest's `…/Document/v2.3` is refused by it. */
const SPDX = 'https://spdx.dev/Document'
const CYCLONEDX = 'https://cyclonedx.org/bom'

/** sigstore-go and cosign refuse a statement with more subjects. */
export const MAX_SUBJECTS = 1024

/** A predicate of the user's own. @param bytes a JSON object, UTF-8 @throws RangeError */
export function customPredicate(type: string, bytes: Buffer): Predicate {
  readJsonObject(bytes)
  return { kind: 'attestation', type, json: valueIn(bytes) }
}

/** An SBOM in SPDX or CycloneDX, told apart as actions/attest does. @param bytes JSON, UTF-8 @throws RangeError */
export function sbomPredicate(bytes: Buffer): Predicate {
  const type = sbomType(readJsonObject(bytes))
  if (type === undefined) throw new RangeError('is neither SPDX nor CycloneDX in JSON')
  return { kind: 'sbom', type, json: valueIn(bytes) }
}

function sbomType(document: JsonObject): string | undefined {
  const has = (name: string) => Object.hasOwn(document, name) && document[name] !== null && document[name] !== ''
  if (has('spdxVersion') && has('SPDXID')) return SPDX
  return document['bomFormat'] === 'CycloneDX' && has('specVersion') ? CYCLONEDX : undefined
}

/** Without the blanks around it (RFC 8259, section 2). */
function valueIn(bytes: Buffer): string {
  return bytes.toString().replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '')
}

/** A statement and the file that its bundle goes into. */
export interface Statement {
  readonly fileName: string
  /** JSON, UTF-8: the DSSE payload. */
  readonly statement: Buffer
}

/** In-toto statements (v1) with each of the predicates, over all subjects. @param subjects raw digests by `hash` */
export function attestationStatements(
  predicates: readonly Predicate[],
  subjects: readonly { readonly name: string; readonly digest: Buffer }[],
  hash: HashAlgorithm,
): readonly Statement[] {
  const names = attestationFileNames(predicates, subjects.length)
  const parts = Array.from({ length: partsOf(subjects.length) }, (_, index) =>
    subjects.slice(index * MAX_SUBJECTS, (index + 1) * MAX_SUBJECTS),
  )
  const statements = predicates.flatMap(({ type, json }) =>
    parts.map((part) => {
      const subject = part.map(({ name, digest }) => ({ name, digest: { [hash]: digest.toString('hex') } }))
      const head = JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType: type })
      return Buffer.from(`${head.slice(0, -1)},"predicate":${json}}`)
    }),
  )
  return statements.map((statement, index) => ({ fileName: names[index] ?? '', statement }))
}

/** The names of the bundles over so many release files, in the order of the predicates: of one kind together. */
export function attestationFileNames(
  predicates: readonly Pick<Predicate, 'kind'>[],
  subjects: number,
): readonly string[] {
  const kinds = [...new Set(predicates.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const count = predicates.filter((predicate) => predicate.kind === kind).length
    return statementFileNames(kind, count * partsOf(subjects))
  })
}

function partsOf(subjects: number): number {
  return Math.ceil(subjects / MAX_SUBJECTS)
}
