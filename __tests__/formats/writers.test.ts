import { describe, expect, it } from '@jest/globals'
import type { EncodingContext } from '../../src/formats/format.ts'
import type { Format } from '../../src/formats/facts.ts'
import { checkDigestsOnly, encodingsFor } from '../../src/formats/writers.ts'
import { parseGivenCertificate } from '../../src/formats/cms/given-certificate.ts'
import { contextOf, runFile, signed, STARTED_AT } from '../support/encode.ts'
import { ALGORITHMS, localKey, SSH_ALGORITHMS } from '../support/local-key.ts'

const keys = new Map(ALGORITHMS.map((name) => [name, localKey(name)]))
const keyOf = (name: string) => {
  const key = keys.get(name)
  if (key === undefined) throw new Error(name)
  return key
}
const P256 = keyOf('ECDSA_NIST_P256_SHA_256')
const P384 = keyOf('ECDSA_NIST_P384_SHA_384')
const EVERYWHERE: readonly Format[] = ['sig', 'base64', 'sigstore', 'cms']

/** The code of what setting up the formats throws. */
function refusal(formats: readonly Format[], context: EncodingContext): { code: unknown; text: string } {
  try {
    encodingsFor(formats, context)
  } catch (error) {
    const { code, message, hint } = error as { code?: unknown; message: string; hint?: string }
    return { code, text: `${message} ${hint ?? ''}` }
  }
  return { code: undefined, text: '' }
}

describe('what a key can have', () => {
  it.each(ALGORITHMS)('sets up sig, base64, sigstore and cms for %s', (name) => {
    const { encodings, ownDigests, sha512 } = encodingsFor(EVERYWHERE, contextOf(keyOf(name).key))
    expect(encodings.map(({ format }) => format)).toEqual(EVERYWHERE)
    expect(ownDigests).toEqual([])
    expect(sha512).toBe(false)
  })

  it.each(SSH_ALGORITHMS)('sets up openpgp and sshsig for %s', (name) => {
    const { encodings, ownDigests, sha512 } = encodingsFor(['sshsig', 'openpgp'], contextOf(keyOf(name).key))
    expect(encodings.map(({ format }) => format)).toEqual(['sshsig', 'openpgp'])
    expect(ownDigests).toEqual([{ format: 'openpgp', form: 'bytes', suffix: expect.any(Buffer) }])
    expect(sha512).toBe(name === 'ECDSA_NIST_P384_SHA_384')
  })

  it.each(
    ALGORITHMS.filter((name) => !SSH_ALGORITHMS.includes(name)).flatMap((name) =>
      (['openpgp', 'sshsig'] as const).map((format) => [name, format] as const),
    ),
  )('refuses for %s the format %s and says which keys can', (name, format) => {
    const { code, text } = refusal(['sig', format], contextOf(keyOf(name).key))
    expect(code).toBe('UNSUPPORTED_FORMAT')
    expect(text).toContain(`\`${format}\``)
    expect(text).toContain(name)
    for (const able of SSH_ALGORITHMS) expect(text).toContain(able)
    expect(text).toContain('With this key, `formats` takes `sig`, `base64`, `sigstore` and `cms`')
  })

  it('names all formats that it refuses', () => {
    const { text } = refusal(['openpgp', 'cms', 'sshsig'], contextOf(keyOf('RSA_2048_SIGN_PSS_SHA_256').key))
    expect(text).toContain('`openpgp` and `sshsig` cannot be made with a key of type RSA_2048_SIGN_PSS_SHA_256')
  })
})

describe('what a run can have', () => {
  it('sets a format that is named twice up once', () => {
    const { encodings } = encodingsFor(['sig', 'cms', 'sig'], contextOf(P256.key))
    expect(encodings.map(({ format }) => format)).toEqual(['sig', 'cms'])
  })

  it.each([
    ['openpgp', 'OpenPGP makes it a part of the fingerprint'],
    ['openpgp-clear', 'OpenPGP makes it a part of the fingerprint'],
    ['cms', '`cms` without `certificate` starts its certificate with it'],
  ] as const)('refuses %s without the time when the key was made, naming the role', (format, use) => {
    const { code, text } = refusal([format], contextOf({ ...P256.key, createdAt: undefined }))
    expect(code).toBe('PERMISSION_DENIED')
    expect(text).toContain('kms.auditor')
    expect(text).toContain(`yc kms asymmetric-signature-key add-access-binding --id ${P256.key.id} --role kms.auditor`)
    expect(text).toContain(`The time when the key was made could not be read: ${use}.`)
  })

  it('takes cms with a certificate without the time when the key was made', () => {
    const pem = runFile(signed(P256, ['cms'], Buffer.from('x')), 'kms-certificate.pem').toString()
    const certificate = parseGivenCertificate(pem, STARTED_AT)
    const context = contextOf({ ...P256.key, createdAt: undefined }, { certificate })
    const { signedRunFiles, runFiles } = encodingsFor(['cms'], context)
    expect(signedRunFiles).toEqual([])
    expect(runFiles.map(({ name }) => name)).toEqual(['kms-public-key.pem', 'kms-certificate.pem'])
    expect(runFiles[1]?.content.toString()).toBe(pem)
  })

  it('refuses a certificate of another key with both fingerprints', () => {
    const pem = runFile(signed(P384, ['cms'], Buffer.from('x')), 'kms-certificate.pem').toString()
    const { code, text } = refusal(
      ['cms'],
      contextOf(P256.key, { certificate: parseGivenCertificate(pem, STARTED_AT) }),
    )
    expect(code).toBe('KEY_MISMATCH')
    expect(text).toContain(P256.key.publicKey.fingerprint)
    expect(text).toContain(P384.key.publicKey.fingerprint)
  })

  it.each([
    ['openpgp', P256, 'OpenPGP hashes more than the file'],
    ['openpgp', P384, 'OpenPGP hashes more than the file'],
    ['sshsig', P384, 'it does not have SHA-384'],
  ] as const)('refuses %s where files are known by digest alone', (format, { key }, reason) => {
    const { code, text } = refusal([format], contextOf(key, { digestsOnly: true }))
    expect(code).toBe('INVALID_INPUT')
    expect(text).toContain(`\`${format}\` needs the files, and \`subject-checksums\` gives digests: ${reason}`)
    expect(text).toContain(`Leave \`${format}\` out of \`formats\`, or name the files themselves in \`files\``)
  })

  it('knows before the key that openpgp needs files', () => {
    expect(() => {
      checkDigestsOnly(['sig', 'openpgp'])
    }).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(() => {
      checkDigestsOnly(['sig', 'sshsig'])
    }).not.toThrow()
  })

  it('takes every other format where files are known by digest alone', () => {
    const context = contextOf(P256.key, { digestsOnly: true })
    expect(encodingsFor([...EVERYWHERE, 'sshsig'], context).encodings).toHaveLength(5)
    expect(encodingsFor(EVERYWHERE, contextOf(P384.key, { digestsOnly: true })).encodings).toHaveLength(4)
  })

  it('refuses an identity that can be no User ID', () => {
    const { code, text } = refusal(['openpgp'], contextOf(P256.key, { identity: 'two\nlines' }))
    expect(code).toBe('INVALID_INPUT')
    expect(text).toContain('two\\u{a}lines')
    expect(text).toContain('`identity` cannot be used, an OpenPGP User ID is one line of text')
    expect(text).toContain('Example Project <releases@example.org>')
  })

  it('says INTERNAL_ERROR when a digest was not made', () => {
    const { encodings } = encodingsFor(['openpgp', 'sshsig'], contextOf(P384.key))
    const digests = { digest: Buffer.alloc(48), sha512: undefined, own: new Map() }
    expect(encodings).toHaveLength(2)
    for (const { format, prepare } of encodings) {
      expect(() => prepare(digests)).toThrow(
        expect.objectContaining({ code: 'INTERNAL_ERROR', message: expect.stringContaining(`\`${format}\``) }),
      )
    }
  })
})

it.each([
  ['ECDSA_NIST_P256_SHA_256', ['sig'], ['kms-public-key.pem']],
  ['RSA_2048_SIGN_PSS_SHA_512', ['sig'], ['kms-public-key.pem', 'kms-public-key.pss.pem']],
  [
    'ECDSA_NIST_P256_SHA_256',
    ['cms', 'openpgp', 'sshsig'],
    ['kms-public-key.pem', 'kms-allowed-signers', 'kms-certificate.pem', 'kms-public-key.asc', 'kms-public-key.gpg'],
  ],
] as const)('makes for %s with %j the run files %j', (name, formats, names) => {
  const { runFiles, signedRunFiles } = encodingsFor(formats, contextOf(keyOf(name).key))
  const all = [...runFiles.map((file) => file.name), ...signedRunFiles.flatMap((file) => file.names)]
  expect(all).toEqual(names)
  expect(signed(keyOf(name), formats, Buffer.from('x')).runFiles.map((file) => file.name)).toEqual(names)
})
