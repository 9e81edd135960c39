import type { PublicKey } from './public-key.ts'

/** The input `public-key`. */
export type Pin =
  | { readonly kind: 'none' }
  | { readonly kind: 'pem'; readonly key: PublicKey }
  /** `sha256:` and lower-case hex. */
  | { readonly kind: 'fingerprint'; readonly fingerprint: string }
