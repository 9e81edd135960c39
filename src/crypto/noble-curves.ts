import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import type { EcdsaCurve } from './ecdsa.ts'
import type { Curve } from './key-algorithm.ts'

/** noble's curves by the standards' names. */
export const NOBLE_CURVES: Readonly<Record<Curve['name'], EcdsaCurve>> = {
  'P-256': p256,
  'P-384': p384,
  'P-521': p521,
  secp256k1,
}
