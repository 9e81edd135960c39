import { readFile } from 'node:fs/promises'
import { ActionError } from '../../base/errors.ts'
import { otherServer } from '../../base/environment.ts'
import { isLoopback } from '../../base/loopback.ts'
import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import type { CredentialContext, CredentialChoice, TokenSource, IssuedToken } from './types.ts'
import { objectOf, reasonIn, tokenIn } from './issued.ts'
import { exchangeToken } from './token-exchange.ts'

const SERVICE = "GitHub's OIDC service"

/**
 * GitHub's OIDC token, exchanged for an IAM token (workload identity federation).
 * @throws ActionError (from `fetch`) ID_TOKEN_UNAVAILABLE, TOKEN_EXCHANGE_REFUSED, INVALID_RESPONSE, those of the client
 */
export function githubOidc(
  choice: Extract<CredentialChoice, { kind: 'github-oidc' }>,
  context: CredentialContext,
): TokenSource {
  const { serviceAccountId } = choice
  return {
    serviceAccountId,
    advice: `Check that the service account ${printable(serviceAccountId)} still exists and that the federated credential is its own: \`yc iam workload-identity federated-credential list --service-account-id ${printableWord(serviceAccountId)}\`.`,
    fetch: async (): Promise<IssuedToken> => {
      const jwt = await idToken(choice.audience, context)
      context.onClaims?.(claimsOf(jwt))
      return exchangeToken(jwt, serviceAccountId, context)
    },
  }
}

/** The job's OIDC token. Source: GitHub, "OpenID Connect reference". */
async function idToken(audience: string | undefined, { http, env, mask }: CredentialContext): Promise<string> {
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''
  if (url === '' || bearer === '') throw await unavailable(env)
  mask(bearer)
  if (!isSafe(url))
    throw new ActionError('ID_TOKEN_UNAVAILABLE', 'ACTIONS_ID_TOKEN_REQUEST_URL is not an https:// URL with a query.', {
      hint: 'The runner sets this variable: find out which step of the job sets another one (by `$GITHUB_ENV` or `env:`), and take that out.',
    })
  const response = await http.request({
    service: SERVICE,
    method: 'GET',
    url: audience === undefined ? url : `${url}&audience=${encodeURIComponent(audience)}`,
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
  })
  if (response.status >= 400)
    throw new ActionError('ID_TOKEN_UNAVAILABLE', `${SERVICE} gives no token: ${reasonIn(response)}.`, {
      hint: PERMISSION_HINT,
    })
  const value = tokenIn(objectOf(response, SERVICE), 'value', { response, service: SERVICE, mask })
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/u.test(value)) return value
  throw new ActionError('INVALID_RESPONSE', `${SERVICE} answered with something that is not a JWT.`)
}

/** What a JWT says; nothing where that cannot be read, which the exchange will tell. */
function claimsOf(jwt: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
    return typeof claims === 'object' ? { ...claims } : {}
  } catch {
    return {}
  }
}

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search } = new URL(text)
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search !== ''
}

const PERMISSION_HINT = [
  'Give the job the permission:',
  '  permissions:',
  '    contents: read',
  '    id-token: write',
  'A reusable workflow needs it from its caller too.',
].join('\n')

const OTHER_HINT =
  'Use yc-sa-json-credentials or yc-iam-token, or hand in an ID token of another issuer that the federation trusts by oidc-token. `permissions: id-token: write` helps only where the server issues such tokens.'

/** Source: Forgejo, "Security OpenID Connect". */
const FORGEJO_HINT = `Forgejo issues ID tokens from version 15 on, to jobs with \`enable-openid-connect: true\`; the federation then has to trust the issuer of that server. ${OTHER_HINT}`

async function unavailable(env: CredentialContext['env']): Promise<ActionError> {
  if (env['GITHUB_ACTIONS'] !== 'true')
    return new ActionError('ID_TOKEN_UNAVAILABLE', 'No OIDC token: this does not look like a job of GitHub Actions.', {
      hint: 'Elsewhere, hand in the ID token of the CI by oidc-token, or use yc-sa-json-credentials, yc-iam-token or yc-vm-service-account.',
    })
  const server = otherServer(env)
  if (server !== undefined)
    return new ActionError(
      'ID_TOKEN_UNAVAILABLE',
      `No OIDC token: the runner of ${server} has set no ACTIONS_ID_TOKEN_REQUEST_URL.`,
      { hint: server === 'Forgejo' ? FORGEJO_HINT : OTHER_HINT },
    )
  const fork = await forkIn(env)
  if (fork)
    return new ActionError(
      'ID_TOKEN_UNAVAILABLE',
      'No OIDC token: this looks like a pull request from a fork, which GitHub gives none.',
      {
        hint: "Sign in runs of the repository's own tags and branches: for pull requests leave the step out, or set dry-run: true.",
      },
    )
  return new ActionError(
    'ID_TOKEN_UNAVAILABLE',
    'No OIDC token: this looks like a job without the permission id-token: write.',
    { hint: PERMISSION_HINT },
  )
}

/** Whether the event's file tells of a pull request out of another repository. */
async function forkIn(env: CredentialContext['env']): Promise<boolean> {
  try {
    const event: unknown = JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
    const head = member(member(member(event, 'pull_request'), 'head'), 'repo')
    const base = member(member(member(event, 'pull_request'), 'base'), 'repo')
    if (member(event, 'pull_request') === undefined) return false
    const name = member(head, 'full_name') // null where the fork is deleted
    return name !== (env['GITHUB_REPOSITORY'] ?? member(base, 'full_name'))
  } catch {
    return false
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
