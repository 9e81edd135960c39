/** What is wrong with a bundle is said by the name of its field. */
import { describe, expect, it } from '@jest/globals'
import { algorithmNamed } from '../../src/crypto/key-algorithm.ts'
import { verifiedStatement } from '../../src/formats/dsse/read.ts'
import { readJsonObject } from '../../src/base/json.ts'
import { thrownBy } from '../support/thrown-by.ts'
import { judge, localKey } from '../support/local-keys.ts'
import { attestation, bundle, json, statement, subjectOf } from '../support/signature-makers.ts'
import { replaceJson } from '../support/trees.ts'

const content = Buffer.from('release')
const key = localKey('ECDSA_NIST_P256_SHA_256')
const good = bundle(key, content)
const subject = subjectOf('app', content)
const signed = attestation(key, statement([subject]))

it.each([
  ['messageSignature', 1, 'has no object as its messageSignature'],
  ['messageSignature.more', 1, 'has a field in its messageSignature that is unknown here: more'],
  ['messageSignature.messageDigest', [], 'has no object as its messageDigest'],
  ['messageSignature.messageDigest.more', 1, 'has a field in its messageDigest that is unknown here: more'],
  ['messageSignature.messageDigest.algorithm', 1, 'has no text as its digest algorithm'],
  ['messageSignature.messageDigest.digest', null, 'has no text as its digest'],
  ['messageSignature.signature', {}, 'has no text as its signature'],
  ['more', 1, 'has a field in its bundle that is unknown here: more'],
  ['verificationMaterial', null, 'has no object as its verificationMaterial'],
  ['verificationMaterial.more', 1, 'has a field in its verificationMaterial that is unknown here: more'],
  ['verificationMaterial.tlogEntries', 'x', 'has no list as its tlogEntries'],
  ['verificationMaterial.publicKey', [1], 'has no object as its publicKey'],
  ['verificationMaterial.publicKey.more', 1, 'has a field in its publicKey that is unknown here: more'],
  ['verificationMaterial.publicKey.hint', 1, 'has no text as its hint'],
])('a bundle whose %s is %j %s', async (path, value, verdict) => {
  expect(await judge('sigstore', json(replaceJson(good, path.split('.'), value)), [key], content)).toBe(verdict)
})

it.each([
  ['verificationMaterial.tlogEntries', undefined],
  ['verificationMaterial.timestampVerificationData', { rfc3161Timestamps: [] }],
])('a bundle may have as its %s %j', async (path, value) => {
  expect(await judge('sigstore', json(replaceJson(good, path.split('.'), value)), [key], content)).toBe('right')
})

it.each([
  ['dsseEnvelope', 1, 'has no object as its dsseEnvelope'],
  ['dsseEnvelope.more', 1, 'has a field in its dsseEnvelope that is unknown here: more'],
  ['dsseEnvelope.payload', 1, 'has no text as its payload'],
  ['dsseEnvelope.signatures', {}, 'has no list as its signatures'],
  ['dsseEnvelope.signatures.0', 'x', 'has no object as its signature'],
  ['dsseEnvelope.signatures.0.more', 1, 'has a field in its signature that is unknown here: more'],
  ['dsseEnvelope.signatures.0.sig', 1, 'has no text as its signature'],
])('a statement whose %s is %j %s', async (path, value, reason) => {
  const changed = json(replaceJson(signed, path.split('.'), value))
  await expect(verifiedStatement(changed, [key])).rejects.toEqual(new RangeError(reason))
})

it.each([
  ['subject', {}, 'has no list as its subject'],
  ['subject.0', 'app', 'has no object as its subject'],
  ['subject.0.name', 1, 'has no text as its name'],
  ['subject.0.digest', undefined, 'has no object as its digest'],
  ['subject.0.digest.sha256', 1, 'has no text as its digest'],
])('a signed statement whose %s is %j %s', async (path, value, reason) => {
  const file = json(attestation(key, replaceJson(statement([subject]), path.split('.'), value)))
  await expect(verifiedStatement(file, [key])).rejects.toEqual(new RangeError(reason))
})

describe('JSON', () => {
  it('that cannot be read keeps the reason', () => {
    const { message, cause } = thrownBy(() => readJsonObject(Buffer.from('{'))) as Error
    expect(message).toBe('is not JSON')
    expect(String(cause)).toContain('SyntaxError')
  })

  it('that is no object is said to be none', () => {
    expect(() => readJsonObject(Buffer.from('[]'))).toThrow('has no object as its content')
  })

  it('with a long name of a field shows its beginning', async () => {
    const verdict = await judge('sigstore', json({ ...good, ['x'.repeat(1000)]: 1 }), [key], content)
    expect(verdict).toBe(`has a field in its bundle that is unknown here: ${'x'.repeat(50)}`)
  })
})

it('a statement by an RSA key is right by one of the hashes that it may be signed with', async () => {
  const mine = localKey('RSA_2048_SIGN_PSS_SHA_384')
  const keys = ['256', '384', '512'].map((bits) => ({
    ...mine,
    algorithm: algorithmNamed(`RSA_2048_SIGN_PSS_SHA_${bits}`),
  }))
  expect((await verifiedStatement(json(attestation(mine, statement([subject]))), keys)).subjects).toEqual([subject])
})
