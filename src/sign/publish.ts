import * as core from '@actions/core'
import { dirname } from 'node:path'
import { commonFolder } from '../file-names.ts'
import type { SigningResult } from '../outputs/signing-result.ts'
import type { uploadArtifact } from '../outputs/workflow-artifact.ts'
import type { ArtifactInputs } from './inputs.ts'
import type { Run } from './sign-and-publish.ts'

/** Uploads everything that was written as one workflow artifact, and sets its outputs. */
export async function publishArtifact(
  upload: typeof uploadArtifact,
  { inputs, env, limits, log }: Run,
  artifact: ArtifactInputs,
  { written }: SigningResult,
): Promise<void> {
  const root = commonFolder(written.map((path) => dirname(path))) ?? inputs.workspace
  const request = { ...artifact, files: written, root, overwrite: inputs.overwrite, env }
  const { id, url, digest, name } = await upload(request, limits.signal, log)
  log.info(`Uploaded ${written.length} files as the artifact ${name}: ${url}`)
  core.setOutput('artifact-id', String(id))
  core.setOutput('artifact-url', url)
  core.setOutput('artifact-digest', digest)
}
