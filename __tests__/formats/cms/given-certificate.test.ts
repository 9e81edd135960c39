import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc } from '../../support/properties.ts'
import { cmsEncoding } from '../../../src/formats/cms/write.ts'
import {
  certificateFile,
  checkCertificateKey,
  parseGivenCertificate,
} from '../../../src/formats/cms/given-certificate.ts'
import type { ActionError } from '../../../src/base/errors.ts'
import { pem } from '../../../src/crypto/public-key.ts'
import { runFile, signed, STARTED_AT } from '../../support/encode.ts'
import { localKey } from '../../support/local-key.ts'
import { thrownBy } from '../../support/thrown-by.ts'

const P256 = localKey('ECDSA_NIST_P256_SHA_256')
const RSA = localKey('RSA_2048_SIGN_PSS_SHA_256')
const certificateOf = (key: typeof P256): string =>
  runFile(signed(key, ['cms'], Buffer.from('x')), 'kms-certificate.pem').toString()
/** The certificate of P256 with another date in it. */
function dated(from: string, to: string): string {
  const der = Buffer.from(certificateOf(P256).split('\n').slice(1, -2).join(''), 'base64')
  const at = der.indexOf(from)
  if (at < 0) throw new Error(`${from} is not there`)
  der.write(to, at)
  return pem('CERTIFICATE', der)
}
const invalid = expect.objectContaining({ code: 'INVALID_INPUT' })

describe('a certificate handed in', () => {
  it.each([P256, RSA])('gives the fingerprint of its key ($key.algorithm.name)', (local) => {
    const { keyFingerprint, certificates } = parseGivenCertificate(certificateOf(local), STARTED_AT)
    expect(keyFingerprint).toBe(local.key.publicKey.fingerprint)
    expect(certificates).toHaveLength(1)
  })

  it('may have text around it and its chain behind it, all of which is embedded', () => {
    const [own, other] = [certificateOf(P256), certificateOf(RSA)]
    const given = parseGivenCertificate(`subject=CN = x\n${own}\nissuer\r\n${other}`, STARTED_AT)
    expect(given.keyFingerprint).toBe(P256.key.publicKey.fingerprint)
    expect(certificateFile(given).content.toString()).toBe(own + other)
    const digests = { digest: Buffer.alloc(32), sha512: undefined, own: new Map() }
    const p7s = cmsEncoding(P256.key, STARTED_AT, given).prepare(digests).encode(Buffer.from('3000', 'hex'))
    for (const certificate of given.certificates) expect(p7s.includes(certificate)).toBe(true)
  })

  it.each([
    ['after its end', 'ec-certificate.pem', new Date('2036-11-20T00:00:00Z')],
    ['before its start', 'ec-certificate.pem', new Date('2026-11-21T00:00:00Z')],
  ])('is refused %s, with its dates', (_, name, now) => {
    const text = readFileSync(join(import.meta.dirname, '../..', 'vectors', name), 'utf8')
    expect(() => parseGivenCertificate(text, now)).toThrow(invalid)
    expect(() => parseGivenCertificate(text, now)).toThrow(
      /valid from 2026-11-22T01:04:51.000Z to 2036-11-19T01:04:51.000Z/u,
    )
    expect(parseGivenCertificate(text, new Date('2026-11-22T01:04:51Z')).certificates).toHaveLength(1)
    expect(parseGivenCertificate(text, new Date('2036-11-19T01:04:51Z')).certificates).toHaveLength(1)
  })

  it('lasts until the end of 9999 when self-signed', () => {
    expect(() => parseGivenCertificate(certificateOf(P256), new Date('9999-12-31T23:59:58Z'))).not.toThrow()
  })

  it.each([
    ['nothing', ''],
    ['dated from a month 13', dated('250304050607Z', '251304050607Z')],
    ['dated until a month 13', dated('99991231235959Z', '99991331235959Z')],
    ['a public key', pem('PUBLIC KEY', P256.key.publicKey.spki)],
    ['a key as certificate', pem('CERTIFICATE', P256.key.publicKey.spki)],
    [
      'a cut certificate',
      pem('CERTIFICATE', Buffer.from(certificateOf(P256).split('\n').slice(1, 5).join(''), 'base64')),
    ],
    ['a broken chain', `${certificateOf(P256)}${pem('CERTIFICATE', Buffer.from('3000', 'hex'))}`],
  ])('is refused when it is %s', (_, text) => {
    expect(() => parseGivenCertificate(text, STARTED_AT)).toThrow(invalid)
  })

  it.each([
    [
      '',
      'The input `certificate` holds no certificate in PEM.',
      'Give its text, or the path of its file, relative to the workspace: a certificate in PEM begins with `-----BEGIN CERTIFICATE-----`. Example: `certificate: kms-certificate.pem`.',
      false,
    ],
    [
      pem('CERTIFICATE', Buffer.from('3000', 'hex')),
      'The input `certificate` holds no X.509 certificate that can be read.',
      undefined,
      true,
    ],
  ])('is refused with what is wrong with %j', (text, message, hint, hasCause) => {
    const error = thrownBy(() => parseGivenCertificate(text, STARTED_AT)) as ActionError
    expect([error.message, error.hint, error.cause !== undefined]).toEqual([message, hint, hasCause])
  })

  it('is refused out of date with what to do', () => {
    const error = thrownBy(() => parseGivenCertificate(certificateOf(P256), new Date('2020-01-01'))) as ActionError
    expect(error.hint).toContain('Hand in a certificate that is valid now, or leave `certificate` empty')
  })

  it('of another key is refused with what to do', () => {
    const given = parseGivenCertificate(certificateOf(RSA), STARTED_AT)
    const error = thrownBy(() => {
      checkCertificateKey(given, P256.key.publicKey)
    }) as ActionError
    expect(error.message).toContain(`is for the key ${RSA.key.publicKey.fingerprint}`)
    expect(error.hint).toContain('`kms-certificate.pem` that an earlier run with this key wrote')
  })

  it('is refused, never crashed on, whatever its bytes', () => {
    const der = Buffer.from(certificateOf(P256).split('\n').slice(1, -2).join(''), 'base64')
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = Buffer.from(der)
        broken[at] = (broken[at] ?? 0) ^ flip
        try {
          parseGivenCertificate(pem('CERTIFICATE', broken), STARTED_AT)
        } catch (error) {
          expect(error).toEqual(invalid)
        }
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseGivenCertificate(text, STARTED_AT)).toThrow(invalid)
      }),
    )
  })
})
