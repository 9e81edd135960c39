import { resolve } from 'node:path'
import { quoted, type InputReader } from './input-reader.ts'

/** What is to be stated about all release files, besides provenance. */
export interface AttestationInputs {
  /** Patterns of SBOMs, one per line. */
  readonly sbomPath: string | undefined
  /** A predicate of the user's own. */
  readonly predicate: { readonly type: string; /** Absolute. */ readonly path: string } | undefined
}

const TYPE_EXAMPLE = '`predicate-type: https://example.org/test-results/v1`'
const PATH_EXAMPLE = '`predicate-path: results.json`'

/** Reads which attestations are made. Faults go to `reader`. @param workspace what a path is relative to */
export function readAttestations(reader: InputReader, workspace: string): AttestationInputs {
  const type = reader.text('predicate-type')
  const path = reader.text('predicate-path')
  if (type === '' && path !== '')
    reader.fault('predicate-type', 'is empty, and `predicate-path` needs the type of its predicate', TYPE_EXAMPLE)
  if (type !== '' && path === '')
    reader.fault('predicate-path', 'is empty, and `predicate-type` needs the file with its predicate', PATH_EXAMPLE)
  if (type !== '') checkType(reader, type)
  if (/[\r\n\0]/u.test(path)) reader.fault('predicate-path', 'is not one path', PATH_EXAMPLE)
  return {
    sbomPath: reader.optional('sbom-path'),
    predicate: type === '' || path === '' ? undefined : { type, path: resolve(workspace, path) },
  }
}

function checkType(reader: InputReader, type: string): void {
  if (!/^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(type))
    reader.fault('predicate-type', `is ${quoted(type)}, which is not a URI`, TYPE_EXAMPLE)
  else if (/^https?:\/\/slsa\.dev\/provenance(?:\/|$)/iu.test(type))
    reader.fault(
      'predicate-type',
      'is SLSA provenance, which `sign: provenance` states of the run itself',
      TYPE_EXAMPLE,
    )
}
