import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ActionError, systemCodeOf } from '../base/errors.ts'
import type { Environment } from '../base/environment.ts'
import { asObject, readJsonObject, type JsonObject } from '../base/json.ts'
import { printable } from '../base/log.ts'
import { askHelper } from './credential-helper.ts'
import type { Login } from './types.ts'

/** What docker calls Docker Hub in its configuration, whatever its images are called. */
const DOCKER_HUB = 'https://index.docker.io/v1/'

/**
 * The login that docker's configuration has for a registry: a credential helper of its own, else the store, else
 * `auths` (docker's documentation of `docker login`, "Credential stores").
 * @param host with the port, where it has one
 * @throws ActionError REGISTRY_REFUSED naming the file, or the helper
 */
export async function dockerLogin(host: string, { env }: { readonly env: Environment }): Promise<Login> {
  const path = join(env['DOCKER_CONFIG'] || join(homedir(), '.docker'), 'config.json')
  const config = await readConfig(path)
  if (config === undefined) return { kind: 'anonymous' }
  const server = host === 'index.docker.io' ? DOCKER_HUB : host
  try {
    const helper = entryOf(config['credHelpers'], host) ?? config['credsStore']
    const fromHelper = typeof helper === 'string' && helper !== '' ? await askHelper(helper, server, env) : undefined
    return fromHelper ?? fromAuths(config['auths'], server) ?? { kind: 'anonymous' }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw broken(path, cause.message, cause)
  }
}

async function readConfig(path: string): Promise<JsonObject | undefined> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (cause) {
    if (systemCodeOf(cause) === 'ENOENT' || systemCodeOf(cause) === 'ENOTDIR') return undefined
    throw broken(path, `cannot be read (${systemCodeOf(cause) ?? 'unknown reason'})`, cause)
  }
  try {
    return readJsonObject(bytes)
  } catch (cause) {
    throw broken(path, 'is not a JSON object', cause)
  }
}

/** The file's content is never part of the message: it holds passwords. */
function broken(path: string, why: string, cause: unknown): ActionError {
  return new ActionError(
    'REGISTRY_REFUSED',
    `Docker's configuration ${printable(path, 300)} ${why}, so there is no login for the registry.`,
    { hint: 'Log in again with docker/login-action, or set registry-username and registry-password.', cause },
  )
}

/** The value for a host out of an object keyed by hosts or by URLs of them. */
function entryOf(value: unknown, server: string): unknown {
  if (value === undefined || value === null) return undefined
  const entries = asObject(value, 'list of registries')
  if (Object.hasOwn(entries, server)) return entries[server]
  const found = Object.keys(entries).find((key) => hostOf(key) === hostOf(server))
  return found === undefined ? undefined : entries[found]
}

/** docker's ConvertToHostname: no scheme, no path. */
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//u, '').replace(/\/.*$/su, '')
}

function fromAuths(auths: unknown, server: string): Login | undefined {
  const found = entryOf(auths, server)
  if (found === undefined || found === null) return undefined
  const entry = asObject(found, 'login of the registry')
  const text = (name: string): string => (typeof entry[name] === 'string' ? entry[name] : '')
  if (text('identitytoken') !== '') return { kind: 'identity-token', token: text('identitytoken') }
  if (text('registrytoken') !== '') return { kind: 'bearer', token: text('registrytoken') }
  if (text('username') !== '' && text('password') !== '')
    return { kind: 'password', username: text('username'), password: text('password') }
  return text('auth') === '' ? undefined : fromAuth(text('auth'))
}

/** @throws RangeError */
function fromAuth(auth: string): Login {
  const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/u, '')
  const colon = decoded.indexOf(':')
  if (colon < 1) throw new RangeError('has a login that is not base64 of user:password')
  return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}
