import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const union = /export type ErrorCode =([^\n]*\n(?: {2}\|[^\n]*\n)+)/u.exec(read('src/base/errors.ts'))?.[1] ?? ''
const codes = [...union.matchAll(/'([A-Z_]+)'/gu)].map(([, code = '']) => code)
const sections = [...read('docs/troubleshooting.md').matchAll(/^### (.+)$/gmu)].map(([, title = '']) => title)

/** The anchor that GitHub gives a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#{1,6} (.+)$/gmu)].map(([, title = '']) => anchorOf(title))

describe('docs/troubleshooting.md', () => {
  it('knows the codes of src/base/errors.ts', () => {
    expect(codes.length).toBeGreaterThan(30)
  })

  it.each(codes)('has one section on %s, with an anchor of that name', (code) => {
    expect(sections.filter((title) => anchorOf(title) === code.toLowerCase())).toEqual([code])
  })

  it('has no section on a code that is none', () => {
    expect(sections.filter((title) => !codes.includes(title))).toEqual([])
  })
})

describe('links between documents', () => {
  const documents = [
    'docs/setup.md',
    'docs/troubleshooting.md',
    'examples/README.md',
    ...readdirSync(join(root, 'examples'))
      .filter((name) => name.endsWith('.yml'))
      .map((name) => `examples/${name}`),
  ]

  /** Links to files of the repository. */
  const linksOf = (path: string) =>
    Array.from(read(path).matchAll(/\]\(([^)\s]+)\)/gu), ([, target = '']) => target).filter(
      (target) => !/^https?:/u.test(target),
    )

  it('are found', () => {
    expect(documents.flatMap(linksOf).length).toBeGreaterThan(documents.length)
  })

  it.each(documents)('of %s lead to files and headings that there are', (path) => {
    const broken = linksOf(path).filter((target) => {
      const [file = '', anchor] = target.split('#')
      const linked = file === '' ? path : join(path, '..', file)
      return !existsSync(join(root, linked)) || (anchor !== undefined && !anchorsOf(linked).includes(anchor))
    })
    expect(broken).toEqual([])
  })
})
