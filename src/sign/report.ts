import type { Front } from '../base/front.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import { printable, type Log } from '../base/log.ts'
import { displayPath } from '../base/display-path.ts'
import type { SignedFile, SigningResult } from '../report/signing-result.ts'

const IN_MANIFEST = 'Read it from the file in manifest-path.'

/**
 * Sets the outputs that are known once the files are in place.
 * @throws ActionError OUTPUT_FAILED; the log names all files then, which no output does
 */
export function setSigningOutputs(result: SigningResult, notes: string, workspace: string, front: Front): void {
  warnOfMisreadNames(result.writtenPaths, workspace, front.log)
  try {
    setAll(result, notes, workspace, front)
  } catch (thrown) {
    front.log.info('These files are signed and in place:')
    for (const path of result.writtenPaths) front.log.info(`  ${printable(displayPath(path, workspace))}`)
    throw thrown
  }
}

function setAll(result: SigningResult, notes: string, workspace: string, front: Front): void {
  const lines = (paths: readonly string[]): string => paths.map((path) => displayPath(path, workspace)).join('\n')
  const runFile = (name: string): string => lines([result.runFilePaths.get(name) ?? []].flat())
  const set = (name: string, value: string): void => {
    front.setOutput(name, value, IN_MANIFEST)
  }
  set('files', lines(result.writtenPaths))
  set('signed-count', String(result.signedCount))
  set('signatures', JSON.stringify(rawSignatures(result)))
  set('manifest-path', runFile(MANIFEST_FILE))
  set('checksums-path', result.checksums?.displayPath ?? '')
  set('provenance-paths', lines(result.provenancePaths))
  set('attestation-paths', lines(result.attestationPaths))
  set('public-key-path', runFile('kms-public-key.pem'))
  set('public-key-fingerprint', result.key.publicKey.fingerprint)
  set('algorithm', result.key.algorithm.name)
  set('verification-notes', notes)
}

/** The outputs of a run that found nothing to sign and may say so. */
export function setEmptyOutputs(front: Front): void {
  front.setOutput('files', '')
  front.setOutput('signed-count', '0')
  front.setOutput('signatures', '{}')
}

function rawSignatures({ files, checksums }: SigningResult): Readonly<Record<string, string>> {
  const signed = [...files, ...(checksums === undefined ? [] : [checksums])]
  return Object.fromEntries(
    signed.flatMap(({ name, signature }: SignedFile) =>
      signature === undefined ? [] : [[name, signature.toString('base64')]],
    ),
  )
}

/** `softprops/action-gh-release` reads each line as a pattern, and a comma inside it as two. */
function warnOfMisreadNames(written: readonly string[], workspace: string, log: Log): void {
  const misread = written
    .map((path) => displayPath(path, workspace))
    .filter((path) => /[*?[\]{}!,\\]|^\s|\s$|^#/u.test(path))
  if (misread.length === 0) return
  const names = misread.slice(0, 20).map((path) => `"${printable(path, 200)}"`)
  log.warning(
    `The output files has ${misread.length} paths that an action which takes patterns would misread, such as ` +
      `${names.join(', ')}. Use release-assets, or name the files without * ? [ ] { } ! , and \\.`,
  )
}
