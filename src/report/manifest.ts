import type { Environment } from '../base/environment.ts'
import { outputPath } from '../base/display-path.ts'
import { withoutSecrets } from '../base/secrets.ts'
import type { SignedSubject, SigningResult } from './signing-result.ts'

const NOTE =
  'This file is not signed and proves nothing: it lists what one run wrote. Trust the signatures, checked with a key that you have from elsewhere.'

/**
 * The manifest `signatures.json`, by schemas/signatures.schema.json: UTF-8, LF at the end.
 * @param result without the manifest's own entry in `written`, which the caller cannot know yet
 */
export function manifest(result: Omit<SigningResult, 'written'>, workspace: string, env: Environment): Buffer {
  const listed = (subject: SignedSubject): object => ({
    name: subject.name,
    path: subject.path,
    size: subject.size ?? null,
    digest: `${result.hash}:${subject.digest.toString('hex')}`,
    signature: subject.signature?.toString('base64') ?? null,
    files: subject.written.map((path) => outputPath(path, workspace)),
    // A service's words: it may repeat what it was sent.
    requestId: subject.requestId === undefined ? null : withoutSecrets(subject.requestId),
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
    files: result.subjects.map(listed),
    checksums: result.checksums === undefined ? null : listed(result.checksums),
    provenance: result.provenance.map((path) => outputPath(path, workspace)),
    attestations: result.attestations.map((path) => outputPath(path, workspace)),
    runFiles: [...result.runFiles.values()].map((path) => outputPath(path, workspace)),
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
