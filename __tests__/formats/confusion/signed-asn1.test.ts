import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import {
  bitString,
  der,
  derNull,
  explicit,
  octetString,
  oid,
  readElement,
  readElements,
  sequence,
  setOf,
  TAG,
  unsignedInteger,
  utf8String,
} from '../../../src/crypto/der.ts'
import { dangerOf } from '../../../src/formats/confusion/unsafe-file.ts'
import { itWith } from '../../support/where-there.ts'

/** Judged as the pass over a file judges it: by its first 16 KiB and its last 32 bytes. */
const dangerIn = (bytes: Uint8Array) =>
  dangerOf({ size: bytes.length, head: bytes.subarray(0, 16 * 1024), tail: bytes.subarray(-32) })

const integer = (value: number) => unsignedInteger(Buffer.from([value]))
const ecdsa = sequence(oid('1.2.840.10045.4.3.2'))
const name = (text: string) => sequence(setOf(sequence(oid('2.5.4.3'), utf8String(text))))
const time = (text: string) => der(TAG.utcTime, Buffer.from(text))
const validity = sequence(time('260101000000Z'), der(TAG.generalizedTime, Buffer.from('99991231235959Z')))
const spki = sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), bitString(Buffer.alloc(65, 4)))
const version = explicit(0, integer(2))
const tbs = (issuer: string, ...more: readonly Buffer[]) =>
  sequence(version, integer(1), ecdsa, name(issuer), validity, name('subject'), spki, ...more)
const tbsOf = (first: Buffer, algorithm = ecdsa, issuer = name('issuer'), valid = validity) =>
  sequence(first, integer(1), algorithm, issuer, valid, name('subject'), spki)
const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
const contentType = attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1'))
const messageDigest = attribute('1.2.840.113549.1.9.4', octetString(Buffer.alloc(32)))
const pad = (bytes: number) => 'x'.repeat(bytes)
/** An element whose tag has the form for large numbers, with `zeros` before its number. */
const longTag = (element: Buffer, zeros = 0) => {
  const tag = element.readUInt8(0)
  return Buffer.concat([Buffer.of(tag | 0x1f), Buffer.alloc(zeros, 0x80), Buffer.of(tag & 0x1f), element.subarray(1)])
}
const indefinite = (tag: number, ...content: Buffer[]) =>
  Buffer.concat([Buffer.of(tag, 0x80), ...content, Buffer.alloc(2)])
/** What is left of a long tag where SET's octet takes the place of its first. */
const inLongTag = (set: Buffer, zeros: number) =>
  Buffer.concat([set.subarray(0, 1), Buffer.alloc(zeros, 0x80), Buffer.of(0), set.subarray(1)])
const TBS_PARTS = [version, integer(1), ecdsa, name('issuer'), validity, name('subject'), spki]
const tbsWith = (index: number, part: Buffer) => sequence(...TBS_PARTS.with(index, part))

describe('refuses', () => {
  it.each([
    ['attributes of a CMS signature', setOf(contentType, messageDigest)],
    ['attributes in any order', der(TAG.set, messageDigest, contentType)],
    [
      'attributes longer than what is looked at',
      setOf(contentType, messageDigest, attribute('1.2.3', utf8String(pad(100_000)))),
    ],
    [
      'attributes whose first is that long',
      der(TAG.set, attribute('1.2.3', utf8String(pad(100_000))), contentType, messageDigest),
    ],
    [
      'attributes whose first has a type longer than what is looked at',
      setOf(sequence(der(TAG.oid, Buffer.alloc(50_000, 1)), setOf(contentType))),
    ],
    ['attributes with long tags', der(TAG.set, longTag(sequence(longTag(oid('1.2.3')), longTag(setOf()))))],
    ['attributes in BER', Buffer.concat([Buffer.from([0x31, 0x84, 0, 0, 0, contentType.length]), contentType])],
    ['attributes of indefinite length', Buffer.concat([Buffer.from([0x31, 0x80]), contentType, Buffer.alloc(2)])],
    ['attributes whose first has no values', setOf(sequence(oid('1.2.3')))],
    ['attributes whose first has other things than values', setOf(sequence(oid('1.2.3'), derNull()))],
    ['attributes whose first has its type in parts', setOf(sequence(der(TAG.oid | 0x20), setOf()))],
    ['attributes whose first has no type', der(TAG.set, sequence(Buffer.alloc(2)), contentType, messageDigest)],
    ['attributes whose first ends at once', der(TAG.set, Buffer.from('30802000', 'hex'), contentType, messageDigest)],
    ['attributes whose type has no definite length', Buffer.from('3108300606803100' + '0000', 'hex')],
    ['attributes that a message has under a long tag', inLongTag(setOf(contentType, messageDigest), 0)],
    ['attributes that a message has under a padded tag', inLongTag(setOf(contentType, messageDigest), 3)],
    ['a certificate’s signed part', tbs('issuer')],
    ['one whose issuer is no constructed element', tbsWith(3, der(0x10, name('issuer').subarray(2)))],
    ['one whose subject is no constructed element', tbsWith(5, der(0x10, name('subject').subarray(2)))],
    ['one with extensions', tbs('issuer', explicit(3, sequence(sequence(oid('2.5.29.19'), octetString(sequence())))))],
    ['one without a version', sequence(integer(1), ecdsa, name('issuer'), validity, name('subject'), spki)],
    [
      'one without a version, whose serial number looks like a number in a number',
      sequence(der(TAG.integer, integer(5)), ecdsa, name('issuer'), validity, name('subject'), spki),
    ],
    ['one with a long name', tbs(pad(100_000))],
    [
      'one with a serial number longer than what is looked at',
      sequence(version, der(TAG.integer, Buffer.alloc(50_000, 1)), ecdsa, name('i'), validity, name('s'), spki),
    ],
    ['one whose version is a number of 1000 bytes', tbsOf(explicit(0, der(TAG.integer, Buffer.alloc(1000, 1))))],
    [
      'one whose version is longer than what is looked at',
      tbsOf(explicit(0, der(TAG.integer, Buffer.alloc(50_000, 1)))),
    ],
    ['one whose version has no definite length', tbsOf(Buffer.from('a0800201020000', 'hex'))],
    ['one whose version has a long length', tbsOf(Buffer.from('a08c000000000000000000000003020102', 'hex'))],
    ['one whose algorithm has no definite length', tbsOf(version, indefinite(0x30, oid('1.2.840.10045.4.3.2')))],
    [
      'one whose algorithm has no definite length, but an empty parameter',
      tbsOf(version, indefinite(0x30, oid('1.2.840.113549.1.1.11'), derNull())),
    ],
    [
      'one whose algorithm has a parameter that looks like an end and is none',
      tbsOf(version, indefinite(0x30, oid('1.2.840.113549.1.1.11'), Buffer.of(0, 1, 0))),
    ],
    ['one whose key has no definite length', tbsWith(6, indefinite(0x30, spki.subarray(2)))],
    [
      'one whose key has no definite length and goes on behind what is looked at',
      tbsWith(6, indefinite(0x30, sequence(oid('1.2.840.113549.1.1.1')), bitString(Buffer.alloc(50_000)))),
    ],
    ['one whose tag has the long form', longTag(tbs('issuer'))],
    ['one whose tag has the long form with zeros before', longTag(tbs('issuer'), 500)],
    ['one whose tag is longer than what is looked at', longTag(tbs('issuer'), 50_000)],
    ...TBS_PARTS.map(
      (part, index) => [`one whose part ${index} has a long tag`, tbsWith(index, longTag(part))] as const,
    ),
    ['one whose version has a number with a long tag', tbsWith(0, explicit(0, longTag(integer(2))))],
    ['one whose algorithm has a long tag inside', tbsWith(2, sequence(longTag(oid('1.2.840.10045.4.3.2'))))],
    ['one whose time has a long tag', tbsWith(4, sequence(longTag(time('260101000000Z'), 3), time('270101000000Z')))],
    ['one whose serial number has a tag longer than what is looked at', tbsWith(1, longTag(integer(1), 50_000))],
    [
      'one whose issuer has no definite length, nor its parts',
      tbsOf(version, ecdsa, Buffer.from('3080318030800603550403130178000000000000', 'hex')),
    ],
    [
      'one whose time is in parts',
      tbsOf(
        version,
        ecdsa,
        name('i'),
        sequence(der(TAG.utcTime | 0x20, octetString(Buffer.from('260101000000Z'))), time('270101000000Z')),
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(dangerIn(bytes)).toMatch(/SignedAttributes|TBSCertificate/u)
  })

  it('a certificate’s signed part and attributes that OpenPGP’s trailer completes, however long they are', () => {
    const extensions = (bytes: number) =>
      explicit(3, sequence(sequence(oid('1.2.3'), octetString(Buffer.alloc(bytes + 41)))))
    const behind = Buffer.alloc(41, 7)
    for (const whole of [tbs('i', extensions(0)), tbs('i', extensions(50_000)), setOf(attribute('1.2.3', spki))]) {
      const file = whole.subarray(0, -41)
      const ends = { size: file.length, head: file.subarray(0, 16 * 1024), tail: file.subarray(-32) }
      expect([dangerOf(ends), dangerOf(ends, behind.subarray(1)), dangerOf(ends, behind)]).toEqual([
        undefined,
        undefined,
        expect.stringContaining('with what is signed behind it for OpenPGP'),
      ])
    }
  })

  it('a set whose first attribute, or its type, has a tag that goes on behind what is looked at', () => {
    const endless = (bytes: number) => Buffer.alloc(bytes, 0x80).fill(0x3f, 0, 1)
    for (const file of [der(TAG.set, endless(30_000)), der(TAG.set, sequence(endless(30_000)))])
      expect(dangerIn(file)).toContain('SignedAttributes')
  })

  it('a certificate’s signed part wherever what is looked at ends', () => {
    const whole = tbs(pad(200))
    for (let end = 12; end < whole.length; end += 1)
      expect([end, dangerOf({ size: whole.length, head: whole.subarray(0, end), tail: whole.subarray(-16) })]).toEqual([
        end,
        expect.any(String),
      ])
  })
})

describe('takes', () => {
  it('files of a byte or a few, whatever OpenPGP signs behind them', () => {
    const behind = Buffer.concat([Buffer.from('04001308001d', 'hex'), Buffer.alloc(35, 7)])
    for (let first = 0; first < 256; first += 1)
      for (const file of [Buffer.of(first), Buffer.of(first, 0x0a)])
        expect([file, dangerOf({ size: file.length, head: file, tail: file }, behind)]).toEqual([file, undefined])
  })

  it.each([
    ['a certificate’s signed part that runs past the end', Buffer.concat([tbs(pad(200)).subarray(0, -1)])],
    ['one that ends before its key', sequence(...TBS_PARTS.slice(0, -1))],
    ['one that breaks off in the length of its key', tbsWith(6, Buffer.of(0x30, 0x84, 0))],
    ['one whose key runs past the end', tbsWith(6, Buffer.concat([Buffer.of(0x30, spki.length), spki.subarray(2)]))],
    ['one whose key has no end', tbsWith(6, Buffer.concat([Buffer.of(0x30, 0x80), spki.subarray(2)]))],
    ['one whose algorithm is none', tbsWith(2, sequence(integer(1)))],
    ['one whose validity has no times', tbsWith(4, sequence(integer(1), integer(2)))],
    ['one whose version is no number', tbsWith(0, explicit(0, octetString(Buffer.alloc(1))))],
    ['an empty sequence', sequence()],
    ['a tag of the number 48', longTag(tbs('issuer')).fill(0x1f, 0, 1).fill(0x30, 1, 2)],
    ['another tag of a large number', longTag(tbs('issuer')).fill(0x7f, 1, 2)],
    ['silence, which pads no tag', Buffer.alloc(50_000, 0x80).fill(0x7f, 0, 1)],
    ['a padded tag and nothing else', Buffer.alloc(500, 0x80).fill(0x3f, 0, 1)],
    ['endless nesting', Buffer.concat([Buffer.of(0x30, 0x80), integer(1), Buffer.alloc(20_000, '3080', 'hex')])],
    ['a PKCS #12 file of indefinite lengths', Buffer.from('3080020103308006092a864886f70d010701a0800000', 'hex')],
    ['attributes and more', Buffer.concat([setOf(contentType, messageDigest), Buffer.from('\n')])],
    ['another set', setOf(utf8String('a'), utf8String('b'))],
    ['an empty set', setOf()],
    ['a set of an empty sequence', setOf(sequence())],
    ['a set of other things with sets', setOf(sequence(integer(1), setOf()))],
    ['text that looks like a set of a sequence', Buffer.from(`1a03 ${pad(94)}`)],
    ['a set that breaks off in a length', Buffer.from('31053003068400', 'hex')],
    ['a set of a sequence with something else that is empty', setOf(sequence(octetString(Buffer.alloc(0))))],
    ['attributes behind a long tag that is no set’s', inLongTag(setOf(contentType, messageDigest), 0).fill(0x30, 0, 1)],
    ['a certificate’s signed part and more', Buffer.concat([tbs('issuer'), Buffer.alloc(1)])],
    ['a certificate', sequence(tbs('issuer'), ecdsa, bitString(Buffer.alloc(70)))],
    ['a large certificate', sequence(tbs(pad(50_000)), ecdsa, bitString(Buffer.alloc(70)))],
    ['a public key', spki],
  ])('%s', (_, bytes) => {
    expect(dangerIn(bytes)).toBeUndefined()
  })
})

itWith('openssl')(
  'tells openssl’s certificates, keys, requests and PKCS #12 files from a certificate’s signed part',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'unsafe-'))
    const openssl = (...options: string[]) => execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' })
    try {
      openssl(
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-keyout',
        'key.pem',
        '-out',
        'cert.pem',
        '-subj',
        '/CN=test',
      )
      openssl('x509', '-in', 'cert.pem', '-outform', 'DER', '-out', 'cert.der')
      openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'key.pem', '-outform', 'DER', '-out', 'key.der')
      openssl('req', '-new', '-key', 'key.pem', '-subj', '/CN=test', '-outform', 'DER', '-out', 'request.der')
      openssl('pkcs12', '-export', '-inkey', 'key.pem', '-in', 'cert.pem', '-passout', 'pass:x', '-out', 'small.p12')
      const certificate = readFileSync(join(folder, 'cert.der'))
      const [signedPart] = readElements(readElement(certificate).content)
      expect(dangerIn(signedPart?.encoded ?? Buffer.alloc(0))).toContain('TBSCertificate')
      for (const file of ['cert.der', 'key.der', 'request.der', 'small.p12', 'cert.pem'])
        expect([file, dangerIn(readFileSync(join(folder, file)))]).toEqual([file, undefined])
      const large = readFileSync(join(folder, 'small.p12'))
      expect(dangerOf({ size: large.length, head: large.subarray(0, 60), tail: large.subarray(-32) })).toBeUndefined()
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
