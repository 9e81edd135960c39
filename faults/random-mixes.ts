/** The signing stage under mixes of faults, each drawn by a seed: every run is whole, or leaves nothing. */
import { createHash, verify } from 'node:crypto'
import { createCredential } from '../src/yandex/credentials/credentials.ts'
import { ActionError, type ErrorCode, messageOf } from '../src/base/errors.ts'
import { createHttpClient } from '../src/http/client.ts'
import { Pace } from '../src/http/pace.ts'
import { createKms } from '../src/yandex/kms/client.ts'
import type { Log } from '../src/base/log.ts'
import { openStaging } from '../src/writing/staging.ts'
import { resolveSigningKey } from '../src/signing/resolve-key.ts'
import { TaskGroup } from '../src/base/task-group.ts'
import { createSigner } from '../src/signing/signer.ts'
import { readFile } from 'node:fs/promises'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import type { Fault } from '../emulator/faults/faults.ts'
import { seeded } from '../emulator/crypto/random.ts'
import type { ServiceName } from '../emulator/server/service-name.ts'
import { workspaceWith, type Workspace } from '../__tests__/support/workspace.ts'
import { check, type Check } from '../interop/check.ts'
import { faultsOfClean } from './judge.ts'

const SEEDS = 1000
const AT_ONCE = 32
const NAMES = ['one.bin', 'three.bin', 'two.bin']
const KEY = 'ECDSA_NIST_P256_SHA_256'

/** Short enough that a thousand runs do not take an hour. */
const TIMING = { attemptMs: 250, firstWaitMs: 2, longestWaitMs: 20, refusedMs: 200 }

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, retryAfter: 0 },
  ...[500, 502, 503, 504].map((status): Fault => ({ kind: 'status', status })),
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'truncated-json' },
  { kind: 'wrong-types' },
  { kind: 'huge-body', bytes: 4 * 1024 * 1024 },
  { kind: 'gzip-bomb' },
  { kind: 'wrong-key-id' },
  { kind: 'bad-base64' },
  { kind: 'empty-signature' },
  { kind: 'other-digest' },
  { kind: 'other-key' },
  { kind: 'unauthenticated' },
  { kind: 'redirect', to: 'http://127.0.0.1:9/' },
  { kind: 'reset-before-headers' },
  { kind: 'reset-after-headers' },
  { kind: 'reset-mid-body' },
  { kind: 'black-hole' },
  { kind: 'one-byte-a-second' },
  { kind: 'truncated-body' },
]
const SERVICES: readonly (ServiceName | '*')[] = ['*', 'kms', 'kms', 'kms', 'oidc', 'exchange']

/** Codes that a mix may end in. */
const CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAVAILABLE',
  'RATE_LIMITED',
  'INVALID_RESPONSE',
  'SIGNATURE_INVALID',
  'UNAUTHENTICATED',
  'ID_TOKEN_UNAVAILABLE',
  'TOKEN_EXCHANGE_REFUSED',
  'CANCELLED',
])

const silent = (): void => undefined
const LOG: Log = { debug: silent, info: silent, notice: silent, warning: silent }

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T

/** Puts one to three rules in force. */
function mix(emulator: Emulator, seed: number, random: () => number): void {
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    const rule = {
      service: pick(SERVICES, random),
      seed: seed * 10 + count,
      probability: random() < 0.15 ? 1 : 0.05 + random() * 0.4,
    }
    const fault = pick(FAULTS, random)
    // What nobody repeats would end nearly every run, were it as frequent as the rest.
    const passing = random() < 0.6 ? { first: 1 + Math.floor(random() * 3) } : {}
    emulator.setFault({ ...rule, ...passing, ...fault })
  }
}

/** The stage, as the action runs it. @throws ActionError */
async function signAll(emulator: Emulator, workspace: Workspace, signal: AbortSignal): Promise<void> {
  const { kms: origin, exchange } = emulator.urls
  const http = createHttpClient({ env: {}, log: LOG, signal, deadline: performance.now() + 20_000, timing: TIMING })
  const staging = openStaging({ overwrite: true })
  try {
    const endpoints = Promise.resolve({
      kms: origin,
      kmsControl: origin,
      kmsFallback: undefined,
      iam: undefined,
      tokenExchange: `${exchange}/oauth/token`,
      jwtAudience: '',
    })
    const choice = { kind: 'github-oidc', serviceAccountId: emulator.serviceAccountId, audience: undefined } as const
    const context = { http, endpoints, env: emulator.env, mask: silent, log: LOG, signal }
    const credential = createCredential(choice, context)
    const kms = createKms({ http, endpoints, credential, gate: new Pace({ max: 4, signal, log: LOG }), log: LOG })
    const keyId = emulator.keys[KEY].id
    const question = { kms, keyId, hashAlgorithm: 'auto', pin: { kind: 'none' }, needsCreatedAt: false } as const
    await using tasks = new TaskGroup(signal)
    const key = tasks.start(() => resolveSigningKey(question))
    const signer = createSigner({ kms, keyId, key, ahead: false, pinned: false, tasks })
    const work = NAMES.map(async (name) => {
      const digest = createHash('sha256')
        .update(await readFile(workspace.at(name)))
        .digest()
      await staging.stage(workspace.at(`${name}.sig`), (await signer.sign(digest)).signature)
    })
    const results = await Promise.allSettled(work)
    for (const result of results) if (result.status === 'rejected') throw result.reason
    await staging.commit(signal)
  } catch (error) {
    await staging.discard()
    throw error
  } finally {
    await http.close()
  }
}

/** What is wrong with the outcome of one seed. */
async function problemsOf(emulator: Emulator, seed: number, count: (code: string) => void): Promise<string[]> {
  const random = seeded(seed)
  const old = random() < 0.5 ? { 'one.bin.sig': 'old signature' } : {}
  const workspace = await workspaceWith({
    ...Object.fromEntries(NAMES.map((name) => [name, `${name} ${seed}`])),
    ...old,
  })
  const cancel = new AbortController()
  const timer = setTimeout(
    () => {
      cancel.abort(new ActionError('CANCELLED', 'The run was cancelled.'))
    },
    random() < 0.2 ? random() * 300 : 60_000,
  )
  try {
    const before = await workspace.snapshot()
    mix(emulator, seed, random)
    const thrown = await signAll(emulator, workspace, cancel.signal).then(
      () => undefined,
      (error: unknown) => error,
    )
    count(thrown instanceof ActionError ? thrown.code : thrown === undefined ? 'whole' : 'odd')
    if (thrown === undefined) return await unsigned(emulator, workspace)
    const dirt = await faultsOfClean(workspace, before)
    if (!(thrown instanceof ActionError)) return [`threw ${messageOf(thrown)}`, ...dirt]
    return CODES.has(thrown.code) ? dirt : [`${thrown.code}: ${thrown.message}`, ...dirt]
  } finally {
    clearTimeout(timer)
    emulator.clearFaults()
    emulator.requests.length = 0
    await workspace.remove()
  }
}

async function unsigned(emulator: Emulator, workspace: Workspace): Promise<string[]> {
  const pem = await emulator.keys[KEY].publicKeyPem()
  const problems = await Promise.all(
    NAMES.map(async (name) => {
      const signature = await readFile(workspace.at(`${name}.sig`))
      return verify('sha256', await readFile(workspace.at(name)), pem, signature) ? [] : [`${name}.sig is not right`]
    }),
  )
  const extra = Object.keys(await workspace.snapshot()).filter((path) => !/^(one|two|three)\.bin(\.sig)?$/u.test(path))
  return [...problems.flat(), ...extra.map((path) => `${path} is left`)]
}

/** One check for all seeds; the failing ones are named. */
export async function randomMixes(): Promise<Check[]> {
  const counts = new Map<string, number>()
  const failed: string[] = []
  let next = 1
  const worker = async (): Promise<void> => {
    const emulator = await startEmulator()
    for (let seed = next++; seed <= SEEDS; seed = next++) {
      const problems = await problemsOf(emulator, seed, (code) => counts.set(code, (counts.get(code) ?? 0) + 1))
      if (problems.length > 0) failed.push(`seed ${seed}: ${problems.join('; ')}`)
    }
    await emulator.close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  console.log(`  ${[...counts].map(([code, count]) => `${code} ${count}`).join(', ')}`)
  const whole = counts.get('whole') ?? 0
  return [
    check(`${SEEDS} mixes of faults: whole or clean`, failed.length === 0, failed.slice(0, 20).join('\n')),
    check('some mixes pass and some do not', whole > SEEDS / 10 && whole < SEEDS, `${whole} passed`),
  ]
}
