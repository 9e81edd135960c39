import { lstat, opendir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { patiently } from '../base/open-file.ts'

/** How the names in a folder are compared by its file system. */
interface NameRules {
  readonly ignoresCase: boolean
  /** Whether a letter and its mark, put together or apart, are one. */
  readonly ignoresForm: boolean
}

/** Some of them `undefined` where nothing in the folder could be tried. */
interface Tried {
  readonly ignoresCase: boolean | undefined
  readonly ignoresForm: boolean | undefined
}

/** How a disk is asked: what a test has to stand in for, to be a disk that ignores case. */
export interface Lookup {
  /** Whether a path leads to something, by whatever spelling. */
  readonly isThere: (path: string) => Promise<boolean>
  /** What a folder lists. @throws the system's error */
  readonly entries: (folder: string) => Promise<AsyncIterable<{ readonly name: string }>>
}

const systemLookup: Lookup = {
  isThere: (path) =>
    lstat(path).then(
      () => true,
      () => false,
    ),
  entries: (folder) => patiently(() => opendir(folder)),
}

/** Entries of a folder that are looked at for one whose name can be tried. */
const MOST_TRIED = 256

/**
 * A text that two names have in common whenever some file system takes them for one: Unicode's canonical form, without
 * case and without what is not seen. That they share it does not say that this disk does: ask {@link FolderNames}.
 */
export function widestKey(name: string): string {
  return ASCII.test(name) ? name.toLowerCase() : caseless(formless(name))
}

const ASCII = /^\p{ASCII}*$/u

const formless = (name: string): string => name.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
const caseless = (name: string): string => name.toUpperCase().toLowerCase().normalize('NFD')

/** Tells how folders compare names, by looking up what lies in them under other spellings. Nothing is written. */
export class FolderNames {
  readonly #rules = new Map<string, Promise<NameRules>>()
  readonly #disk: Lookup

  constructor(disk: Lookup = systemLookup) {
    this.#disk = disk
  }

  /** Of a folder, absolute, that need not exist: where nothing in it can be tried, as the folder around it. */
  rulesOf(folder: string): Promise<NameRules> {
    const known = this.#rules.get(folder)
    if (known !== undefined) return known
    const rules = this.#find(folder)
    this.#rules.set(folder, rules)
    return rules
  }

  /** Whether two names would be one in a folder. */
  async areOne(folder: string, a: string, b: string): Promise<boolean> {
    if (a === b) return true
    if (widestKey(a) !== widestKey(b)) return false
    const { ignoresCase, ignoresForm } = await this.rulesOf(folder)
    const key = (name: string): string => {
      const formed = ignoresForm ? formless(name) : name
      return ignoresCase ? formed.toUpperCase().toLowerCase() : formed
    }
    return key(a) === key(b)
  }

  /** The name as the folder's entry says it; `name` itself where there is none. */
  async entryName(folder: string, name: string): Promise<string> {
    const rules = await this.rulesOf(folder)
    if (!rules.ignoresCase && !rules.ignoresForm) return name
    const alike: string[] = []
    for await (const entry of await this.#disk.entries(folder).catch(() => [])) {
      if (entry.name === name) return name
      if (widestKey(entry.name) === widestKey(name)) alike.push(entry.name)
    }
    for (const other of alike) if (await this.areOne(folder, other, name)) return other
    return name
  }

  async #find(folder: string): Promise<NameRules> {
    const { ignoresCase, ignoresForm } = await tryEntries(this.#disk, folder)
    const above = dirname(folder)
    if ((ignoresCase !== undefined && ignoresForm !== undefined) || above === folder)
      return { ignoresCase: ignoresCase ?? false, ignoresForm: ignoresForm ?? false }
    const around = await this.rulesOf(above)
    return { ignoresCase: ignoresCase ?? around.ignoresCase, ignoresForm: ignoresForm ?? around.ignoresForm }
  }
}

async function tryEntries(disk: Lookup, folder: string): Promise<Tried> {
  let tried = 0
  let ignoresCase: boolean | undefined
  let ignoresForm: boolean | undefined
  try {
    for await (const { name } of await disk.entries(folder)) {
      ignoresCase ??= await isFoundAs(disk, folder, name, swappedCase(name))
      ignoresForm ??= await isFoundAs(disk, folder, name, otherForm(name))
      if ((ignoresCase !== undefined && ignoresForm !== undefined) || ++tried >= MOST_TRIED) break
    }
  } catch {
    // What cannot be listed tells nothing.
  }
  return { ignoresCase, ignoresForm }
}

/**
 * Whether an entry is found under another spelling. By the listing, and not by inodes: some file systems make one up for
 * each spelling. `undefined` where `other` is the same name, or the entry has gone meanwhile.
 */
async function isFoundAs(disk: Lookup, folder: string, name: string, other: string): Promise<boolean | undefined> {
  if (other === name || !(await disk.isThere(join(folder, name)))) return undefined
  return (await disk.isThere(join(folder, other))) && !(await hasEntry(disk, folder, other))
}

async function hasEntry(disk: Lookup, folder: string, name: string): Promise<boolean> {
  for await (const entry of await disk.entries(folder)) if (entry.name === name) return true
  return false
}

/** Of the letters that every file system knows; tables of the others differ. */
function swappedCase(name: string): string {
  return name.replace(/[a-z]/giu, (c) => (c >= 'a' ? c.toUpperCase() : c.toLowerCase()))
}

function otherForm(name: string): string {
  const apart = name.normalize('NFD')
  return apart === name ? name.normalize('NFC') : apart
}
