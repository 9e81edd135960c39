/** A release by any of the trusted keys, as while keys are changed. */
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { localKey } from '../support/local-keys.ts'
import { attestation, json, statement, subjectOf } from '../support/signature-makers.ts'
import { FORMATS, MAKERS, ReleaseFolder } from './release-folder.ts'
import { EXTENSIONS, formatsWhere } from '../../src/formats/facts.ts'

const first = localKey('ECDSA_NIST_P256_SHA_256')
const stranger = localKey('ECDSA_NIST_P256_SHA_256')
const rsaFormats = formatsWhere(({ keys }) => keys.includes('RSA'))

let folder: ReleaseFolder
beforeEach(() => {
  folder = new ReleaseFolder()
})
afterEach(() => {
  folder.remove()
})

describe.each([
  ['of the same type', localKey('ECDSA_NIST_P256_SHA_256'), FORMATS],
  ['on another curve', localKey('ECDSA_NIST_P384_SHA_384'), FORMATS],
  ['on a curve that some formats do not have', localKey('ECDSA_SECP256_K1_SHA_256'), rsaFormats],
  ['of RSA', localKey('RSA_2048_SIGN_PSS_SHA_256'), rsaFormats],
] as const)('a second key %s', (_, second, formats) => {
  const publicKeys = [first.publicKey, second.publicKey]

  it.each(formats)('verifies a file by %s, in either place', async (format) => {
    const content = folder.write('app', 'release')
    folder.write(`app${EXTENSIONS[format]}`, MAKERS[format](second, content))
    for (const keys of [publicKeys, publicKeys.toReversed()]) {
      const { problems, verdict } = await folder.verify(first, { publicKeys: keys })
      expect(problems).toEqual([])
      expect(verdict.files[0]?.proofs).toMatchObject([{ by: format, keyFingerprint: second.publicKey.fingerprint }])
    }
    folder.write(`app${EXTENSIONS[format]}`, MAKERS[format](stranger, content))
    expect((await folder.verify(first, { publicKeys })).problems).toEqual([
      expect.stringMatching(/^SIGNATURE_INVALID app/u),
    ])
    folder.write(`app${EXTENSIONS[format]}`, MAKERS[format](second, Buffer.from('another')))
    expect((await folder.verify(first, { publicKeys })).problems).toHaveLength(1)
  })

  it('verifies a file that both have signed, and names both', async () => {
    const content = folder.write('app', 'release')
    folder.write('app.sig', MAKERS.sig(first, content))
    folder.write('app.p7s', MAKERS.cms(second, content))
    const { verdict } = await folder.verify(first, { publicKeys })
    expect(verdict.files[0]?.proofs.map(({ keyFingerprint }) => keyFingerprint)).toEqual(
      publicKeys.map(({ fingerprint }) => fingerprint),
    )
  })

  it('verifies checksum files and statements', async () => {
    folder.write('app', 'release')
    folder.sign(second, 'SHA256SUMS', `${createHash('sha256').update('release').digest('hex')}  app\n`)
    folder.write(
      'provenance.sigstore.json',
      json(attestation(second, statement([subjectOf('app', Buffer.from('release'))]))),
    )
    const change = { publicKeys, checksums: join(folder.path, 'SHA256SUMS'), provenance: '*.sigstore.json' }
    const { problems, verdict } = await folder.verify(first, change)
    expect(problems).toEqual([])
    expect(verdict.files[0]?.proofs).toMatchObject([
      { by: 'checksums', keyFingerprint: second.publicKey.fingerprint },
      { by: 'provenance', keyFingerprint: second.publicKey.fingerprint },
    ])
  })
})
