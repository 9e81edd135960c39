/** What of the registry did not hold after a run. */
import { createPublicKey, verify } from 'node:crypto'
import type { Emulator } from '../emulator/emulator.ts'
import { FOREIGN_LAYER, imageIn, REPOSITORY, SIGNATURE, signatureTag } from './registry-calls.ts'

interface Layer {
  readonly digest: string
  readonly annotations?: Readonly<Record<string, string>>
}

interface Wire {
  readonly artifactType?: string
  readonly layers: readonly Layer[]
  readonly subject?: { readonly digest: string }
}

const parsed = (bytes: Buffer): Wire => JSON.parse(bytes.toString('utf8')) as Wire

/**
 * @param isGreen whether the run said that it has pushed everything
 * @param hadForeign whether the image had a signature of another one before
 */
export async function registryProblems(emulator: Emulator, isGreen: boolean, hadForeign: boolean): Promise<string[]> {
  const { registry } = emulator
  const repository = registry.repository(REPOSITORY)
  const key = createPublicKey(await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem())
  const tagged = registry.find(REPOSITORY, signatureTag(emulator))
  const layers = tagged === undefined ? [] : parsed(tagged.bytes).layers
  const contentOf = ({ digest }: Layer): Buffer => repository.blobs.get(digest) ?? Buffer.alloc(0)
  const isSigned = layers.some((layer) =>
    verify('sha256', contentOf(layer), key, Buffer.from(layer.annotations?.[SIGNATURE] ?? '', 'base64')),
  )
  const image = imageIn(emulator)
  const referrers = [...repository.manifests.values()].filter(({ bytes }) => {
    const { subject, layers: bundles } = parsed(bytes)
    return subject?.digest === image && bundles.some((layer) => hasBundleOf(contentOf(layer), key))
  })
  return [
    ...(hadForeign && !layers.some((layer) => contentOf(layer).toString() === FOREIGN_LAYER)
      ? ['the signature of another signer is gone']
      : []),
    ...(isGreen && !isSigned ? ['green, but no signature under the tag verifies'] : []),
    ...(isGreen && referrers.length === 0 ? ['green, but no referrer holds a signature that verifies'] : []),
  ]
}

function hasBundleOf(bytes: Buffer, key: ReturnType<typeof createPublicKey>): boolean {
  const { dsseEnvelope } = JSON.parse(bytes.toString('utf8') || '{}') as {
    dsseEnvelope?: { payload: string; payloadType: string; signatures: { sig: string }[] }
  }
  if (dsseEnvelope === undefined) return false
  const { payload, payloadType, signatures } = dsseEnvelope
  const statement = Buffer.from(payload, 'base64')
  // DSSE's pre-authentication encoding (secure-systems-lab/dsse, protocol.md).
  const start = `DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} `
  const signed = Buffer.concat([Buffer.from(start), statement])
  return signatures.some(({ sig }) => verify('sha256', signed, key, Buffer.from(sig, 'base64')))
}
