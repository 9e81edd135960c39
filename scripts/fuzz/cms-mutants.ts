import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cms, type CmsParts } from '../../__tests__/support/signature-makers.ts'
import { der, derNull, octetString, oid, readElements, sequence, setOf, TAG } from '../../src/crypto/der.ts'
import { changedBytes, derMutant } from './changes.ts'
import type { Mutant } from './types.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

/** RFC 5652's names of what the numbers lead to, from level to level; the longest that fits counts. */
const PLACES: readonly (readonly [string, string])[] = [
  ['0.1.0.3.0.5', 'signature'],
  ['0.1.0.3.0.4', 'signatureAlgorithm'],
  ['0.1.0.3.0.3', 'signedAttrs'],
  ['0.1.0.3.0.2', 'digestAlgorithm'],
  ['0.1.0.3.0.1', 'sid'],
  ['0.1.0.3.0.0', 'the version of the signer'],
  ['0.1.0.3.0', 'SignerInfo'],
  ['0.1.0.3', 'signerInfos'],
  ['0.1.0.2', 'encapContentInfo'],
  ['0.1.0.1', 'digestAlgorithms'],
  ['0.1.0.0', 'the version'],
  ['0.1.0', 'SignedData'],
  ['0.1', 'content'],
  ['0.0', 'contentType'],
  ['0', 'ContentInfo'],
]

function placeOf(path: readonly number[]): string {
  const name = path.join('.')
  return PLACES.find(([prefix]) => name === prefix || name.startsWith(`${prefix}.`))?.[1] ?? 'ContentInfo'
}

/** The way to the innermost element that the byte at `at` is a part of. */
function pathTo(file: Buffer, at: number): number[] {
  const elements = readElements(file)
  const index = elements.findIndex(({ encoded }) => {
    const from = encoded.byteOffset - file.byteOffset
    return at >= from && at < from + encoded.length
  })
  const element = elements[index]
  if (element === undefined) return []
  const start = element.content.byteOffset - file.byteOffset
  if ((element.tag & 0x20) === 0 || at < start) return [index]
  return [index, ...pathTo(element.content, at - start)]
}

/** Every bit of every byte turned, and every byte set to 0 and 255. */
export function* everyByte(file: Buffer): Generator<Mutant> {
  for (const [at, old] of file.entries()) {
    const values = new Set([...Array.from({ length: 8 }, (_, bit) => old ^ (1 << bit)), 0, 255])
    values.delete(old)
    for (const value of values) {
      const bytes = Buffer.from(file)
      bytes[at] = value
      yield { bytes, place: placeOf(pathTo(file, at)) }
    }
  }
}

const attribute = (type: string, ...values: readonly Buffer[]): Buffer => sequence(oid(type), setOf(...values))
const time = (text: string): Buffer => attribute('1.2.840.113549.1.9.5', der(TAG.utcTime, Buffer.from(text)))
const own = (type: string): Buffer => sequence(oid(type))
const certificateOf = ({ folder }: Scene): Buffer =>
  new X509Certificate(readFileSync(join(folder, 'kms-certificate.pem'))).raw

/** Parts that the key signs as they are, and what is unusual of them. */
function unusual(scene: Scene, random: Random): readonly [string, Partial<CmsParts>] {
  const certificate = certificateOf(scene)
  const sorted = (...more: readonly Buffer[]): Partial<CmsParts> => ({ attributes: (two) => setOf(...two, ...more) })
  const kinds: readonly (readonly [string, Partial<CmsParts>])[] = [
    ['nothing unusual', {}],
    ...[0, 2, 3, 4, 5].flatMap((version) => [
      [`version ${version}`, { version }] as const,
      [`a signer of version ${version}`, { signerVersion: version }] as const,
      [`both of version ${version}`, { version, signerVersion: version }] as const,
    ]),
    ['a time', sorted(time('260101000000Z'))],
    ['a time twice', sorted(time('260101000000Z'), time('260102000000Z'))],
    ['a time of no form', sorted(time('x'))],
    ['an attribute of one’s own', sorted(attribute('1.2.3', derNull()))],
    ['an attribute of two values', sorted(attribute('1.2.3', derNull(), octetString(Buffer.of(1))))],
    ['an attribute without values', sorted(attribute('1.2.3'))],
    ['a second digest', sorted(attribute('1.2.840.113549.1.9.4', octetString(Buffer.alloc(32))))],
    ['a second type', sorted(attribute('1.2.840.113549.1.9.3', oid('1.2.3')))],
    ['attributes in another order', { attributes: (two) => der(TAG.set, ...two.toReversed()) }],
    ['attributes without the type', { attributes: ([, second = Buffer.alloc(0)]) => setOf(second) }],
    ['attributes without the digest', { attributes: ([first = Buffer.alloc(0)]) => setOf(first) }],
    ['no attributes', { attributes: () => setOf() }],
    ['a content type of one’s own', { contentType: '1.2.3' }],
    ['another digest', { digest: random.bytes(32) }],
    [
      'another digest algorithm',
      { digestAlgorithm: random.pick(['1.3.14.3.2.26', '2.16.840.1.101.3.4.2.3', '1.2.3']) },
    ],
    [
      'another signature algorithm',
      {
        signatureAlgorithm: random.pick([
          own('1.2.840.10045.4.3.3'),
          own('1.2.840.10045.4.3'),
          own('1.2.840.10045.2.1'),
          own('1.2.840.113549.1.1.11'),
          sequence(oid('1.2.840.10045.4.3.2'), derNull()),
          sequence(oid('1.2.840.10045.4.3.2'), octetString(Buffer.of(1))),
        ]),
      },
    ],
    ['its certificate', { certificates: [der(0xa0, certificate)] }],
    ['no certificate in their field', { certificates: [der(0xa0)] }],
    ['a revocation list', { certificates: [der(0xa1, sequence())] }],
    ['unsigned attributes', { unsigned: [der(0xa1, attribute('1.2.3', derNull()))] }],
    ['unsigned attributes that are none', { unsigned: [der(0xa1, derNull())] }],
    ['its content', { content: [der(0xa0, octetString(scene.content))] }],
    ['two signers', { signers: (signer) => setOf(signer, signer) }],
    ['no signer', { signers: () => setOf() }],
    ['bytes behind it', { extra: random.bytes(3) }],
    ['another name of the signer', { identifier: sequence(sequence(), octetString(Buffer.of(1))) }],
    ['the name of another certificate', { identifier: sequence(sequence(), der(TAG.integer, Buffer.of(5))) }],
    ['a key identifier', { signerVersion: 3, version: 3, identifier: der(0x80, random.bytes(20)) }],
  ]
  return random.pick(kinds)
}

/** A CMS signature with a change in one place, or with parts that the key did sign. */
export function cmsMutant(scene: Scene, random: Random): Mutant {
  const file = scene.files.cms
  const kind = random.below(5)
  if (kind === 0) {
    const { bytes, at } = changedBytes(file, random)
    return { bytes, place: placeOf(pathTo(file, at)) }
  }
  if (kind < 3) return derMutant(file, random, placeOf)
  const [place, parts] = unusual(scene, random)
  return {
    bytes: cms(scene.key, scene.content, { identifier: scene.identifier, ...parts }),
    place: `signed with ${place}`,
  }
}
