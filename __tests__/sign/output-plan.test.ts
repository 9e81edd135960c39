import { basename, join, sep } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { ReleaseFile } from '../../src/files/release-files.ts'
import { plannedPaths, signaturePath, type OutputRequest } from '../../src/sign/output-plan.ts'

const root = join(sep, 'ws')
const onDisk = (name: string, ...below: string[]): ReleaseFile => ({
  name,
  folder: join(root, ...below),
  source: { kind: 'file', path: join(root, ...below, basename(name)), size: 1 },
})
const request = (given: Partial<OutputRequest>): OutputRequest => ({
  files: [onDisk('a.tgz', 'dist')],
  targets: ['files'],
  formats: ['sig'],
  outputDir: undefined,
  commonFolder: join(root, 'dist'),
  key: { hash: 'sha256', rsa: false },
  ...given,
})
const names = (given: Partial<OutputRequest>): string[] => plannedPaths(request(given)).map((path) => basename(path))

describe('plannedPaths', () => {
  it('puts signature files beside the files and run files into the common folder', () => {
    expect(plannedPaths(request({}))).toEqual(
      ['a.tgz.sig', 'kms-public-key.pem', 'signatures.json'].map((name) => join(root, 'dist', name)),
    )
  })

  it('puts everything into output-dir, by name', () => {
    const outputDir = join(root, 'out')
    const files = [onDisk('x/a', 'dist', 'x'), onDisk('y/a', 'dist', 'y')]
    expect(plannedPaths(request({ files, outputDir })).slice(0, 2)).toEqual([
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
})

describe('signaturePath', () => {
  it('puts the signature of an entry of a checksum file beside that file', () => {
    const file: ReleaseFile = {
      name: 'a.tgz',
      folder: join(root, 'sums'),
      source: { kind: 'digest', digest: Buffer.alloc(32), hash: 'sha256', origin: 'SHA256SUMS, line 1' },
    }
    expect(signaturePath(file, 'cms', undefined)).toBe(join(root, 'sums', 'a.tgz.p7s'))
  })
})
