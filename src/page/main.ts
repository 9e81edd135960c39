import './surroundings.ts'
import { messageOf } from '../base/errors.ts'
import { chosenFiles, droppedFiles } from './collect.ts'
import type { Dropped } from './dropped.ts'
import { element } from './element.ts'
import { keySection } from './key-section.ts'
import type { Outcome, Reading } from './outcome.ts'
import { resultSection } from './result-section.ts'
import { summaryOf } from './summary.ts'
import { pairUp } from './pairs.ts'
import { verifyDropped } from './verify-dropped.ts'

/** Nobody who drops a key has a larger one. */
const MAX_KEY_BYTES = 64 * 1024

let running = new AbortController()
const files = new Map<string, Dropped>()
const results = resultSection(() => {
  files.clear()
  running.abort()
  results.hide()
  element('files', HTMLInputElement).value = ''
  element('files', HTMLInputElement).focus()
})
const keys = keySection(() => {
  void verifyAll()
})

async function verifyAll(): Promise<void> {
  running.abort()
  running = new AbortController()
  const { signal } = running
  if (files.size === 0) return
  const all = [...files.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  results.begin(pairUp(all).map(({ dropped }) => dropped.path))
  const key = keys.key()
  if (key === undefined) {
    results.summary('', 'Nothing is verified yet: the key is missing, or is not the one that you expect.')
    return
  }
  results.summary('', 'Verifying …')
  const outcomes: Outcome[] = []
  const watcher = {
    reading: (reading: Reading) => {
      results.reading(reading)
    },
    outcome(outcome: Outcome) {
      if (signal.aborted) return
      outcomes.push(outcome)
      results.outcome(outcome)
    },
  }
  try {
    await verifyDropped(all, key, watcher, signal)
    const { tone, text } = summaryOf(outcomes, keys.isExpected())
    results.summary(tone, text)
  } catch (error) {
    if (!signal.aborted) results.summary('bad', `Nothing was verified: ${messageOf(error)}`)
  }
}

async function take(taken: readonly Dropped[]): Promise<void> {
  for (const dropped of taken) files.set(dropped.path, dropped)
  const pems = taken.filter(({ path, file }) => /\.(?:pem|pub)$/iu.test(path) && file.size <= MAX_KEY_BYTES)
  const texts = await Promise.all(pems.map(({ file }) => file.text()))
  // A key that is taken starts the verification itself.
  if (!texts.some((text) => keys.offer(text))) await verifyAll()
}

function takeDrop(event: DragEvent): void {
  event.preventDefault()
  document.body.classList.remove('over')
  if (event.dataTransfer === null) return
  droppedFiles(event.dataTransfer).then(take, (error: unknown) => {
    results.begin([])
    results.summary('bad', `Nothing was verified: ${messageOf(error)}`)
  })
}

const chosen = element('files', HTMLInputElement)
chosen.addEventListener('change', () => {
  void take(chosenFiles(chosen.files ?? []))
})
document.addEventListener('dragover', (event) => {
  event.preventDefault()
  document.body.classList.add('over')
})
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) document.body.classList.remove('over')
})
document.addEventListener('drop', takeDrop)
