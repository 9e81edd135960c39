import { createHash } from 'node:crypto'
import { createHttpClient } from '../../src/http/client.ts'
import { Pace } from '../../src/http/pace.ts'
import { createKms } from '../../src/yandex/kms/client.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { TaskGroup } from '../../src/base/task-group.ts'
import { createSigner, type SignerOptions } from '../../src/signing/signer.ts'
import type { SigningKey } from '../../src/crypto/key-algorithm.ts'
import { collectLog, json, serveHttp, type Answer } from '../http/server.ts'
import { localKey } from './local-key.ts'

export const KEY = 'abjkey'
const closing: (() => Promise<void>)[] = []
/** Ends what `setUp` started. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close()
}

const ALGORITHM = 'ECDSA_NIST_P256_SHA_256'
export const { key, sign } = localKey(ALGORITHM, KEY)
export const stranger = localKey(ALGORITHM, KEY)
export const digestOf = (text: string) => createHash('sha256').update(text).digest()
/** SignHash as it should be, or spoilt. */
export const signing =
  (by = sign, change = (digest: Buffer) => digest): Answer =>
  (request, response) => {
    const { hash } = JSON.parse(request.text) as { hash: string }
    const signature = by(change(Buffer.from(hash, 'base64'))).toString('base64')
    json(200, { keyId: KEY, signature })(request, response)
  }
export const publicKeyOf = (of: SigningKey): Answer =>
  json(200, { keyId: KEY, publicKey: pem('PUBLIC KEY', of.publicKey.spki) })

export interface Setup {
  readonly signHash: readonly Answer[]
  readonly publicKey?: Answer
  readonly options?: Partial<SignerOptions>
  readonly max?: number
}

/** A signer, and the KMS on loopback that it signs with. */
export async function setUp({ signHash, publicKey, options = {}, max = 16 }: Setup) {
  let asked = 0
  const server = await serveHttp((request, response) => {
    if (request.url?.endsWith('/publicKey') === true) {
      publicKey?.(request, response)
      return
    }
    asked += 1
    signHash[Math.min(asked, signHash.length) - 1]?.(request, response)
  })
  closing.push(() => server.close())
  const log = collectLog()
  const run = new AbortController()
  const timing = { firstWaitMs: 2, attempts: 3, attemptMs: 2000, refusedMs: 300 }
  const http = createHttpClient({ env: {}, log, signal: run.signal, deadline: performance.now() + 20_000, timing })
  closing.push(() => http.close())
  const kms = createKms({
    http,
    log,
    gate: new Pace({ max, signal: run.signal, log }),
    credential: {
      serviceAccountId: 'aje',
      advice: '',
      token: () => Promise.resolve('t'),
      refresh: () => Promise.resolve('t'),
      revoke: () => Promise.resolve(),
    },
    endpoints: Promise.resolve({
      kms: server.url,
      kmsControl: server.url,
      kmsFallback: undefined,
      iam: undefined,
      tokenExchange: undefined,
      jwtAudience: '',
    }),
  })
  const tasks = new TaskGroup(run.signal)
  closing.push(() => tasks[Symbol.asyncDispose]())
  const known = tasks.start(() => options.key ?? Promise.resolve(key))
  const signer = createSigner({ kms, keyId: KEY, ahead: false, pinned: false, ...options, key: known, tasks })
  return { signer, kms, server, run, tasks, signHashes: () => asked }
}
