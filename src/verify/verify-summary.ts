import { markdownCode, markdownTable, markdownText } from '../base/markdown.ts'
import { displayPath } from '../base/display-path.ts'
import type { VerifyInputs } from './inputs.ts'
import { isVerified, type FileVerdict, type Problem, type Proof } from './verdict.ts'
import type { ReleaseVerdict } from './verify-release.ts'

type Where = Pick<VerifyInputs, 'workspace' | 'publicKeys'>

/** The job summary, Markdown: what is not verified comes first. */
export function verifySummary({ files, problems, leftOut }: ReleaseVerdict, inputs: Where): string {
  const { workspace, publicKeys } = inputs
  const verified = files.filter(isVerified)
  const failed = files.filter((file) => !isVerified(file))
  const rows = [...failed, ...verified].map((file) => row(file, inputs))
  const others = problems.map((problem) => `- ${told(problem, workspace)}\n`).join('')
  const keys = publicKeys.map(({ fingerprint }) => markdownCode(fingerprint)).join(', ')
  return [
    `## ${verified.length} of ${files.length} files verified\n`,
    `${publicKeys.length === 1 ? 'Trusted key' : 'Trusted keys'}: ${keys}\n`,
    ...(others === '' ? [] : [others]),
    markdownTable(['File', 'Verified', 'By', 'Problems'], rows),
    ...(leftOut.length === 0 ? [] : [leftOutTable({ leftOut }, workspace)]),
  ].join('\n')
}

function row(file: FileVerdict, inputs: Where): readonly string[] {
  const problems = file.problems.map((problem) => told(problem, inputs.workspace)).join('<br>')
  const by = file.proofs.map((proof) => tellProof(proof, inputs)).join(', ')
  return [markdownCode(file.name), isVerified(file) ? 'yes' : '**no**', by, problems]
}

/** Signature files are found by their format; of all else, which one it is, what run it is about; which key of several. */
function tellProof({ by, source, run, keyFingerprint }: Proof, { workspace, publicKeys }: Where): string {
  const isElsewhere = by === 'checksums' || by === 'provenance' || by === 'attestations'
  const about = [run?.repository, run?.ref].filter((fact) => fact !== undefined)
  const details = [
    ...(isElsewhere ? [markdownCode(displayPath(source, workspace))] : []),
    ...(about.length === 0 ? [] : [`of ${about.map((fact) => markdownCode(fact)).join(' ')}`]),
    ...(publicKeys.length === 1 ? [] : [`key ${markdownCode(keyFingerprint.slice(0, 'sha256:'.length + 12))}…`]),
  ]
  return details.length === 0 ? by : `${by} (${details.join(', ')})`
}

function leftOutTable({ leftOut }: Pick<ReleaseVerdict, 'leftOut'>, workspace: string): string {
  const rows = leftOut.map(({ path, why }) => [markdownCode(displayPath(path, workspace)), markdownText(why)])
  return `\n<details><summary>${leftOut.length} matches left out: they are proof, or prove nothing</summary>\n\n${markdownTable(['File', 'Why'], rows)}\n</details>\n`
}

function told({ code, path, reason }: Problem, workspace: string): string {
  return `${code}: ${markdownCode(displayPath(path, workspace))} ${markdownText(reason)}`
}
