import { resolve } from 'node:path'
import type { Format } from '../formats/format.ts'
import { identityFault } from '../formats/identity.ts'
import { ActionError } from '../base/errors.ts'
import { artifactServiceAvailable } from '../github/artifact/artifact-service.ts'
import type { HashAlgorithm } from '../crypto/public-key.ts'
import type { Pin } from '../crypto/pin.ts'
import type { CredentialChoice } from '../yandex/credentials/types.ts'
import type { EndpointInputs } from '../yandex/endpoints.ts'
import { readCredentialChoice } from './credential-inputs.ts'
import { readEndpoints } from './endpoint-inputs.ts'
import { HASH_CHOICES, InputReader, quoted } from '../inputs/input-reader.ts'
import type { Environment } from '../base/environment.ts'
import { pemTextOrFile, readKeyPin } from '../inputs/key-pin.ts'

/** The values of the input `sign`. */
export type SignTarget = 'files' | 'checksums' | 'provenance'

/** All inputs, checked: what the stages of a run work from. */
export interface SignInputs {
  readonly keyId: string
  /** Which input names the release files, and its text. */
  readonly source: { readonly kind: 'files' | 'subject-checksums'; readonly patterns: string }
  readonly targets: readonly SignTarget[]
  readonly formats: readonly Format[]
  readonly hashAlgorithm: HashAlgorithm | 'auto'
  readonly identity: string
  /** PEM text. */
  readonly certificate: string | undefined
  readonly pin: Pin
  /** `undefined` only in a dry run. */
  readonly credential: CredentialChoice | undefined
  readonly revokeToken: boolean
  readonly workspace: string
  /** Absolute, or `undefined`: beside the files. */
  readonly outputDir: string | undefined
  readonly overwrite: boolean
  readonly ifNoFilesFound: 'error' | 'warn' | 'ignore'
  /** 0: no limit. */
  readonly maxFiles: number
  readonly artifact: ArtifactInputs | undefined
  readonly release: ReleaseInputs | undefined
  readonly maxConcurrency: number
  readonly timeoutMs: number
  readonly dryRun: boolean
  readonly endpoints: Omit<EndpointInputs, 'needsIam'>
}

export interface ArtifactInputs {
  readonly name: string
  /** Whether the name has the form of the default, so that a taken one gets a number. */
  readonly nameIsDefault: boolean
  readonly retentionDays: number | undefined
}

export interface ReleaseInputs {
  readonly tag: string
  /** A secret. */
  readonly token: string
}

const FORMATS: readonly Format[] = ['sig', 'base64', 'sigstore', 'sshsig', 'openpgp', 'cms']
const TARGETS: readonly SignTarget[] = ['files', 'checksums', 'provenance']
const MAX_TIMEOUT_MINUTES = 6 * 60 * 24 * 5 // far above any job's own limit; setTimeout takes 24 days

/**
 * The inputs as the runner hands them over (`INPUT_*`), with the rules between them.
 * @throws ActionError INVALID_INPUT naming every fault at once
 */
export async function readInputs(env: Environment): Promise<SignInputs> {
  const reader = new InputReader(env)
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? '.')
  const dryRun = reader.boolean('dry-run', false)
  const outputDir = reader.optional('output-dir')
  const source = readSource(reader)
  const formats = reader.list('formats', FORMATS, ['sig'])
  checkDigestFormats(reader, source.kind, formats)
  const identity = reader.text('identity') || `Yandex Cloud KMS key ${reader.text('key-id')}`
  const fault = identityFault(identity, formats)
  if (fault !== undefined) {
    reader.fault('identity', `is ${quoted(identity)}: ${fault}`, '`identity: Example Project <releases@example.org>`')
  }
  const inputs: SignInputs = {
    keyId: readKeyId(reader),
    source,
    targets: reader.list('sign', TARGETS, ['files']),
    formats,
    hashAlgorithm: reader.choice('hash-algorithm', HASH_CHOICES, 'auto'),
    identity,
    certificate: await pemTextOrFile(reader, 'certificate', workspace, '`certificate: kms-certificate.pem`'),
    pin: await readKeyPin(reader, workspace),
    credential: readCredentialChoice(reader, dryRun),
    revokeToken: reader.boolean('revoke-token', false),
    workspace,
    outputDir: outputDir === undefined ? undefined : resolve(workspace, outputDir),
    overwrite: reader.boolean('overwrite', false),
    ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'], 'error'),
    maxFiles: reader.number('max-files', 1000, 0, Number.MAX_SAFE_INTEGER),
    artifact: readArtifact(reader, env),
    release: readRelease(reader, env),
    maxConcurrency: reader.number('max-concurrency', 16, 1, 1000),
    timeoutMs: readTimeout(reader),
    dryRun,
    endpoints: readEndpoints(reader),
  }
  if (reader.faults.length > 0) throw invalidInputs(reader.faults)
  return inputs
}

function invalidInputs(faults: readonly string[]): ActionError {
  const message = faults.length === 1 ? (faults[0] ?? '') : faults.map((fault) => `- ${fault}`).join('\n')
  const hint = 'Nothing was requested or written. The README has a table of all inputs.'
  return new ActionError('INVALID_INPUT', faults.length === 1 ? message : `${faults.length} faults:\n${message}`, {
    hint,
  })
}

function readKeyId(reader: InputReader): string {
  const keyId = reader.text('key-id')
  const example = '`key-id: abjxxxxxxxxxxxxxxxxx` (yc kms asymmetric-signature-key list)'
  if (keyId === '') reader.fault('key-id', 'is required and empty', example)
  else if (!/^[A-Za-z0-9_.-]{1,50}$/u.test(keyId)) {
    reader.fault('key-id', `is ${quoted(keyId)}, which is no ID: at most 50 letters, digits, - and _`, example)
  }
  return keyId
}

function readSource(reader: InputReader): SignInputs['source'] {
  const files = reader.text('files')
  const checksums = reader.text('subject-checksums')
  const example = '`files: dist/*.tar.gz`'
  if (files !== '' && checksums !== '') {
    reader.fault('files', "is given together with 'subject-checksums'; a run takes one of the two", example)
  } else if (files === '' && checksums === '') {
    reader.fault('files', "is empty, and so is 'subject-checksums': nothing says what to sign", example)
  }
  return checksums === '' ? { kind: 'files', patterns: files } : { kind: 'subject-checksums', patterns: checksums }
}

function checkDigestFormats(
  reader: InputReader,
  source: SignInputs['source']['kind'],
  formats: readonly Format[],
): void {
  if (source !== 'subject-checksums' || !formats.includes('openpgp')) return
  const what = "holds openpgp, which hashes the file itself; with 'subject-checksums' only its digest is there"
  reader.fault('formats', what, '`formats: sig, sigstore, cms`, or sign with `files`')
}

function readArtifact(reader: InputReader, env: Environment): ArtifactInputs | undefined {
  const automatic = ['', 'auto'].includes(reader.text('upload-artifact'))
  const wanted = automatic || reader.boolean('upload-artifact', true)
  const available = artifactServiceAvailable(env)
  const stem = `signatures-${env['GITHUB_JOB'] ?? ''}-`
  const name = reader.text('artifact-name') || `${stem}0`
  if (/[":<>|*?\\/\r\n\0]/u.test(name)) {
    const what = `is ${quoted(name)}; an artifact's name has none of " : < > | * ? \\ / and no line break`
    reader.fault('artifact-name', what, '`artifact-name: signatures-linux`')
  }
  const retentionDays = reader.text('retention-days') === '' ? undefined : reader.number('retention-days', 30, 1, 400)
  if (wanted && !automatic && !available) {
    const why = 'there is no artifact service here (GitHub Enterprise Server has none that the action can use)'
    reader.fault('upload-artifact', `is true, but ${why}`, '`upload-artifact: auto`')
  }
  if (!wanted || !available) return undefined
  const nameIsDefault = name.startsWith(stem) && /^\d*$/u.test(name.slice(stem.length))
  return { name, nameIsDefault, retentionDays }
}

const TAG_REF = /^refs\/tags\//u

function readRelease(reader: InputReader, env: Environment): ReleaseInputs | undefined {
  if (!reader.boolean('release-assets', false)) return undefined
  const ref = env['GITHUB_REF'] ?? ''
  // `release-tag: ${{ github.ref }}` means the tag, as it does to softprops/action-gh-release.
  const tag = reader.text('release-tag').replace(TAG_REF, '') || (TAG_REF.test(ref) ? ref.replace(TAG_REF, '') : '')
  const token = reader.text('github-token')
  if (tag === '') {
    const what = `is empty, and the run was started by ${quoted(ref)}, which is no tag: no release to attach to`
    reader.fault('release-tag', what, '`release-tag: v1.2.3`, or `on: push: tags`')
  }
  if (token === '') {
    reader.fault('github-token', "is empty, and 'release-assets' needs one", '`github-token: ${{ github.token }}`')
  }
  return { tag, token }
}

function readTimeout(reader: InputReader): number {
  return reader.number('timeout-minutes', 15, 0.0001, MAX_TIMEOUT_MINUTES, true) * 60_000
}
