/** Changes that fit any file, any text, and any DER. */
import { encodeDer, derPaths, parseDer, replaceDer, type Node } from '../../__tests__/support/trees.ts'
import { TAG } from '../../src/crypto/der.ts'
import type { Mutant } from './types.ts'
import type { Random } from './random.ts'

/** One change of some bytes, and the first byte that it touches. */
export function changedBytes(bytes: Buffer, random: Random): { readonly bytes: Buffer; readonly at: number } {
  const at = random.below(bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)]
  const old = bytes[at] ?? 0
  const length = 1 + random.below(8)
  const changes: readonly (() => readonly Uint8Array[])[] = [
    () => [before, Buffer.of(old ^ (1 << random.below(8))), after],
    () => [before, Buffer.of(old ^ (1 << random.below(8))), after],
    () => [before, random.bytes(1), after],
    () => [before, Buffer.of((old + random.pick([1, 255])) & 0xff), after],
    () => [before, random.bytes(length), bytes.subarray(at)],
    () => [before, bytes.subarray(at + length)],
    () => [before, bytes.subarray(at, at + length), bytes.subarray(at)],
    () => [before],
    () => [bytes, random.bytes(length)],
    () => [bytes, bytes.subarray(at)],
  ]
  return { bytes: Buffer.concat(random.pick(changes)()), at }
}

/** What programs treat differently between and in the lines of a text. */
const PIECES = ['\r', '\n', '\r\n', ' ', '\t', '\0', '\u00a0', '=', '-', '- ', ': ', 'A', '\v', '\f', '\u0085']

/** A text with a change that somebody's editor or mail program could make, or with changed bytes. */
export function changedText(bytes: Buffer, random: Random): Buffer {
  if (random.below(3) === 0) return changedBytes(bytes, random).bytes
  const text = bytes.toString('latin1')
  const lines = text.split('\n')
  const line = random.below(lines.length)
  const at = random.below(text.length + 1)
  const piece = random.pick(PIECES)
  const others = (change: (old: string) => readonly string[]): string =>
    lines.flatMap((old, index) => (index === line ? change(old) : [old])).join('\n')
  const changes: readonly (() => string)[] = [
    () => text.slice(0, at) + piece + text.slice(at),
    () => piece + text,
    () => text + piece,
    () => text.replaceAll('\n', '\r\n'),
    () => text.replaceAll('\n', random.pick(['\r', '', '\n\n', ' \n', '\t\n', '\n '])),
    () => others((old) => [old, old]),
    () => others(() => []),
    () => others((old) => [old + piece]),
    () => others((old) => [piece + old]),
    () => others((old) => [old.slice(0, 10), old.slice(10)]),
    () => text + text,
    () => `${text}\n${random.pick(['-----BEGIN X-----', 'text', '# comment'])}\n`,
    () => `${random.pick(['text\n', '\ufeff', 'Hash: SHA256\n', '# comment\n'])}${text}`,
  ]
  return Buffer.from(random.pick(changes)(), 'latin1')
}

/** One element with a header that DER does not have, and BER or nobody does. */
function respelt({ tag, content }: Node, random: Random): Buffer {
  const inner = Buffer.isBuffer(content) ? content : encodeDer(content)
  const octets = 1 + random.below(5)
  const length = Buffer.alloc(octets)
  for (let left = inner.length, at = octets - 1; at >= 0; at -= 1, left >>>= 8) length[at] = left & 0xff
  return random.pick([
    Buffer.concat([Buffer.of(tag, 0x80 | octets), length, inner]),
    Buffer.concat([Buffer.of(tag, 0x80), inner, Buffer.alloc(2)]),
    Buffer.concat([Buffer.of(tag ^ 0x20, inner.length & 0x7f), inner]),
    Buffer.concat([Buffer.of(tag | 0x1f, tag & 0x1f, inner.length & 0x7f), inner]),
    Buffer.concat([Buffer.of(tag, (inner.length + 1) & 0x7f), Buffer.alloc(1), inner]),
  ])
}

const TAGS = [...Object.values(TAG), 0xa0, 0xa1, 0x80, 0x04, 0x24]

/**
 * DER with another element, or another spelling of one, in one place.
 * @param placeOf the name of the place that the numbers lead to, from level to level
 */
export function derMutant(file: Buffer, random: Random, placeOf: (path: readonly number[]) => string): Mutant {
  const tree = parseDer(file)
  const path = random.pick(derPaths(tree))
  const place = placeOf(path)
  const other = (): Node => ({ tag: random.pick(TAGS), content: random.bytes(random.below(6)) })
  const changes: readonly ((old: Node) => readonly Node[])[] = [
    () => [],
    (old) => [old, old],
    (old) => [{ ...old, tag: random.pick(TAGS) }],
    () => [other()],
    (old) => [other(), old],
    (old) => [old, other()],
    (old) => [{ ...old, content: Buffer.alloc(0) }],
  ]
  if (random.below(3) > 0) return { bytes: encodeDer(replaceDer(tree, path, random.pick(changes))), place }
  return { bytes: withSpelling(tree, path, random), place: `${place}, spelt in another way` }
}

/** `tree` in DER, with one node in another spelling: those around it are as long as they then have to be. */
function withSpelling(tree: readonly Node[], path: readonly number[], random: Random): Buffer {
  const [at = 0, ...rest] = path
  const parts = tree.map((node, index): Buffer => {
    if (index !== at) return encodeDer([node])
    if (rest.length === 0 || Buffer.isBuffer(node.content)) return respelt(node, random)
    return encodeDer([{ tag: node.tag, content: withSpelling(node.content, rest, random) }])
  })
  return Buffer.concat(parts)
}
