import { givenOidc } from './given-oidc.ts'
import { githubOidc } from './github-oidc.ts'
import { iamToken } from './iam-token.ts'
import { RenewedCredential } from './renewed.ts'
import { type TokenSource, type Credential, type CredentialChoice, type CredentialContext } from './types.ts'
import { serviceAccountKeySource } from './key-tokens.ts'
import { vmMetadata } from './vm-metadata.ts'

/**
 * The credential of a run; nothing is requested before its first token is asked for.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID
 */
export function createCredential(choice: CredentialChoice, context: CredentialContext): Credential {
  if (choice.kind === 'iam-token') return iamToken(choice.token, context.mask)
  return new RenewedCredential(sourceOf(choice, context), context)
}

function sourceOf(choice: Exclude<CredentialChoice, { kind: 'iam-token' }>, context: CredentialContext): TokenSource {
  switch (choice.kind) {
    case 'github-oidc':
      return githubOidc(choice, context)
    case 'given-oidc':
      return givenOidc(choice, context)
    case 'service-account-key':
      return serviceAccountKeySource(choice.json, context)
    case 'vm':
      return vmMetadata(context)
  }
}
