import { ActionError, type ErrorCode } from '../base/errors.ts'
import { listed, printable, type Log } from '../base/log.ts'
import { displayPath } from '../base/display-path.ts'
import { isVerified, type Problem } from './verdict.ts'
import type { ReleaseVerdict } from './verify-release.ts'

/** What to do about each kind of problem, the worst first: the first that there is becomes the run's code. */
const HINTS: ReadonlyMap<ErrorCode, string> = new Map([
  [
    'SIGNATURE_INVALID',
    'Do not use what is named here. Download it again; if it is still wrong, ask the publisher, and compare the fingerprint of the public key with the one that they publish outside the release. Signature files by other keys or programs can be left out with `formats`.',
  ],
  [
    'UNSAFE_FILE',
    'Do not use what is named here: somebody may have made another signature of the same key look like one over this file.',
  ],
  [
    'KEY_MISMATCH',
    'Do not use what is named here. If the publisher changed the key, get the new one from where you got the old one, and name both in `public-key`; see docs/rotation.md.',
  ],
  [
    'POLICY_VIOLATION',
    'Do not use what is named here: the key signed it, but for another repository, ref or workflow than `policy` asks for. If the policy is out of date, change it; else ask the publisher.',
  ],
  [
    'CHECKSUM_MISMATCH',
    'Do not use what is named here. Download it again; a file that is not part of the release has to be left out of `files` by a line with `!`, and a signed checksum file of the release belongs in `checksums`.',
  ],
  ['FILE_CHANGED', 'Check that no other step writes to the files while they are verified.'],
  ['FILE_UNREADABLE', 'Check that the files are there and that the runner may read them.'],
  [
    'SIGNATURE_MISSING',
    'Download the signature files as well, and say with `signatures-dir` where they are. If the release has one signed checksum file or signed statements in their place, name them in `checksums`, `provenance` or `attestations`. Files that are not signed have to be left out of `files` by a line with `!`.',
  ],
])

/**
 * The failure of a run in which not every file is verified, or `undefined`. The log gets a line for every problem;
 * the message names the files by the kind of problem.
 */
export function failureOf(verdict: ReleaseVerdict, workspace: string, log: Log): ActionError | undefined {
  const { files } = verdict
  const problems = [...verdict.problems, ...files.flatMap((file) => file.problems)]
  const unverified = files.filter((file) => !isVerified(file)).length
  if (problems.length === 0 && unverified === 0) return undefined
  const lineOf = ({ path, reason }: Problem) => `${printable(displayPath(path, workspace), 300)} ${reason}`
  for (const problem of problems) log.info(`${problem.code}: ${lineOf(problem)}`)
  const byCode = Map.groupBy(problems, ({ code }) => code)
  const codes = [...HINTS.keys()].filter((code) => byCode.has(code))
  const paragraphs = codes.map(
    (code) => `${code}:\n${listed((byCode.get(code) ?? []).map(lineOf), limit(codes.length))}`,
  )
  const head =
    unverified > 0
      ? `${unverified} of ${files.length} files not verified.`
      : 'What should prove the files is wrong itself, whatever else proves them.'
  const [worst = 'INTERNAL_ERROR'] = codes
  return new ActionError(worst, [head, ...paragraphs].join('\n'), {
    hint: codes.map((code) => HINTS.get(code)).join('\n'),
  })
}

/** An annotation names 20 files at most, and each kind of problem some. */
function limit(kinds: number): number {
  return Math.floor(20 / Math.max(1, kinds))
}
