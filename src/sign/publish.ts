import * as core from '@actions/core'
import { dirname } from 'node:path'
import { commonFolder } from '../files/names.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import { printable } from '../base/log.ts'
import { setBoundedOutput } from '../runner/outputs.ts'
import { attachAssets } from '../github/releases/release-assets.ts'
import { prepareRelease, type PreparedRelease } from '../github/releases/release-check.ts'
import type { SigningResult } from '../report/signing-result.ts'
import type { uploadArtifact } from '../github/artifact/workflow-artifact.ts'
import type { PublicKey } from '../crypto/public-key.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { ArtifactInputs } from '../inputs/artifact-inputs.ts'
import { knownWithoutRequests } from './known-of-key.ts'
import { assetNames, outputRequest, plannedPaths } from './output-plan.ts'
import type { Services } from './services.ts'
import type { Run } from './run.ts'

/** Uploads everything that was written as one workflow artifact, and sets its outputs. */
export async function publishArtifact(
  upload: typeof uploadArtifact,
  { inputs, env, tasks, log }: Run,
  artifact: ArtifactInputs,
  { written }: SigningResult,
): Promise<void> {
  const root = commonFolder(written.map((path) => dirname(path))) ?? inputs.workspace
  const request = { ...artifact, files: written, root, overwrite: inputs.overwrite, env }
  const { id, url, digest, name } = await upload(request, tasks.signal, log)
  log.info(`Uploaded ${written.length} files as the artifact ${name}: ${url}`)
  core.setOutput('artifact-id', String(id))
  core.setOutput('artifact-url', url)
  core.setOutput('artifact-digest', digest)
}

/** Looks the release up, where there is one to attach to, and sees that it takes what will be written. */
export async function prepareAssets(
  { inputs, found, env, limits, tasks, log }: Run,
  { http }: Services,
  key: Promise<SigningKey>,
): Promise<PreparedRelease | undefined> {
  const { release, overwrite } = inputs
  if (release === undefined) return undefined
  const names = assetNames(plannedPaths(outputRequest(inputs, found, knownWithoutRequests(inputs, found))))
  const publicKey = async (): Promise<PublicKey> => (await key).publicKey
  const { signal } = tasks
  const { deadline } = limits
  return prepareRelease({ http, log, signal, deadline, env, ...release, overwrite, names, publicKey })
}

/** Attaches everything that was written but the manifest to the release, and sets the output. */
export async function publishAssets(
  { inputs, log }: Run,
  prepared: PreparedRelease,
  { written, runFiles, key }: SigningResult,
): Promise<void> {
  const manifest = runFiles.get(MANIFEST_FILE)
  const files = written.filter((path) => path !== manifest)
  const assets = await attachAssets(prepared, files, key.publicKey)
  log.info(`The release ${printable(inputs.release?.tag ?? '')} has all ${assets.length} files.`)
  const urls = assets.map(({ url }) => url).join('\n')
  setBoundedOutput('release-asset-urls', urls, 'Read them from the release.', log)
}
