/** dist/page/verify.html in a real browser: what the bundle signed it takes, and what was changed since it does not. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type Emulator, startEmulator } from '../../../emulator/emulator.ts'
import { ALGORITHM_NAMES } from '../../../emulator/yandex/kms-keys.ts'
import { EXTENSIONS } from '../../../src/formats/facts.ts'
import { itWith } from '../../support/where-there.ts'
import { BROWSER, choose, filesIn, openPage, outcomes, startBrowser } from './browser.ts'
import { changeOneBit, signedRelease, type SignedRelease } from './releases.ts'

const itInBrowser = itWith(BROWSER)

let emulator: Emulator
let browser: Browser | undefined
const heard: string[] = []
beforeAll(async () => {
  emulator = await startEmulator()
  browser = await startBrowser().catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
  await emulator.close()
  // Nothing failed in the page, and it asked no network for anything.
  expect(heard).toEqual([])
})

/** A page with the key of a release and the fingerprint that its run told. */
async function pageFor({ workspace, fingerprint }: SignedRelease): Promise<Page> {
  if (browser === undefined) throw new Error('no browser: apt-get install chromium')
  const page = await openPage(browser, heard)
  await page.locator('#key').fill(await readFile(workspace.at('kms-public-key.pem'), 'utf8'))
  await page.locator('#expected').fill(fingerprint)
  return page
}

describe.each(ALGORITHM_NAMES)('with a key of %s', (algorithm) => {
  let release: SignedRelease
  let sums: string
  beforeAll(async () => {
    release = await signedRelease(emulator, algorithm)
    sums = `SHA${/\d+$/u.exec(algorithm)?.[0] ?? ''}SUMS`
  })
  afterAll(() => release.workspace.remove())

  /** Of a copy of the release after `change`. */
  async function judged(change: (folder: string) => Promise<unknown>): Promise<Readonly<Record<string, string>>> {
    const copy = await mkdtemp(join(tmpdir(), 'page-'))
    const page = await pageFor(release)
    try {
      await cp(release.workspace.path, copy, { recursive: true })
      await change(copy)
      await choose(page, await filesIn(copy))
      return await outcomes(page)
    } finally {
      await page.close()
      await rm(copy, { recursive: true, force: true })
    }
  }

  itInBrowser('takes every format and the checksums, and sets aside what is not of the release', async () => {
    const page = await pageFor(release)
    const said = await choose(page, await filesIn(release.workspace.path))
    expect(said).toBe('All 3 files are verified by the key that you expect.')
    const told = await outcomes(page)
    for (const name of ['app.tar.gz', 'notes.txt', sums]) expect(told[name]).toMatch(/^✓ Verified/u)
    for (const format of release.formats)
      expect(told['app.tar.gz']).toContain(`Verified by app.tar.gz${EXTENSIONS[format]} (${format})`)
    expect(told['app.tar.gz']).toContain(`Verified by ${sums}, a checksum file that the key signed`)
    expect(told['kms-public-key.pem']).toBe('– Set aside | The public key above.')
    expect(told['signatures.json']).toMatch(/^– Set aside/u)
    await page.close()
  })

  itInBrowser('refuses a changed file by all that should prove it, and changed signatures of any format', async () => {
    const told = await judged(async (folder) => {
      await changeOneBit(join(folder, 'app.tar.gz'))
      for (const format of release.formats) await changeOneBit(join(folder, `notes.txt${EXTENSIONS[format]}`))
    })
    for (const format of release.formats) {
      expect(told['app.tar.gz']).toContain(`app.tar.gz${EXTENSIONS[format]} is `)
      expect(told['notes.txt']).toContain(`notes.txt${EXTENSIONS[format]} `)
    }
    expect(told['app.tar.gz']).toMatch(/^✗ Failed.*is not the file that the checksum file lists/u)
    expect(told['app.tar.gz']).not.toContain('Verified by')
    expect(told['notes.txt']).toMatch(/^✗ Failed/u)
    expect(told['notes.txt']).not.toContain('Verified by notes')
  })

  itInBrowser('takes nothing from a checksum file that was changed', async () => {
    const told = await judged(async (folder) => {
      const text = await readFile(join(folder, sums), 'utf8')
      await writeFile(
        join(folder, sums),
        text.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')),
      )
      for (const format of release.formats) await rm(join(folder, `app.tar.gz${EXTENSIONS[format]}`))
    })
    expect(told[sums]).toMatch(/^✗ Failed/u)
    expect(told['app.tar.gz']).toMatch(/^\? Not verified \| No signature file/u)
  })
})
