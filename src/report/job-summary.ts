import { basename } from 'node:path'
import type { ActionError } from '../base/errors.ts'
import { counted, sized } from '../base/log.ts'
import { foldedTable, markdownBlock, markdownCode, markdownLink } from '../base/markdown.ts'
import { imageTable } from './image-report.ts'
import type { DryRunAccount, RunAccount } from './run-account.ts'
import type { SignedFile, SigningResult } from './signing-result.ts'

/** What a run ended in. */
interface ToldFailure {
  readonly failure: ActionError
  /** Page that explains its code, where one is known. */
  readonly help: string | undefined
}

/**
 * The job summary of a sign run, Markdown: what was signed and uploaded, what went wrong, and how to verify it. Tables of
 * many rows are folded up, and their widest column is the last.
 * @param failed what the run ended in, where it failed
 */
export function signSummary(account: RunAccount, failed?: ToldFailure): string {
  const { signed, dryRun } = account
  if (failed !== undefined && signed === undefined) return failureSummary('Nothing was signed', failed)
  const parts = [
    ...(signed === undefined ? [] : signedParts(account, signed.result, failed)),
    ...(dryRun === undefined ? [] : dryRunParts(dryRun)),
    ...(signed === undefined && dryRun === undefined ? ['## No files found, and nothing signed'] : []),
    ...(account.images === undefined ? [] : [imageTable(account.images)]),
    ...(signed === undefined ? [] : [signed.notes]),
  ]
  return parts.join('\n\n')
}

/** The job summary of a run that came to nothing. @param what did not happen, `Nothing was signed` */
export function failureSummary(what: string, failed: ToldFailure): string {
  return [`## ${what}: ${failed.failure.code}`, ...told(failed)].join('\n\n')
}

function told({ failure, help }: ToldFailure): string[] {
  const { code, message, hint } = failure
  const link = help === undefined ? [] : [markdownLink(`What ${code} means, and what to do`, help)]
  return [markdownBlock(hint === undefined ? message : `${message}\n\n${hint}`), ...link]
}

function signedParts(account: RunAccount, result: SigningResult, failed: ToldFailure | undefined): readonly string[] {
  const { files, signedCount, hash } = result
  const images = result.images.length
  const what = [
    ...(signedCount === 0 && images > 0 ? [] : [counted(signedCount, 'file')]),
    ...(images === 0 ? [] : [counted(images, 'image')]),
  ]
  const later = 'The signatures are made and in place, but a later step failed'
  const header = ['File', 'Size', 'Signature files', `Digest (${hash})`]
  return [
    `## ${what.join(' and ')} signed with Yandex Cloud KMS`,
    ...(failed === undefined ? [] : [`**${later}: ${failed.failure.code}**`, ...told(failed)]),
    facts(account, result),
    ...(files.length === 0 ? [] : [foldedTable(counted(files.length, 'file'), header, files.map(row))]),
  ]
}

const codes = (names: readonly string[]): string => names.map((name) => markdownCode(name)).join(', ')

const namesOf = (paths: readonly string[]): string => codes(paths.map((path) => basename(path)))

/** A list, since a table of two columns would have a header that says nothing. */
function facts({ uploads }: RunAccount, result: SigningResult): string {
  const { key, checksums, provenancePaths, attestationPaths } = result
  const lines = [
    `Key: ${markdownCode(key.id)}, ${markdownCode(key.algorithm.name)}`,
    `Public key: ${markdownCode(key.publicKey.fingerprint)}`,
    ...(checksums === undefined ? [] : [`Checksum file: ${markdownCode(checksums.name)}${signedBy(checksums)}`]),
    ...(provenancePaths.length === 0 ? [] : [`Provenance: ${namesOf(provenancePaths)}`]),
    ...(attestationPaths.length === 0 ? [] : [`Attestations: ${namesOf(attestationPaths)}`]),
    ...uploads.map(({ where, name, url, files }) => `${where}: ${markdownLink(name, url)}, ${counted(files, 'file')}`),
  ]
  return lines.map((line) => `- ${line}`).join('\n')
}

/** Of a checksum file, which is among the files that were written with it. */
function signedBy(file: SignedFile): string {
  const files = signatureFiles(file)
  return files.length === 0 ? '' : `, signed by ${codes(files)}`
}

function signatureFiles({ name, writtenPaths }: SignedFile): readonly string[] {
  return writtenPaths.map((path) => basename(path)).filter((written) => written !== basename(name))
}

/** Nothing in it is markup. */
const EXTENSION = /^(?:\.[a-z0-9]+)+$/u

/** Of the signature files what their names have more than the file's, without a frame, so that the digest beside them is seen whole. */
function row(file: SignedFile): readonly string[] {
  const { name, size, digest } = file
  const own = basename(name)
  const extensions = signatureFiles(file).map((path) => (path.startsWith(own) ? path.slice(own.length) : path))
  return [
    markdownCode(name),
    size === undefined ? '—' : sized(size).replace(' ', '\u00a0'),
    extensions.map((added) => (EXTENSION.test(added) ? added : markdownCode(added))).join(', ') || '—',
    markdownCode(digest.toString('hex')),
  ]
}

function dryRunParts({ files, displayPaths, kmsCalls, images }: DryRunAccount): readonly string[] {
  const rows = files.map(({ name, digest }) => [markdownCode(name), markdownCode(digest)])
  const paths = displayPaths.map((path) => [markdownCode(path)])
  return [
    `## Dry run: ${counted(files.length, 'file')} would be signed with ${counted(kmsCalls, 'KMS call')}`,
    'Nothing was requested or written.',
    ...(images.length === 0
      ? []
      : [`### Images that would be signed\n\n${images.map((image) => `- ${markdownCode(image)}`).join('\n')}`]),
    ...(rows.length === 0 ? [] : [foldedTable(counted(rows.length, 'file'), ['File', 'Digest'], rows)]),
    `### ${counted(displayPaths.length, 'file')} would be written`,
    foldedTable('All of them', ['File'], paths, 30),
  ]
}
