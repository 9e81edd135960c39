import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { ActionError, messageOf } from '../base/errors.ts'
import type { Environment } from '../base/environment.ts'
import { readJsonObject } from '../base/json.ts'
import { printable } from '../base/log.ts'
import type { Login } from './types.ts'

/** A helper may unlock a keychain or ask a cloud. */
const TIMEOUT_MS = 30_000
const MAX_BYTES = 1024 * 1024
/** A helper says so where it has no login, and not finding one is not a failure (docker-credential-helpers, errors.go). */
const NOT_FOUND = /credentials not found/iu
/** The user name that stands for "the secret is an identity token". */
const IS_IDENTITY_TOKEN = '<token>'

/**
 * Asks a credential helper, `docker-credential-<name> get`: the server's name on its standard input, JSON on its
 * output (github.com/docker/docker-credential-helpers, "Development").
 * @returns `undefined` where it has no login for the server
 * @throws ActionError REGISTRY_REFUSED
 */
export async function askHelper(name: string, server: string, env: Environment): Promise<Login | undefined> {
  const program = `docker-credential-${name}`
  // A name with a slash would run a program of the working directory.
  if (!/^[\w.-]+$/u.test(name)) throw failed(program, 'has a name that is not well formed')
  const { code, output, said } = await run(program, server, env)
  if (code !== 0) {
    if (NOT_FOUND.test(output) || NOT_FOUND.test(said)) return undefined
    throw failed(program, `ended with ${code}`)
  }
  return loginIn(output, program)
}

function loginIn(output: string, program: string): Login | undefined {
  const fields = parsed(output, program)
  const { Username: username, Secret: secret } = fields
  if (typeof username !== 'string' || typeof secret !== 'string')
    throw failed(program, 'answered without Username and Secret')
  if (secret === '') return undefined
  return username === IS_IDENTITY_TOKEN
    ? { kind: 'identity-token', token: secret }
    : { kind: 'password', username, password: secret }
}

function parsed(output: string, program: string): Readonly<Record<string, unknown>> {
  try {
    return readJsonObject(Buffer.from(output))
  } catch {
    throw failed(program, 'did not answer with a JSON object')
  }
}

/** What the helper wrote may hold a secret: it is never shown. */
function failed(program: string, why: string, cause?: unknown): ActionError {
  return new ActionError(
    'REGISTRY_REFUSED',
    `The credential helper ${printable(program, 100)} ${why}, so there is no login for the registry.`,
    { hint: 'Check that the helper works on this runner, or set registry-username and registry-password.', cause },
  )
}

interface Ended {
  readonly code: number | string
  readonly output: string
  readonly said: string
}

async function run(program: string, server: string, env: Environment): Promise<Ended> {
  const child = spawn(program, ['get'], {
    env: withoutSecrets(env),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a group of its own, so that its children end with it
    windowsHide: true,
  })
  const stop = (): void => {
    endGroup(child)
  }
  const timer = setTimeout(stop, TIMEOUT_MS)
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const output = collected(child.stdout, stop)
  const said = collected(child.stderr, stop)
  child.once('error', (cause) => {
    reject(failed(program, `could not be run (${printable(messageOf(cause), 200)})`, cause))
  })
  child.once('close', (code, signal) => {
    resolve({ code: code ?? signal ?? 'no code', output: output(), said: said() })
  })
  child.stdin.on('error', () => undefined) // a helper that ends without reading says more by its code
  child.stdin.end(server)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}

/** Keeps what a stream says, up to a bound. @returns gives it as text */
function collected(stream: Readable, stop: () => void): () => string {
  const chunks: Buffer[] = []
  let bytes = 0
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_BYTES) stop()
    else chunks.push(chunk)
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** A helper has no business with the action's inputs and the runner's tokens. */
function withoutSecrets(env: Environment): NodeJS.ProcessEnv {
  const secret =
    /^(?:INPUT_.*|ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST)_TOKEN|YC_IAM_TOKEN|YC_SA_JSON_CREDENTIALS|OIDC_TOKEN|REGISTRY_PASSWORD)$/iu
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secret.test(name)))
}
