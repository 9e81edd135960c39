/** Where texts list all formats: each list is made from the table in src/formats/facts.ts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMATS } from '../src/formats/facts.ts'

const QUOTED = '(?:`[a-z0-9-]+`(?:, )?)+'
const MARKED = FORMATS.map((format) => `\`${format}\``).join(', ')

/** A list in a text: what stands before it, how it is found, and what it has to be. */
interface Place {
  readonly file: string
  readonly before: string
  readonly list: string
  readonly wanted: string
}

const PLACES: readonly Place[] = [
  { file: 'action.yml', before: 'How signatures are written, a list of: ', list: QUOTED, wanted: MARKED },
  {
    file: 'verify/action.yml',
    before: 'Only the signature files of these formats are looked at, a list of: ',
    list: QUOTED,
    wanted: MARKED,
  },
  { file: 'verify/action.yml', before: '    default: (?=sig,)', list: '[a-z0-9, -]+', wanted: FORMATS.join(', ') },
  { file: 'docs/verify-action.md', before: 'only these signature files are looked at: ', list: QUOTED, wanted: MARKED },
]

/** The files of `root` that hold such lists, with the lists renewed, and the lists that are not there. */
export function renewedLists(root: string): { texts: ReadonlyMap<string, string>; problems: readonly string[] } {
  const texts = new Map<string, string>()
  const problems: string[] = []
  for (const { file, before, list, wanted } of PLACES) {
    const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8')
    const place = new RegExp(`(${before})${list}`, 'gu')
    const found = [...text.matchAll(place)].length
    if (found !== 1) problems.push(`${file}: "${before}" and a list of formats stand there ${found} times, not once`)
    texts.set(
      file,
      text.replace(place, (_, start: string) => start + wanted),
    )
  }
  return { texts, problems }
}
