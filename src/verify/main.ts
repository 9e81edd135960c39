import { dirname, resolve } from 'node:path'
import type { Environment } from '../base/environment.ts'
import { ActionError } from '../base/errors.ts'
import type { Front } from '../base/front.ts'
import type { Log } from '../base/log.ts'
import { commonFolder } from '../files/names.ts'
import { helpLink } from '../runner/help-link.ts'
import { findFiles, type Candidate } from './find-files.ts'
import { readInputs, type VerifyInputs } from './inputs.ts'
import { setVerifyOutputs } from './verify-outputs.ts'

/**
 * The verify action, from the environment to outputs and summary. It makes no request.
 * What a run without files does not need is loaded only once there are some.
 * @throws ActionError whatever made the run fail
 */
export async function run(env: Environment, front: Front): Promise<void> {
  const told: string[] = []
  const addSummary = (markdown: string): void => {
    told.push(markdown)
    front.addSummary(markdown)
  }
  try {
    await stages(env, { ...front, addSummary })
  } catch (thrown) {
    if (told.length > 0 || !(thrown instanceof ActionError)) throw thrown
    const { withMeaning, withShortPaths } = await import('../report/outcome.ts')
    const workspace = resolve(env['GITHUB_WORKSPACE'] ?? '.')
    const failure = withMeaning(withShortPaths(thrown, workspace), 'Nothing was verified.')
    const { failureSummary } = await import('../report/job-summary.ts')
    front.addSummary(failureSummary('Nothing was verified', { failure, help: helpLink(failure.code, env) }))
    throw failure
  }
}

async function stages(env: Environment, front: Front): Promise<void> {
  const inputs = await readInputs(env)
  const found = await front.group('Find the files', () => findFiles(inputs, front.log))
  noticeKeyOfDownload(inputs, found, front.log)
  if (found.length === 0) {
    setVerifyOutputs({ files: [], problems: [], leftOut: [] }, inputs.workspace, front)
    return
  }
  const { verifyAndReport } = await import('./verify-and-report.ts')
  await verifyAndReport(inputs, found, front)
}

/** Whoever can replace the files can replace a key that lies with them. */
function noticeKeyOfDownload(
  { unpinnedKeyFile, signaturesDir, publicKeys }: VerifyInputs,
  found: readonly Candidate[],
  log: Log,
): void {
  if (unpinnedKeyFile === undefined) return
  const folder = commonFolder(found.map(({ path }) => dirname(path)))
  if (![folder, signaturesDir].includes(dirname(unpinnedKeyFile))) return
  log.notice(
    'The public key lies with the files that it is to prove. If it came with the download, it proves nothing: ' +
      `set \`fingerprint\` to the one that the publisher shows elsewhere (this key has ${publicKeys.map(({ fingerprint }) => fingerprint).join(', ')}), or keep the key in the repository.`,
  )
}
