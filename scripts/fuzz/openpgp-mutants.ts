import {
  created,
  openpgp,
  openpgpClear,
  subpacket,
  type OpenpgpParts,
} from '../../__tests__/support/signature-makers.ts'
import { armor } from '../../src/formats/openpgp/packets.ts'
import { changedBytes, changedText } from './changes.ts'
import type { Mutant } from './types.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'

const uint32 = (value: number): Buffer => {
  const octets = Buffer.alloc(4)
  octets.writeUInt32BE(value)
  return octets
}
const now = (): Date => new Date(Date.now() - 60_000)

/** Types of subpackets (RFC 9580, table 5), and some that nobody has given out. */
const TYPES = [
  2, 3, 4, 5, 6, 7, 9, 11, 12, 16, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 39, 60, 101,
]

/** Parts of a signature that the key signs as they are, and what is unusual of them. */
function unusual(scene: Scene, random: Random): readonly [string, Partial<OpenpgpParts>] {
  const { fingerprint } = scene
  const issuer = subpacket(16, fingerprint.subarray(-8))
  const named = subpacket(33, Buffer.concat([Buffer.of(4), fingerprint]))
  const usual = { hashed: Buffer.concat([created(now()), named]), unhashed: issuer }
  const type = random.pick(TYPES)
  const critical = random.pick([0, 0x80])
  const body = random.pick([Buffer.alloc(0), Buffer.of(0), Buffer.of(1), uint32(0), uint32(60), random.bytes(20)])
  const more = subpacket(type | critical, body)
  const name = `subpacket ${type}${critical === 0 ? '' : ', critical'}`
  const day = 24 * 60 * 60 * 1000
  const others: readonly (readonly [string, Partial<OpenpgpParts>])[] = [
    ['nothing unusual', {}],
    ['no time', { hashed: named }],
    ['two times', { hashed: Buffer.concat([created(now()), created(now()), named]) }],
    ['the time unhashed', { hashed: named, unhashed: Buffer.concat([created(now()), issuer]) }],
    ['a time an hour ahead', { hashed: Buffer.concat([created(new Date(Date.now() + day / 24)), named]) }],
    ['a time two days ahead', { hashed: Buffer.concat([created(new Date(Date.now() + 2 * day)), named]) }],
    ['a time before the key', { hashed: Buffer.concat([created(new Date(86_400_000)), named]) }],
    ['no issuer', { hashed: created(now()), unhashed: Buffer.alloc(0) }],
    ['another issuer', { unhashed: subpacket(16, random.bytes(8)) }],
    ['an issuer of no key', { hashed: created(now()), unhashed: subpacket(16, random.bytes(8)) }],
    ['version 3', { version: 3 }],
    ['version 5', { version: 5 }],
    ['version 6', { version: 6 }],
    ...[1, 2, 0x10, 0x13, 0x18, 0x1f, 0x30, 0x40, 0x50, 0xff].map((kind) => [`type ${kind}`, { type: kind }] as const),
    ['another hash', { hashId: random.pick([1, 2, 3, 9, 10, 11]) }],
    ['another algorithm', { algorithm: random.pick([1, 17, 18, 22, 27]) }],
    ['other first octets of the digest', { left: random.bytes(2) }],
    ['an old header', { packet: (content) => Buffer.concat([Buffer.of(0x88, content.length), content]) }],
    ['an old header without a length', { packet: (content) => Buffer.concat([Buffer.of(0x8b), content]) }],
    ['a packet in parts', { packet: inParts }],
    ['a packet twice', { packet: (content) => Buffer.concat([whole(content), whole(content)]) }],
    [
      'a packet behind it',
      { packet: (content) => Buffer.concat([whole(content), Buffer.of(0xca, 3), Buffer.from('PGP')]) },
    ],
    [
      'a packet before it',
      { packet: (content) => Buffer.concat([Buffer.of(0xca, 3), Buffer.from('PGP'), whole(content)]) },
    ],
    ['octets behind the numbers', { packet: (content) => whole(Buffer.concat([content, random.bytes(3)])) }],
    [
      'headers of the armor',
      { headers: [random.pick(['Version: x', 'Comment: y', 'Hash: SHA1', 'x', 'Foo:bar']), ''] },
    ],
    ['no blank line in the armor', { headers: [] }],
    ['a wrong checksum', { checksum: '=AAAA' }],
  ]
  if (random.below(2) === 0) return [name, { ...usual, hashed: Buffer.concat([usual.hashed, more]) }]
  if (random.below(4) === 0) return [`${name}, unhashed`, { ...usual, unhashed: Buffer.concat([issuer, more]) }]
  const [what, parts] = random.pick(others)
  return [what, { ...usual, ...parts }]
}

const whole = (content: Buffer): Buffer => Buffer.concat([Buffer.of(0xc2, 0xff), uint32(content.length), content])
/** RFC 9580, 4.2.1.4; parts of 64 octets, where the first has to have 512. */
const inParts = (content: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xc2, 0xe6), content.subarray(0, 64), Buffer.of(content.length - 64), content.subarray(64)])

/** GnuPG 2.2 does not read every armor without a checksum. Where `parts` are about the checksum it stays as it is. */
function withChecksum(file: Buffer, { headers = [''], checksum }: Partial<OpenpgpParts>): Buffer {
  if (headers.length === 0 || checksum !== undefined) return file
  const text = file.toString('latin1')
  const start = text.lastIndexOf(BEGIN)
  const [, base64 = ''] = /\n\n([^-]+)-/u.exec(text.slice(start)) ?? []
  const made = armor('PGP SIGNATURE', Buffer.from(base64, 'base64')).toString('latin1')
  return Buffer.from(
    text.slice(0, start) + made.replace(`${BEGIN}\n\n`, `${[BEGIN, ...headers].join('\n')}\n`),
    'latin1',
  )
}

const BEGIN = '-----BEGIN PGP SIGNATURE-----'

function packetIn(file: Buffer): Buffer {
  const [, base64 = ''] = /\n\n([^=]+?=*)\n=/u.exec(file.toString('latin1')) ?? []
  return Buffer.from(base64, 'base64')
}

function placeIn(packet: Buffer, at: number): string {
  const hashed = packet.readUInt16BE(6)
  const ends: readonly (readonly [number, string])[] = [
    [2, 'the header of the packet'],
    [6, 'version, type, algorithm, hash'],
    [8 + hashed, 'the hashed part'],
    [8 + hashed + 2 + packet.readUInt16BE(8 + hashed), 'the unhashed part'],
    [12 + hashed + packet.readUInt16BE(8 + hashed), 'the first octets of the digest'],
  ]
  return ends.find(([end]) => at < end)?.[1] ?? 'the numbers'
}

/** A signature with a change in its armor or its packet, or with parts that the key did sign. */
export function openpgpMutant(scene: Scene, random: Random): Mutant {
  const file = scene.files.openpgp
  const kind = random.below(4)
  if (kind === 0) return { bytes: changedText(file, random), place: 'the armor' }
  if (kind < 3) {
    const [place, parts] = unusual(scene, random)
    return { bytes: withChecksum(openpgp(scene.key, scene.content, parts), parts), place: `signed with ${place}` }
  }
  const packet = packetIn(file)
  const { bytes, at } = changedBytes(packet, random)
  return { bytes: armor('PGP SIGNATURE', bytes), place: placeIn(packet, at) }
}

const HEADERS: readonly (readonly string[])[] = [
  [],
  ['Hash: SHA512'],
  ['Hash: SHA256,SHA512'],
  ['Hash: SHA256', 'Hash: SHA512'],
  ['Hash: SHA256', 'Comment: x'],
  ['NotDashEscaped: yes', 'Hash: SHA256'],
  ['hash: SHA256'],
  ['Hash: SHA256 '],
  ['Charset: UTF-8', 'Hash: SHA256'],
]

/** A text with its signature, changed or with parts that the key did sign. */
export function clearMutant(scene: Scene, random: Random): Mutant {
  const file = scene.files['openpgp-clear']
  const kind = random.below(4)
  if (kind < 2) return { bytes: changedText(file, random), place: 'the text' }
  if (kind === 2) {
    const made = openpgpClear(scene.key, scene.content, {
      ...unusualOfText(scene),
      headers: [...random.pick(HEADERS)],
    })
    return { bytes: withChecksum(made, {}), place: 'headers of the text' }
  }
  const [place, { headers: ofArmor, ...parts }] = unusual(scene, random)
  const made = openpgpClear(scene.key, scene.content, { ...parts, type: 1 })
  // The headers of the text are `openpgpClear`'s own; these are of the armor behind it.
  const headers = ofArmor === undefined || ofArmor.length === 0 ? [''] : ofArmor
  const bytes = withChecksum(made, { ...parts, headers })
  return { bytes, place: `signed with ${place}` }
}

function unusualOfText(scene: Scene): Partial<OpenpgpParts> {
  const { fingerprint } = scene
  return { hashed: created(now()), unhashed: subpacket(16, fingerprint.subarray(-8)) }
}
