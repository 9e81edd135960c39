import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { addedTo } from '../../src/report/manifest-addition.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manifest-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const digestOf = (n: number) => `sha256:${String(n).repeat(64)}`
const entry = (path: string, files: readonly string[], more: object = {}) => ({
  name: path,
  path,
  size: 1,
  digest: digestOf(1),
  signature: null,
  files,
  requestId: null,
  ...more,
})
const manifest = (more: object = {}) => ({
  version: 1,
  keyId: 'key',
  fingerprint: 'sha256:00',
  run: null,
  files: [] as object[],
  checksums: null,
  provenance: [],
  attestations: [],
  runFiles: ['dist/kms-public-key.pem', 'dist/signatures.json'],
  ...more,
})
const bytes = (content: object) => Buffer.from(JSON.stringify(content))

function make(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), name)
  }
}

async function merged(before: object, now: object): Promise<object | undefined> {
  const text = await addedTo(bytes(before), bytes(now), folder)
  return text === undefined ? undefined : (JSON.parse(text.toString()) as object)
}

it('keeps entries of earlier steps as long as their files are there', async () => {
  make('x/a.sig', 'b.sig', 'kms-public-key.pem', 'kms-allowed-signers', 'provenance.sigstore.json', 'SHA256SUMS')
  const sums = entry('dist/SHA256SUMS', ['dist/SHA256SUMS.sig'])
  const before = manifest({
    run: { id: '1', attempt: null, url: null },
    files: [entry('dist/x/a', ['dist/x/a.sig', 'dist/x/a.asc']), entry('dist/gone', ['dist/gone.sig'])],
    checksums: sums,
    provenance: ['dist/provenance.sigstore.json', 'dist/provenance-2.sigstore.json'],
    runFiles: ['dist/kms-allowed-signers', 'dist/kms-certificate.pem', 'dist/signatures.json'],
  })
  const now = manifest({ files: [entry('dist/b', ['dist/b.sig'])] })
  expect(await merged(before, now)).toEqual({
    ...now,
    files: [entry('dist/x/a', ['dist/x/a.sig']), entry('dist/b', ['dist/b.sig'])],
    checksums: sums,
    provenance: ['dist/provenance.sigstore.json'],
    runFiles: ['dist/kms-allowed-signers', 'dist/kms-public-key.pem', 'dist/signatures.json'],
  })
})

it('has one entry for a file that several steps signed, and two for one that changed in between', async () => {
  make('a.sig', 'a.asc', 'b.sig', 'b.asc')
  const before = manifest({
    files: [
      entry('dist/a', ['dist/a.sig'], { signature: 'c2ln', requestId: '1' }),
      entry('dist/b', ['dist/b.sig'], { digest: digestOf(2) }),
    ],
  })
  const now = manifest({ files: [entry('dist/a', ['dist/a.asc']), entry('dist/b', ['dist/b.asc'])] })
  expect(await merged(before, now)).toMatchObject({
    files: [
      { path: 'dist/b', digest: digestOf(2), files: ['dist/b.sig'] },
      { path: 'dist/a', files: ['dist/a.sig', 'dist/a.asc'], signature: 'c2ln', requestId: '1' },
      { path: 'dist/b', digest: digestOf(1), files: ['dist/b.asc'] },
    ],
  })
})

it('has the signature files of all steps for one checksum file, and none of another that had its name', async () => {
  make('SHA256SUMS', 'SHA256SUMS.sig', 'SHA256SUMS.asc')
  const sums = (files: readonly string[], more: object = {}) =>
    entry('dist/SHA256SUMS', ['dist/SHA256SUMS', ...files], more)
  const before = manifest({ checksums: sums(['dist/SHA256SUMS.sig'], { signature: 'c2ln', requestId: '1' }) })
  const now = manifest({ checksums: sums(['dist/SHA256SUMS.asc']) })
  expect(await merged(before, now)).toMatchObject({
    checksums: {
      files: ['dist/SHA256SUMS.sig', 'dist/SHA256SUMS', 'dist/SHA256SUMS.asc'],
      signature: 'c2ln',
      requestId: '1',
    },
  })
  const other = manifest({ checksums: sums(['dist/SHA256SUMS.asc'], { digest: digestOf(2) }) })
  expect(await merged(before, other)).toMatchObject({
    checksums: sums(['dist/SHA256SUMS.asc'], { digest: digestOf(2) }),
  })
})

it('lists once what is written anew', async () => {
  make('a.sig', 'signatures.json', 'kms-public-key.pem')
  const both = manifest({ files: [entry('dist/a', ['dist/a.sig'])] })
  expect(await merged(both, both)).toEqual(both)
})

it.each([
  ['of another key', bytes(manifest({ keyId: 'other' }))],
  ['of the key as it was before', bytes(manifest({ fingerprint: 'sha256:11' }))],
  ['that is none', Buffer.from('{}')],
  ['that is no JSON', Buffer.from('x')],
])('adds to no manifest %s', async (_, before) => {
  expect(await addedTo(before, bytes(manifest()), folder)).toBeUndefined()
})

it('has one entry for the checksum file of two steps, with the signatures of both', async () => {
  make('SHA256SUMS', 'SHA256SUMS.sig', 'SHA256SUMS.asc')
  const before = entry('dist/SHA256SUMS', ['dist/SHA256SUMS', 'dist/SHA256SUMS.sig', 'dist/SHA256SUMS.gone'], {
    signature: 'c2lnbmF0dXJl',
    requestId: 'one',
  })
  const own = entry('dist/SHA256SUMS', ['dist/SHA256SUMS', 'dist/SHA256SUMS.asc'])
  expect(await merged(manifest({ checksums: before }), manifest({ checksums: own }))).toMatchObject({
    checksums: {
      ...before,
      files: ['dist/SHA256SUMS.sig', 'dist/SHA256SUMS', 'dist/SHA256SUMS.asc'],
    },
  })
  const other = { ...own, digest: digestOf(2) }
  const changed = await merged(manifest({ checksums: before }), manifest({ checksums: other }))
  expect(changed).toMatchObject({ checksums: other })
  const gone = { ...before, path: 'dist/SHA512SUMS', files: [] }
  expect(await merged(manifest({ checksums: gone }), manifest())).toMatchObject({ checksums: null })
  expect(await merged(manifest({ checksums: gone }), manifest({ checksums: own }))).toMatchObject({ checksums: own })
})

it('keeps statements of earlier steps, and takes manifests of versions that listed none', async () => {
  make('sbom.sigstore.json', 'kms-public-key.pem')
  const attestations = ['dist/sbom.sigstore.json', 'dist/gone.sigstore.json']
  const now = manifest({ attestations: ['dist/attestation.sigstore.json'] })
  expect(await merged(manifest({ attestations }), now)).toMatchObject({
    attestations: ['dist/sbom.sigstore.json', 'dist/attestation.sigstore.json'],
  })
  const older = { ...manifest(), attestations: undefined } // which JSON leaves out
  expect(await merged(older, now)).toMatchObject({ attestations: ['dist/attestation.sigstore.json'] })
})

it('keeps an entry without signature files as long as its release file is there', async () => {
  make('a', 'b')
  const listed = [entry('dist/a', []), entry('dist/gone', []), entry('dist/b', ['dist/b.sig'])]
  expect(await merged(manifest({ files: listed }), manifest())).toMatchObject({ files: [entry('dist/a', [])] })
})

it('finds what earlier steps wrote by where their manifest was', async () => {
  make('a.sig')
  const runFiles = ['keys/kms-public-key.pem', 'dist/signatures.json']
  const before = manifest({ files: [entry('dist/a', ['dist/a.sig'])], runFiles })
  expect(await merged(before, manifest())).toMatchObject({ files: [entry('dist/a', ['dist/a.sig'])] })
})
