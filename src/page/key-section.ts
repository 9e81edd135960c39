import { algorithmOfPublicKey } from '../crypto/key-algorithm.ts'
import { publicKeyInText, type PublicKey } from '../crypto/public-key.ts'
import { messageOf } from '../base/errors.ts'
import { element, made, say } from './element.ts'

/** Far more than a key. */
const MAX_KEY_BYTES = 64 * 1024

/** The part of the page that holds the key. */
interface KeySection {
  /** The key, once there is one to verify by: not while another fingerprint is expected. */
  key(): PublicKey | undefined
  /** Whether its fingerprint is the one that was expected. */
  isExpected(): boolean
  /** Takes the key from a dropped file, where none is there yet. @returns whether it did */
  offer(text: string): boolean
}

/** Connects it. @param changed called whenever another key is there, or none any more */
export function keySection(changed: () => void): KeySection {
  const text = element('key', HTMLTextAreaElement)
  const file = element('key-file', HTMLInputElement)
  const expected = element('expected', HTMLInputElement)
  const state = element('key-state', HTMLDivElement)
  const expectedState = element('expected-state', HTMLDivElement)
  let key: PublicKey | undefined
  let match: 'yes' | 'no' | 'not given' = 'not given'

  const update = (): void => {
    key = text.value.trim() === '' ? undefined : readKey(text.value, state)
    if (text.value.trim() === '') say(state, '')
    match = compare(expected.value, key)
    text.setAttribute('aria-invalid', String(text.value.trim() !== '' && key === undefined))
    expected.setAttribute('aria-invalid', String(match === 'no'))
    sayMatch(match, expected.value, expectedState, key)
    changed()
  }
  text.addEventListener('input', update)
  expected.addEventListener('input', update)
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen === undefined) return
    void chosen
      .slice(0, MAX_KEY_BYTES)
      .text()
      .then((content) => {
        text.value = content
        update()
      })
  })
  return {
    key: () => (match === 'no' ? undefined : key),
    isExpected: () => match === 'yes',
    offer(content) {
      if (text.value.trim() !== '' || !isKey(content)) return false
      text.value = content
      update()
      return true
    },
  }
}

function isKey(text: string): boolean {
  try {
    publicKeyInText(text)
    return true
  } catch {
    return false
  }
}

function readKey(text: string, state: HTMLElement): PublicKey | undefined {
  try {
    const key = publicKeyInText(text)
    const kind = algorithmOfPublicKey(key)?.curve?.name ?? `RSA, ${key.platformKey.modulusLength ?? 0} bits`
    say(state, '', `Fingerprint of this key (${kind}):`, made('span', 'fingerprint', key.fingerprint))
    return key
  } catch (error) {
    // Only labels are repeated: somebody may have given a private key.
    const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/u.exec(text)?.[1]
    const holds = label === undefined ? 'no PEM' : `a ${label}, or a damaged one`
    const why = label === 'PUBLIC KEY' ? ` (${messageOf(error)})` : ''
    say(
      state,
      'bad',
      `This holds ${holds}, not one PUBLIC KEY${why}. Paste all of kms-public-key.pem, with its first and last line.`,
    )
    return undefined
  }
}

/** Case, blanks and colons between the digits do not count, as people write fingerprints in several ways. */
function compare(expected: string, key: PublicKey | undefined): 'yes' | 'no' | 'not given' {
  if (expected.trim() === '' || key === undefined) return 'not given'
  const digits = expected
    .toLowerCase()
    .replace(/^\s*sha256:/u, '')
    .replaceAll(/[\s:]+/gu, '')
  return `sha256:${digits}` === key.fingerprint ? 'yes' : 'no'
}

function sayMatch(
  match: 'yes' | 'no' | 'not given',
  expected: string,
  place: HTMLElement,
  key: PublicKey | undefined,
): void {
  if (match === 'yes') say(place, 'good', '✓ This is the key that you expect.')
  else if (match === 'no')
    say(
      place,
      'bad',
      '✗ The key above has another fingerprint. If it came with the download, do not trust the download.',
    )
  else if (expected.trim() !== '' && key === undefined) say(place, '', 'It is compared once the key is there.')
  else say(place, '')
}
