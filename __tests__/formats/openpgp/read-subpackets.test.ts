import { expect, it } from '@jest/globals'
import { checkSubpackets } from '../../../src/formats/openpgp/read-subpackets.ts'
import { created, subpacket } from '../../support/signature-makers.ts'

const NOW = new Date('2026-11-22T00:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const at = (offset: number) => created(new Date(NOW.getTime() + offset))
const join = (...parts: Buffer[]) => Buffer.concat(parts)
const ends = (seconds: number) => subpacket(3, Buffer.from([0, 0, seconds >> 8, seconds & 0xff]))
const fingerprint = (version: number, length: number) =>
  subpacket(33, Buffer.concat([Buffer.from([version]), Buffer.alloc(length, 7)]))
const NOTHING = Buffer.alloc(0)

it.each<[string, Buffer, Buffer, Date]>([
  ['made a day ahead of this clock', at(DAY), NOTHING, NOW],
  ['a millisecond before it ends', join(at(-60_000), ends(60)), NOTHING, new Date(NOW.getTime() - 1)],
  [
    'that names one issuer by its ID and its fingerprint',
    join(at(0), fingerprint(4, 20)),
    subpacket(16, Buffer.alloc(8, 7)),
    NOW,
  ],
  ['that names one issuer by its ID', at(0), subpacket(16, Buffer.alloc(8, 7)), NOW],
])('takes a signature %s', (_, hashed, unhashed, now) => {
  expect(() => {
    checkSubpackets(hashed, unhashed, now)
  }).not.toThrow()
})

it.each<[string, Buffer, Buffer, RegExp]>([
  ['made more than a day ahead of this clock', at(DAY + 1000), NOTHING, /future/u],
  ['at its end', join(at(-60_000), ends(60)), NOTHING, /expired/u],
  ['with a fingerprint of another version', join(at(0), fingerprint(6, 20)), NOTHING, /not of version 4/u],
  ['with a short fingerprint', join(at(0), fingerprint(4, 19)), NOTHING, /not of version 4/u],
  ['with a short ID of its issuer alone', at(0), subpacket(16, Buffer.alloc(7, 7)), /two issuers/u],
  [
    'with a critical subpacket of type 0',
    join(at(0), subpacket(0x80, NOTHING)),
    NOTHING,
    /critical subpacket of type 0/u,
  ],
  [
    'with a subpacket that is empty by five octets',
    join(at(0), Buffer.from([255, 0, 0, 0, 0])),
    NOTHING,
    /empty subpacket/u,
  ],
])('takes no signature %s', (_, hashed, unhashed, reason) => {
  expect(() => {
    checkSubpackets(hashed, unhashed, NOW)
  }).toThrow(reason)
})
