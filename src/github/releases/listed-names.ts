import { asArray, asObject, asString, readJsonObject } from '../../base/json.ts'
import { parseChecksums } from '../../files/checksums.ts'
import { signedPathsOf } from '../../files/names.ts'
import { runFileKind } from '../../formats/run-files.ts'

/** A run file that lists release files by name. */
type ListKind = 'checksums' | 'statement'

/** Which kind of list a file of this name is, or `undefined`. */
export function listKind(name: string): ListKind | undefined {
  const kind = runFileKind(name)
  return kind === 'checksums' || kind === 'statement' ? kind : undefined
}

/** The checksum file that a file of this name signs, or `undefined`: `SHA256SUMS` for `SHA256SUMS.sig`. */
export function signedChecksumFile(name: string): string | undefined {
  return signedPathsOf(name).find((signed) => runFileKind(signed) === 'checksums')
}

/** The release files that a list names; `undefined` where it cannot be read as one. */
export function namesListedIn(kind: ListKind, content: Buffer): readonly string[] | undefined {
  try {
    return kind === 'checksums'
      ? parseChecksums(content, 'the asset').entries.map(({ name }) => name)
      : statementSubjects(content)
  } catch {
    return undefined
  }
}

/** The subjects of the in-toto statement in a bundle's DSSE envelope (in-toto attestation framework, v1). */
function statementSubjects(content: Buffer): readonly string[] {
  const envelope = asObject(readJsonObject(content)['dsseEnvelope'], 'dsseEnvelope')
  const payload = Buffer.from(asString(envelope['payload'], 'payload'), 'base64')
  const subjects = asArray(readJsonObject(payload)['subject'], 'subject')
  return subjects.map((subject) => asString(asObject(subject, 'subject')['name'], 'name'))
}
