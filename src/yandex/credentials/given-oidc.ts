import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import { exchangeToken } from './token-exchange.ts'
import type { CredentialChoice, CredentialContext, TokenSource } from './types.ts'

/**
 * An ID token that somebody else fetched, of any issuer that the federation trusts, exchanged for an IAM token. Nothing
 * renews it: once it has expired, no other IAM token can be had.
 * @throws ActionError (from `fetch`) TOKEN_EXCHANGE_REFUSED, INVALID_RESPONSE, those of the client
 */
export function givenOidc(
  { serviceAccountId, token }: Extract<CredentialChoice, { kind: 'given-oidc' }>,
  context: CredentialContext,
): TokenSource {
  context.mask(token)
  return {
    serviceAccountId,
    advice: `Check that the service account ${printable(serviceAccountId)} still exists and that the federated credential is its own: \`yc iam workload-identity federated-credential list --service-account-id ${printableWord(serviceAccountId)}\`.`,
    fetch: () => exchangeToken(token, serviceAccountId, context),
  }
}
