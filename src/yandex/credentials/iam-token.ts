import { ActionError } from '../../base/errors.ts'
import type { Credential } from './types.ts'

/** A token that was handed in: used as it is, never renewed, never revoked. @throws ActionError UNAUTHENTICATED */
export function iamToken(token: string, mask: (secret: string) => void): Credential {
  mask(token)
  const advice =
    'yc-iam-token holds a token that is wrong or has run out (it lasts 12 hours at most). `yc iam create-token` makes a new one; GitHub OIDC (yc-sa-id) needs no secret at all.'
  if (!/^[\x21-\x7e]+$/u.test(token))
    throw new ActionError(
      'UNAUTHENTICATED',
      'yc-iam-token holds characters that a token cannot have, such as a space or a line break.',
      { hint: advice },
    )
  return {
    serviceAccountId: undefined,
    advice,
    token: () => Promise.resolve(token),
    refresh: () => Promise.resolve(token),
    revoke: () => Promise.resolve(),
  }
}
