import { dirname } from 'node:path'
import * as core from '@actions/core'
import type { Environment } from '../base/environment.ts'
import { runnerLog as log } from '../runner/annotations.ts'
import { commonFolder } from '../files/names.ts'
import { findFiles, type Candidate } from './find-files.ts'
import { readInputs, type VerifyInputs } from './inputs.ts'
import { setVerifyOutputs } from './verify-outputs.ts'

/**
 * The verify action, from the runner's environment to outputs and summary. It makes no request.
 * What a run without files does not need is loaded only once there are some.
 * @throws ActionError whatever made the run fail
 */
export async function run(env: Environment): Promise<void> {
  const inputs = await readInputs(env)
  const found = await core.group('Find the files', () => findFiles(inputs, log))
  noticeKeyOfDownload(inputs, found)
  if (found.length === 0) {
    setVerifyOutputs({ files: [], problems: [], leftOut: [] }, inputs.workspace, log)
    return
  }
  const { verifyAndReport } = await import('./verify-and-report.ts')
  await verifyAndReport(inputs, found, log)
}

/** Whoever can replace the files can replace a key that lies with them. */
function noticeKeyOfDownload(
  { unpinnedKeyFile, signaturesDir, publicKeys }: VerifyInputs,
  found: readonly Candidate[],
) {
  if (unpinnedKeyFile === undefined) return
  const folder = commonFolder(found.map(({ path }) => dirname(path)))
  if (![folder, signaturesDir].includes(dirname(unpinnedKeyFile))) return
  log.notice(
    'The public key lies with the files that it is to prove. If it came with the download, it proves nothing: ' +
      `set \`fingerprint\` to the one that the publisher shows elsewhere (this key has ${publicKeys.map(({ fingerprint }) => fingerprint).join(', ')}), or keep the key in the repository.`,
  )
}
