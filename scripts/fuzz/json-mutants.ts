import { jsonPaths, replaceJson } from '../../__tests__/support/trees.ts'
import { changedText } from './changes.ts'
import type { Mutant } from './types.ts'
import type { Random } from './random.ts'

const VALUES: readonly unknown[] = [
  undefined,
  null,
  '',
  0,
  true,
  [],
  {},
  ['x'],
  'SHA2_512',
  'application/vnd.dev.sigstore.bundle+json;version=0.3',
  'application/vnd.dev.sigstore.bundle+json;version=0.2',
  { rawBytes: 'AA==' },
]

/** A Sigstore bundle with another value in one place, the same value spelt in another way, or a changed text. */
export function attestedJson(file: Buffer, random: Random): Mutant {
  const text = file.toString()
  if (random.below(4) === 0) return { bytes: changedText(file, random), place: 'the text' }
  const value: unknown = JSON.parse(text)
  const path = random.pick(jsonPaths(value))
  const place = path.filter((name) => name !== 'more').join('.') || 'a field that is unknown'
  const old = path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined,
    value,
  )
  if (typeof old === 'string' && random.below(2) === 0) {
    const spelt = random.pick([
      old.replace(/=+$/u, ''),
      old.replaceAll('+', '-').replaceAll('/', '_'),
      `${old}=`,
      `${old}\n`,
      ` ${old}`,
      old.slice(0, -1),
      `${old.slice(0, 20)}\n${old.slice(20)}`,
      old.toUpperCase(),
    ])
    return {
      bytes: Buffer.from(JSON.stringify(replaceJson(value, path, spelt))),
      place: `${place}, spelt in another way`,
    }
  }
  if (random.below(3) === 0) return { bytes: twice(text, path.at(-1) ?? '', random), place: `${place}, twice` }
  return { bytes: Buffer.from(JSON.stringify(replaceJson(value, path, random.pick(VALUES)))), place }
}

/** With a member of that name before the first one. */
function twice(text: string, name: string, random: Random): Buffer {
  const spelt = random.pick([name, name.replace(/^./u, (first) => `\\u00${first.charCodeAt(0).toString(16)}`)])
  return Buffer.from(text.replace(`"${name}"`, `"${spelt}":${random.pick(['null', '{}', '""', '1'])},"${name}"`))
}
