/** DER and JSON as trees, so that a test can put something else in any place. */
import { der, readElements } from '../../src/crypto/der.ts'

export interface Node {
  readonly tag: number
  readonly content: Buffer | readonly Node[]
}

export const parseDer = (bytes: Buffer): Node[] =>
  readElements(bytes).map(({ tag, content }) => ({ tag, content: (tag & 0x20) === 0 ? content : parseDer(content) }))

export const encodeDer = (nodes: readonly Node[]): Buffer =>
  Buffer.concat(nodes.map(({ tag, content }) => der(tag, Buffer.isBuffer(content) ? content : encodeDer(content))))

/** The way to each node: indices from level to level. */
export const derPaths = (nodes: readonly Node[]): number[][] =>
  nodes.flatMap(({ content }, i) => [
    [i],
    ...(Buffer.isBuffer(content) ? [] : derPaths(content).map((path) => [i, ...path])),
  ])

export function replaceDer(
  nodes: readonly Node[],
  [at = 0, ...path]: readonly number[],
  by: (node: Node) => readonly Node[],
): Node[] {
  return nodes.flatMap((node, i) => {
    if (i !== at) return [node]
    if (path.length === 0 || Buffer.isBuffer(node.content)) return by(node)
    return [{ ...node, content: replaceDer(node.content, path, by) }]
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The way to each value, and to one more in each object. */
export const jsonPaths = (value: unknown): string[][] =>
  isObject(value)
    ? [
        ['more'],
        ...Object.entries(value).flatMap(([name, inner]) => [
          [name],
          ...jsonPaths(inner).map((path) => [name, ...path]),
        ]),
      ]
    : []

/** A copy with another value in a place; `undefined` leaves it out. */
export function replaceJson(object: unknown, [name = '', ...path]: readonly string[], by: unknown): unknown {
  const copy = structuredClone(object)
  if (!isObject(copy)) return by
  copy[name] = path.length === 0 ? by : replaceJson(copy[name], path, by)
  return copy
}
