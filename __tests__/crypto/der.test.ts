import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
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
} from '../../src/crypto/der.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const bytes = (maxLength = 300) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array))
const tag = fc.constantFrom(...Object.values(TAG), 0xa0, 0xa3, 0x80)

describe('writes', () => {
  it.each<[string, () => Buffer, string]>([
    ['NULL', () => derNull(), '0500'],
    ['OCTET STRING', () => octetString(hex('01ff')), '040201ff'],
    ['BIT STRING without unused bits', () => bitString(hex('aa')), '030200aa'],
    ['UTF8String', () => utf8String('é'), '0c02c3a9'],
    ['an explicit tag', () => explicit(3, derNull()), 'a3020500'],
    ['SEQUENCE in the order given', () => sequence(octetString(hex('02')), octetString(hex('01'))), '3006040102040101'],
    ['SET OF in order of encodings', () => setOf(octetString(hex('02')), octetString(hex('01'))), '3106040101040102'],
    ['SET OF with the shorter one first', () => setOf(hex('0500'), hex('0401aa')), '31050401aa0500'],
    ['a length of 127', () => der(4, Buffer.alloc(127)).subarray(0, 3), '047f00'],
    ['a length of 128', () => der(4, Buffer.alloc(128)).subarray(0, 4), '04818000'],
    ['a length of 255', () => der(4, Buffer.alloc(255)).subarray(0, 4), '0481ff00'],
    ['a length of 256', () => der(4, Buffer.alloc(256)).subarray(0, 5), '0482010000'],
    ['a length of 65536', () => der(4, Buffer.alloc(65_536)).subarray(0, 6), '048301000000'],
    ['content of several parts', () => der(4, hex('01'), hex('02')), '04020102'],
    ['0', () => unsignedInteger(hex('')), '020100'],
    ['0 of several octets', () => unsignedInteger(hex('000000')), '020100'],
    ['127', () => unsignedInteger(hex('7f')), '02017f'],
    ['128 with a sign', () => unsignedInteger(hex('80')), '02020080'],
    ['128 with zeros before', () => unsignedInteger(hex('000080')), '02020080'],
    ['384 with zeros before', () => unsignedInteger(hex('00000180')), '02020180'],
    ['256 with its own zero', () => unsignedInteger(hex('0100')), '02020100'],
    ['an OID', () => oid('1.2.840.113549.1.7.2'), '06092a864886f70d010702'],
    ['an OID with an arc of 128', () => oid('2.5.128'), '0603558100'],
    ['an OID with an arc of 127', () => oid('2.5.127'), '0602557f'],
    ['an OID with an arc of 16384', () => oid('1.3.16384'), '06042b818000'],
  ])('%s', (_, encode, expected) => {
    expect(encode().toString('hex')).toBe(expected)
  })
})

describe('reads', () => {
  it('what it writes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, bytes()), { maxLength: 5 }), (parts) => {
        const elements = readElements(Buffer.concat(parts.map(([number, content]) => der(number, content))))
        expect(elements.map((element) => [element.tag, element.content])).toEqual(parts)
        expect(elements.map(({ encoded }) => encoded)).toEqual(parts.map(([number, content]) => der(number, content)))
      }),
      { numRuns: 200 },
    )
  })

  it.each([127, 128, 255, 256, 65_535, 65_536, 20_000_000])('%d bytes', (length) => {
    expect(readElement(octetString(Buffer.alloc(length))).content).toHaveLength(length)
  })

  it('a part of a larger buffer', () => {
    const inside = new Uint8Array([9, 9, 4, 1, 7, 9]).subarray(2, 5)
    expect(readElement(inside).content).toEqual(Buffer.of(7))
  })

  it('nothing as no elements', () => {
    expect(readElements(Buffer.alloc(0))).toEqual([])
  })

  it('a public key of Node’s', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const encoded = publicKey.export({ format: 'der', type: 'spki' })
    const [algorithm, key, ...rest] = readElements(readElement(encoded, TAG.sequence).content)
    expect([algorithm?.tag, key?.tag, rest]).toEqual([TAG.sequence, TAG.bitString, []])
    expect(
      sequence(...readElements(readElement(encoded).content).map((element) => element.encoded)).equals(encoded),
    ).toBe(true)
  })
})

describe('refuses', () => {
  it.each([
    ['a tag alone', '04', 'no DER element'],
    ['a tag of several octets', '1f8101', 'no DER element'],
    ['an indefinite length', '30800000', 'no DER length'],
    ['a length that is cut off', '0482ff', 'no DER length'],
    ['a length of five octets', `04850000000001${'00'.repeat(8)}`, 'no DER length'],
    ['a long form for a short length', `04817f${'00'.repeat(127)}`, 'not minimal'],
    ['a length with a zero before', `04820080${'00'.repeat(128)}`, 'not minimal'],
    ['content that is cut off', '040201', 'cut off'],
    ['content that is missing behind a long length', '048180', 'cut off'],
    ['content that is cut off behind an element', '05000401', 'cut off'],
  ])('%s', (_, text, message) => {
    expect(() => readElements(hex(text))).toThrow(RangeError)
    expect(() => readElements(hex(text))).toThrow(message)
  })

  it.each([
    ['none', '', undefined, 'not exactly one'],
    ['two', '05000500', undefined, 'not exactly one'],
    ['one of another tag', '0500', TAG.sequence, 'DER tag 5 in place of 48'],
  ])('%s where one is wanted', (_, text, wanted, message) => {
    expect(() => readElement(hex(text), wanted)).toThrow(RangeError)
    expect(() => readElement(hex(text), wanted)).toThrow(message)
  })

  it('any bytes by a RangeError or not at all, and then they are what it would write', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          bytes(),
          fc.tuple(tag, bytes(40)).map(([first, rest]) => Buffer.concat([Buffer.of(first), rest])),
        ),
        (input) => {
          let elements
          try {
            elements = readElements(input)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
            return
          }
          expect(Buffer.concat(elements.map((element) => der(element.tag, element.content)))).toEqual(input)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
