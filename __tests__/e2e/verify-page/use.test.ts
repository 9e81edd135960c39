/** How dist/page/verify.html is used: by mouse and by keyboard, on a phone, in the dark, on large files and hostile names. */
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type Emulator, startEmulator } from '../../../emulator/emulator.ts'
import { itWith } from '../../support/where-there.ts'
import { expectSuccess, sign, workspaceWith } from '../bundle.ts'
import { BROWSER, choose, filesIn, openPage, outcomes, startBrowser, summary } from './browser.ts'
import { contrastFaults, drop } from './gestures.ts'
import { signedRelease, type SignedRelease } from './releases.ts'

const itInBrowser = itWith(BROWSER)
/** Two GiB by SHA-256 in JavaScript: some thirty seconds, and many times that on a machine with other things to do. */
const LARGE_MS = 600_000

let emulator: Emulator
let started: Browser | undefined
let release: SignedRelease
let pem: string
beforeAll(async () => {
  emulator = await startEmulator()
  started = await startBrowser().catch(() => undefined)
  release = await signedRelease(emulator, 'ECDSA_NIST_P256_SHA_256')
  pem = await readFile(release.workspace.at('kms-public-key.pem'), 'utf8')
})
afterAll(async () => {
  await started?.close()
  await release.workspace.remove()
  await emulator.close()
})

async function open(options: Parameters<Browser['newPage']>[0] = {}, heard: string[] = []): Promise<Page> {
  if (started === undefined) throw new Error('no browser: apt-get install chromium')
  return await openPage(started, heard, options)
}

itInBrowser('takes a dropped folder with all that is in it, the key too, and says whose word the key is', async () => {
  const page = await open()
  await drop(page, [release.workspace.path])
  expect(await summary(page)).toBe(
    'All 3 files are verified by the key above. Compare its fingerprint with one from somewhere else than the download.',
  )
  expect(await page.locator('#key-state').innerText()).toContain(release.fingerprint)
  await page
    .locator('#expected')
    .fill(release.fingerprint.toUpperCase().replace('SHA256:', '').match(/../gu)?.join(':') ?? '')
  await page.locator('#summary', { hasText: 'by the key that you expect.' }).waitFor()
  await page.close()
})

itInBrowser('verifies nothing by another key than the expected one', async () => {
  const page = await open()
  await page.locator('#expected').fill(`sha256:${'0'.repeat(64)}`)
  await page.locator('#key').fill(pem)
  expect(await choose(page, await filesIn(release.workspace.path))).toContain('Nothing is verified yet')
  expect(await page.locator('#expected-state').innerText()).toContain('another fingerprint')
  expect(JSON.stringify(await outcomes(page))).not.toContain('Verified by')
  await page.close()
})

itInBrowser('refuses every file by a key that did not sign it, and tells the key file apart', async () => {
  const other = await signedRelease(emulator, 'ECDSA_NIST_P384_SHA_384')
  const page = await open()
  await page.locator('#key').fill(await readFile(other.workspace.at('kms-public-key.pem'), 'utf8'))
  expect(await choose(page, await filesIn(release.workspace.path))).toMatch(/^Do not use this download: 4 of 4/u)
  expect((await outcomes(page))['kms-public-key.pem']).toBe('✗ Failed | It holds another key than the one above.')
  await Promise.all([page.close(), other.workspace.remove()])
})

itInBrowser('never repeats a private key that was pasted by mistake', async () => {
  const page = await open()
  await page.locator('#key').fill(`-----BEGIN PRIVATE KEY-----\n${'QUJD'.repeat(20)}\n-----END PRIVATE KEY-----\n`)
  expect(await page.locator('#key-state').innerText()).toContain('This holds a PRIVATE KEY, or a damaged one')
  expect(await page.locator('body').innerText()).not.toContain('QUJDQUJD')
  await page.close()
})

itInBrowser('works by the keyboard alone, with focus that shows and words for who listens', async () => {
  const page = await open()
  const chosen = [...(await filesIn(release.workspace.path))]
  // From the start on: the browser takes a while to hand its dialogs over.
  page.on('filechooser', (chooser) => void chooser.setFiles(chosen))
  const focused = async () => {
    const active = page.locator(':focus')
    const outline = await active.evaluate((element) => getComputedStyle(element).outlineStyle)
    return [await active.evaluate(({ id, tagName }) => id || tagName.toLowerCase()), outline]
  }
  await page.keyboard.press('Tab')
  expect(await focused()).toEqual(['key', 'solid'])
  await page.keyboard.insertText(pem)
  for (const id of ['key-file', 'expected']) {
    await page.keyboard.press('Tab')
    expect(await focused()).toEqual([id, 'solid'])
  }
  await page.keyboard.insertText(release.fingerprint)
  await page.keyboard.press('Tab')
  expect(await focused()).toEqual(['files', 'solid'])
  await page.keyboard.press('Enter')
  expect(await summary(page)).toContain('All 3 files are verified')
  await page.keyboard.press('Tab')
  expect(await focused()).toEqual(['clear', 'solid'])
  await page.keyboard.press('Enter')
  expect(await focused()).toEqual(['files', 'solid'])
  expect(await page.locator('#result').isHidden()).toBe(true)
  for (const id of ['key-state', 'expected-state', 'summary'])
    expect(await page.locator(`#${id}`).getAttribute('role')).toBe('status')
  const unnamed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
      .filter(({ labels }) => labels?.length !== 1)
      .map(({ id }) => id),
  )
  expect(unnamed).toEqual([])
  await page.close()
})

itInBrowser.each(['light', 'dark'] as const)('can be read in %s colours, and fits a phone', async (colorScheme) => {
  const page = await open({ colorScheme, viewport: { width: 360, height: 740 } })
  await page.locator('#key').fill(pem)
  await page.locator('#expected').fill(release.fingerprint)
  const long = join(release.workspace.path, `${'long-name-'.repeat(20)}.txt`)
  await writeFile(long, 'nobody signed this')
  await choose(page, await filesIn(release.workspace.path))
  await rm(long)
  await page.locator('details').evaluate((details) => {
    details.setAttribute('open', '')
  })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(360)
  expect(await contrastFaults(page)).toEqual([])
  await page.close()
})

itInBrowser('shows a name that is markup as text, and nothing of it runs', async () => {
  const heard: string[] = []
  const page = await open({}, heard)
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  const name = `<img src=x onerror="alert(1)">\u202egpj.exe`
  await writeFile(join(folder, name), '')
  await page.locator('#key').fill(pem)
  await choose(page, [join(folder, name)])
  expect(Object.keys(await outcomes(page))).toEqual(['<img src=x onerror="alert(1)">\\u{202e}gpj.exe'])
  expect(await page.locator('#outcomes img').count()).toBe(0)
  expect(heard).toEqual([])
  await Promise.all([page.close(), rm(folder, { recursive: true })])
})

itInBrowser('lets nothing out: its policy stops requests, other scripts and styles', async () => {
  const page = await open()
  const stopped = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.push(effectiveDirective),
    )
    const failed = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'stopped',
    )
    const image = new Image()
    image.src = 'https://example.org/?file'
    const script = document.createElement('script')
    script.textContent = 'document.title = "changed"'
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.body.append(image, script, style)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { failed, directives: [...new Set(directives)].toSorted(), title: document.title }
  })
  expect(stopped).toEqual({
    failed: 'stopped',
    directives: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'],
    title: 'Verify a release',
  })
  await page.close()
})

itInBrowser(
  'hashes a file of 2 GiB as a stream, shows how far it is, and goes on answering',
  async () => {
    const workspace = await workspaceWith({ 'large.bin': '' })
    await truncate(workspace.at('large.bin'), 2 ** 31)
    expectSuccess(await sign(emulator, workspace, { inputs: { files: 'large.bin', 'upload-artifact': 'false' } }))
    const page = await open()
    await page.locator('#key').fill(await readFile(workspace.at('kms-public-key.pem'), 'utf8'))
    await page.locator('#files').setInputFiles([workspace.at('large.bin'), workspace.at('large.bin.sig')])
    const bar = page.locator('progress')
    await bar.waitFor()
    const first = await bar.evaluate((element: HTMLProgressElement) => element.value)
    await page.waitForFunction((before) => (document.querySelector('progress')?.value ?? 0) > before, first)
    expect(await bar.getAttribute('aria-label')).toBe('Reading large.bin')
    expect(await bar.getAttribute('max')).toBe(String(2 ** 31))
    const frame = await page.evaluate(async () => {
      const start = performance.now()
      await new Promise((resolve) => requestAnimationFrame(resolve))
      return performance.now() - start
    })
    expect(frame).toBeLessThan(2000)
    expect(await summary(page, LARGE_MS)).toContain('The file is verified by the key above.')
    const heap = await page.evaluate(
      () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
    )
    expect(heap).toBeLessThan(400e6)
    await Promise.all([page.close(), workspace.remove()])
  },
  LARGE_MS + 60_000,
)
