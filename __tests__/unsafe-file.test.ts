import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fc } from './support/properties.ts'
import {
  bitString,
  der,
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
} from '../src/der.ts'
import { dangerOf } from '../src/unsafe-file.ts'
import { itWith } from './support/where-there.ts'

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

describe('refuses', () => {
  it.each([
    ['what a DSSE envelope signs', Buffer.from('DSSEv1 28 application/vnd.in-toto+json 2 {}')],
    ['what an SSH signature signs', Buffer.from('SSHSIG\0\0\0\x04file')],
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
    ['attributes in BER', Buffer.concat([Buffer.from([0x31, 0x84, 0, 0, 0, contentType.length]), contentType])],
    ['attributes of indefinite length', Buffer.concat([Buffer.from([0x31, 0x80]), contentType, Buffer.alloc(2)])],
    ['a certificate’s signed part', tbs('issuer')],
    ['one with extensions', tbs('issuer', explicit(3, sequence(sequence(oid('2.5.29.19'), octetString(sequence())))))],
    ['one without a version', sequence(integer(1), ecdsa, name('issuer'), validity, name('subject'), spki)],
    ['one with a long name', tbs(pad(100_000))],
    [
      'one with a serial number longer than what is looked at',
      sequence(version, der(TAG.integer, Buffer.alloc(50_000, 1)), ecdsa, name('i'), validity, name('s'), spki),
    ],
    ['one whose version has no definite length', tbsOf(Buffer.from('a0800201020000', 'hex'))],
    ['one whose version has a long length', tbsOf(Buffer.from('a08c000000000000000000000003020102', 'hex'))],
    [
      'one whose algorithm has no definite length',
      tbsOf(version, Buffer.concat([Buffer.of(0x30, 0x80), oid('1.2.840.10045.4.3.2'), Buffer.alloc(2)])),
    ],
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
    [
      'an OpenPGP trailer',
      Buffer.concat([Buffer.from('data'), Buffer.from([4, 0, 19, 8, 0, 0]), Buffer.from([4, 0xff, 0, 0, 0, 6])]),
    ],
    ['an OpenPGP trailer over nothing', Buffer.from([4, 0, 19, 8, 0, 0, 4, 0xff, 0, 0, 0, 6])],
    ['a trailer of version 6', Buffer.concat([Buffer.alloc(100), Buffer.from([6, 0xff, 0, 0, 0, 100])])],
    [
      'a trailer of version 6, whose subpackets’ length has 32 bits',
      Buffer.concat([Buffer.alloc(100_000), Buffer.from([6, 0xff, 0, 1, 0x80, 0])]),
    ],
    ['a trailer of version 5', Buffer.concat([Buffer.alloc(100), Buffer.from([5, 0xff, 0, 0, 0, 0, 0, 0, 0, 100])])],
  ])('%s', (_, bytes) => {
    expect(dangerIn(bytes)).toEqual(expect.any(String))
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
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('DSSEv2 and SSHSI')],
    ['such bytes elsewhere', Buffer.from(' DSSEv1 SSHSIG')],
    ['a trailer whose length does not fit', Buffer.from([4, 0xff, 0, 0, 0, 6])],
    [
      'a trailer longer than OpenPGP can have',
      Buffer.concat([Buffer.alloc(100_000), Buffer.from([4, 0xff, 0, 1, 0x10, 0])]),
    ],
    ['a certificate’s signed part that runs past the end', Buffer.concat([tbs(pad(200)).subarray(0, -1)])],
    ['endless nesting', Buffer.concat([Buffer.of(0x30, 0x80), integer(1), Buffer.alloc(20_000, '3080', 'hex')])],
    ['a PKCS #12 file of indefinite lengths', Buffer.from('3080020103308006092a864886f70d010701a0800000', 'hex')],
    ['attributes and more', Buffer.concat([setOf(contentType, messageDigest), Buffer.from('\n')])],
    ['another set', setOf(utf8String('a'), utf8String('b'))],
    ['an empty set', setOf()],
    ['a certificate’s signed part and more', Buffer.concat([tbs('issuer'), Buffer.alloc(1)])],
    ['a certificate', sequence(tbs('issuer'), ecdsa, bitString(Buffer.alloc(70)))],
    ['a large certificate', sequence(tbs(pad(50_000)), ecdsa, bitString(Buffer.alloc(70)))],
    ['a public key', spki],
    ['zeros', Buffer.alloc(50_000)],
  ])('%s', (_, bytes) => {
    expect(dangerIn(bytes)).toBeUndefined()
  })

  it('random bytes, but for what is in their ends by chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const danger = dangerIn(bytes)
        if (danger !== undefined) expect(bytes.at(-5) === 0xff || bytes.at(-9) === 0xff || bytes[0] === 0x31).toBe(true)
      }),
      { numRuns: 2000 },
    )
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
