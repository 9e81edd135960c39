import type { Environment } from '../base/environment.ts'
import { dockerLogin } from './docker-config.ts'
import type { IamToken, Login } from './types.ts'

/** What logins are chosen from. */
export interface LoginOptions {
  /** `registry-username` and `registry-password`: for the images' one registry. */
  readonly given: { readonly username: string; readonly password: string } | undefined
  readonly iam: IamToken
  /** For DOCKER_CONFIG and the credential helpers. */
  readonly env: Environment
  /** Called with each secret the moment it is there. */
  readonly mask: (secret: string) => void
}

const YANDEX = 'cr.yandex'

/** User name of an IAM token at Yandex Container Registry (its documentation, "Authentication"). */
export const IAM_USER = 'iam'

/** Whether a host, without its port, is Yandex Container Registry: the only one that may see an IAM token. */
export function isYandexRegistry(hostname: string): boolean {
  return hostname === YANDEX || hostname.endsWith(`.${YANDEX}`)
}

/**
 * The login for a registry: the inputs', else for Yandex Container Registry the run's IAM token, else docker's.
 * @param host with the port, where it has one
 * @throws ActionError REGISTRY_REFUSED a docker configuration or a credential helper that gives no login
 */
export async function loginFor(host: string, options: LoginOptions): Promise<Login> {
  const { given, iam } = options
  if (given !== undefined) {
    maskPassword(given.username, given.password, options.mask)
    return { kind: 'password', ...given }
  }
  if (isYandexRegistry(host.replace(/:443$/u, ''))) return { kind: 'iam', token: iam }
  const login = await dockerLogin(host, options)
  if (login.kind === 'password') maskPassword(login.username, login.password, options.mask)
  if (login.kind === 'identity-token' || login.kind === 'bearer') options.mask(login.token)
  return login
}

/** The password, and as Basic sends it. */
function maskPassword(username: string, password: string, mask: (secret: string) => void): void {
  mask(password)
  mask(basic(username, password))
}

/** Credentials of the Basic scheme (RFC 7617), without its name. */
export function basic(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
}
