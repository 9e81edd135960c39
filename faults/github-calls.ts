/** The calls to GitHub, for artifacts and releases. */
import type { Emulator } from '../emulator/emulator.ts'
import type { Release } from '../emulator/github/github-state.ts'
import type { Call, Trouble } from './types.ts'
import { SUCCESS } from './judge.ts'

const artifact = (): Record<string, string> => ({ 'upload-artifact': 'true' })
const replaced = (): Record<string, string> => ({ ...artifact(), overwrite: 'true' })
const release = (): Record<string, string> => ({ 'release-assets': 'true' })

/** What a public-key file of an earlier run would be. */
async function keyAttached(emulator: Emulator, to: Release): Promise<void> {
  const pem = await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
  emulator.github.addAsset(to, 'kms-public-key.pem', `${pem.trim()}\n\n`)
}

function draft(_: Emulator, to: Release): void {
  to.draft = true
}

/** The run before left an artifact of the name that this one wants. */
function artifactStored({ artifacts }: Emulator): void {
  artifacts.add('signatures-release-0', 'what an earlier run uploaded')
}

const ABSENT = undefined
/** Only a later call of the kind is meant: what goes wrong with the whole host would hit the earlier one. */
const LATER: Partial<Record<Trouble['kind'], undefined>> = { port: ABSENT, certificate: ABSENT }
/** The answer is a redirect, without a body that could be of wrong types or slow; where it leads is GitHub's affair. */
const LEADS_ON = { 'wrong-types': ABSENT, 'one-byte-a-second': SUCCESS }
/** The answer is no JSON, and of a deletion nothing at all. */
const EMPTY = { 'wrong-types': ABSENT, 'truncated-json': ABSENT, 'one-byte-a-second': ABSENT }

const API = { service: 'github', host: 'api.github.com' } as const
const LOOKUP = { ...API, family: 'release', unauthenticated: 'RELEASE_FORBIDDEN', inputs: release } as const
const ATTACHING = { ...API, family: 'upload', unauthenticated: 'RELEASE_UPLOAD_FAILED', inputs: release } as const
const ARTIFACTS = {
  service: 'artifacts',
  family: 'artifact',
  unauthenticated: 'ARTIFACT_UPLOAD_FAILED',
  host: 'results-receiver.actions.githubusercontent.com',
} as const

export const GITHUB_CALLS: readonly Call[] = [
  { ...LOOKUP, heading: 'Release lookup', call: 'GetReleaseByTag' },
  { ...LOOKUP, heading: 'List of drafts', call: 'ListReleases', before: draft },
  { ...LOOKUP, heading: 'Asset list', call: 'ListAssets' },
  { ...LOOKUP, heading: 'Attached key', call: 'GetAsset', before: keyAttached, lasting: LEADS_ON },
  {
    ...LOOKUP,
    heading: 'Attached key’s store',
    service: 'blobs',
    call: 'DownloadAsset',
    before: keyAttached,
    host: 'productionresultssa0.blob.core.windows.net',
  },
  { ...ARTIFACTS, heading: 'ListArtifacts', call: 'ListArtifacts', inputs: replaced, before: artifactStored },
  { ...ARTIFACTS, heading: 'DeleteArtifact', call: 'DeleteArtifact', inputs: replaced, before: artifactStored },
  { ...ARTIFACTS, heading: 'CreateArtifact', call: 'CreateArtifact', inputs: artifact },
  {
    ...ARTIFACTS,
    heading: 'Blob upload',
    service: 'blobs',
    call: 'Upload',
    inputs: artifact,
    host: 'productionresultssa0.blob.core.windows.net',
  },
  { ...ARTIFACTS, heading: 'FinalizeArtifact', call: 'FinalizeArtifact', inputs: artifact },
  { ...ATTACHING, heading: 'Asset list again', call: 'ListAssets', comesAfter: 1, lasting: LATER },
  {
    ...ATTACHING,
    heading: 'Asset deletion',
    call: 'DeleteAsset',
    before: (emulator, to) => {
      // Five minutes old: a younger upload may be under way, and is waited for.
      const createdAt = new Date(Date.now() - 600_000).toISOString()
      emulator.github.addAsset(to, 'one.bin.sig', '', { state: 'starter', createdAt })
    },
    lasting: { ...LATER, ...EMPTY },
  },
  {
    ...ATTACHING,
    heading: 'Key comparison',
    call: 'GetAsset',
    before: async (emulator, to) => {
      draft(emulator, to)
      await keyAttached(emulator, to)
    },
    lasting: { ...LATER, ...LEADS_ON },
  },
  { ...ATTACHING, heading: 'Asset upload', service: 'uploads', call: 'UploadAsset', host: 'uploads.github.com' },
  { ...ATTACHING, heading: 'Last asset list', call: 'ListAssets', comesAfter: 2, lasting: LATER },
]
