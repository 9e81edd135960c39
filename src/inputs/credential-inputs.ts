import type { CredentialChoice } from '../yandex/credentials/types.ts'
import type { InputReader } from './input-reader.ts'
import { readOidcToken } from './oidc-token.ts'

const EXAMPLE = '`yc-sa-id: aje…` with `permissions: id-token: write`'
const EMPTY_SECRET =
  'A secret that is empty counts as not given: a secret of an environment is empty in a job without `environment:`, and pull requests from forks and runs by Dependabot get no secrets at all'

/** Whose word the run goes by at Yandex Cloud. */
export interface CredentialInputs {
  /** What the inputs name; nothing is fetched yet. `undefined` only in a dry run. */
  readonly credentialChoice: CredentialChoice | undefined
  /** Whether a token that the run got is revoked at its end. */
  readonly revokeToken: boolean
}

/** Exactly one credential, or in a dry run none. Faults go to `reader`. */
export function readCredential(reader: InputReader, dryRun: boolean): CredentialInputs {
  return { credentialChoice: readChoice(reader, dryRun), revokeToken: reader.boolean('revoke-token', false) }
}

function readChoice(reader: InputReader, dryRun: boolean): CredentialChoice | undefined {
  const choices = givenCredentials(reader)
  if (choices.length > 1) {
    const given = choices.map(([name]) => `'${name}'`).join(', ')
    reader.faultOf(`More than one credential is set: ${given}. A run takes exactly one`, EXAMPLE)
  } else if (choices.length === 0 && !dryRun && !reader.hasFault('yc-vm-service-account')) {
    const names = "'yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token' and 'yc-vm-service-account'"
    reader.faultOf(`No credential is set: ${names} are empty, and a run takes exactly one. ${EMPTY_SECRET}`, EXAMPLE)
  }
  return choices[0]?.[1]
}

function givenCredentials(reader: InputReader): [name: string, choice: CredentialChoice][] {
  const choices: [string, CredentialChoice][] = []
  const serviceAccountId = reader.text('yc-sa-id')
  const oidc = oidcChoice(reader, serviceAccountId)
  if (oidc !== undefined) choices.push(['yc-sa-id', oidc])
  const json = reader.text('yc-sa-json-credentials')
  if (json !== '') choices.push(['yc-sa-json-credentials', { kind: 'service-account-key', json }])
  const token = reader.text('yc-iam-token')
  if (token !== '') choices.push(['yc-iam-token', { kind: 'iam-token', token }])
  if (!/^[\x21-\x7e]*$/u.test(token)) {
    const what = 'holds a space, a line break or another character that a token cannot have'
    reader.fault('yc-iam-token', what, '`yc-iam-token: ${{ secrets.YC_IAM_TOKEN }}`')
  }
  if (reader.boolean('yc-vm-service-account', false)) choices.push(['yc-vm-service-account', { kind: 'vm' }])
  return choices
}

/** GitHub's ID token, which the run asks for, or one that was handed in. */
function oidcChoice(reader: InputReader, serviceAccountId: string): CredentialChoice | undefined {
  const audience = reader.optional('oidc-audience')
  const given = reader.text('oidc-token') !== ''
  const token = readOidcToken(reader)
  if (given && serviceAccountId === '') {
    const what = "is given without 'yc-sa-id': it says for which service account the token is exchanged"
    reader.fault('oidc-token', what, '`yc-sa-id: aje…`')
    return undefined
  }
  if (serviceAccountId === '') return undefined
  if (!given) return { kind: 'github-oidc', serviceAccountId, audience }
  if (audience !== undefined) {
    const what = "is given together with 'oidc-token', which has an audience already: set it where the token is made"
    reader.fault('oidc-audience', what, '`oidc-audience:` left out')
  }
  return { kind: 'given-oidc', serviceAccountId, token: token ?? '' }
}
