/** Signature files made from scratch, each part of which a test can make wrong. They share no code with the readers. */
import { createHash } from 'node:crypto'
import { explicit, octetString, oid, sequence, setOf, unsignedInteger, utf8String } from '../../src/crypto/der.ts'
import { ecPoint } from '../../src/crypto/public-key.ts'
import { HASHES, type HashAlgorithm } from '../../src/crypto/hashes.ts'
import { numbersOf, type LocalKey } from './local-keys.ts'

const sha = (hash: string, content: Uint8Array) => createHash(hash).update(content).digest()
const uint16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const uint32 = (value: number) => Buffer.concat([uint16(value >>> 16), uint16(value & 0xffff)])
const string = (content: string | Uint8Array) =>
  Buffer.concat([uint32(Buffer.from(content).length), Buffer.from(content)])
const strings = (...contents: (string | Uint8Array)[]) => Buffer.concat(contents.map(string))

export function armored(label: string, content: Buffer, tail: readonly string[] = [], headers: readonly string[] = []) {
  const lines = content.toString('base64').match(/.{1,64}/gu) ?? []
  return Buffer.from(
    [`-----BEGIN ${label}-----`, ...headers, ...lines, ...tail, `-----END ${label}-----`, ''].join('\n'),
  )
}

export interface SshsigParts {
  version: number
  namespace: string
  reserved: string
  hash: string
  keyType: string
  publicKey: Buffer
  /** r and s, from what the key signed. */
  numbers: (r: Buffer, s: Buffer) => Buffer[]
  /** Behind both numbers, and behind all. */
  behindNumbers: string
  extra: string
}

export function sshsig(key: LocalKey, content: Uint8Array, change: Partial<SshsigParts> = {}): Buffer {
  const curve = key.algorithm.curve?.ssh ?? 'none'
  const p: SshsigParts = {
    version: 1,
    namespace: 'file',
    reserved: '',
    hash: 'sha512',
    keyType: `ecdsa-sha2-${curve}`,
    publicKey: strings(`ecdsa-sha2-${curve}`, curve, ecPoint(key.publicKey)),
    numbers: (r, s) => [r, s],
    behindNumbers: '',
    extra: '',
    ...change,
  }
  const toSign = Buffer.concat([Buffer.from('SSHSIG'), strings(p.namespace, p.reserved, p.hash, sha(p.hash, content))])
  const { r, s } = numbersOf(key.sign(toSign))
  const signature = Buffer.concat([strings(p.keyType, strings(...p.numbers(r, s))), Buffer.from(p.behindNumbers)])
  const blob = Buffer.concat([
    Buffer.from('SSHSIG'),
    uint32(p.version),
    strings(p.publicKey, p.namespace, p.reserved, p.hash, signature),
    Buffer.from(p.extra),
  ])
  return armored('SSH SIGNATURE', blob)
}

export interface OpenpgpParts {
  version: number
  type: number
  algorithm: number
  hashId: number
  hashed: Buffer
  unhashed: Buffer
  left: Buffer | undefined
  mpis: (r: Buffer, s: Buffer) => Buffer
  packet: (body: Buffer) => Buffer
  checksum: string | undefined
  headers: string[]
}

export const subpacket = (type: number, content: Uint8Array) =>
  Buffer.concat([Buffer.from([content.length + 1, type]), content])
export const created = (time: Date) => subpacket(2, uint32(Math.floor(time.getTime() / 1000)))
export const mpi = (number: Buffer) => {
  const bits = number.toString('hex').replace(/^0+/u, '')
  const bytes = Buffer.from(bits.padStart(bits.length + (bits.length % 2), '0'), 'hex')
  return Buffer.concat([uint16(bytes.length * 8 - (Math.clz32(bytes[0] ?? 0) - 24)), bytes])
}
const fingerprint = Buffer.concat([Buffer.from([4]), Buffer.alloc(20, 7)])

export function openpgp(key: LocalKey, content: Uint8Array, change: Partial<OpenpgpParts> = {}): Buffer {
  const hash = key.algorithm.hash
  const p: OpenpgpParts = {
    version: 4,
    type: 0,
    algorithm: 19,
    hashId: { sha256: 8, sha384: 9, sha512: 10 }[hash],
    hashed: Buffer.concat([created(new Date()), subpacket(33, fingerprint)]),
    unhashed: subpacket(16, fingerprint.subarray(-8)),
    left: undefined,
    mpis: (r, s) => Buffer.concat([mpi(r), mpi(s)]),
    packet: (body) => Buffer.concat([Buffer.from([0xc2, 0xff]), uint32(body.length), body]),
    checksum: undefined,
    headers: [''],
    ...change,
  }
  const head = Buffer.concat([
    Buffer.from([p.version, p.type, p.algorithm, p.hashId]),
    uint16(p.hashed.length),
    p.hashed,
  ])
  const toSign = Buffer.concat([content, head, Buffer.from([p.version, 0xff]), uint32(head.length)])
  const { r, s } = numbersOf(key.sign(toSign))
  const left = p.left ?? sha(hash, toSign).subarray(0, 2)
  const packet = p.packet(Buffer.concat([head, uint16(p.unhashed.length), p.unhashed, left, p.mpis(r, s)]))
  return armored('PGP SIGNATURE', packet, p.checksum === undefined ? [] : [p.checksum], p.headers)
}

/** A text in the cleartext framework. @param parts of the message and of its signature */
export function openpgpClear(
  key: LocalKey,
  content: Uint8Array,
  { headers = [`Hash: ${key.algorithm.hash.toUpperCase()}`], ...change }: Partial<OpenpgpParts> = {},
): Buffer {
  const lines = Buffer.from(content).toString('latin1').replace(/\n$/u, '').split('\n')
  const covered = lines.map((line) => line.replace(/[ \t\r]+$/u, '')).join('\r\n')
  const escaped = lines.map((line) => `${line.replace(/^-/u, '- -')}\n`).join('')
  const armor = openpgp(key, Buffer.from(covered, 'latin1'), { type: 1, ...change })
  const head = ['-----BEGIN PGP SIGNED MESSAGE-----', ...headers, '', ''].join('\n')
  return Buffer.concat([Buffer.from(head), Buffer.from(escaped, 'latin1'), armor])
}

export interface CmsParts {
  version: number
  signerVersion: number
  identifier: Buffer
  contentType: string
  digest: Buffer
  attributes: (attributes: Buffer[]) => Buffer
  digestAlgorithm: string
  signatureAlgorithm: Buffer
  content: Buffer[]
  certificates: Buffer[]
  unsigned: Buffer[]
  signers: (signer: Buffer) => Buffer
  extra: Buffer
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
const ECDSA = { sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3', sha512: '1.2.840.10045.4.3.4' }

export function cms(key: LocalKey, content: Uint8Array, change: Partial<CmsParts> = {}): Buffer {
  const hash: HashAlgorithm = key.algorithm.hash
  const p: CmsParts = {
    version: 1,
    signerVersion: 1,
    identifier: sequence(
      sequence(setOf(sequence(oid('2.5.4.3'), utf8String('signer')))),
      unsignedInteger(Buffer.from([5])),
    ),
    contentType: '1.2.840.113549.1.7.1',
    digest: sha(hash, content),
    attributes: (attributes) => setOf(...attributes),
    digestAlgorithm: HASHES[hash].oid,
    signatureAlgorithm: sequence(oid(ECDSA[hash])),
    content: [],
    certificates: [],
    unsigned: [],
    signers: (signer) => setOf(signer),
    extra: Buffer.alloc(0),
    ...change,
  }
  const attributes = p.attributes([
    attribute('1.2.840.113549.1.9.3', oid(p.contentType)),
    attribute('1.2.840.113549.1.9.4', octetString(p.digest)),
  ])
  const signer = sequence(
    unsignedInteger(Buffer.from([p.signerVersion])),
    p.identifier,
    sequence(oid(p.digestAlgorithm)),
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    p.signatureAlgorithm,
    octetString(key.sign(attributes)),
    ...p.unsigned,
  )
  const signedData = sequence(
    unsignedInteger(Buffer.from([p.version])),
    setOf(sequence(oid(p.digestAlgorithm))),
    sequence(oid('1.2.840.113549.1.7.1'), ...p.content),
    ...p.certificates,
    p.signers(signer),
  )
  return Buffer.concat([sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signedData)), p.extra])
}

const SIGSTORE_HASH = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' }
type Json = Record<string, unknown>

const material = (key: LocalKey) => ({
  publicKey: { hint: sha('sha256', key.publicKey.spki).toString('base64') },
  tlogEntries: [],
})

/** A bundle as an object, so that a test can change any field of it. */
export function bundle(key: LocalKey, content: Uint8Array) {
  const { hash } = key.algorithm
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: material(key) as Json,
    messageSignature: {
      messageDigest: { algorithm: SIGSTORE_HASH[hash], digest: sha(hash, content).toString('base64') },
      signature: key.sign(content).toString('base64'),
    } as Json,
  }
}

export function statement(subjects: readonly unknown[], change: Json = {}) {
  const predicateType = 'https://slsa.dev/provenance/v1'
  return { _type: 'https://in-toto.io/Statement/v1', subject: subjects, predicateType, predicate: {}, ...change }
}

export function subjectOf(name: string, content: Uint8Array, hash = 'sha256') {
  return { name, digest: { [hash]: sha(hash, content).toString('hex') } }
}

/** A bundle of a signed statement. */
export function attestation(key: LocalKey, payload: unknown, payloadType = 'application/vnd.in-toto+json') {
  const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload))
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `), bytes])
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: material(key) as Json,
    dsseEnvelope: {
      payload: bytes.toString('base64'),
      payloadType,
      signatures: [{ sig: key.sign(signed).toString('base64'), keyid: '' }] as Json[],
    } as Json,
  }
}

export const json = (value: unknown) => Buffer.from(JSON.stringify(value))
