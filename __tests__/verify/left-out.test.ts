/** Nobody looks at what is left out, so that only what the run itself reads and proves may be. */
import { createHash } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { pem, pssSpki } from '../../src/crypto/public-key.ts'
import { openPgpCertificate, openPgpKey } from '../../src/formats/openpgp/write.ts'
import { selfSignedCertificate } from '../../src/formats/cms/certificate.ts'
import { allowedSigners } from '../../src/formats/sshsig/write.ts'
import { HASH_ALGORITHMS, HASHES } from '../../src/crypto/hashes.ts'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { attestation, json, statement, subjectOf } from '../support/signature-makers.ts'
import { signDigest } from '../support/sign-digest.ts'
import { ReleaseFolder } from './release-folder.ts'

let key: LocalKey
let other: LocalKey
let folder: ReleaseFolder
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
  other = localKey('ECDSA_NIST_P256_SHA_256')
})
beforeEach(() => {
  folder = new ReleaseFolder()
  folder.sign(key, 'app', 'release')
})
afterEach(() => {
  folder.remove()
})

it.each(['.asc', '.p7s', '.sig.b64', '.sigstore.json', '.sshsig'])(
  'takes a file for no signature of another by its name x%s where that format is not looked at',
  async (extension) => {
    folder.sign(key, 'repo-key', 'anything')
    folder.write(`repo-key${extension}`, 'changed')
    const { unverified, problems } = await folder.verify(key, { formats: ['sig'] })
    expect(unverified).toEqual([`repo-key${extension}`])
    expect(problems).toEqual([expect.stringMatching(/^SIGNATURE_MISSING/u)])
    expect((await folder.verify(key)).problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID repo-key\./u)])
  },
)

it.each(['.sig', '.asc', '.p7s'])(
  'takes a file x%s beside the files for no signature in signatures-dir',
  async (extension) => {
    folder.write('dist/repo-key', 'anything')
    folder.write(`dist/repo-key${extension}`, 'changed')
    folder.sign(key, 'sigs/repo-key', 'anything')
    folder.write('sigs/repo-key', 'x')
    const { unverified } = await folder.verify(key, { files: 'dist/*', signaturesDir: join(folder.path, 'sigs') })
    expect(unverified).toEqual([`repo-key${extension}`])
  },
)

it('takes what signs a signature file for a file that has to be proven', async () => {
  folder.write('app.sig.sig', 'x')
  expect((await folder.verify(key)).problems).toEqual([expect.stringMatching(/^SIGNATURE_MISSING app\.sig\.sig/u)])
})

it('finds signature files in signatures-dir where that is among the matches', async () => {
  for (const system of ['linux', 'windows']) {
    folder.write(`dist/${system}/tool`, system)
    folder.sign(key, `sigs/${system}/tool`, system)
  }
  const signaturesDir = join(folder.path, 'sigs')
  const files = '**\n!sigs/*/tool\n!app*'
  const found = await folder.verify(key, { files, signaturesDir })
  expect(found).toMatchObject({ verified: ['linux/tool', 'windows/tool'], problems: [] })
  expect(found.leftOut).toEqual(['sigs/linux/tool.sig', 'sigs/windows/tool.sig'])
  folder.write('sigs/planted.sig', 'x')
  expect((await folder.verify(key, { files, signaturesDir })).unverified).toContain('sigs/planted.sig')
})

it.each(HASH_ALGORITHMS.map((hash) => HASHES[hash].checksumFile))(
  'takes %s for a file that has to be proven',
  async (name) => {
    folder.write(name, 'x')
    expect((await folder.verify(key)).unverified).toEqual([name])
  },
)

describe('a statement by the name of one of a run', () => {
  const provenance = (signer: LocalKey) =>
    json(attestation(signer, statement([subjectOf('app', Buffer.from('release'))])))

  it.each([
    'provenance.sigstore.json',
    'provenance-2.sigstore.json',
    'sbom.sigstore.json',
    'attestation-7.sigstore.json',
  ])('is left out as %s where a trusted key signed it, and proves nothing', async (name) => {
    folder.write(name, provenance(key))
    expect(await folder.verify(key)).toMatchObject({ verified: ['app'], leftOut: ['app.sig', name], problems: [] })
    folder.write('lib', 'x')
    expect((await folder.verify(key)).unverified).toEqual(['lib'])
  })

  it.each(['provenance.sigstore.json', 'provenance-99.sigstore.json', 'sbom.sigstore.json'])(
    'is wrong as %s where anybody signed it, or nobody',
    async (name) => {
      folder.write(name, provenance(other))
      const wrong = [expect.stringMatching(new RegExp(`^SIGNATURE_INVALID ${name.replaceAll('.', '\\.')}:`, 'u'))]
      expect((await folder.verify(key)).problems).toEqual(wrong)
      folder.write(name, '{}')
      expect((await folder.verify(key)).problems).toEqual(wrong)
    },
  )

  it('is a file like any other under another name', async () => {
    folder.write('provenance-0.sigstore.json', provenance(key))
    expect((await folder.verify(key)).unverified).toEqual(['provenance-0.sigstore.json'])
  })

  it('is the signature of a file that has the rest of its name', async () => {
    folder.sign(key, 'provenance', 'a', ['sigstore'])
    expect(await folder.verify(key)).toMatchObject({ verified: ['app', 'provenance'], problems: [] })
  })
})

/** Each of the files that hold the public key, by the sign action's own writers. */
function keyFiles(signer: LocalKey): Readonly<Record<string, Buffer>> {
  const signing = { ...signer, id: 'abjtest', createdAt: new Date('2026-01-02T03:04:05Z') }
  const files: Record<string, Buffer> = { 'kms-public-key.pem': Buffer.from(pem('PUBLIC KEY', signer.publicKey.spki)) }
  for (const prepared of [
    openPgpCertificate(openPgpKey(signing, signing.createdAt), 'Example <releases@example.org>'),
    selfSignedCertificate(signing, signing.createdAt),
  ])
    for (const { name, content } of prepared.encode(signDigest(signer, prepared.toSign))) files[name] = content
  files['kms-allowed-signers'] = allowedSigners(signing, 'releases@example.org')
  return files
}

/** A binary OpenPGP key whose unhashed subpacket, of nine octets and type 16, names the issuer by another last octet. */
function withOtherIssuer(text: string): string {
  const at = text.lastIndexOf(String.fromCharCode(9, 16)) + 9
  return `${text.slice(0, at)}${text.charAt(at) === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
}

/** The next letter of base64, which differs in the last bit. */
const next = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) ^ 1)

const NAMES = [
  'kms-public-key.pem',
  'kms-public-key.asc',
  'kms-public-key.gpg',
  'kms-certificate.pem',
  'kms-allowed-signers',
]

describe.each(NAMES)('%s', (name) => {
  it('is left out where it holds the trusted key', async () => {
    folder.write(`deep/${name}`, keyFiles(key)[name] ?? '')
    const { leftOut, problems, verdict } = await folder.verify(key)
    expect([leftOut, problems]).toEqual([['app.sig', `deep/${name}`], []])
    expect(verdict.leftOut[1]).toMatchObject({ why: 'it holds a trusted key and nothing else', proven: true })
  })

  it('is KEY_MISMATCH where it holds another, and where it is not listed in a checksum file either', async () => {
    folder.write(name, keyFiles(other)[name] ?? '')
    expect((await folder.verify(key)).problems).toEqual([
      `KEY_MISMATCH ${name}: holds another key than the trusted one`,
    ])
    folder.sign(key, 'SHA256SUMS', `${'0'.repeat(64)}  nothing\n`)
    const checksums = join(folder.path, 'SHA256SUMS')
    expect((await folder.verify(key, { checksums, files: name })).problems).toEqual([
      `KEY_MISMATCH ${name}: holds another key than the trusted one`,
    ])
  })

  it('has to be proven where it holds more, or something else', async () => {
    const content = keyFiles(key)[name] ?? Buffer.alloc(0)
    for (const changed of [
      Buffer.concat([content, content]),
      Buffer.concat([content, Buffer.from('#!/bin/sh\n')]),
      Buffer.concat([Buffer.from('# key\n'), content]),
      content.subarray(0, -30),
      Buffer.from('x'),
      Buffer.alloc(0),
    ]) {
      folder.write(name, changed)
      expect((await folder.verify(key)).problems).toEqual([
        expect.stringMatching(/^(?:SIGNATURE_MISSING kms-.*: has no signature file, and |KEY_MISMATCH )/u),
      ])
    }
  })

  it('is a release file where it has a signature of its own', async () => {
    folder.sign(key, name, keyFiles(other)[name] ?? '')
    expect(await folder.verify(key)).toMatchObject({ verified: ['app', name], problems: [] })
  })
})

it('leaves out an RSA key under both of its labels', async () => {
  const rsa = localKey('RSA_2048_SIGN_PSS_SHA_512')
  folder.sign(rsa, 'app', 'release')
  folder.write('kms-public-key.pem', pem('PUBLIC KEY', rsa.publicKey.spki))
  folder.write('kms-public-key.pss.pem', pem('PUBLIC KEY', pssSpki(rsa.publicKey, 'sha512')))
  expect(await folder.verify(rsa)).toMatchObject({ verified: ['app'], problems: [] })
})

it('takes an OpenPGP key whose User ID the key has not certified for no key', async () => {
  const content = keyFiles(key)['kms-public-key.gpg'] ?? Buffer.alloc(0)
  folder.write(
    'kms-public-key.gpg',
    Buffer.from(content.toString('latin1').replace('releases@', 'attacker@'), 'latin1'),
  )
  expect((await folder.verify(key)).problems).toEqual([
    expect.stringMatching(/a User ID that its key has not certified/u),
  ])
})

it.each<[string, string, (text: string) => string]>([
  ['words behind its padding', 'kms-public-key.pem', (text) => text.replace('==\n', '==\nrm rf home\n')],
  [
    'bits in its padding',
    'kms-public-key.pem',
    (text) => text.replace(/(.)==/u, (_, last: string) => `${next(last)}==`),
  ],
  ['words in its armor', 'kms-public-key.asc', (text) => text.replace('-----\n', '-----\nComment: rm rf home\n')],
  ['a NUL in its principal', 'kms-allowed-signers', (text) => text.replace('@', '@\0')],
  ['another issuer', 'kms-public-key.gpg', withOtherIssuer],
])('takes no key file for one that has %s: %s', async (_, name, change) => {
  const content = keyFiles(key)[name]?.toString('latin1') ?? ''
  expect(change(content)).not.toBe(content)
  folder.write(name, Buffer.from(change(content), 'latin1'))
  expect((await folder.verify(key)).problems).toEqual([expect.stringMatching(/^SIGNATURE_MISSING kms-/u)])
})

it('takes no certificate for one that has words behind its padding', async () => {
  const content = keyFiles(key)['kms-certificate.pem']?.toString() ?? ''
  folder.write('kms-certificate.pem', content.replace(/=*\n-----END/u, '==\nrm rf home\n-----END'))
  expect((await folder.verify(key)).problems).toEqual([expect.stringMatching(/^SIGNATURE_MISSING kms-/u)])
})

it('leaves out a manifest as not verified, and no other file of its name', async () => {
  folder.write('signatures.json', json({ version: 1, note: '', files: [], runFiles: [] }))
  const { leftOut, problems, verdict } = await folder.verify(key)
  expect([leftOut, problems]).toEqual([['app.sig', 'signatures.json'], []])
  expect(verdict.leftOut[1]).toMatchObject({ proven: false, why: expect.stringMatching(/^not verified/u) })
  folder.write('signatures.json', '{"plugins": []}')
  expect((await folder.verify(key)).unverified).toEqual(['signatures.json'])
  renameSync(join(folder.path, 'signatures.json'), join(folder.path, 'other.json'))
  expect((await folder.verify(key)).unverified).toEqual(['other.json'])
})

it.each<[string, () => void, readonly string[]]>([
  ['everything is right', () => undefined, ['app.sig', 'lib.asc', 'lib.sig', 'SHA256SUMS', 'SHA256SUMS.sig']],
  [
    'a signature file is wrong',
    () => folder.write('lib.asc', 'x'),
    ['app.sig', 'lib.sig', 'SHA256SUMS', 'SHA256SUMS.sig'],
  ],
  ['a file is another', () => folder.write('lib', 'x'), ['app.sig', 'SHA256SUMS', 'SHA256SUMS.sig']],
  [
    'a checksum file has a wrong signature',
    () => folder.write('SHA256SUMS.sig', 'x'),
    ['app.sig', 'lib.asc', 'lib.sig'],
  ],
  [
    'a checksum file has none',
    () => {
      rmSync(join(folder.path, 'SHA256SUMS.sig'))
    },
    ['app.sig', 'lib.asc', 'lib.sig'],
  ],
])('says of what proves others whether it is right where %s', async (_, change, right) => {
  folder.sign(key, 'lib', 'library', ['sig', 'openpgp'])
  const sum = (name: string, content: string) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`
  folder.sign(key, 'SHA256SUMS', sum('app', 'release') + sum('lib', 'library'))
  change()
  const { verdict } = await folder.verify(key, { checksums: join(folder.path, 'SHA256SUMS') })
  const proven = verdict.leftOut.filter((match) => match.proven).map(({ path }) => basename(path))
  expect(proven.toSorted()).toEqual(right.toSorted())
})
