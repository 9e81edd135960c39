/** What the tests of the page do that playwright has no word for. */
import type { Page } from 'playwright-core'

/** Drops files and folders from outside the browser on the page, by their absolute paths. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  const box = await page.locator('#drop').boundingBox()
  if (box === null) throw new Error('the page shows no place to drop files on')
  const session = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + 10, data: { items: [], files: [...files], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at })
  await session.detach()
}

/** Texts whose colour has a contrast under 4.5 to what is behind them (WCAG 2.2, 1.4.3). */
export async function contrastFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/gu) ?? []).map(Number)
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const ground = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return channels(backgroundColor)[3] === 0 ? ground(element.parentElement) : backgroundColor
    }
    const own = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''))
        .join('')
        .trim()
    const texts = [...document.querySelectorAll('body *:not(script)')].filter((element) => own(element) !== '')
    if (texts.length < 20) return [`only ${texts.length} texts were found`]
    return texts.flatMap((element) => {
      const [light = 0, dark = 0] = [luminance(getComputedStyle(element).color), luminance(ground(element))].toSorted(
        (a, b) => b - a,
      )
      const contrast = (light + 0.05) / (dark + 0.05)
      return contrast < 4.5 ? [`${contrast.toFixed(2)}: ${own(element).slice(0, 40)}`] : []
    })
  })
}
