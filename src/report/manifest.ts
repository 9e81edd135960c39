import type { Environment } from '../base/environment.ts'
import { displayPath } from '../base/display-path.ts'
import { withoutSecrets } from '../base/secrets.ts'
import type { SignedFile, SigningResult } from './signing-result.ts'

const NOTE =
  'This file is not signed and proves nothing: it lists what one run wrote. Trust the signatures, checked with a key that you have from elsewhere.'

/**
 * The manifest `signatures.json`, by schemas/signatures.schema.json: UTF-8, LF at the end.
 * @param result without the manifest's own entry in `writtenPaths`, which the caller cannot know yet
 */
export function manifest(result: Omit<SigningResult, 'writtenPaths'>, workspace: string, env: Environment): Buffer {
  const listed = (file: SignedFile): object => ({
    name: file.name,
    path: file.displayPath,
    size: file.size ?? null,
    digest: `${result.hash}:${file.digest.toString('hex')}`,
    signature: file.signature?.toString('base64') ?? null,
    files: file.writtenPaths.map((path) => displayPath(path, workspace)),
    // A service's words: it may repeat what it was sent.
    requestId: file.requestId === undefined ? null : withoutSecrets(file.requestId),
  })
  const shown = {
    version: 1,
    note: NOTE,
    keyId: result.key.id,
    algorithm: result.key.algorithm.name,
    fingerprint: result.key.publicKey.fingerprint,
    repository: env['GITHUB_REPOSITORY'] ?? null,
    ref: env['GITHUB_REF'] ?? null,
    commit: env['GITHUB_SHA'] ?? null,
    run: run(env),
    files: result.files.map(listed),
    checksums: result.checksums === undefined ? null : listed(result.checksums),
    provenance: result.provenancePaths.map((path) => displayPath(path, workspace)),
    attestations: result.attestationPaths.map((path) => displayPath(path, workspace)),
    runFiles: [...result.runFilePaths.values()].map((path) => displayPath(path, workspace)),
    ...(result.images.length === 0 ? {} : { images: result.images }),
  }
  return Buffer.from(`${JSON.stringify(shown, null, 2)}\n`)
}

function run(env: Environment): object | null {
  const id = env['GITHUB_RUN_ID']
  if (!id) return null
  return { id, attempt: env['GITHUB_RUN_ATTEMPT'] ?? null, url: runUrl(env) ?? null }
}

/** The page of the workflow run, where it is known. */
export function runUrl(env: Environment): string | undefined {
  const { GITHUB_RUN_ID: id, GITHUB_REPOSITORY: repository } = env
  if (!id || !repository) return undefined
  return `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}/actions/runs/${id}`
}
