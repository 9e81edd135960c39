import { formatsWhere, type Format } from './facts.ts'

/** GnuPG reads User IDs of at most 2,048 bytes; nobody needs half of that. */
const USER_ID_BYTES = 1024

/** An address as allowed-signers files can hold it unquoted: no comma, no wildcard, no `#` or `!` in front. */
const PRINCIPAL =
  /^[A-Za-z0-9$%&'+/=^_`{|}~.-][A-Za-z0-9#!$%&'+/=^_`{|}~.-]*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/u

/**
 * What is wrong with `identity` (the input, or its default) for the formats asked for, as a sentence, or `undefined`.
 * OpenPGP makes a User ID of it, SSHSIG takes its e-mail address as the principal.
 */
export function identityFault(identity: string, formats: readonly Format[]): string | undefined {
  const uses = (part: 'user id' | 'principal') => formatsWhere((facts) => facts.identity === part, formats).length > 0
  return (
    (uses('user id') ? userIdFault(identity) : undefined) ?? (uses('principal') ? principalFault(identity) : undefined)
  )
}

function userIdFault(identity: string): string | undefined {
  if (identity.trim() === '') return 'it is empty'
  if (identity !== identity.trim()) return 'an OpenPGP User ID has no spaces at its ends'
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(identity)) return 'an OpenPGP User ID is one line of text'
  const length = Buffer.byteLength(identity)
  return length > USER_ID_BYTES
    ? `an OpenPGP User ID has at most ${USER_ID_BYTES} bytes, and it has ${length}`
    : undefined
}

function principalFault(identity: string): string | undefined {
  const address = emailAddress(identity)
  if (address === undefined || PRINCIPAL.test(address)) return undefined
  return 'its e-mail address can be no SSH principal (no spaces, commas, quotes, `*`, `?`, no `#` or `!` in front)'
}

/** What stands for an e-mail address: between `<` and `>` at the end, or the whole; something with an `@`. */
function emailAddress(identity: string): string | undefined {
  const candidate = /<([^<>]*)>\s*$/u.exec(identity)?.[1] ?? (/\s/u.test(identity) ? undefined : identity)
  return candidate?.includes('@') === true ? candidate : undefined
}

/** The SSH principal: the e-mail address in `identity`, or else the key's id. */
export function sshPrincipal(identity: string, keyId: string): string {
  return emailAddress(identity) ?? keyId
}
