/** What verifiers of images cannot do, told before anything is signed. */
import { ActionError } from '../base/errors.ts'
import { counted, printable, type Log } from '../base/log.ts'
import type { KeyAlgorithm, SigningKey } from '../crypto/key-algorithm.ts'
import { signedLayer } from './existing.ts'
import type { ImagePlan } from './image-plan.ts'
import { isBundle } from './image-state.ts'
import { simpleSigning } from './payloads.ts'

/** cosign's curves (sigstore/sigstore, pkg/signature). */
const CURVES: readonly string[] = ['P-256', 'P-384', 'P-521']

/**
 * Whether images can be signed with a key.
 * @param algorithm `undefined` for an RSA key whose hash is not known
 * @throws ActionError UNSUPPORTED_FORMAT
 */
export function checkCurve(algorithm: KeyAlgorithm | undefined): void {
  const curve = algorithm?.curve
  if (curve !== undefined && CURVES.includes(curve.name)) return
  const why =
    curve === undefined
      ? 'cosign and the policies of clusters verify RSA keys by PKCS #1 v1.5 alone, and KMS signs with PSS'
      : `cosign and the policies of clusters do not know the curve ${curve.name}`
  const type = algorithm?.name ?? 'RSA'
  throw new ActionError('UNSUPPORTED_FORMAT', `Images cannot be signed with a key of type ${type}: ${why}.`, {
    hint: 'Use a key of type ECDSA_NIST_P256_SHA_256, which every verifier takes.',
  })
}

/** cosign 3 reads a tag only where the image has no bundle: who relies on the other one is told. */
export function warnOfCosign({ state, layouts }: ImagePlan, key: SigningKey, log: Log): void {
  const { image, signatures, referrers } = state
  const layers = signatures.found?.manifest.layers ?? []
  const own = signedLayer(layers, simpleSigning(image), key) === undefined ? 0 : 1
  const others = layers.length - own
  const bundles = referrers.listed.filter(isBundle).length
  const name = printable(image.given, 400)
  if (layouts.includes('referrer') && bundles === 0 && others > 0) {
    log.warning(
      `${name} has ${counted(others, 'signature')} of other signers under the tag ${signatures.tag}. cosign 3 reads that tag only while an image has no bundle among its referrers, so from now on they count there only with --new-bundle-format=false. \`image-layouts: tag\` leaves referrers out.`,
    )
  }
  if (!layouts.includes('referrer') && bundles > 0) {
    log.warning(
      `${name} has ${counted(bundles, 'bundle')} among its referrers, so cosign 3 reads the tag's signature only with --new-bundle-format=false. Add \`referrer\` to image-layouts to be found without it.`,
    )
  }
}
