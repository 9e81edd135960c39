import { resolve } from 'node:path'
import type { Environment } from '../base/environment.ts'
import { ActionError } from '../base/errors.ts'
import { readAttestations, type AttestationInputs } from '../inputs/attestation-inputs.ts'
import { readArtifact, type ArtifactChoice } from '../inputs/artifact-inputs.ts'
import { readCredential, type CredentialInputs } from '../inputs/credential-inputs.ts'
import { readEndpoints } from '../inputs/endpoint-inputs.ts'
import { readImages, type ImageInputs } from '../inputs/image-inputs.ts'
import { InputReader } from '../inputs/input-reader.ts'
import { readKey, type KeyInputs } from '../inputs/key-inputs.ts'
import { readLimits, type LimitInputs } from '../inputs/limit-inputs.ts'
import { readOutput, type OutputInputs } from '../inputs/output-inputs.ts'
import { readRelease, type ReleaseInputs } from '../inputs/release-inputs.ts'
import { readSignatures, type SignatureInputs } from '../inputs/signature-inputs.ts'
import { readSource, type SourceInputs } from '../inputs/source-inputs.ts'
import type { EndpointInputs } from '../yandex/endpoints.ts'

/** All inputs, checked: what the stages of a run work from. Each subject has its reader in src/inputs. */
export interface SignInputs
  extends
    SourceInputs,
    SignatureInputs,
    KeyInputs,
    CredentialInputs,
    OutputInputs,
    LimitInputs,
    ArtifactChoice,
    AttestationInputs {
  readonly release: ReleaseInputs | undefined
  readonly images: ImageInputs | undefined
  readonly endpoints: Omit<EndpointInputs, 'needsIam'>
  readonly dryRun: boolean
}

/**
 * The inputs as the runner hands them over (`INPUT_*`), with the rules between them.
 * @throws ActionError INVALID_INPUT naming every fault at once
 */
export async function readInputs(env: Environment): Promise<SignInputs> {
  const reader = new InputReader(env)
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? '.')
  const dryRun = reader.boolean('dry-run', false)
  const images = readImages(reader)
  const source = readSource(reader)
  const inputs: SignInputs = {
    ...source,
    ...(await readSignatures(reader, workspace, source)),
    ...(await readKey(reader, workspace)),
    ...readCredential(reader, dryRun),
    ...readOutput(reader, workspace),
    ...readLimits(reader),
    ...readArtifact(reader, env),
    release: await readRelease(reader, env),
    images,
    endpoints: readEndpoints(reader),
    ...readAttestations(reader, workspace),
    dryRun,
  }
  if (reader.faults.length > 0) throw invalidInputs(reader.faults)
  return inputs
}

function invalidInputs(faults: readonly string[]): ActionError {
  const message = faults.length === 1 ? (faults[0] ?? '') : faults.map((fault) => `- ${fault}`).join('\n')
  const hint = 'The README has a table of all inputs.'
  return new ActionError('INVALID_INPUT', faults.length === 1 ? message : `${faults.length} faults:\n${message}`, {
    hint,
  })
}
