import { basename } from 'node:path'
import type { ActionError } from '../base/errors.ts'
import { counted } from '../base/log.ts'
import { markdownBlock, markdownCode, markdownLink, markdownTable } from '../base/markdown.ts'
import { imageTable } from './image-report.ts'
import type { DryRunAccount, RunAccount } from './run-account.ts'
import type { SignedFile, SigningResult } from './signing-result.ts'

/**
 * The job summary of a sign run, Markdown: what was signed and uploaded, how to verify it, and what went wrong.
 * @param failure what the run ended in, where it failed
 */
export function signSummary(account: RunAccount, failure?: ActionError): string {
  const { signed, dryRun, uploads } = account
  if (failure !== undefined && signed === undefined) return failureSummary('Nothing was signed', failure)
  const uploaded = uploads.map(({ where, name, url, files }) => {
    return `- ${where} ${markdownLink(name, url)}: ${counted(files, 'file')}`
  })
  const parts = [
    ...(signed === undefined ? [] : signedParts(signed.result)),
    ...(dryRun === undefined ? [] : dryRunParts(dryRun)),
    ...(signed === undefined && dryRun === undefined ? ['## No files found, and nothing signed'] : []),
    ...(account.images === undefined ? [] : [imageTable(account.images)]),
    ...(uploaded.length === 0 ? [] : [`### Uploaded\n\n${uploaded.join('\n')}`]),
    ...(signed === undefined ? [] : [signed.notes]),
  ]
  if (failure !== undefined) {
    const what = 'The signatures are made and in place, but a later step failed'
    parts.splice(1, 0, `**${what}: ${failure.code}**\n\n${markdownBlock(toldOf(failure))}`)
  }
  return parts.join('\n\n')
}

/** The job summary of a run that came to nothing. @param what did not happen, `Nothing was signed` */
export function failureSummary(what: string, failure: ActionError): string {
  return `## ${what}: ${failure.code}\n\n${markdownBlock(toldOf(failure))}`
}

function toldOf({ message, hint }: ActionError): string {
  return hint === undefined ? message : `${message}\n\n${hint}`
}

function signedParts(result: SigningResult): readonly string[] {
  const { key } = result
  const facts = [
    ['Key', markdownCode(key.id)],
    ['Algorithm', markdownCode(key.algorithm.name)],
    ['Public key', markdownCode(key.publicKey.fingerprint)],
  ]
  const files = result.checksums === undefined ? result.files : [...result.files, result.checksums]
  const images = result.images.length
  const what = [
    ...(result.signedCount === 0 && images > 0 ? [] : [counted(result.signedCount, 'file')]),
    ...(images === 0 ? [] : [counted(images, 'image')]),
  ]
  return [
    `## ${what.join(' and ')} signed with Yandex Cloud KMS`,
    markdownTable(['', ''], facts),
    ...(files.length === 0
      ? []
      : [markdownTable(['File', 'Bytes', `Digest (${result.hash})`, 'Signature files'], files.map(row))]),
  ]
}

function row(file: SignedFile): readonly string[] {
  return [
    markdownCode(file.name),
    file.size === undefined ? '' : String(file.size),
    markdownCode(file.digest.toString('hex')),
    file.writtenPaths.map((path) => markdownCode(basename(path))).join(', ') || '—',
  ]
}

function dryRunParts({ files, displayPaths, kmsCalls, images }: DryRunAccount): readonly string[] {
  const rows = files.map(({ name, digest }) => [markdownCode(name), markdownCode(digest)])
  return [
    `## Dry run: ${counted(files.length, 'file')} would be signed with ${counted(kmsCalls, 'KMS call')}`,
    'Nothing was requested or written.',
    ...(images.length === 0
      ? []
      : [`### Images that would be signed\n\n${images.map((image) => `- ${markdownCode(image)}`).join('\n')}`]),
    markdownTable(['File', 'Digest'], rows),
    `### ${counted(displayPaths.length, 'file')} would be written`,
    markdownTable(
      ['File'],
      displayPaths.map((path) => [markdownCode(path)]),
    ),
  ]
}
