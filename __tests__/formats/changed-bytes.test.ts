/** Good files with one bit turned, cut off, or with a byte behind: right only where what was changed proves nothing. */
import { describe, expect, it } from '@jest/globals'
import { mapBounded } from '../../src/base/map-bounded.ts'
import { readElement, readElements } from '../../src/crypto/der.ts'
import { signedStatement } from '../../src/formats/dsse/write.ts'
import { verifiedStatement } from '../../src/formats/dsse/read.ts'
import { signed } from '../support/encode.ts'
import { localKey } from '../support/local-key.ts'
import { DETACHED, judge, type Detached } from '../support/local-keys.ts'
import { armored, json, statement, subjectOf } from '../support/signature-makers.ts'

const content = Buffer.from('release\n')
const local = localKey('ECDSA_NIST_P256_SHA_256')
const { signatures } = signed(local, DETACHED, content)
const fileOf = (format: Detached): Buffer => signatures[format] ?? Buffer.alloc(0)
type Judge = (file: Buffer) => Promise<boolean>
const isRight =
  (format: Detached): Judge =>
  async (file) =>
    (await judge(format, file, [local.key], content)) === 'right'

/** The places where one bit could be turned and `isGood` still holds. */
async function places(file: Buffer, isGood: Judge): Promise<number[]> {
  expect(await isGood(file)).toBe(true)
  const survives = (at: number, bit: number) => {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ bit
    return isGood(changed)
  }
  return those([...file.keys()], async (at) => {
    for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) if (await survives(at, bit)) return true
    return false
  })
}

/** The values for which something holds. */
async function those<T>(values: readonly T[], holds: (value: T) => Promise<boolean>): Promise<T[]> {
  const verdicts = await mapBounded(values, 8, holds)
  return values.filter((_, index) => verdicts[index] === true)
}

const cuts = (file: Buffer): Buffer[] => Array.from(file.keys(), (length) => file.subarray(0, length))
const appended = (file: Buffer): Buffer[] =>
  Array.from({ length: 0x100 }, (_, byte) => Buffer.concat([file, Buffer.from([byte])]))

describe.each(DETACHED.filter((format) => format !== 'cms'))('a file of the format %s', (format) => {
  it('is wrong with any bit of it turned', async () => {
    expect(await places(fileOf(format), isRight(format))).toEqual([])
  })
})

/** Where the element is that the numbers lead to, from level to level. */
function range(file: Buffer, ...path: readonly number[]): readonly [from: number, to: number] {
  let element = readElement(file)
  for (const index of path) {
    const child = readElements(element.content)[index]
    if (child === undefined) throw new Error('no such element')
    element = child
  }
  const from = element.encoded.byteOffset - file.byteOffset
  return [from, from + element.encoded.length]
}

it.each(['ECDSA_NIST_P256_SHA_256', 'RSA_2048_SIGN_PSS_SHA_512'])(
  'a CMS by %s is right with bits turned in versions, the list of hashes and the name of the signer alone',
  async (name) => {
    const mine = localKey(name)
    const file = signed(mine, ['cms'], content).signatures.cms ?? Buffer.alloc(0)
    const signer = [1, 0, 3, 0]
    // What a name says cannot be told without the certificate; that it is one can.
    const unproven = [[...signer, 1]].map((path) => range(file, ...path))
    const found = await places(file, async (changed) => (await judge('cms', changed, [mine.key], content)) === 'right')
    expect(found.filter((at) => !unproven.some(([from, to]) => at >= from && at < to))).toEqual([])
  },
)

it('an OpenPGP signature is right with bits turned in the type of its unhashed subpacket alone', async () => {
  const lines = fileOf('openpgp').toString().split('\n')
  const packet = Buffer.from(lines.slice(2, -3).join(''), 'base64')
  const found = await places(packet, (changed) => isRight('openpgp')(armored('PGP SIGNATURE', changed, [], [''])))
  // Two octets of header, four of the signature, two of how much is hashed; behind that two, one of length, the type.
  expect(found).toEqual([8 + packet.readUInt16BE(6) + 3])
})

it.each(DETACHED)('a %s that is cut off is wrong', async (format) => {
  const file = fileOf(format)
  const lastNewline = format === 'sig' || format === 'cms' ? 0 : 1
  const right = await those(cuts(file), isRight(format))
  expect(right.map(({ length }) => file.length - length)).toEqual(lastNewline === 0 ? [] : [lastNewline])
})

it.each<[Detached, string]>([
  ['sig', ''],
  ['base64', '\t\n\r '],
  ['sigstore', '\t\n\r '],
  ['sshsig', '\t\n\r '],
  ['openpgp', '\t\n\r '],
  ['cms', ''],
])('a %s with a byte behind it is right only with one of %j', async (format, harmless) => {
  const right = await those(appended(fileOf(format)), isRight(format))
  expect(right.map((file) => String.fromCharCode(file.at(-1) ?? 0)).join('')).toBe(harmless)
})

describe('a signed statement', () => {
  const subject = subjectOf('app', content)
  const { toSign, encode } = signedStatement(local.key, json(statement([subject])))
  const file = encode(local.sign(toSign))
  const isGood: Judge = async (changed) => {
    try {
      expect((await verifiedStatement(changed, [local.key])).subjects).toEqual([subject])
      return true
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      return false
    }
  }

  it('is refused with any bit of it turned', async () => {
    expect(await places(file, isGood)).toEqual([])
  })

  it('is refused where it is cut off', async () => {
    expect(await those(cuts(file), isGood)).toEqual([file.subarray(0, -1)])
  })

  it('is refused with a byte behind it that is no space', async () => {
    const right = await those(appended(file), isGood)
    expect(right.map((changed) => changed.at(-1))).toEqual([9, 10, 13, 32])
  })
})
