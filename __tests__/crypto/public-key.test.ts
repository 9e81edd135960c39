import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { bitString, derNull, octetString, oid, sequence } from '../../src/crypto/der.ts'
import {
  ecPoint,
  parsePublicKey,
  pem,
  pssAlgorithmIdentifier,
  pssSpki,
  publicKeyFromSpki,
  publicKeyInText,
} from '../../src/crypto/public-key.ts'
import { CURVES } from '../../src/crypto/key-algorithm.ts'
import { localKey } from '../support/local-key.ts'
import { thrownBy } from '../support/thrown-by.ts'

const rsa = localKey('RSA_2048_SIGN_PSS_SHA_256').key.publicKey
const ec = localKey('ECDSA_NIST_P256_SHA_256').key.publicKey
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
const PEM = pem('PUBLIC KEY', ec.spki)

describe('publicKeyInText', () => {
  it.each([
    ['nothing', PEM],
    ['a sentence before', `PLEASE DO NOT REMOVE THIS LINE! Key of 2026\n${PEM}`],
    ['a fingerprint behind', `${PEM}SHA256:abc- -\n`],
  ])('finds the one key with %s around it', (_, text) => {
    expect(publicKeyInText(text).spki).toEqual(ec.spki)
  })

  it.each([
    ['two keys', PEM + PEM],
    ['a private key beside', PEM + pem('PRIVATE KEY', ec.spki)],
    ['a block without its end beside', `${PEM}-----BEGIN PUBLIC KEY-----\nAAAA`],
    ['no key', 'text'],
    ['a damaged key', PEM.replace('-----END', '-----\n-----END')],
  ])('finds none in %s', (_, text) => {
    expect(thrownBy(() => publicKeyInText(text))).toBeInstanceOf(RangeError)
  })
})

describe('parsePublicKey', () => {
  it.each([
    ['as KMS gives it', PEM],
    ['without a line feed at the end', PEM.trimEnd()],
    ['with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['in one line', PEM.replaceAll('\n', '')],
    ['with blank lines around', `\n \n${PEM}\n\n`],
  ])('reads a key %s', (_, text) => {
    const { spki, fingerprint } = parsePublicKey(text)
    expect(spki).toEqual(ec.spki)
    expect(fingerprint).toBe(`sha256:${sha256(ec.spki)}`)
  })

  it.each([
    ['nothing', ''],
    ['text in front', `key: ${PEM}`],
    ['text behind', `${PEM}key`],
    ['two keys', PEM + PEM],
    ['an RSA key in PKCS #1', pem('RSA PUBLIC KEY', rsa.spki)],
    ['a private key', pem('PRIVATE KEY', ec.spki)],
    ['a certificate', pem('CERTIFICATE', ec.spki)],
    ['nothing between the lines', '-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----'],
    ['headers', PEM.replace('\n', '\nProc-Type: 4,ENCRYPTED\n')],
  ])('refuses %s without repeating it', (_, text) => {
    expect(() => parsePublicKey(text)).toThrow(new RangeError('no PEM of one PUBLIC KEY'))
  })
})

describe('publicKeyFromSpki', () => {
  it.each(['sha256', 'sha384', 'sha512'] as const)(
    'reads an RSA key labelled id-RSASSA-PSS with %s as one labelled rsaEncryption',
    (hash) => {
      const labelled = pssSpki(rsa, hash)
      const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPublicKey({
        key: labelled,
        format: 'der',
        type: 'spki',
      })
      expect(type).toBe('rsa-pss')
      expect(details).toMatchObject({
        hashAlgorithm: hash,
        mgf1HashAlgorithm: hash,
        saltLength: Number(hash.slice(3)) / 8,
      })
      const read = publicKeyFromSpki(labelled)
      expect([read.spki, read.fingerprint, read.platformKey.type]).toEqual([rsa.spki, rsa.fingerprint, 'rsa'])
    },
  )

  it('reads one labelled id-RSASSA-PSS without parameters', () => {
    const { publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
    const read = publicKeyFromSpki(spkiOf(publicKey))
    expect(read.platformKey.type).toBe('rsa')
    expect(read.platformKey.modulusLength).toBe(publicKey.asymmetricKeyDetails?.modulusLength)
  })

  it('reads a part of a larger buffer', () => {
    const larger = new Uint8Array(Buffer.concat([Buffer.from('xx'), ec.spki, Buffer.from('xx')]))
    expect(publicKeyFromSpki(larger.subarray(2, -2)).spki).toEqual(ec.spki)
  })

  const pssLabel = oid('1.2.840.113549.1.1.10')
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no SEQUENCE', octetString(ec.spki)],
    ['an empty SEQUENCE', sequence()],
    ['no key', sequence(sequence(pssLabel))],
    ['no algorithm', sequence(sequence(), bitString(Buffer.from('key')))],
    ['an algorithm that is no SEQUENCE', sequence(derNull(), bitString(Buffer.from('key')))],
    ['a key that is no BIT STRING', sequence(sequence(pssLabel), octetString(rsa.spki))],
    ['a key that is no RSA key', sequence(sequence(pssLabel), bitString(Buffer.from('key')))],
    ['bytes behind', Buffer.concat([ec.spki, Buffer.alloc(1)])],
    ['bytes missing', ec.spki.subarray(0, -1)],
    [
      'a point that is not on the curve',
      Buffer.concat([ec.spki.subarray(0, -1), Buffer.from([(ec.spki.at(-1) ?? 0) ^ 1])]),
    ],
    ['any bytes', Buffer.from('-----BEGIN PUBLIC KEY-----')],
  ])('refuses %s', (_, encoded) => {
    const thrown = thrownBy(() => publicKeyFromSpki(encoded))
    expect(thrown).toBeInstanceOf(RangeError)
    expect(thrown).toMatchObject({
      message: 'no public key that can be read',
      cause: expect.anything() as unknown,
    })
  })
})

it.each([
  ['sha256', '0b0609608648016503040201', 32],
  ['sha384', '0b0609608648016503040202', 48],
  ['sha512', '0b0609608648016503040203', 64],
] as const)('the parameters of RSASSA-PSS with %s', (hash, name, salt) => {
  const text = pssAlgorithmIdentifier(hash).toString('hex')
  expect(text.split(name).length - 1).toBe(0)
  expect(text.split(name.slice(2)).length - 1).toBe(2)
  expect(text.endsWith(`a2030201${salt.toString(16)}`)).toBe(true)
})

describe('ecPoint', () => {
  it.each(CURVES)('is the end of the key of $name', ({ openssl }) => {
    const key = publicKeyFromSpki(spkiOf(generateKeyPairSync('ec', { namedCurve: openssl }).publicKey))
    const point = ecPoint(key)
    expect(point[0]).toBe(4)
    expect(key.spki.subarray(-point.length)).toEqual(point)
    expect(point.length % 2).toBe(1)
  })

  it('is none of RSA, nor of a key with one coordinate', () => {
    const ed25519 = publicKeyFromSpki(spkiOf(generateKeyPairSync('ed25519').publicKey))
    for (const key of [rsa, ed25519]) expect(() => ecPoint(key)).toThrow(new RangeError('no elliptic-curve key'))
  })
})

it.each([
  [0, ''],
  [48, 'AAAA'.repeat(16)],
  [49, `${'AAAA'.repeat(16)}\nAA==`],
  [96, `${'AAAA'.repeat(16)}\n${'AAAA'.repeat(16)}`],
])('PEM of %i bytes', (bytes, lines) => {
  expect(pem('A LABEL', Buffer.alloc(bytes))).toBe(`-----BEGIN A LABEL-----\n${lines}\n-----END A LABEL-----\n`)
})
