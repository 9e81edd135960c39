import * as core from '@actions/core'
import { messageOf } from '../base/errors.ts'
import { printable, type Log } from '../base/log.ts'
import { markdownCode, markdownTable, markdownText } from '../base/markdown.ts'
import { outputPath } from '../base/display-path.ts'
import type { VerifyInputs } from './inputs.ts'
import { isVerified, type FileVerdict, type Problem } from './verdict.ts'
import type { ReleaseVerdict } from './verify-release.ts'

type Where = Pick<VerifyInputs, 'workspace' | 'publicKey'>

/** Adds the job summary. A summary that cannot be written changes no verdict: it is a warning. */
export async function writeVerifySummary(verdict: ReleaseVerdict, inputs: Where, log: Log): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY'] === undefined) return
  try {
    await core.summary.addRaw(verifySummary(verdict, inputs)).write()
  } catch (cause) {
    log.warning(`The job summary could not be written: ${printable(messageOf(cause))}`)
  }
}

/** The job summary, Markdown: what is not verified comes first. */
export function verifySummary({ files, problems }: ReleaseVerdict, { workspace, publicKey }: Where): string {
  const verified = files.filter(isVerified)
  const failed = files.filter((file) => !isVerified(file))
  const rows = [...failed, ...verified].map((file) => row(file, workspace))
  const others = problems.map((problem) => `- ${told(problem, workspace)}\n`).join('')
  return [
    `## ${verified.length} of ${files.length} files verified\n`,
    `Trusted key: ${markdownCode(publicKey.fingerprint)}\n`,
    ...(others === '' ? [] : [others]),
    markdownTable(['File', 'Verified', 'By', 'Problems'], rows),
  ].join('\n')
}

function row(file: FileVerdict, workspace: string): readonly string[] {
  const problems = file.problems.map((problem) => told(problem, workspace)).join('<br>')
  return [markdownCode(file.name), isVerified(file) ? 'yes' : '**no**', file.verifiedBy.join(', '), problems]
}

function told({ code, path, reason }: Problem, workspace: string): string {
  return `${code}: ${markdownCode(outputPath(path, workspace))} ${markdownText(reason)}`
}
