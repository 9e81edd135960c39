/** What is said of assets that are in the way, and which names lists hold. */
import { describe, expect, it } from '@jest/globals'
import { assetExists, deleteCommands, releaseFull } from '../../../src/github/releases/conflicts.ts'
import { listKind, namesListedIn, signedChecksumFile } from '../../../src/github/releases/listed-names.ts'
import { assetsInAll, metBy } from '../../../src/github/releases/asset-plan.ts'
import type { Release, ReleaseAsset } from '../../../src/github/releases/types.ts'

const release = (draft: boolean): Release => ({
  ...{ id: 1, tag: 'v 1', title: '', draft, immutable: false },
  ...{ uploadUrl: 'https://uploads.github.com/', htmlUrl: '', createdAt: '' },
})
const asset = (name: string, id = 1): ReleaseAsset => ({
  ...{ id, name, complete: true, ageMs: undefined, size: 1, sha256: undefined, url: '' },
})
const access = { repository: 'o/r' } as Parameters<typeof deleteCommands>[2]
const rules = (draft: boolean) => ({ access, release: release(draft), overwrite: false, existing: [] })
const command = (name: string) => `gh release delete-asset 'v 1' ${name} --yes --repo o/r`

describe('assets that are in the way', () => {
  it('are named with the commands that delete them', () => {
    const conflicts = ['a.sig', "b'.sig"].map((name) => ({ asset: asset(name), foreign: undefined }))
    expect(assetExists(conflicts, rules(false))).toMatchObject({
      code: 'ASSET_EXISTS',
      message: "The published release v 1 has assets of names that would be attached:\n  a.sig\n  b'.sig",
      hint: `Set overwrite: true to replace them, or delete them first: ${command('a.sig')}; ${command("'b'\\''.sig'")}`,
    })
  })

  it('are named with what is known of them', () => {
    const conflicts = [
      { asset: asset('SHA256SUMS'), foreign: 'names files' },
      { asset: asset('a.sig'), foreign: undefined, note: 'is another' },
    ]
    const refusal = assetExists(conflicts, rules(true))
    expect(refusal.message).toBe(
      'The draft release v 1 has assets of names that would be attached:\n  SHA256SUMS names files\n  a.sig is another',
    )
    expect(refusal.hint).toMatch(
      /^Where several jobs attach to one release, .* If nobody needs those on the release: set overwrite: true to replace them, or delete/u,
    )
  })

  it('are deleted by ten commands at most', () => {
    const names = Array.from({ length: 11 }, (_, index) => `${index}`)
    expect(deleteCommands(names.slice(0, 10), release(true), access)).toBe(names.slice(0, 10).map(command).join('; '))
    expect(deleteCommands(names, release(true), access)).toBe(`${names.slice(0, 10).map(command).join('; ')}; …`)
  })

  it('are too many', () => {
    expect(releaseFull(1001, release(true))).toMatchObject({
      code: 'RELEASE_FULL',
      message: 'The release v 1 would hold 1001 assets; GitHub allows 1000.',
      hint: expect.stringMatching(/^Set sign: checksums, which makes one signature/u) as unknown,
    })
  })

  it('are counted once where a file takes their place', () => {
    const existing = [asset('a.sig', 1), asset('my.app', 2), asset('other', 3)]
    expect(metBy('my app', existing)).toEqual([existing[1]])
    expect(assetsInAll(['a.sig', 'my app', 'new'], existing)).toBe(4)
    expect(assetsInAll([], existing)).toBe(3)
  })
})

describe('a list of release files', () => {
  it.each([
    ['SHA256SUMS', 'checksums', undefined],
    ['SHA512SUMS', 'checksums', undefined],
    ['provenance.sigstore.json', 'statement', undefined],
    ['provenance-2.sigstore.json', 'statement', undefined],
    ['SHA256SUMS.sig', undefined, 'SHA256SUMS'],
    ['SHA256SUMS.sig.b64', undefined, 'SHA256SUMS'],
    ['kms-public-key.pem', undefined, undefined],
    ['app.sig', undefined, undefined],
  ])('is known by its name: %s', (name, kind, signed) => {
    expect([listKind(name), signedChecksumFile(name)]).toEqual([kind, signed])
  })

  const bundle = (statement: unknown) =>
    JSON.stringify({ dsseEnvelope: { payload: Buffer.from(JSON.stringify(statement)).toString('base64') } })
  const line = (name: string) => `${'0'.repeat(64)}  ${name}\n`

  it.each<['checksums' | 'statement', string, readonly string[] | undefined]>([
    ['checksums', line('a') + line('b'), ['a', 'b']],
    ['checksums', 'nothing of the kind', undefined],
    ['statement', bundle({ subject: [{ name: 'a' }, { name: 'b' }] }), ['a', 'b']],
    ['statement', bundle({ subject: [] }), []],
    ['statement', bundle({ subject: [{ name: 5 }] }), undefined],
    ['statement', bundle({ subject: 'a' }), undefined],
    ['statement', bundle({}), undefined],
    ['statement', '{}', undefined],
    ['statement', '<html>', undefined],
  ])('%s %j names %j', (kind, content, names) => {
    expect(namesListedIn(kind, Buffer.from(content))).toEqual(names)
  })
})
