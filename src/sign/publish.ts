import { dirname } from 'node:path'
import { displayPath } from '../base/display-path.ts'
import { printable, type Log } from '../base/log.ts'
import type { PublicKey } from '../crypto/public-key.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { commonFolder } from '../files/names.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import type { uploadArtifact } from '../github/artifact/workflow-artifact.ts'
import { sshPrincipal } from '../formats/identity.ts'
import type { PreparedRelease } from '../github/releases/release-check.ts'
import type { ArtifactInputs } from '../inputs/artifact-inputs.ts'
import type { SigningResult } from '../report/signing-result.ts'
import { assetNames, knownOf, planOutputs } from './plan.ts'
import type { Run } from './run.ts'
import type { Services } from './services.ts'

/** Uploads everything that was written as one workflow artifact, and sets its outputs. */
export async function publishArtifact(
  upload: typeof uploadArtifact,
  { inputs, env, tasks, front, account }: Run,
  artifact: ArtifactInputs,
  { writtenPaths }: SigningResult,
): Promise<void> {
  const { log, mask } = front
  const root = commonFolder(writtenPaths.map((path) => dirname(path))) ?? inputs.workspace
  const request = { ...artifact, files: writtenPaths, root, overwrite: inputs.overwrite, env, mask }
  const { id, url, digest, name } = await upload(request, tasks.signal, log)
  log.info(`Uploaded ${writtenPaths.length} files as the artifact ${name}: ${url}`)
  account.uploads.push({ where: 'Workflow artifact', name, url, files: writtenPaths.length })
  front.setOutput('artifact-id', String(id))
  front.setOutput('artifact-url', url)
  front.setOutput('artifact-digest', digest)
}

/** Of a run that would upload an artifact where there is somebody to take it. */
export function noticeNoArtifact(log: Log): void {
  log.notice(
    'No workflow artifact was uploaded: there is no artifact service here (GitHub Enterprise Server, and runners of ' +
      'other systems, have none that this action can use). Everything that was written is in the workspace, and the ' +
      'output files names it. `upload-artifact: false` says that this is meant.',
  )
}

/** Looks the release up, where there is one to attach to, and sees that it takes what will be written. */
export async function prepareAssets(
  run: Run,
  { http }: Services,
  key: Promise<SigningKey>,
): Promise<PreparedRelease | undefined> {
  const { inputs, found, plan, env, limits, tasks, front } = run
  const { release, overwrite } = inputs
  if (release === undefined) return undefined
  // Loaded only for runs that have a release.
  const { prepareRelease } = await import('../github/releases/release-check.ts')
  const publicKey = async (): Promise<PublicKey> => (await key).publicKey
  const allNames = async (): Promise<readonly string[]> => assetNames(planOutputs(run, knownOf(await key), run.plan))
  const { log } = front
  const { signal } = tasks
  const { deadline } = limits
  const names = assetNames(plan)
  const signs = found.files.map(({ name }) => name)
  const principal = sshPrincipal(inputs.identity, inputs.keyId)
  const bounds = { http, log, signal, deadline, env }
  return prepareRelease({ ...bounds, ...release, overwrite, names, signs, principal, publicKey, allNames })
}

/** Attaches everything that was written but the manifest to the release, and sets the output. */
export async function publishAssets(
  { inputs, front, account }: Run,
  prepared: PreparedRelease,
  { writtenPaths, runFilePaths, key }: SigningResult,
): Promise<void> {
  const manifest = runFilePaths.get(MANIFEST_FILE)
  const files = writtenPaths.filter((path) => path !== manifest)
  const { attachAssets } = await import('../github/releases/release-assets.ts')
  const assets = await attachAssets(prepared, files, key.publicKey)
  // By these IDs the log of another job says which assets it deletes.
  for (const { path, name, id, left } of assets)
    front.log.debug(
      `${printable(displayPath(path, inputs.workspace))} is the asset ${printable(name)} (id ${id})${left ? ' that was there already' : ''}.`,
    )
  const { tag, htmlUrl } = prepared.release
  front.log.info(`The release ${printable(tag)} has all ${assets.length} files.`)
  account.uploads.push({ where: 'Release', name: tag, url: htmlUrl, files: assets.length })
  front.setOutput('release-asset-urls', assets.map(({ url }) => url).join('\n'), 'Read them from the release.')
}
