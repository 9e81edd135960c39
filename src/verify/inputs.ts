import { resolve } from 'node:path'
import { FORMATS, type Format } from '../formats/facts.ts'
import type { Environment } from '../base/environment.ts'
import { ActionError } from '../base/errors.ts'
import { algorithmOfPublicKey } from '../crypto/key-algorithm.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { PublicKey } from '../crypto/public-key.ts'
import { HASH_CHOICES, InputReader, quoted } from '../inputs/input-reader.ts'
import { checkFingerprintCount, checkFingerprints, keyFile, readFingerprints, readPublicKeys } from './key-inputs.ts'
import { readPolicy, type Rule } from './policy.ts'

/** All inputs of verify, checked. */
export interface VerifyInputs {
  /** The trusted keys, one at least, in the order given. */
  readonly publicKeys: readonly PublicKey[]
  /** Absolute path that the keys were read from, where no fingerprint says that they are the right ones. */
  readonly unpinnedKeyFile: string | undefined
  /** Patterns of the release files, one per line. */
  readonly files: string
  readonly formats: readonly Format[]
  readonly workspace: string
  /** Absolute, or `undefined`: beside the files. */
  readonly signaturesDir: string | undefined
  /** Absolute path of the signed checksum file. */
  readonly checksums: string | undefined
  /** Patterns of the provenance bundles, one per line. */
  readonly provenance: string | undefined
  /** What provenance has to say of its run. */
  readonly policy: readonly Rule[]
  /** Which other statements have to name each file. */
  readonly attestations: AttestationInputs | undefined
  /** What an RSA key signs; `auto` for each of the three. */
  readonly hashAlgorithm: HashAlgorithm | 'auto'
  readonly ifNoFilesFound: 'error' | 'warn' | 'ignore'
}

interface AttestationInputs {
  /** One a line. */
  readonly patterns: string
  readonly predicateType: string
}

/**
 * The inputs as the runner hands them over (`INPUT_*`).
 * @throws ActionError INVALID_INPUT naming every fault at once; KEY_MISMATCH when a key is not that of `fingerprint`;
 * UNSUPPORTED_ALGORITHM
 */
export async function readInputs(env: Environment): Promise<VerifyInputs> {
  const reader = new InputReader(env)
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? '.')
  const path = (name: string) => {
    const text = reader.optional(name)
    return text === undefined ? undefined : resolve(workspace, text)
  }
  const publicKeys = await readPublicKeys(reader, workspace)
  const fingerprints = readFingerprints(reader)
  checkFingerprintCount(reader, publicKeys, fingerprints)
  const inputs = {
    publicKeys,
    files: readFiles(reader),
    formats: reader.list('formats', FORMATS, FORMATS),
    workspace,
    signaturesDir: path('signatures-dir'),
    checksums: path('checksums'),
    provenance: reader.optional('provenance'),
    policy: readPolicyInput(reader, env),
    attestations: readAttestations(reader),
    hashAlgorithm: reader.choice('hash-algorithm', HASH_CHOICES, 'auto'),
    ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'] as const, 'error'),
  }
  checkHash(reader, publicKeys, inputs.hashAlgorithm)
  if (reader.faults.length > 0) throw invalidInputs(reader.faults)
  checkFingerprints(publicKeys, fingerprints)
  return { ...inputs, unpinnedKeyFile: fingerprints.length === 0 ? keyFile(reader, workspace) : undefined }
}

function readFiles(reader: InputReader): string {
  const files = reader.text('files')
  if (files === '') reader.fault('files', 'is required and empty', '`files: dist/*.tar.gz`')
  return files
}

const POLICY_EXAMPLE = '`policy: |`, then lines such as `repository: example/app` and `ref: refs/tags/*`'

function readPolicyInput(reader: InputReader, env: Environment): readonly Rule[] {
  // Blank lines alone are an expression that came to nothing, too.
  const isGiven = (env['INPUT_POLICY'] ?? '') !== ''
  const server = (env['GITHUB_SERVER_URL'] ?? '') || 'https://github.com'
  const { rules, faults } = readPolicy(reader.text('policy'), server.replace(/\/$/u, ''), quoted)
  for (const fault of faults) reader.fault('policy', fault, POLICY_EXAMPLE)
  if (isGiven && rules.length === 0 && faults.length === 0)
    reader.fault('policy', 'is given and has no line: leave it out where no policy is meant', POLICY_EXAMPLE)
  if (isGiven && reader.text('provenance') === '') {
    const what = 'is given without `provenance`: it is about what provenance says'
    reader.fault('policy', what, '`provenance: dist/provenance*.sigstore.json`')
  }
  return rules
}

function readAttestations(reader: InputReader): AttestationInputs | undefined {
  const patterns = reader.text('attestations')
  const predicateType = reader.text('predicate-type')
  const example = '`predicate-type: https://spdx.dev/Document`'
  if (patterns !== '' && predicateType === '')
    reader.fault('predicate-type', 'is empty, and `attestations` needs the type that they have to be of', example)
  else if (patterns === '' && predicateType !== '')
    reader.fault(
      'attestations',
      'is empty, and `predicate-type` is about nothing else',
      '`attestations: dist/sbom*.sigstore.json`',
    )
  else if (predicateType !== '' && !/^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(predicateType))
    reader.fault('predicate-type', `is ${quoted(predicateType)}, which is not a URI`, example)
  return patterns === '' ? undefined : { patterns, predicateType }
}

/** An elliptic-curve key has one hash; the input is for RSA keys. */
function checkHash(reader: InputReader, keys: readonly PublicKey[], hash: HashAlgorithm | 'auto'): void {
  if (hash === 'auto' || keys.length === 0) return
  const algorithms = keys.map((key) => algorithmOfPublicKey(key))
  const wrong = algorithms.find((algorithm) => algorithm !== undefined && algorithm.hash !== hash)
  if (wrong === undefined || algorithms.includes(undefined)) return
  const what = `is ${hash}, and the trusted key of type ${wrong.name} signs ${wrong.hash}`
  reader.fault('hash-algorithm', what, '`hash-algorithm: auto`')
}

function invalidInputs(faults: readonly string[]): ActionError {
  const message = faults.length === 1 ? (faults[0] ?? '') : `${faults.length} faults:\n- ${faults.join('\n- ')}`
  return new ActionError('INVALID_INPUT', message, {
    hint: 'docs/verify-action.md has a table of all inputs.',
  })
}
