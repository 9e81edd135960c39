import { printable } from './log.ts'

/** `text` as one word of a POSIX shell, byte for byte: between single quotes nothing has a meaning but their end. No NUL. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** A file's name or relative path as one word that no program takes for an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path)
}

/** `text` from outside as one word, for commands in messages: made {@link printable}, quoted only where it must be. */
export function printableWord(text: string): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_./@:-]*$/u.test(text) ? text : printableQuoted(text)
}

/** The same, in single quotes whatever it holds. */
export function printableQuoted(text: string): string {
  return shellWord(printable(text, 2000))
}
