/** What must hold after every run, however it ended: nothing half done, no token astray, no secret shown. */
import { createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Emulator } from '../emulator/emulator.ts'
import type { RunResult } from '../emulator/runner/runner.ts'
import type { ServiceName } from '../emulator/server/service-name.ts'
import type { Workspace } from '../__tests__/support/workspace.ts'

export const SUCCESS = '✓'
/** Green, with a warning that says what is to be known. */
export const WARNED = '✓ with a warning'

/** `✓`, the code that the run failed with, or what is odd about its end. */
export function outcomeOf(run: RunResult): string {
  const titles = run.annotations.filter(({ level }) => level === 'error').map(({ title }) => title ?? 'untitled')
  if (run.exitCode === 0) return titles.length === 0 ? SUCCESS : `exit code 0 with ${titles.join(', ')}`
  if (run.exitCode !== 1) return `ended by ${run.signal ?? `exit code ${String(run.exitCode)}`}`
  return titles.length === 1 ? (titles[0] ?? '') : `exit code 1 with ${titles.length} errors: ${titles.join(', ')}`
}

/** Which services may see which tokens. */
function homes(emulator: Emulator): readonly { readonly token: string; readonly at: readonly ServiceName[] }[] {
  const { iam, oidc, artifacts, github, registry } = emulator
  const basic = (user: string, password: string): string => Buffer.from(`${user}:${password}`).toString('base64')
  const login = 'password' in registry.login ? [basic(registry.login.username, registry.login.password)] : []
  const all = (tokens: Iterable<string>, ...at: ServiceName[]) => [...tokens].map((token) => ({ token, at }))
  return [
    ...all(iam.tokens.keys(), 'kms', 'kms-crypto', 'iam'),
    ...all(oidc.issued, 'exchange'),
    ...all([oidc.requestToken], 'oidc'),
    ...all([artifacts.runtimeToken], 'artifacts'),
    ...all([github.token], 'github', 'uploads'),
    ...all(registry.tokens.keys(), 'registry'),
    ...all(login, 'registry-auth'),
    ...all(
      [...iam.tokens.keys()].map((token) => basic('iam', token)),
      'registry-auth',
    ),
  ]
}

/** Requests that carried a token to a service that is not its own. */
export function straysOf(emulator: Emulator): string[] {
  const tokens = homes(emulator)
  return emulator.requests.flatMap(({ service, call, headers, path, body }) => {
    const sent = `${JSON.stringify(headers)} ${path} ${body ?? ''}`
    return tokens
      .filter(({ token, at }) => sent.includes(token) && !at.includes(service))
      .map(({ at }) => `a token of ${at.join(', ')} went to ${service} ${call}`)
  })
}

/** How many of `secrets` the run shows. Never the secrets themselves. */
export function secretsShown(run: RunResult, secrets: readonly string[]): string[] {
  const shown = secrets.filter((secret) => secret !== '' && run.shown.includes(secret))
  return shown.length === 0 ? [] : [`${shown.length} secrets show`]
}

/** Whether `names` of `workspace` have signatures, all by the key beside them, and nothing else is new. */
export async function faultsOfWhole(
  workspace: Workspace,
  before: Readonly<Record<string, string>>,
  names: readonly string[],
): Promise<string[]> {
  const expected = new Set([
    ...Object.keys(before),
    ...names.map((name) => `${name}.sig`),
    'kms-public-key.pem',
    'signatures.json',
  ])
  const after = Object.keys(await workspace.snapshot())
  const missing = [...expected].filter((name) => !after.includes(name)).map((name) => `${name} is missing`)
  const extra = after.filter((name) => !expected.has(name)).map((name) => `${name} is left`)
  if (missing.length > 0) return [...missing, ...extra]
  const key = createPublicKey(await readFile(workspace.at('kms-public-key.pem')))
  const wrong: string[] = []
  for (const name of names) {
    const [content, signature] = await Promise.all(['', '.sig'].map((end) => readFile(workspace.at(name + end))))
    const right = content !== undefined && signature !== undefined && verify('sha256', content, key, signature)
    if (!right) wrong.push(`${name}.sig is not right`)
  }
  return [...extra, ...wrong]
}

/** What differs from `before`. */
export async function faultsOfClean(workspace: Workspace, before: Readonly<Record<string, string>>): Promise<string[]> {
  const after = await workspace.snapshot()
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).map((name) => `${name} is not as it was`)
}
