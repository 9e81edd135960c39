import { ActionError } from '../../base/errors.ts'
import type { CredentialContext, TokenSource, IssuedToken } from './types.ts'
import { expiryIn, objectOf, reasonIn, tokenIn } from './issued.ts'

const SERVICE = "The VM's metadata service"
const PATH = '/computeMetadata/v1/instance/service-accounts/default/token'
/** It is on the same machine: a few seconds are for ever. */
const ATTEMPT_MS = 3000
const ADVICE =
  'yc-vm-service-account works on a Yandex Cloud VM that has a service account: `yc compute instance update --id INSTANCE_ID --service-account-id SERVICE_ACCOUNT_ID` gives it one.'

/**
 * The token of the virtual machine's service account. Source: "Getting an IAM token from the metadata service".
 * @throws ActionError (from `fetch`) UNAUTHENTICATED, UNAVAILABLE, INVALID_RESPONSE
 */
export function vmMetadata({ http, env, mask }: CredentialContext): TokenSource {
  const address = env['YC_METADATA_ADDR']?.trim() ?? ''
  const base = address === '' ? 'http://169.254.169.254' : address.includes('://') ? address : `http://${address}`
  return {
    serviceAccountId: undefined,
    advice: ADVICE,
    fetch: async (): Promise<IssuedToken> => {
      const response = await http
        .request({
          service: SERVICE,
          method: 'GET',
          url: `${base.replace(/\/+$/u, '')}${PATH}`,
          headers: { 'metadata-flavor': 'Google' },
          direct: true,
          attemptMs: ATTEMPT_MS,
        })
        .catch(withAdvice)
      if (response.status >= 400)
        throw new ActionError('UNAUTHENTICATED', `${SERVICE} gives no token: ${reasonIn(response)}.`, { hint: ADVICE })
      const fields = objectOf(response, SERVICE)
      const token = tokenIn(fields, 'access_token', { response, service: SERVICE, mask })
      return { token, expiresAt: expiryIn(fields, response, SERVICE) }
    },
  }
}

function withAdvice(thrown: unknown): never {
  if (!(thrown instanceof ActionError) || thrown.code !== 'UNAVAILABLE') throw thrown
  throw new ActionError('UNAVAILABLE', thrown.message, { hint: ADVICE, cause: thrown })
}
