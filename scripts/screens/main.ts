/**
 * `npm run screens`: runs the bundles against the emulator and renders what people see of it (a release with its notes, job
 * summaries) to pictures in docs/pictures/. It needs a build in dist/ and a Chromium.
 * `npm run screens -- FOLDER` puts them elsewhere, together with the README, the log at 80 columns, and the chart.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBrowser, type View } from './browser.ts'
import { committedScreens, otherScreens, type Screen } from './screens.ts'

const root = join(import.meta.dirname, '../..')

const LIGHT: View = { width: 1000, scheme: 'light' }

async function render(screens: readonly Screen[], folder: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'pages-'))
  const browser = await openBrowser()
  try {
    for (const { name, html, view } of screens) {
      const page = join(scratch, `${name}.html`)
      writeFileSync(page, html)
      const picture = await browser.picture(pathToFileURL(page).href, { ...LIGHT, ...view })
      writeFileSync(join(folder, `${name}.png`), picture)
      console.log(`${name}.png: ${picture.length} bytes`)
    }
  } finally {
    await browser.close()
    rmSync(scratch, { recursive: true })
  }
}

const [elsewhere] = process.argv.slice(2)
const folder = elsewhere ?? join(root, 'docs/pictures')
mkdirSync(folder, { recursive: true })
const screens = await committedScreens()
await render(elsewhere === undefined ? screens : [...screens, ...(await otherScreens(root))], folder)
