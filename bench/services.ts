/**
 * The services of a benchmark, in a process of their own (`fork`): OIDC, token exchange, KMS and a registry over loopback, each
 * answer delayed by the same time, signatures limited by a token bucket, every request counted. No checks: those are
 * the emulator's business, here they would only cost time.
 */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signEcdsa, signPss } from '../emulator/crypto/digest-signing.ts'
import { seeded } from '../emulator/crypto/random.ts'
import { Quota, type QuotaRule } from '../emulator/faults/quota.ts'
import { BenchRegistry, type RegistryCounts } from './registry.ts'

/** How the services behave from now on; counters start again. */
export interface Conditions {
  /** Time that every answer takes, in milliseconds. */
  readonly latency: number
  readonly quota?: QuotaRule | undefined
  /** The share of SignHash that is answered by 429, and by 503, by chance and whatever the rate. */
  readonly refused?: number
  readonly failed?: number
  /** So many images that nobody has signed; without, the registry stays as it is. */
  readonly images?: number
}

/** What was asked of the services since the last `Conditions`. */
export interface Counts {
  readonly signHash: number
  readonly refused: number
  readonly getKey: number
  readonly getPublicKey: number
  readonly tokens: number
  /** Of all requests, the longest row in which each came when the one before had its answer. */
  readonly roundTrips: number
  readonly registry: RegistryCounts
}

/** What the services say first. */
export interface Ready {
  readonly origin: string
}

/** Key id → what KMS calls it, and how it is made: by a curve, or an RSA key of so many bits. */
const KEYS: Readonly<Record<string, { readonly algorithm: string; readonly curve?: string; readonly bits?: number }>> =
  {
    p256: { curve: 'prime256v1', algorithm: 'ECDSA_NIST_P256_SHA_256' },
    p384: { curve: 'secp384r1', algorithm: 'ECDSA_NIST_P384_SHA_384' },
    p521: { curve: 'secp521r1', algorithm: 'ECDSA_NIST_P521_SHA_512' },
    secp256k1: { curve: 'secp256k1', algorithm: 'ECDSA_SECP256_K1_SHA_256' },
    rsa2048: { bits: 2048, algorithm: 'RSA_2048_SIGN_PSS_SHA_256' },
    rsa4096: { bits: 4096, algorithm: 'RSA_4096_SIGN_PSS_SHA_512' },
  }

interface Key {
  readonly algorithm: string
  readonly pem: string
  /** @param digest raw, by the key's hash, in base64 */
  readonly sign: (digest: string) => Buffer
}

/**
 * Signs each digest once, whatever the number of runs: a service that is far away takes no processor of the runner, and one
 * signature by RSA-4096 takes this one more time than the action spends on a file.
 */
function eachOnce(sign: (digest: Buffer) => Buffer): Key['sign'] {
  const made = new Map<string, Buffer>()
  return (digest) => {
    const signature = made.get(digest) ?? sign(Buffer.from(digest, 'base64'))
    made.set(digest, signature)
    return signature
  }
}

function makeKey(id: string): Key | undefined {
  const { curve, bits = 2048, algorithm } = KEYS[id] ?? { algorithm: '' }
  if (algorithm === '') return undefined
  const pair =
    curve === undefined
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : generateKeyPairSync('ec', { namedCurve: curve })
  const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  if (curve === undefined)
    return { algorithm, pem, sign: eachOnce((digest) => signPss(pair.privateKey, `sha${algorithm.slice(-3)}`, digest)) }
  const { d = '' } = pair.privateKey.export({ format: 'jwk' })
  const scalar = Buffer.from(d, 'base64url')
  return { algorithm, pem, sign: eachOnce((digest) => signEcdsa(curve, scalar, digest)) }
}

/** Made when they are first asked for: one of RSA takes seconds. */
const keys = new Map<string, Key>()
function keyOf(id: string): Key | undefined {
  const key = keys.get(id) ?? makeKey(id)
  if (key !== undefined) keys.set(id, key)
  return key
}

let latency = 0
let quota: Quota | undefined
let chance = { refused: 0, failed: 0, random: seeded(1) }
let refusedByChance = 0
/** Of the requests that have had their answer, and of all. */
let longest = { answered: 0, begun: 0 }
const registry = new BenchRegistry()
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
  return ok({ keyId: id, signature: key.sign(hash).toString('base64') })
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
  const key = keyOf(id)
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

interface Wire {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

function wireOf({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Wire {
  if (url.startsWith('/v2/')) return registry.answer({ method, url, contentType: headers['content-type'] ?? '', body })
  const { status, json } = answer(url, body)
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(json)) }
}

function listener(request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now()
  const place = longest.answered + 1
  longest.begun = Math.max(longest.begun, place)
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { status, headers, body } = wireOf(request, Buffer.concat(chunks))
    const send = () => {
      longest.answered = Math.max(longest.answered, place)
      response.writeHead(status, { ...headers, 'content-length': body.length })
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
    const refused = (quota?.refused ?? 0) + refusedByChance
    process.send?.({ ...counts, refused, roundTrips: longest.begun, registry: registry.counts } satisfies Counts)
    return
  }
  latency = conditions.latency
  chance = { refused: conditions.refused ?? 0, failed: conditions.failed ?? 0, random: seeded(Date.now() % 65_536) }
  refusedByChance = 0
  quota = conditions.quota === undefined ? undefined : new Quota(conditions.quota)
  counts = { signHash: 0, getKey: 0, getPublicKey: 0, tokens: 0 }
  longest = { answered: 0, begun: 0 }
  if (conditions.images === undefined) registry.recount()
  else registry.reset(conditions.images)
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
