import { mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { find, make, workspace } from './search-folder.ts'

describe('a second run takes the same files as the first', () => {
  const runFiles = [
    'kms-public-key.pem',
    'kms-public-key.pss.pem',
    'kms-allowed-signers',
    'kms-public-key.asc',
    'kms-public-key.gpg',
    'kms-certificate.pem',
    'SHA256SUMS',
    'SHA256SUMS.sig',
    'SHA512SUMS.asc',
    'provenance.sigstore.json',
    'provenance-12.sigstore.json',
    'signatures.json',
  ]
  const extensions = ['.sig', '.sig.b64', '.sigstore.json', '.sshsig', '.asc', '.p7s']

  it.each([
    ['beside the files', undefined],
    ['in a folder of its own', 'signatures'],
    ['in a folder that the patterns take', 'dist/signed'],
    ['in the files’ own folder', 'dist'],
    ['in a folder that is a link', 'link'],
  ])('with the outputs %s', async (_, outputDir) => {
    make('dist/a.txt', 'dist/x/b.txt', 'dist/x/SHA256SUMS', 'dist/alone.sig')
    mkdirSync(join(workspace, 'dist/target'))
    symlinkSync('dist/target', join(workspace, 'link'))
    const search = outputDir === undefined ? {} : { outputDir }
    const first = await find('dist', search)
    expect(first.paths).toEqual(['dist/a.txt', 'dist/alone.sig', 'dist/x/SHA256SUMS', 'dist/x/b.txt'])
    const runFolder = outputDir ?? 'dist'
    make(...runFiles.map((name) => join(runFolder, name)), join(runFolder, '.kms-sign-1-0-0123456789ab/0'))
    const besides = first.files.map(({ name, folder }) => join(outputDir ?? relative(workspace, folder), name))
    make(...besides.flatMap((path) => extensions.map((extension) => path + extension)))
    const second = await find('dist', search)
    expect(second.paths).toEqual(first.paths)
    expect(second.commonFolder).toBe(first.commonFolder)
    if (outputDir !== 'signatures')
      expect(second.log).toContain(
        `Left out: ${join(realFolder(runFolder), 'signatures.json')} (written by the action itself)`,
      )
  })
  const realFolder = (folder: string) => join(workspace, folder === 'link' ? 'dist/target' : folder)

  it('with the folders of killed runs, but not with what only begins like one', async () => {
    make('dist/a', 'dist/.kms-sign-1-0-0123456789ab/0', 'dist/.kms-sign-notes', 'dist/.kms-sign-docs/b')
    expect((await find('dist')).names).toEqual(['b', '.kms-sign-notes', 'a'])
  })

  it('with a line in the log for each, however many', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `dist/f${at}`)
    make(...names, ...names.map((name) => `${name}.sig`))
    const { log } = await find('dist')
    expect(log.length).toBeGreaterThanOrEqual(names.length)
    for (const name of names) expect(log).toContainEqual(expect.stringMatching(`^Left out: .*/${name}\\.sig `))
  })

  it('with names that are paths', async () => {
    make('dist/x/a', 'dist/y/a')
    make('dist/out/x/a.sig', 'dist/out/y/a.asc')
    expect((await find('dist', { outputDir: 'dist/out' })).names).toEqual(['x/a', 'y/a'])
  })

  it('and takes checksum files where the run writes none', async () => {
    make('dist/a', 'dist/SHA256SUMS', 'dist/SHA256SUMS.sig', 'dist/SHA512SUMS.sig')
    expect((await find('dist', { signsChecksums: false })).names).toEqual(['SHA256SUMS', 'SHA512SUMS.sig', 'a'])
    expect((await find('dist', { signsChecksums: true })).names).toEqual(['a'])
  })

  it('and finds a deeper folder for run files when one is left out', async () => {
    make('dist/deep/a', 'dist/signatures.json')
    const first = await find('dist')
    expect(first).toMatchObject({ names: ['a'], commonFolder: join(workspace, 'dist/deep') })
    make('dist/deep/signatures.json')
    expect(await find('dist')).toMatchObject({ names: ['a'], commonFolder: first.commonFolder })
  })
})
