/**
 * Letters without a decomposition that GitHub writes plainly all the same. Its rule is not documented: these are what
 * users of other tools reported, and what the usual tables of transliteration hold.
 */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'AE',
  ð: 'd',
  Ð: 'D',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
}

/** Whether GitHub keeps an asset's name as it is: `A-Z a-z 0-9 . _ + -`, without a dot at either end. */
export function isKeptName(name: string): boolean {
  return /^[A-Za-z0-9._+-]+$/u.test(name) && !name.startsWith('.') && !name.endsWith('.')
}

/**
 * The names that GitHub may give an asset, by every likely way: letters with marks become plain ones or dots, all else
 * that it does not keep becomes a dot or nothing, `@` may stay, `default` stands before a dot at the beginning.
 * @returns the name alone where it is kept
 */
export function possibleStoredNames(name: string): readonly string[] {
  if (isKeptName(name)) return [name]
  const forms = [name, plainLetters(name)].flatMap((text) =>
    [/[^A-Za-z0-9._+-]/gu, /[^A-Za-z0-9._+@-]/gu].flatMap((unsafe) => {
      const dotted = text.replace(unsafe, '.')
      return [dotted, dotted.replace(/\.{2,}/gu, '.'), text.replace(unsafe, '')]
    }),
  )
  const trimmed = forms.map(withoutOuterDots)
  return [...new Set([name, ...forms, ...trimmed, ...trimmed.map((form) => `default.${form}`), 'default'])].filter(
    (form) => form !== '' && (form !== 'default' || trimmed.includes('')),
  )
}

/** Finds the stored names that may be what GitHub made, or makes, of a given name. */
export class StoredNames<T> {
  readonly #byKey = new Map<string, T[]>()
  readonly #nameOf: (item: T) => string

  /** @param nameOf an item's name as GitHub stored it */
  constructor(items: readonly T[], nameOf: (item: T) => string) {
    this.#nameOf = nameOf
    for (const item of items) {
      const key = simplified(nameOf(item))
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), item])
    }
  }

  /** The items whose name may be that of `name`; of a name that is kept, only what bears exactly it. */
  metBy(name: string): readonly T[] {
    const isKept = isKeptName(name)
    const keys = new Set(possibleStoredNames(name).map(simplified))
    const found = [...keys].flatMap((key) => this.#byKey.get(key) ?? [])
    return found.filter((item) => !isKept || this.#nameOf(item) === name)
  }
}

function plainLetters(name: string): string {
  const plain = Array.from(name.normalize('NFC')).map((c) => PLAIN[c] ?? c.normalize('NFD').replace(/\p{M}/gu, ''))
  return plain.join('')
}

/** Without dots at the ends, and one dot in place of several. */
function simplified(name: string): string {
  return withoutOuterDots(name.replace(/\.{2,}/gu, '.'))
}

function withoutOuterDots(name: string): string {
  return name.replace(/^\.+|\.+$/gu, '')
}
