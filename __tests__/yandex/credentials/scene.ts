/** Credentials against services on loopback; made anew for every test of the file that imports this. */
import { afterEach, beforeEach } from '@jest/globals'
import { createCredential } from '../../../src/yandex/credentials/credentials.ts'
import type { Credential, CredentialChoice, CredentialContext } from '../../../src/yandex/credentials/types.ts'
import { createHttpClient } from '../../../src/http/client.ts'
import { type HttpClient } from '../../../src/http/types.ts'
import { collectLog, json, serveHttp, type Answer } from '../../http/server.ts'

export const closing: (() => Promise<void>)[] = []
export let http: HttpClient
export let run: AbortController
export let log: ReturnType<typeof collectLog>
export let masked: string[]
/** What GitHub's OIDC tokens said. */
export let claimed: unknown[]
beforeEach(() => {
  log = collectLog()
  run = new AbortController()
  masked = []
  claimed = []
  const timing = { firstWaitMs: 2, attempts: 3, attemptMs: 300 }
  http = createHttpClient({ env: {}, log, signal: run.signal, deadline: performance.now() + 9000, timing })
  closing.push(() => http.close())
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A service that gives these answers; closed after the test. */
export async function serve(...answers: readonly Answer[]) {
  const server = await serveHttp(...answers)
  closing.push(() => server.close())
  return server
}

/** What credentials are made with. @param at where the services are */
export function contextAt(
  at: { iam?: string; exchange?: string },
  env: Record<string, string> = {},
): CredentialContext {
  const endpoints = Promise.resolve({
    kms: '',
    kmsControl: '',
    kmsFallback: undefined,
    iam: at.iam,
    tokenExchange: at.exchange,
    jwtAudience: 'https://iam.api.cloud.yandex.net/iam/v1/tokens',
  })
  return {
    http,
    endpoints,
    env,
    log,
    signal: run.signal,
    mask: (secret) => masked.push(secret),
    onClaims: (claims) => claimed.push(claims),
  }
}

export function make(choice: CredentialChoice, ...context: Parameters<typeof contextAt>): Credential {
  return createCredential(choice, contextAt(...context))
}

/** GitHub's OIDC service, which gives `value`, and the variables that lead to it. */
export async function serveGitHub(value: unknown, status = 200) {
  const server = await serve(json(status, { value, message: value }))
  const env = {
    GITHUB_ACTIONS: 'true',
    ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  }
  return { server, env }
}

/** A JWT of these claims, or of a text in their place; nobody checks its signature. */
export const jwtOf = (claims: unknown): string =>
  ['{"alg":"RS256"}', typeof claims === 'string' ? claims : JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')

export const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'https://github.com/o',
  sub: 'repo:o/r:environment:release',
}
export const OIDC: Extract<CredentialChoice, { kind: 'github-oidc' }> = {
  kind: 'github-oidc',
  serviceAccountId: 'ajesa',
  audience: undefined,
}
export const granted: Answer = json(200, { access_token: 't1.x', token_type: 'Bearer', expires_in: 43200 })
