import { printable } from '../base/log.ts'
import { baseName } from './dropped.ts'
import { element, made, type Tone } from './element.ts'
import type { Outcome, Reading } from './outcome.ts'

const WORDS: Readonly<Record<Outcome['state'], { readonly text: string; readonly tone: Tone }>> = {
  verified: { text: '✓ Verified', tone: 'good' },
  refused: { text: '✗ Failed', tone: 'bad' },
  unproven: { text: '? Not verified', tone: 'unsure' },
  aside: { text: '– Set aside', tone: '' },
}
const SHOWN = 300

/** The part of the page that shows what became of each file. */
interface ResultSection {
  /** Shows files that are waiting, in place of all before. */
  begin(paths: readonly string[]): void
  reading(reading: Reading): void
  outcome(outcome: Outcome): void
  /** The sentence over all. */
  summary(tone: Tone, text: string): void
  hide(): void
}

/** Connects it. @param cleared called when all files are to go */
export function resultSection(cleared: () => void): ResultSection {
  const section = element('result', HTMLElement)
  const summary = element('summary', HTMLParagraphElement)
  const list = element('outcomes', HTMLUListElement)
  const rows = new Map<string, HTMLLIElement>()
  element('clear', HTMLButtonElement).addEventListener('click', cleared)
  return {
    begin(paths) {
      rows.clear()
      for (const path of paths) rows.set(path, row(path, made('span', 'state', '… Waiting')))
      list.replaceChildren(...rows.values())
      section.hidden = false
    },
    reading({ path, done, total }) {
      const item = rows.get(path)
      if (item === undefined) return
      const bar = item.querySelector('progress') ?? startBar(item, path)
      bar.max = total
      bar.value = done
      const percent = Math.floor((100 * done) / Math.max(1, total))
      item.querySelector('.state')?.replaceChildren(`… Reading ${percent} %`)
    },
    outcome(outcome) {
      const item = filledRow(outcome)
      const before = rows.get(outcome.path)
      if (before === undefined) list.append(item)
      else before.replaceWith(item)
      rows.set(outcome.path, item)
    },
    summary(tone, text) {
      summary.className = `notice ${tone}`.trim()
      if (summary.textContent !== text) summary.textContent = text
    },
    hide() {
      section.hidden = true
      list.replaceChildren()
      summary.textContent = ''
    },
  }
}

function row(path: string, state: HTMLElement): HTMLLIElement {
  return made('li', '', state, made('span', 'name', printable(path.slice(1), SHOWN)))
}

function startBar(item: HTMLElement, path: string): HTMLProgressElement {
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', `Reading ${printable(baseName(path), SHOWN)}`)
  item.append(bar)
  return bar
}

function filledRow({ path, state, proofs, remarks }: Outcome): HTMLLIElement {
  const { text, tone } = WORDS[state]
  const item = row(path, made('span', `state ${tone}`.trim(), text))
  for (const { by, source } of proofs) {
    const name = made('code', '', printable(baseName(source), SHOWN))
    const what = by === 'checksums' ? ', a checksum file that the key signed' : ` (${by})`
    item.append(made('p', 'remark', 'Verified by ', name, what))
  }
  for (const remark of remarks) item.append(made('p', 'remark', remark))
  return item
}
