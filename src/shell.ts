import { printable } from './log.ts'

/** `text` from outside as one word of a POSIX shell, for the commands that messages suggest: nothing in it is special. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9_./@:-]*$/u.test(text)) return text
  return shellQuoted(text)
}

/** The same, in single quotes whatever it holds. */
export function shellQuoted(text: string): string {
  return `'${printable(text, 2000).replaceAll("'", `'\\''`)}'`
}
