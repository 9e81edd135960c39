import { basename } from 'node:path'
import * as core from '@actions/core'
import { messageOf } from '../base/errors.ts'
import { printable, type Log } from '../base/log.ts'
import { markdownCode, markdownTable } from '../base/markdown.ts'
import type { SignedSubject, SigningResult } from './signing-result.ts'

/** Adds the job summary. The files are in place: a summary that cannot be written keeps nothing from being uploaded, and is a warning. */
export async function writeSignSummary(result: SigningResult, notes: string, log: Log): Promise<void> {
  try {
    await core.summary.addRaw(signSummary(result, notes), true).write()
  } catch (cause) {
    log.warning(`The job summary could not be written: ${printable(messageOf(cause))}`)
  }
}

/** The job summary of a sign run, Markdown: the key, a table of files, and how to verify. */
function signSummary(result: SigningResult, notes: string): string {
  const { key } = result
  const facts = [
    ['Key', markdownCode(key.id)],
    ['Algorithm', markdownCode(key.algorithm.name)],
    ['Public key', markdownCode(key.publicKey.fingerprint)],
  ]
  const subjects = result.checksums === undefined ? result.subjects : [...result.subjects, result.checksums]
  const count = `${result.signedCount} file${result.signedCount === 1 ? '' : 's'} signed`
  return [
    `## ${count} with Yandex Cloud KMS`,
    markdownTable(['', ''], facts),
    markdownTable(['File', 'Bytes', `Digest (${result.hash})`, 'Signature files'], subjects.map(row)),
    notes,
  ].join('\n\n')
}

function row(subject: SignedSubject): readonly string[] {
  return [
    markdownCode(subject.name),
    subject.size === undefined ? '' : String(subject.size),
    markdownCode(subject.digest.toString('hex')),
    subject.written.map((path) => markdownCode(basename(path))).join(', ') || '—',
  ]
}
