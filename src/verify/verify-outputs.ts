import type { Front } from '../base/front.ts'
import { displayPath } from '../base/display-path.ts'
import { isVerified, type FileVerdict, type LeftOut } from './verdict.ts'
import type { ReleaseVerdict } from './verify-release.ts'

/** Sets `verified-count` and `results`, of a run that fails too. @throws ActionError OUTPUT_FAILED */
export function setVerifyOutputs(verdict: ReleaseVerdict, workspace: string, front: Front): void {
  front.setOutput('verified-count', String(verdict.files.filter(isVerified).length))
  const full = results(verdict, workspace, true)
  // What proves each file is long, and of thousands of files the less there is room for.
  const fitting = front.fitsOutput(full) ? full : results(verdict, workspace, false)
  front.setOutput('results', fitting, 'The log names every file that is not verified.')
}

function results({ files, leftOut }: ReleaseVerdict, workspace: string, withProofs: boolean): string {
  const shown = (path: string) => displayPath(path, workspace)
  return JSON.stringify([
    ...files.map((file) => resultOf(file, shown, withProofs)),
    ...leftOut.map((match) => resultOfLeftOut(match, shown)),
  ])
}

function resultOf(file: FileVerdict, shown: (path: string) => string, withProofs: boolean): object {
  const { name, path, proofs, problems } = file
  const [first] = proofs
  return {
    name,
    path: shown(path),
    verified: isVerified(file),
    verifiedBy: proofs.map(({ by }) => by),
    ...(first === undefined ? {} : { keyFingerprint: first.keyFingerprint }),
    ...(withProofs && first !== undefined
      ? { proofs: proofs.map(({ source, ...proof }) => ({ ...proof, source: shown(source) })) }
      : {}),
    problems: problems.map(({ code, path: wrong, reason }) => ({ code, path: shown(wrong), reason })),
  }
}

function resultOfLeftOut({ path, why, proven }: LeftOut, shown: (path: string) => string): object {
  return { path: shown(path), verified: proven, leftOut: why }
}
