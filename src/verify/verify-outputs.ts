import * as core from '@actions/core'
import type { Log } from '../base/log.ts'
import { setBoundedOutput } from '../runner/outputs.ts'
import { outputPath } from '../base/display-path.ts'
import { isVerified } from './verdict.ts'
import type { ReleaseVerdict } from './verify-release.ts'

/** Sets `verified-count` and `results`, of a run that fails too. */
export function setVerifyOutputs({ files }: ReleaseVerdict, workspace: string, log: Log): void {
  const shown = (path: string) => outputPath(path, workspace)
  const results = files.map((file) => ({
    name: file.name,
    path: shown(file.path),
    verified: isVerified(file),
    verifiedBy: file.verifiedBy,
    problems: file.problems.map(({ code, path, reason }) => ({ code, path: shown(path), reason })),
  }))
  core.setOutput('verified-count', String(files.filter(isVerified).length))
  setBoundedOutput('results', JSON.stringify(results), 'The log names every file that is not verified.', log)
}
