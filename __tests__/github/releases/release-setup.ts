import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator, type Emulator } from '../../../emulator/emulator.ts'
import { createHttpClient } from '../../../src/http/client.ts'
import { type HttpClient } from '../../../src/http/types.ts'
import type { Clock } from '../../../src/base/clock.ts'
import type { ReleaseRequest } from '../../../src/github/releases/release-check.ts'
import { publicKeyFromSpki, type PublicKey } from '../../../src/crypto/public-key.ts'
import { collectingLog, type CollectingLog } from '../../support/collecting-log.ts'

/** A clock that a wait moves on at once. */
export class SteppingClock implements Clock {
  readonly waits: number[] = []
  /** Called before each wait. */
  beforeSleep: (() => void) | undefined
  // Whole milliseconds: sums of fractions end a little beside the whole.
  #now = Math.floor(performance.now())
  readonly #ahead = Date.now() - this.#now

  readonly now = (): number => this.#now

  readonly date = (): number => this.#now + this.#ahead

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    this.beforeSleep?.()
    this.waits.push(ms)
    this.#now += ms
    return Promise.resolve()
  }
}

/** Who `kms-allowed-signers` names. */
export const PRINCIPAL = 'releases@example.org'

/** Everything around the release stages: GitHub in the emulator, a client, a clock that costs no time. */
export interface ReleaseSetup {
  readonly emulator: Emulator
  readonly http: HttpClient
  /** Another one, of a run that ends at `deadline`. */
  readonly client: (deadline: number) => HttpClient
  readonly clock: SteppingClock
  readonly log: CollectingLog
  readonly key: PublicKey
  readonly folder: string
  readonly abort: AbortController
  request(changes?: Partial<ReleaseRequest>): ReleaseRequest
  write(name: string, content?: string | Buffer): Promise<string>
  close(): Promise<void>
}

export function newKey(): PublicKey {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return publicKeyFromSpki(publicKey.export({ format: 'der', type: 'spki' }))
}

export async function releaseSetup(): Promise<ReleaseSetup> {
  const emulator = await startEmulator()
  const clock = new SteppingClock()
  emulator.github.limits.clock = { now: clock.date }
  const log = collectingLog()
  const abort = new AbortController()
  const deadline = clock.now() + 900_000
  const env = { ...emulator.env, GITHUB_REPOSITORY: 'acme/widget' }
  const clients: HttpClient[] = []
  const client = (until: number): HttpClient => {
    const made = createHttpClient({ env: {}, log, signal: abort.signal, deadline: until, clock })
    clients.push(made)
    return made
  }
  const http = client(deadline)
  const folder = await mkdtemp(join(tmpdir(), 'release-'))
  const key = newKey()
  const { token } = emulator.github
  const usual: ReleaseRequest = {
    http,
    log,
    env,
    clock,
    deadline,
    token,
    signal: abort.signal,
    tag: 'v1.2.3',
    id: undefined,
    overwrite: false,
    names: [],
    signs: [],
    principal: PRINCIPAL,
    publicKey: () => Promise.resolve(key),
    allNames: () => Promise.reject(new Error('no key')),
  }
  return {
    ...{ emulator, http, client, clock, log, key, folder, abort },
    request: (changes) => ({ ...usual, ...changes }),
    write: async (name, content = `signature ${name}`) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    },
    close: async () => {
      for (const made of clients) await made.close()
      await emulator.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
