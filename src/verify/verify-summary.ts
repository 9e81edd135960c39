import { counted } from '../base/log.ts'
import { foldedTable, markdownCode, markdownTable, markdownText } from '../base/markdown.ts'
import { displayPath } from '../base/display-path.ts'
import type { VerifyInputs } from './inputs.ts'
import { isVerified, type FileVerdict, type Problem, type Proof } from './verdict.ts'
import type { ReleaseVerdict } from './verify-release.ts'

type Where = Pick<VerifyInputs, 'workspace' | 'publicKeys'>

/** The job summary, Markdown: what is not verified comes first; the rest is folded up where it is long. */
export function verifySummary({ files, problems, leftOut }: ReleaseVerdict, inputs: Where): string {
  const { workspace, publicKeys } = inputs
  const verified = files.filter(isVerified)
  const failed = files.filter((file) => !isVerified(file))
  const others = problems.map((problem) => `- ${told(problem, workspace)}`).join('\n')
  const keys = publicKeys.map(({ fingerprint }) => markdownCode(fingerprint)).join(', ')
  const parts = [
    `## ${verified.length} of ${files.length} files verified`,
    `${publicKeys.length === 1 ? 'Trusted key' : 'Trusted keys'}: ${keys}`,
    ...(others === '' ? [] : [others]),
    ...(failed.length === 0
      ? []
      : [
          markdownTable(
            ['Not verified', 'Why', 'What is right'],
            failed.map((file) => failedRow(file, inputs)),
          ),
        ]),
    ...(verified.length === 0
      ? []
      : [
          foldedTable(
            counted(verified.length, 'verified file'),
            ['Verified', 'By'],
            verified.map((file) => [markdownCode(file.name), proofs(file, inputs)]),
          ),
        ]),
    ...(leftOut.length === 0 ? [] : [leftOutTable({ leftOut }, workspace)]),
  ]
  return parts.join('\n\n')
}

function failedRow(file: FileVerdict, inputs: Where): readonly string[] {
  const problems = file.problems.map((problem) => told(problem, inputs.workspace)).join('<br>')
  return [markdownCode(file.name), problems, proofs(file, inputs) || '—']
}

const proofs = (file: FileVerdict, inputs: Where): string =>
  file.proofs.map((proof) => tellProof(proof, inputs)).join(', ')

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
  const title = `${counted(leftOut.length, 'match', 'matches')} left out: they prove other files, or nothing`
  return foldedTable(title, ['File', 'Why'], rows, 0)
}

function told({ code, path, reason }: Problem, workspace: string): string {
  return `${code}: ${markdownCode(displayPath(path, workspace))} ${markdownText(reason)}`
}
