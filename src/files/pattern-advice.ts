import { isAbsolute, normalize } from 'node:path'
import { firstNames, printable } from '../base/log.ts'
import { isWithin } from './names.ts'

/** A slip that has a shape. */
interface Slip {
  isIn(text: string, workspace: string): boolean
  /** What it looks like, and how it is written here. */
  readonly advice: string
}

const isWindows = process.platform === 'win32'

/** In the order in which they are looked for: the first that fits is told. */
const SLIPS: readonly Slip[] = [
  {
    isIn: (text) => /\{[^}]*\}/u.test(text.replaceAll(/\$\{[^}]*\}/gu, '')),
    advice: 'has braces. Braces are not glob syntax here: write one line for each alternative in place of `{a,b}`',
  },
  {
    isIn: (text) => /^-\s/u.test(text),
    advice: 'looks like an item of a YAML list: inside `|` write the pattern alone, without `- `',
  },
  {
    isIn: (text) => /^["'`]|["'`]$/u.test(text),
    advice: 'has quotes, which inside `|` are part of the name: write the pattern without them',
  },
  {
    isIn: (text) => /\s#/u.test(text),
    advice: 'seems to end in a comment: a comment is a line of its own, which begins with `#`',
  },
  {
    isIn: (text) => /\$(?:\w|\{[^{]|\()/u.test(text),
    advice:
      'looks like a shell variable, which nobody expands in an input: write `${{ env.NAME }}`, or `${{ github.workspace }}`',
  },
  {
    isIn: (text) => /%\w+%/u.test(text),
    advice: 'looks like a variable of cmd.exe, which nobody expands in an input: write `${{ env.NAME }}`',
  },
  {
    isIn: (text) => text.includes(','),
    advice: 'looks like a list with commas: write one pattern per line, under `|`',
  },
  {
    isIn: (text) => text.split(/\s+/u).filter((word) => /[*./\\]/u.test(word)).length > 1,
    advice: 'looks like several patterns that `>` or `>-` folded into one line: use `|`, with one pattern per line',
  },
  {
    isIn: (text) => /^~/u.test(text),
    advice:
      'begins in the home folder of the user that the runner works as, which in a container is another one: write a path relative to the workspace',
  },
  {
    isIn: (text) => !isWindows && text.includes('\\'),
    advice: 'has a backslash, which on this system is not a separator: write `/`',
  },
  {
    isIn: (text, workspace) => isAbsolute(text) && !isWithin(normalize(text), workspace),
    advice:
      'is an absolute path outside the workspace, and in a container paths are others than on its host: write a path relative to the workspace',
  },
]

/**
 * What patterns without a match look like when they are written as for another tool, and how to write them; one line
 * for each kind of slip.
 * @param texts the lines as they stand in the input
 * @param workspace absolute
 */
export function adviceOnPatterns(texts: readonly string[], workspace: string): string[] {
  const found = Map.groupBy(texts, (text) => SLIPS.find((slip) => slip.isIn(text.replace(/^[!\s]+/u, ''), workspace)))
  return [...found].flatMap(([slip, [first = '', ...more]]) => {
    if (slip === undefined) return []
    const also = more.length === 0 ? '' : `; so it is with ${firstNames(more)}`
    return [`\`${printable(first, 200)}\` ${slip.advice}${also}.`]
  })
}
