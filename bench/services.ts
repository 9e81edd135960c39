/**
 * The services of a benchmark, in a process of their own (`fork`): OIDC, token exchange and KMS over loopback, each
 * answer delayed by the same time, signatures limited by a token bucket, every request counted. No checks: those are
 * the emulator's business, here they would only cost time.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signEcdsa } from '../emulator/crypto/digest-signing.ts'
import { seeded } from '../emulator/crypto/random.ts'
import { Quota, type QuotaRule } from '../emulator/faults/quota.ts'

/** How the services behave from now on; counters start again. */
export interface Conditions {
  /** Time that every answer takes, in milliseconds. */
  readonly latency: number
  readonly quota?: QuotaRule | undefined
  /** The share of SignHash that is answered by 429, and by 503, by chance and whatever the rate. */
  readonly refused?: number
  readonly failed?: number
}

/** What was asked of the services since the last `Conditions`. */
export interface Counts {
  readonly signHash: number
  readonly refused: number
  readonly getKey: number
  readonly getPublicKey: number
  readonly tokens: number
}

/** What the services say first. */
export interface Ready {
  readonly origin: string
}

/** Key id → curve, and what KMS calls it. */
const KEYS: Readonly<Record<string, { readonly curve: string; readonly algorithm: string }>> = {
  p256: { curve: 'prime256v1', algorithm: 'ECDSA_NIST_P256_SHA_256' },
  p521: { curve: 'secp521r1', algorithm: 'ECDSA_NIST_P521_SHA_512' },
}

interface Key {
  readonly curve: string
  readonly algorithm: string
  readonly scalar: Buffer
  readonly pem: string
}

const keys = new Map<string, Key>(
  Object.entries(KEYS).map(([id, { curve, algorithm }]) => {
    const pair = generateKeyPairSync('ec', {
      namedCurve: curve,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const { d = '' } = createPrivateKey(pair.privateKey).export({ format: 'jwk' })
    return [id, { curve, algorithm, scalar: Buffer.from(d, 'base64url'), pem: pair.publicKey }]
  }),
)

let latency = 0
let quota: Quota | undefined
let chance = { refused: 0, failed: 0, random: seeded(1) }
let refusedByChance = 0
let counts = { signHash: 0, getKey: 0, getPublicKey: 0, tokens: 0 }

interface Answer {
  readonly status: number
  readonly json: unknown
}

const ok = (json: unknown): Answer => ({ status: 200, json })

function signHash(id: string, key: Key, body: Buffer): Answer {
  const by = chance.random()
  if (by < chance.refused) {
    refusedByChance += 1
    return { status: 429, json: { code: 8, message: 'too busy' } }
  }
  if (by < chance.refused + chance.failed) return { status: 503, json: { code: 14, message: 'down' } }
  if (quota?.take().granted === false) return { status: 429, json: { code: 8, message: 'quota exceeded' } }
  counts.signHash += 1
  const { hash } = JSON.parse(body.toString()) as { hash: string }
  const signature = signEcdsa(key.curve, key.scalar, Buffer.from(hash, 'base64'))
  return ok({ keyId: id, signature: signature.toString('base64') })
}

function token(path: string): Answer {
  counts.tokens += 1
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'https://github.com/acme',
    sub: 'repo:acme',
  }
  if (path.startsWith('/oidc')) return ok({ value: `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl` })
  return ok({ access_token: 't1.benchmark-token', token_type: 'Bearer', expires_in: 43200 })
}

function answer(path: string, body: Buffer): Answer {
  const [, id = '', call = ''] = /^\/kms\/v1\/asymmetricSignatureKeys\/(\w+)(.*)$/u.exec(path) ?? []
  const key = keys.get(id)
  if (key === undefined) return token(path)
  if (call === ':signHash') return signHash(id, key, body)
  if (call === '/publicKey') {
    counts.getPublicKey += 1
    return ok({ keyId: id, publicKey: key.pem })
  }
  counts.getKey += 1
  const createdAt = '2026-01-01T00:00:00Z'
  return ok({ id, folderId: 'b1g', createdAt, name: 'bench', status: 'ACTIVE', signatureAlgorithm: key.algorithm })
}

function listener(request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now()
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { status, json } = answer(request.url ?? '', Buffer.concat(chunks))
    const body = JSON.stringify(json)
    const send = () => {
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      response.end(body)
    }
    // The time that the answer took to make is part of its delay, as long as it is shorter.
    const rest = latency - (performance.now() - started)
    if (rest > 0) setTimeout(send, rest)
    else send()
  })
}

process.on('message', (conditions: Conditions | 'counts') => {
  if (conditions === 'counts') {
    process.send?.({ ...counts, refused: (quota?.refused ?? 0) + refusedByChance } satisfies Counts)
    return
  }
  latency = conditions.latency
  chance = { refused: conditions.refused ?? 0, failed: conditions.failed ?? 0, random: seeded(Date.now() % 65_536) }
  refusedByChance = 0
  quota = conditions.quota === undefined ? undefined : new Quota(conditions.quota)
  counts = { signHash: 0, getKey: 0, getPublicKey: 0, tokens: 0 }
  process.send?.('set')
})
process.on('disconnect', () => {
  server.close()
  server.closeAllConnections()
})
const server = createServer({ keepAliveTimeout: 60_000 }, listener)
server.listen(0, '127.0.0.1', () => {
  process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } satisfies Ready)
})
