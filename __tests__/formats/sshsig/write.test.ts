import { createHash, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fc } from '../../support/properties.ts'
import { sequence, unsignedInteger } from '../../../src/crypto/der.ts'
import { ecdsaIntegers } from '../../../src/crypto/ecdsa-integers.ts'
import { sshFingerprint, sshsigEncoding, sshsigFileHash } from '../../../src/formats/sshsig/write.ts'
import { publicKeyFromSpki } from '../../../src/crypto/public-key.ts'
import { runFile, signed } from '../../support/encode.ts'
import { localKey, SSH_ALGORITHMS } from '../../support/local-key.ts'

const FILE = Buffer.from('a release\nfile\n')

function strings(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return []
  const end = 4 + bytes.readUInt32BE()
  return [bytes.subarray(4, end), ...strings(bytes.subarray(end))]
}

describe.each(SSH_ALGORITHMS)('%s', (name) => {
  const local = localKey(name)
  const { hash, curve } = local.key.algorithm
  const digests: Uint8Array[] = []
  const watched = {
    ...local,
    sign: (digest: Uint8Array) => {
      digests.push(digest)
      return local.sign(digest)
    },
  }
  const made = signed(watched, ['sshsig'], FILE, { identity: 'X <x@example.org>' })
  const text = made.signatures.sshsig?.toString() ?? ''

  it('hashes the file with a hash that SSHSIG knows, and that by the key’s own', () => {
    const inner = hash === 'sha256' ? 'sha256' : 'sha512'
    expect(sshsigFileHash(local.key)).toBe(inner)
    const field = (value: string | Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(value.length)
      return Buffer.concat([length, Buffer.from(value)])
    }
    const fields = ['file', '', inner, createHash(inner).update(FILE).digest()].map(field)
    const signedBytes = Buffer.concat([Buffer.from('SSHSIG'), ...fields])
    expect(digests).toEqual([createHash(hash).update(signedBytes).digest()])
  })

  it('is armored in lines of 70', () => {
    const [first, ...lines] = text.trimEnd().split('\n')
    expect(first).toBe('-----BEGIN SSH SIGNATURE-----')
    expect(lines.pop()).toBe('-----END SSH SIGNATURE-----')
    for (const line of lines.slice(0, -1)) expect(line).toHaveLength(70)
    expect(lines.at(-1)?.length).toBeLessThanOrEqual(70)
  })

  it('names its key as the allowed-signers file does', () => {
    const blob = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64')
    expect(blob.subarray(0, 10).toString('latin1')).toBe('SSHSIG\0\0\0\x01')
    const [key] = strings(blob.subarray(10))
    expect(runFile(made, 'kms-allowed-signers').toString()).toBe(
      `x@example.org namespaces="file" ecdsa-sha2-${curve?.ssh ?? ''} ${key?.toString('base64') ?? ''}\n`,
    )
  })
})

it.each(['RSA_2048_SIGN_PSS_SHA_256', 'ECDSA_SECP256_K1_SHA_256'])('has no signatures by keys of %s', (name) => {
  expect(() => sshsigEncoding(localKey(name).key)).toThrow(
    expect.objectContaining({
      code: 'UNSUPPORTED_FORMAT',
      message: `\`sshsig\` has no signatures by keys of type ${name}.`,
    }),
  )
})

it('has the fingerprint that ssh-keygen -l shows', () => {
  const pub = readFileSync(join(import.meta.dirname, '../..', 'vectors', 'ssh.pub'), 'utf8').split(' ')[1] ?? ''
  const point = Buffer.from(pub, 'base64').subarray(-65)
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
  const spki = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' })
  const key = { ...localKey('ECDSA_NIST_P256_SHA_256').key, publicKey: publicKeyFromSpki(spki) }
  expect(sshFingerprint(key)).toBe('SHA256:ZpfkGXH8yHtXcN4iW+dvEnpmSGla4jYv7g3BY10WuBc')
})

describe('an ECDSA-Sig-Value', () => {
  it('gives its integers as mpints', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 70 }), (r, s) => {
        const [R, S] = ecdsaIntegers(sequence(unsignedInteger(r), unsignedInteger(s)))
        const value = (bytes: Uint8Array) => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
        expect([value(R), value(S)]).toEqual([value(r), value(s)])
        for (const integer of [R, S]) expect(integer.readInt8()).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it.each([
    '',
    '30',
    '3000',
    '3003020101',
    '3009020101020101020101',
    '30060201010401ff',
    '30060401ff020101',
    '300602010102010100',
    '310602010102 0101',
  ])('is not %j', (hex) => {
    expect(() => ecdsaIntegers(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toThrow(RangeError)
  })

  it('is said to be none where its DER holds something else', () => {
    expect(() => ecdsaIntegers(Buffer.from('3000', 'hex'))).toThrow('no ECDSA-Sig-Value')
  })
})
