import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { fc } from '../../support/properties.ts'
import * as openpgp from 'openpgp'
import { encodingsFor } from '../../../src/formats/writers.ts'
import { openPgpKey } from '../../../src/formats/openpgp/write.ts'
import { armor, mpi, packet, seconds, subpacket } from '../../../src/formats/openpgp/packets.ts'
import { contextOf, digestsOf, runFile, signed, STARTED_AT } from '../../support/encode.ts'
import { CREATED_AT, localKey, SSH_ALGORITHMS } from '../../support/local-key.ts'

const FILE = Buffer.from('a release\nfile\r\n')
const identity = 'Пример <releases@example.org>'

const unarmor = openpgp.unarmor as unknown as (text: string) => Promise<{ readonly data: Uint8Array }>

const check = async (made: ReturnType<typeof signed>, content: Uint8Array) => {
  const key = await openpgp.readKey({ armoredKey: runFile(made, 'kms-public-key.asc').toString() })
  const signature = await openpgp.readSignature({ armoredSignature: made.signatures.openpgp?.toString() ?? '' })
  const message = await openpgp.createMessage({ binary: new Uint8Array(content) })
  const { signatures } = await openpgp.verify({ message, signature, verificationKeys: key.toPublic() })
  return { key, signature, result: signatures[0] }
}

describe.each(SSH_ALGORITHMS)('%s', (name) => {
  const local = localKey(name)
  const made = signed(local, ['openpgp'], FILE, { identity })

  it('is verified by openpgp.js', async () => {
    const { key, signature, result } = await check(made, FILE)
    await expect(result?.verified).resolves.toBe(true)
    expect(key.getUserIDs()).toEqual([identity])
    expect(key.getCreationTime().getTime()).toBe(1000 * Math.floor(CREATED_AT.getTime() / 1000))
    await expect(key.getExpirationTime()).resolves.toBe(Infinity)
    const [{ created, issuerFingerprint, issuerKeyID, hashAlgorithm }] = signature.packets as unknown as [
      openpgp.SignaturePacket,
    ]
    expect(created?.getTime()).toBe(1000 * Math.floor(STARTED_AT.getTime() / 1000))
    expect(Buffer.from(issuerFingerprint ?? '').toString('hex')).toBe(key.getFingerprint())
    expect(issuerKeyID.toHex()).toBe(key.getKeyID().toHex())
    expect(hashAlgorithm).toBe({ sha256: 8, sha384: 9, sha512: 10 }[local.key.algorithm.hash])
  })

  it('is refused by openpgp.js for another file', async () => {
    const { result } = await check(made, Buffer.from('another'))
    await expect(result?.verified).rejects.toThrow('digest')
  })

  it('has a self-certification as old as the key that lets it sign', async () => {
    const key = await openpgp.readKey({ binaryKey: new Uint8Array(runFile(made, 'kms-public-key.gpg')) })
    const { selfCertification } = await key.getPrimaryUser(STARTED_AT)
    expect(selfCertification.created).toEqual(key.getCreationTime())
    expect(Array.from(selfCertification.keyFlags ?? [])).toEqual([3])
    expect(selfCertification.signatureType).toBe(openpgp.enums.signature.certPositive)
    await expect(key.getSigningKey(undefined, STARTED_AT)).resolves.toBeDefined()
  })

  it('is verified with the certificate of another run', async () => {
    const later = signed(local, ['openpgp'], FILE, { identity, startedAt: new Date('2026-02-03T00:00:00Z') })
    const { result } = await check({ runFiles: made.runFiles, signatures: later.signatures }, FILE)
    await expect(result?.verified).resolves.toBe(true)
  })

  it('has the same bytes armored and binary', async () => {
    const { data } = await unarmor(runFile(made, 'kms-public-key.asc').toString())
    expect(Buffer.from(data).toString('hex')).toBe(runFile(made, 'kms-public-key.gpg').toString('hex'))
  })
})

it('dates a signature no earlier than the key', () => {
  const { key } = localKey('ECDSA_NIST_P256_SHA_256')
  const trailerOf = (startedAt: Date) =>
    encodingsFor(['openpgp'], contextOf(key, { startedAt })).ownDigests.map(({ suffix }) =>
      Buffer.from(suffix).toString('hex'),
    )
  expect(trailerOf(new Date('2020-01-01T00:00:00Z'))).toEqual(trailerOf(CREATED_AT))
  expect(trailerOf(STARTED_AT)).not.toEqual(trailerOf(CREATED_AT))
})

it('asks for the digest of the file with the trailer behind it', () => {
  const { key } = localKey('ECDSA_NIST_P384_SHA_384')
  const encodings = encodingsFor(['openpgp'], contextOf(key))
  const trailer = encodings.ownDigests[0]?.suffix ?? Buffer.alloc(0)
  expect(trailer.subarray(-6).toString('hex')).toBe(`04ff${(trailer.length - 6).toString(16).padStart(8, '0')}`)
  const { toSign } = encodings.encodings[0]?.prepare(digestsOf(FILE, key, encodings)) ?? {}
  expect(toSign).toEqual(createHash('sha384').update(FILE).update(trailer).digest())
})

it.each([new Date('1969-12-31T23:59:59Z'), new Date('2106-02-07T06:28:16Z'), new Date(NaN)])(
  'takes no key made at %p',
  (createdAt) => {
    const { key } = localKey('ECDSA_NIST_P256_SHA_256')
    expect(() => encodingsFor(['openpgp'], contextOf({ ...key, createdAt }))).toThrow(
      expect.objectContaining({
        code: 'INVALID_RESPONSE',
        message: expect.stringContaining('none that OpenPGP can hold'),
      }),
    )
  },
)

it('has no signatures by RSA keys', () => {
  const { key } = localKey('RSA_2048_SIGN_PSS_SHA_256')
  expect(() => openPgpKey(key, CREATED_AT)).toThrow(
    expect.objectContaining({
      code: 'UNSUPPORTED_FORMAT',
      message: '`openpgp` has no signatures by keys of type RSA_2048_SIGN_PSS_SHA_256.',
    }),
  )
})

it('writes the first second that OpenPGP has', () => {
  expect(seconds(new Date(0)).toString('hex')).toBe('00000000')
})

it('writes the last second that OpenPGP has', () => {
  expect(seconds(new Date('2106-02-07T06:28:15.999Z')).toString('hex')).toBe('ffffffff')
})

describe('packets', () => {
  it.each([
    [0, '00'],
    [191, 'bf'],
    [192, 'c000'],
    [8383, 'dfff'],
    [8384, 'ff000020c0'],
  ])('have for %i bytes the length %s', (length, hex) => {
    const encoded = packet(13, Buffer.alloc(length))
    expect(encoded.subarray(0, 1 + hex.length / 2).toString('hex')).toBe(`cd${hex}`)
    expect(encoded).toHaveLength(1 + hex.length / 2 + length)
  })

  it('count a subpacket’s type in its length', () => {
    expect(subpacket(2, Buffer.alloc(4)).toString('hex')).toBe('050200000000')
  })

  it('write numbers with their exact count of bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const value = bytes.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n)
        const bits = value === 0n ? 0 : value.toString(2).length
        const encoded = mpi(bytes)
        expect(encoded.readUInt16BE()).toBe(bits)
        expect(encoded).toHaveLength(2 + Math.ceil(bits / 8))
        expect(BigInt(`0x0${encoded.subarray(2).toString('hex')}`)).toBe(value)
      }),
    )
  })

  it('are armored so that openpgp.js reads them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const text = armor('PGP SIGNATURE', Buffer.from(bytes)).toString()
        const { data } = await unarmor(text)
        expect(Buffer.from(data)).toEqual(Buffer.from(bytes))
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(64)
      }),
      { numRuns: 30 },
    )
  })
})
