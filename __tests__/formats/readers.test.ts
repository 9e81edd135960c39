import { beforeAll, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { algorithmNamed } from '../../src/crypto/key-algorithm.ts'
import { READERS } from '../../src/formats/readers.ts'
import { DETACHED, judge, localKey, type Detached, type LocalKey } from '../support/local-keys.ts'
import { bundle, cms, json, openpgp, sshsig } from '../support/signature-makers.ts'

const content = Buffer.from('release\n')
const other = Buffer.from('Release\n')

const MAKERS: Readonly<Record<Detached, (key: LocalKey, content: Buffer) => Buffer>> = {
  sig: (key, signed) => key.sign(signed),
  base64: (key, signed) => Buffer.from(key.sign(signed).toString('base64')),
  sigstore: (key, signed) => json(bundle(key, signed)),
  sshsig,
  openpgp,
  cms,
}
const NIST = ['ECDSA_NIST_P256_SHA_256', 'ECDSA_NIST_P384_SHA_384', 'ECDSA_NIST_P521_SHA_512']

let key: LocalKey
let rsa: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
  rsa = localKey('RSA_2048_SIGN_PSS_SHA_512')
})

it.each(NIST.flatMap((name) => DETACHED.map((format) => [name, format] as const)))(
  'takes what %s signs as %s',
  async (name, format) => {
    const mine = localKey(name)
    expect(await judge(format, MAKERS[format](mine, content), [mine], content)).toBe('right')
    expect(await judge(format, MAKERS[format](mine, content), [mine], other)).toBe('wrong')
    expect(await judge(format, MAKERS[format](localKey(name), content), [mine], content)).not.toBe('right')
  },
)

it.each(['sig', 'base64', 'sigstore', 'cms'] as const)('takes secp256k1 as %s', async (format) => {
  const mine = localKey('ECDSA_SECP256_K1_SHA_256')
  expect(await judge(format, MAKERS[format](mine, content), [mine], content)).toBe('right')
})

it.each([
  ['sshsig', /: SSHSIG takes keys on P-256, P-384 and P-521/u],
  ['openpgp', /: OpenPGP takes keys on P-256, P-384 and P-521/u],
] as const)('takes no %s by a key that cannot make one, and says which can', async (format, verdict) => {
  for (const none of [[localKey('ECDSA_SECP256_K1_SHA_256')], [rsa], []])
    expect(await judge(format, MAKERS[format](key, content), none, content)).toMatch(verdict)
})

it.each([
  ['sig', true],
  ['base64', true],
  ['sigstore', true],
  ['sshsig', false],
  ['openpgp', false],
  ['cms', false],
] as const)('says of %s whether the signature is over the bare file: %s', (format, bare) => {
  expect(READERS[format](MAKERS[format](key, content), [key]).bare).toBe(bare)
})

it.each(['sig', 'base64', 'sigstore'] as const)('finds the hash of an RSA key for %s', async (format) => {
  const hashes = ['256', '384', '512'].map((bits) => algorithmNamed(`RSA_2048_SIGN_PSS_SHA_${bits}`))
  const keys = hashes.map((algorithm) => ({ ...rsa, algorithm }))
  const file = MAKERS[format](rsa, content)
  expect(await judge(format, file, keys, content)).toBe('right')
  expect(await judge(format, file, keys, other)).toBe('wrong')
  expect(await judge(format, file, keys.slice(0, 2), content)).not.toBe('right')
})

it.each(DETACHED)('answers any bytes as %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
      expect(await judge(format, bytes, [key], content)).not.toBe('right')
    }),
  )
})

it.each(DETACHED)('answers a %s of which any bytes were changed', async (format) => {
  const file = MAKERS[format](key, content)
  const change = fc.tuple(fc.nat(file.length - 1), fc.uint8Array({ maxLength: 3 }), fc.nat(3))
  await fc.assert(
    fc.asyncProperty(change, async ([at, bytes, skip]) => {
      const changed = Buffer.concat([file.subarray(0, at), bytes, file.subarray(at + skip)])
      const verdict = await judge(format, changed, [key], content)
      // Where the change left the meaning as it was (whitespace, what is not signed), right is right.
      if (format === 'sig') expect(verdict === 'right').toBe(changed.equals(file))
      expect(await judge(format, changed, [key], other)).not.toBe('right')
    }),
    { numRuns: 300 },
  )
})

it.each(DETACHED)('answers a %s that is cut off anywhere', async (format) => {
  const file = MAKERS[format](key, content)
  const essential = file.toString('latin1').trimEnd().length
  for (let length = 0; length < essential; length += format === 'sig' ? 1 : 7)
    expect(await judge(format, file.subarray(0, length), [key], content)).not.toBe('right')
})
