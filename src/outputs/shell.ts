/** `text` as one word of a POSIX shell: between single quotes nothing has a meaning but their end. No NUL. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A file's name or relative path as one word that no program takes for an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path)
}
