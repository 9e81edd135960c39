import { beforeAll, expect, it } from '@jest/globals'
import { der, derNull, explicit, octetString, oid, sequence, setOf } from '../../../src/crypto/der.ts'
import { pssAlgorithmIdentifier } from '../../../src/crypto/public-key.ts'
import { judge, localKey, type LocalKey } from '../../support/local-keys.ts'
import { cms, type CmsParts } from '../../support/signature-makers.ts'
import { encodeDer, parseDer, replaceDer, type Node } from '../../support/trees.ts'

const content = Buffer.from('release')
const timeAs = (tag: number, text: string) => sequence(oid('1.2.840.113549.1.9.5'), setOf(der(tag, Buffer.from(text))))
const signingTime = timeAs(0x17, '260101000000Z')
const context0 = (...parts: Buffer[]) => der(0xa0, ...parts)

let key: LocalKey
let rsa: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
  rsa = localKey('RSA_2048_SIGN_PSS_SHA_384')
})

it.each<[string, Partial<CmsParts>, RegExp]>([
  ['the file inside', { content: [explicit(0, octetString(content))] }, /detached/u],
  ['another content type', { contentType: '1.2.840.113549.1.9.16.1.4' }, /plain data/u],
  ['the digest of another file', { digest: Buffer.alloc(32) }, /^wrong$/u],
  ['an empty digest', { digest: Buffer.alloc(0) }, /^wrong$/u],
  ['no digest', { attributes: ([type = Buffer.alloc(0)]) => setOf(type) }, /no message digest/u],
  ['no content type', { attributes: ([, digest = Buffer.alloc(0)]) => setOf(digest) }, /plain data/u],
  [
    'attributes out of order',
    { attributes: (a) => der(0x31, ...a.toSorted((x, y) => Buffer.compare(y, x))) },
    /order of DER/u,
  ],
  ['an attribute twice', { attributes: (a) => setOf(...a, ...a) }, /twice/u],
  [
    'an attribute of two values',
    { attributes: (a) => setOf(...a, sequence(oid('1.2.3'), setOf(oid('1.2'), oid('1.3')))) },
    /one signer/u,
  ],
  [
    'an attribute of no sequence',
    { attributes: (a) => setOf(...a, setOf(oid('1.2.3'), setOf(oid('1.2')))) },
    /broken attribute/u,
  ],
  [
    'an attribute whose values are no set',
    { attributes: (a) => setOf(...a, sequence(oid('1.2.3'), sequence(oid('1.2')))) },
    /broken attribute/u,
  ],
  ['SHA-1', { digestAlgorithm: '1.3.14.3.2.26' }, /hash/u],
  ['another hash than its key', { digestAlgorithm: '2.16.840.1.101.3.4.2.3' }, /sha512, which/u],
  ['ECDSA with another hash', { signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.4')) }, /signature algorithm/u],
  [
    'parameters of ECDSA',
    { signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.2'), derNull()) },
    /signature algorithm/u,
  ],
  [
    'RSA by PKCS#1 v1.5',
    { signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.11'), derNull()) },
    /signature algorithm/u,
  ],
  ['the versions of key identifiers', { version: 3, signerVersion: 3 }, /another version than its name/u],
  ['a version that its signer does not have', { version: 3 }, /another version than its signer/u],
  ['a broken certificate', { certificates: [context0(sequence())] }, /broken certificate/u],
  ['an unknown version', { version: 2 }, /not CMS SignedData/u],
  ['a signer of an unknown version', { signerVersion: 2 }, /no signer/u],
  ['a signer that is no sequence', { signers: () => setOf(octetString(content)) }, /no signer/u],
  ['two sets of certificates', { certificates: [context0(), context0()] }, /more than certificates/u],
  ['more fields of its signer', { unsigned: [der(0xa1), der(0xa1)] }, /no signer/u],
  ['two signers', { signers: (signer) => der(0x31, signer, signer) }, /one signer/u],
  ['no signer', { signers: () => setOf() }, /one signer/u],
  ['revocation lists', { certificates: [der(0xa1)] }, /more than certificates/u],
  ['something behind the signature', { unsigned: [derNull()] }, /behind its signature/u],
  ['bytes behind it', { extra: Buffer.alloc(1) }, /DER/u],
  ['no unsigned attribute in their field', { unsigned: [der(0xa1)] }, /unsigned attributes that are none/u],
  ['unsigned attributes that are none', { unsigned: [der(0xa1, derNull())] }, /unsigned attributes that are none/u],
  [
    'an unsigned attribute without a type',
    { unsigned: [der(0xa1, sequence(derNull(), setOf(derNull())))] },
    /unsigned attributes that are none/u,
  ],
  [
    'an unsigned attribute without a set of values',
    { unsigned: [der(0xa1, sequence(oid('1.2.3'), derNull()))] },
    /unsigned attributes that are none/u,
  ],
  [
    'an unsigned attribute of three parts',
    { unsigned: [der(0xa1, sequence(oid('1.2.3'), setOf(derNull()), derNull()))] },
    /unsigned attributes that are none/u,
  ],
  ['a signing time that is text', { attributes: (a) => setOf(...a, timeAs(0x0c, '260101000000Z')) }, /not a time/u],
  ['a signing time without seconds', { attributes: (a) => setOf(...a, timeAs(0x17, '2601010000Z')) }, /not a time/u],
  [
    'a signing time of another zone',
    { attributes: (a) => setOf(...a, timeAs(0x17, '260101000000+0300')) },
    /not a time/u,
  ],
  [
    'a signing time of two years’ digits',
    { attributes: (a) => setOf(...a, timeAs(0x18, '260101000000Z')) },
    /not a time/u,
  ],
])('takes no signature with %s', async (_, change, verdict) => {
  expect(await judge('cms', cms(key, content), [key], content)).toBe('right')
  expect(await judge('cms', cms(key, content, change), [key], content)).toMatch(verdict)
})

const SIGNED_DATA = [0, 1, 0]
const SIGNER = [...SIGNED_DATA, 3, 0]
const tagged = (tag: number) => (node: Node) => ({ ...node, tag })
const first = (count: number) => (node: Node) => ({
  ...node,
  content: Buffer.isBuffer(node.content) ? node.content : node.content.slice(0, count),
})

it.each<[string, readonly number[], (node: Node) => Node, RegExp]>([
  ['another type of content', [0, 0], (node) => ({ ...node, content: Buffer.from([42, 3]) }), /not CMS SignedData/u],
  ['its content under another tag', [0, 1], tagged(0xa1), /not CMS SignedData/u],
  ['no version', SIGNED_DATA, first(0), /not CMS SignedData/u],
  ['no hashes', SIGNED_DATA, first(1), /not CMS SignedData/u],
  ['no content', SIGNED_DATA, first(2), /not CMS SignedData/u],
  ['no set of signers', SIGNED_DATA, first(3), /not CMS SignedData/u],
  ['hashes that are no set', [...SIGNED_DATA, 1], tagged(0x30), /not CMS SignedData/u],
  ['content that is no sequence', [...SIGNED_DATA, 2], tagged(0x31), /not CMS SignedData/u],
  ['signers that are no set', [...SIGNED_DATA, 3], tagged(0x30), /not CMS SignedData/u],
  ['no hash listed', [...SIGNED_DATA, 1], first(0), /does not list the hash of its signer/u],
  ['another hash listed', [...SIGNED_DATA, 1, 0, 0], (node) => ({ ...node, content: Buffer.from([42, 3]) }), /hash/u],
  ['a signer without a name', [...SIGNER, 1], tagged(0x31), /does not name its signer/u],
  ['a signer without a serial number', [...SIGNER, 1], first(1), /issuer and serial number/u],
  ['an issuer that is no name', [...SIGNER, 1, 0], tagged(0x31), /is not a name/u],
  ['a name of no sets', [...SIGNER, 1, 0, 0], tagged(0x30), /is not a name/u],
  ['an empty set in a name', [...SIGNER, 1, 0, 0], first(0), /is not a name/u],
  ['a name without a value', [...SIGNER, 1, 0, 0, 0], first(1), /is not a name/u],
  ['a serial number that is none', [...SIGNER, 1, 1], tagged(0x04), /is not a number/u],
  ['an empty signer', SIGNER, first(0), /no signer/u],
  ['a signer without a hash', SIGNER, first(2), /no signer/u],
  ['a signer without signed attributes', SIGNER, first(3), /no signed attributes/u],
  ['signed attributes under another tag', [...SIGNER, 3], tagged(0x31), /no signed attributes/u],
  ['no signature algorithm', SIGNER, first(4), /no signature$/u],
  ['no signature', SIGNER, first(5), /no signature$/u],
  ['a signature that is no octet string', [...SIGNER, 5], tagged(0x03), /no signature$/u],
])('takes no CMS with %s', async (_, path, change, verdict) => {
  const file = encodeDer(replaceDer(parseDer(cms(key, content)), path, (node) => [change(node)]))
  expect(await judge('cms', file, [key], content)).toMatch(verdict)
})

it.each<[string, Partial<CmsParts>]>([
  ['a signing time', { attributes: (a) => setOf(...a, signingTime) }],
  ['a signing time beyond 2050', { attributes: (a) => setOf(...a, timeAs(0x18, '20510101000000Z')) }],
  ['no certificate in their field', { certificates: [context0()] }],
  ['unsigned attributes', { unsigned: [der(0xa1, signingTime)] }],
])('takes a signature with %s', async (_, change) => {
  expect(await judge('cms', cms(key, content, change), [key], content)).toBe('right')
})

it('takes RSASSA-PSS with its own parameters alone', async () => {
  const make = (signatureAlgorithm: Buffer) => cms(rsa, content, { signatureAlgorithm })
  expect(await judge('cms', make(pssAlgorithmIdentifier('sha384')), [rsa], content)).toBe('right')
  for (const other of [pssAlgorithmIdentifier('sha256'), sequence(oid('1.2.840.113549.1.1.10'), sequence())])
    expect(await judge('cms', make(other), [rsa], content)).toMatch(/signature algorithm/u)
})

it('takes no attributes signed under their tag in the message', async () => {
  const file = cms(key, content, { attributes: (a) => Buffer.concat([Buffer.from([0xa0]), setOf(...a).subarray(1)]) })
  expect(await judge('cms', file, [key], content)).toBe('wrong')
})

it('takes no BER: an indefinite or a needlessly long length', async () => {
  const file = cms(key, content)
  const body = file.subarray((file[1] ?? 0) === 0x82 ? 4 : 3)
  const indefinite = Buffer.concat([Buffer.from([0x30, 0x80]), body, Buffer.alloc(2)])
  const long = Buffer.concat([Buffer.from([0x30, 0x83, 0, body.length >> 8, body.length & 0xff]), body])
  for (const ber of [indefinite, long]) expect(await judge('cms', ber, [key], content)).toMatch(/DER/u)
})
