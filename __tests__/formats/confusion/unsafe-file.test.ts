import { describe, expect, it } from '@jest/globals'
import { dangerOf, unsafeFile } from '../../../src/formats/confusion/unsafe-file.ts'
import { fc } from '../../support/properties.ts'

/** Judged as the pass over a file judges it: by its first 16 KiB and its last 32 bytes. */
const dangerIn = (bytes: Uint8Array) =>
  dangerOf({ size: bytes.length, head: bytes.subarray(0, 16 * 1024), tail: bytes.subarray(-32) })

/** An OpenPGP trailer behind `size` zeros. */
const trailer = (first: number, length: number, size: number) => {
  const bytes = Buffer.alloc(size + 6)
  bytes.set([first, 0xff], size)
  bytes.writeUInt32BE(length, size + 2)
  return bytes
}

describe('refuses', () => {
  it.each([
    ['what a DSSE envelope signs', Buffer.from('DSSEv1 28 application/vnd.in-toto+json 2 {}')],
    ['what an SSH signature signs', Buffer.from('SSHSIG\0\0\0\x04file')],
    [
      'an OpenPGP trailer',
      Buffer.concat([Buffer.from('data'), Buffer.from([4, 0, 19, 8, 0, 0]), Buffer.from([4, 0xff, 0, 0, 0, 6])]),
    ],
    ['an OpenPGP trailer over nothing', Buffer.from([4, 0, 19, 8, 0, 0, 4, 0xff, 0, 0, 0, 6])],
    ['a trailer of version 6', Buffer.concat([Buffer.alloc(100), Buffer.from([6, 0xff, 0, 0, 0, 100])])],
    ['the longest trailer that OpenPGP can have', trailer(4, 6 + 0xffff, 100_000)],
    [
      'a trailer of version 6, whose subpackets’ length has 32 bits',
      Buffer.concat([Buffer.alloc(100_000), Buffer.from([6, 0xff, 0, 1, 0x80, 0])]),
    ],
    [
      'the longest trailer of version 5',
      Buffer.concat([Buffer.alloc(100_000), Buffer.from([5, 0xff, 0, 0, 0, 0, 0, 1, 1, 0x0a])]),
    ],
    ['a trailer of version 5', Buffer.concat([Buffer.alloc(100), Buffer.from([5, 0xff, 0, 0, 0, 0, 0, 0, 0, 100])])],
  ])('%s', (_, bytes) => {
    expect(dangerIn(bytes)).toEqual(expect.any(String))
  })
})

it.each([
  [/`DSSEv1 `.* DSSE envelope/u, Buffer.from('DSSEv1 ')],
  [/`SSHSIG`.* SSH signature/u, Buffer.from('SSHSIG')],
  [/ends as .* OpenPGP signature/u, trailer(4, 6, 6)],
])('says what it would be a signature of: %s', (words, bytes) => {
  expect(dangerIn(bytes)).toMatch(words)
})

it('refuses by the file’s name, with the reason and a way out', () => {
  expect(unsafeFile('dist/\u202egz.rat', 'it begins so')).toMatchObject({
    code: 'UNSAFE_FILE',
    message: 'dist/\\u{202e}gz.rat is not signed: it begins so.',
    hint: expect.stringMatching(/how such a file got into the release.*archive \(\.tar\.gz, \.zip\)/u) as unknown,
  })
})

describe('takes', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('DSSEv2 and SSHSI')],
    ['such bytes elsewhere', Buffer.from(' DSSEv1 SSHSIG')],
    ['a trailer whose length does not fit', Buffer.from([4, 0xff, 0, 0, 0, 6])],
    ['a trailer longer than OpenPGP can have', trailer(4, 6 + 0xffff + 1, 100_000)],
    [
      'one of version 5 that is longer',
      Buffer.concat([Buffer.alloc(100_000), Buffer.from([5, 0xff, 0, 0, 0, 0, 0, 1, 1, 0x0b])]),
    ],
    ['a trailer too short for what it has to cover', trailer(4, 5, 100)],
    ['a length without a trailer', trailer(4, 6, 100).fill(0, 101, 102)],
    ['zeros', Buffer.alloc(50_000)],
  ])('%s', (_, bytes) => {
    expect(dangerIn(bytes)).toBeUndefined()
  })

  it('random bytes, but for what is in their ends by chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const danger = dangerIn(bytes)
        if (danger !== undefined)
          expect(bytes.at(-5) === 0xff || bytes.at(-9) === 0xff || [0x31, 0x3f].includes(bytes[0] ?? 0)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
