import { basename, join, sep } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { FoundFiles, ReleaseFile } from '../../src/files/release-files.ts'
import type { Predicate } from '../../src/signing/predicate.ts'
import type { SignInputs } from '../../src/sign/inputs.ts'
import { assetNames, planOutputs, type KnownOfKey, type Plan } from '../../src/sign/plan.ts'

const root = join(sep, 'ws')
const onDisk = (name: string, ...below: string[]): ReleaseFile => ({
  name,
  folder: join(root, ...below),
  source: { kind: 'file', path: join(root, ...below, basename(name)), size: 1 },
})
interface Given extends Partial<Pick<SignInputs, 'targets' | 'formats' | 'outputDir'>> {
  readonly files?: readonly ReleaseFile[]
  readonly key?: KnownOfKey
  readonly predicates?: readonly Predicate[]
}
function plan({
  files = [onDisk('a.tgz', 'dist')],
  key = { hash: 'sha256', rsa: false },
  predicates = [],
  ...given
}: Given): Plan {
  const inputs = { targets: ['files'], formats: ['sig'], outputDir: undefined, ...given } as unknown as SignInputs
  const found = { files, commonFolder: join(root, 'dist'), readPaths: [] } as FoundFiles
  return planOutputs({ inputs, found, predicates }, key)
}
const names = (given: Given): string[] => plan(given).paths.map((path) => basename(path))

describe('the plan of a run', () => {
  it('puts signature files beside the files and run files into the common folder', () => {
    expect(plan({}).paths).toEqual(
      ['a.tgz.sig', 'kms-public-key.pem', 'signatures.json'].map((name) => join(root, 'dist', name)),
    )
  })

  it('puts everything into output-dir, by name', () => {
    const outputDir = join(root, 'out')
    const files = [onDisk('x/a', 'dist', 'x'), onDisk('y/a', 'dist', 'y')]
    expect(plan({ files, outputDir }).paths.slice(0, 2)).toEqual([
      join(outputDir, 'x', 'a.sig'),
      join(outputDir, 'y', 'a.sig'),
    ])
  })

  it('lists the run files of each format and target', () => {
    const given = names({ targets: ['checksums', 'provenance'], formats: ['sig', 'sshsig', 'openpgp', 'cms'] })
    expect(given).toEqual([
      'kms-public-key.pem',
      'kms-allowed-signers',
      'kms-public-key.asc',
      'kms-public-key.gpg',
      'kms-certificate.pem',
      'SHA256SUMS',
      'SHA256SUMS.sig',
      'SHA256SUMS.sshsig',
      'SHA256SUMS.asc',
      'SHA256SUMS.p7s',
      'provenance.sigstore.json',
      'signatures.json',
    ])
  })

  it.each([
    ['sha384', 'SHA384SUMS'],
    ['sha512', 'SHA512SUMS'],
  ] as const)('names the checksum file of %s after it', (hash, name) => {
    expect(names({ targets: ['checksums'], key: { hash, rsa: false } })).toContain(name)
  })

  it('has a second public key for RSA', () => {
    expect(names({ key: { hash: 'sha256', rsa: true } })).toContain('kms-public-key.pss.pem')
  })

  it('leaves out the names that hang on what is not known of the key', () => {
    const given = names({ targets: ['checksums'], key: { hash: undefined, rsa: undefined } })
    expect(given).toEqual(['kms-public-key.pem', 'signatures.json'])
  })

  it('puts the signature of an entry of a checksum file beside that file', () => {
    const file: ReleaseFile = {
      name: 'a.tgz',
      folder: join(root, 'sums'),
      source: { kind: 'digest', digest: Buffer.alloc(32), hash: 'sha256', origin: 'SHA256SUMS, line 1' },
    }
    expect(plan({ files: [file], formats: ['cms'] }).signaturePaths).toEqual([[join(root, 'sums', 'a.tgz.p7s')]])
  })

  it('has no signature files of the files where only their checksums are signed', () => {
    expect(plan({ targets: ['checksums'] }).signaturePaths).toEqual([[]])
  })

  it('attaches everything to a release but the manifest', () => {
    expect(assetNames(plan({}))).toEqual(['a.tgz.sig', 'kms-public-key.pem'])
  })
})
