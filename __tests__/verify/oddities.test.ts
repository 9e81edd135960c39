/** What sign warns of, because it hardly is a release file, is warned of by those who verify it, too. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { pem } from '../../src/crypto/public-key.ts'
import { run } from '../../src/verify/main.ts'
import { collectingFront } from '../support/collecting-front.ts'
import { localKey } from '../support/local-keys.ts'
import { ReleaseFolder } from './release-folder.ts'

const key = localKey('ECDSA_NIST_P256_SHA_256')
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`
let folder: ReleaseFolder
beforeEach(() => {
  folder = new ReleaseFolder()
})
afterEach(() => {
  folder.remove()
})

async function warnings(inputs: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const front = collectingFront()
  const env = {
    GITHUB_WORKSPACE: folder.path,
    INPUT_FILES: '*',
    'INPUT_PUBLIC-KEY': pem('PUBLIC KEY', key.publicKey.spki),
    ...inputs,
  }
  await run(env, front)
  return front.log.warnings
}

it('warns of empty files and of pointers of Git LFS that are verified', async () => {
  folder.sign(key, 'app', 'release')
  folder.sign(key, 'nothing', '')
  folder.sign(key, 'also nothing', '', ['sigstore'])
  folder.sign(key, 'pointer', POINTER)
  expect(await warnings()).toEqual([
    'Empty; did a build step or a download fail?\n  also nothing\n  nothing',
    'Pointers of Git LFS and not the files themselves; check out with `lfs: true`:\n  pointer',
  ])
})

it.each([
  ['of another size', `${POINTER}${'x'.repeat(1023)}`],
  ['of another beginning', POINTER.replace('git-lfs', 'git-lfz')],
])('warns of nothing where a file is %s', async (_, content) => {
  folder.sign(key, 'app', content)
  expect(await warnings()).toEqual([])
})

it.each([
  ['warn', [expect.stringMatching(/^The patterns in `files` take nothing but what proves other files/u)]],
  ['ignore', []],
])('says with `if-no-files-found: %s` that nothing was verified', async (choice, told) => {
  folder.write('kms-public-key.pem', pem('PUBLIC KEY', key.publicKey.spki))
  expect(await warnings({ 'INPUT_IF-NO-FILES-FOUND': choice })).toEqual(told)
  await expect(warnings()).rejects.toMatchObject({ code: 'NO_FILES' })
})
