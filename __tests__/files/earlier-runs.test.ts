/** What manifests of earlier runs say of the matches. */
import { writeFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseManifest, writtenBy } from '../../src/files/earlier-manifest.ts'
import type { ReleaseFileSearch } from '../../src/files/release-files.ts'
import { find as search, make, workspace } from './search-folder.ts'

/** A manifest as a run wrote it whose outputs lay in `folder` then. */
function manifest(folder: string, files: readonly string[], more: object = {}): string {
  const at = (name: string) => posix.join(folder, name)
  const digest = `sha256:${'0'.repeat(64)}`
  const entry = { name: 'a', path: at('a'), size: 1, digest, signature: null, files: files.map(at), requestId: null }
  const runFiles = ['kms-public-key.pem', 'signatures.json'].map(at)
  const facts = { version: 1, note: '', keyId: 'key', algorithm: '', fingerprint: 'sha256:00' }
  const run = { repository: null, ref: null, commit: null, run: null }
  return JSON.stringify({ ...facts, ...run, files: [entry], checksums: null, provenance: [], runFiles, ...more })
}

function makeManifest(path: string, ...request: Parameters<typeof manifest>): void {
  make(path)
  writeFileSync(join(workspace, path), manifest(...request))
}

async function find(patterns: string, more: Partial<ReleaseFileSearch> = {}) {
  const found = await search(patterns, { extensions: ['.sig'], signsChecksums: false, ...more })
  return { ...found, paths: found.readPaths.map((path) => relative(workspace, path)) }
}

describe('of signature files', () => {
  it('left out are those that this run writes', async () => {
    make('dist/a', 'dist/a.sig', 'dist/a.asc', 'dist/b.sig')
    expect((await find('dist')).paths).toEqual(['dist/a', 'dist/a.asc', 'dist/b.sig'])
    expect((await find('dist', { extensions: [] })).paths).toEqual(['dist/a', 'dist/a.asc', 'dist/a.sig', 'dist/b.sig'])
  })

  it('left out is none of a file that is left out itself', async () => {
    make('dist/a', 'dist/a.sig', 'dist/a.sig.sig')
    expect((await find('dist')).paths).toEqual(['dist/a', 'dist/a.sig.sig'])
  })

  it.each([
    ['the same folder', 'dist/x/signatures.json', 'x'],
    ['the folder of the run files', 'dist/signatures.json', ''],
  ])('left out are those that a manifest in %s lists', async (_, path, folder) => {
    make('dist/x/a', 'dist/x/a.asc', 'dist/x/a.p7s', 'dist/b')
    makeManifest(path, `then/${folder}`, [folder === '' ? 'x/a.asc' : 'a.asc'])
    const found = await find('dist')
    expect(found.paths).toEqual(['dist/b', 'dist/x/a', 'dist/x/a.p7s'])
    expect(found.log).toContain(
      `Left out: ${join(workspace, 'dist/x/a.asc')} (signature file of ${join(workspace, 'dist/x/a')})`,
    )
  })

  it('none is left out for a manifest elsewhere', async () => {
    make('dist/x/a', 'dist/x/a.asc', 'dist/y/b', 'dist/b')
    makeManifest('dist/y/signatures.json', 'dist', ['x/a.asc', 'a.asc', '../x/a.asc'])
    expect((await find('dist')).paths).toContain('dist/x/a.asc')
  })

  it('a pattern takes one that it names as it is, whatever a manifest says', async () => {
    make('dist/a', 'dist/a.asc')
    makeManifest('dist/signatures.json', 'dist', ['a.asc'])
    expect((await find('dist')).paths).toEqual(['dist/a'])
    expect((await find('dist\ndist/a.asc')).paths).toEqual(['dist/a', 'dist/a.asc'])
  })
})

describe('an artifact of an earlier attempt among the matches', () => {
  it('is left out with a warning, and nothing of it but signature files and run files that its manifest lists', async () => {
    make('in/new', 'in/old/a.sig', 'in/old/kms-public-key.pem', 'in/old/kms-certificate.pem', 'in/old/b.sig')
    make('in/old/app.exe')
    makeManifest('in/old/signatures.json', 'anywhere/else', ['a.sig', 'app.exe', '../../new'])
    const found = await find('in')
    expect(found.paths).toEqual(['in/new', 'in/old/app.exe', 'in/old/b.sig', 'in/old/kms-certificate.pem'])
    expect(found.warnings).toHaveLength(1)
    for (const name of ['a.sig', 'kms-public-key.pem', 'signatures.json'])
      expect(found.warnings[0]).toContain(`\n  ${join(workspace, 'in/old', name)}`)
  })

  it('is taken as far as patterns name it', async () => {
    make('in/new', 'in/old/a.sig')
    makeManifest('in/old/signatures.json', 'then', ['a.sig'])
    expect((await find('in\nin/old/a.sig\nin/old/signatures.json')).paths).toEqual([
      'in/new',
      'in/old/a.sig',
      'in/old/signatures.json',
    ])
  })

  it.each([
    ['somebody else’s file of that name', '{}'],
    ['a manifest of another version', manifest('x', ['a.sig']).replace('"version":1', '"version":2')],
    ['one that does not list itself', manifest('x', ['a.sig'], { runFiles: [] })],
    ['no JSON', 'signatures'],
    ['lists of something else', manifest('x', [], { provenance: [1] })],
  ])('is nothing of the kind by %s', async (_, content) => {
    make('in/new', 'in/old/a.sig', 'in/old/signatures.json')
    writeFileSync(join(workspace, 'in/old/signatures.json'), content)
    const found = await find('in')
    expect(found.paths).toEqual(['in/new', 'in/old/a.sig', 'in/old/signatures.json'])
    expect(found.warnings).toEqual([])
  })
})

it('finds what a manifest lists where it lies now', () => {
  const at = (folder: string) =>
    [
      ...writtenBy(
        parseManifest(
          Buffer.from(
            manifest(folder, ['x/a.sig'], {
              provenance: [posix.join(folder, 'provenance.sigstore.json')],
              checksums: {
                path: posix.join(folder, 'SHA256SUMS'),
                digest: '',
                files: [posix.join(folder, 'SHA256SUMS.sig')],
              },
            }),
          ),
        ),
        '/now',
      ),
    ].map((path) => relative('/now', path))
  const all = [
    'x/a.sig',
    'SHA256SUMS',
    'SHA256SUMS.sig',
    'provenance.sigstore.json',
    'kms-public-key.pem',
    'signatures.json',
  ]
  for (const folder of ['', 'dist', '/abs/olute', 'C:/dist']) expect(at(folder)).toEqual(all)
})
