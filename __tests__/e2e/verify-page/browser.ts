/** The page in Debian's Chromium, as a reader uses it. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

const PAGE = join(import.meta.dirname, '..', '..', '..', 'dist', 'page', 'verify.html')

/** What Debian and others call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Path of a browser, or `undefined` where there is none. */
function browserPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** The name of the browser that is there, or the first. */
export const BROWSER = NAMES.find((name) => browserPath()?.endsWith(`/${name}`)) ?? 'chromium'

/** Starts it. @throws Error where there is none */
export async function startBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (executablePath === undefined) throw new Error('no browser: apt-get install chromium')
  // Root, as in containers, has no sandbox; nothing is opened but our own page.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** Opens the page from disk. What it reports or asks of a network goes to `heard`. */
export async function openPage(
  browser: Browser,
  heard: string[] = [],
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Page> {
  if (!existsSync(PAGE)) throw new Error('dist/page is missing: npm run build')
  const page = await browser.newPage(options)
  page.on('console', (message) => heard.push(message.text()))
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('blob:')) heard.push(request.url())
  })
  await page.goto(pathToFileURL(PAGE).href)
  return page
}

/** Chooses files by their paths, and waits for the verdict. @returns the sentence over all */
export async function choose(page: Page, paths: readonly string[], timeout = 30_000): Promise<string> {
  await page.locator('#files').setInputFiles([...paths])
  return await summary(page, timeout)
}

/** The sentence over all, once there is a verdict. */
export async function summary(page: Page, timeout = 30_000): Promise<string> {
  await page.locator('#summary', { hasText: /\S/u }).waitFor({ timeout })
  await page.locator('#summary', { hasText: 'Verifying' }).waitFor({ state: 'detached', timeout })
  return (await page.locator('#summary').textContent()) ?? ''
}

/** Name → state and remarks, as a reader sees them. */
export async function outcomes(page: Page): Promise<Readonly<Record<string, string>>> {
  const rows = await page.locator('#outcomes > li').all()
  const told = await Promise.all(
    rows.map(async (row) => {
      const [name = '', state = ''] = await Promise.all(
        ['.name', '.state'].map((part) => row.locator(part).innerText()),
      )
      const remarks = await row.locator('.remark').allInnerTexts()
      return [name, [state, ...remarks].join(' | ')] as const
    }),
  )
  return Object.fromEntries(told)
}

/** Absolute paths of the files in a folder. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).toSorted().map((name) => join(folder, name))
}
