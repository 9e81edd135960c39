/**
 * The third step of the build: the code of other people's packages is made small. Nobody reviews it here, and every run
 * of the action downloads it. Our own modules stay as they are, and so do comments that state a licence.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import ts from 'typescript'
import { filesOf, type Stats, type StatsModule } from './licenses.ts'
import { undiciInPart, undiciModules } from './undici.ts'

const MINIFY = {
  minify: true,
  target: 'node24',
  charset: 'utf8',
  legalComments: 'inline',
  // undici's own switch for the build inside Node: without its second, experimental parser of HTTP/1.
  define: { esbuildDetection: 'true' },
} as const

/** Where one module's function stands in a chunk. */
interface Place {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** A chunk with its modules in their new form, by id; `undefined`: nothing requires it any more. */
interface Chunk {
  readonly path: string
  readonly text: string
  readonly places: readonly Place[]
  readonly code: Map<string, string | undefined>
}

/** Where modules were joined into one, each begins with its path. */
const JOINED = /^;\/\/ CONCATENATED MODULE: (.+)$/gmu

/** Minifies what files of packages gave to the chunks below `folder`, and leaves out what nothing of it requires. */
export async function minifyPackages(folder: string, stats: Stats): Promise<void> {
  const { modules = [] } = stats
  const ids = new Set(modules.filter(isOfPackages).map(({ id }) => String(id)))
  const trimmed = undiciInPart(stats)
  const names = readdirSync(folder).filter((name) => name.endsWith('index.js'))
  const chunks = await Promise.all(names.map((name) => minifiedChunk(join(folder, name), ids, trimmed)))
  leaveOutUnused(chunks, undiciModules(stats))
  for (const { path, text, places, code } of chunks) writeFileSync(path, joined(text, places, code))
}

function isOfPackages(module: StatsModule): boolean {
  const files = filesOf([module]).filter((path) => path !== '')
  return files.length > 0 && files.every(isInPackage)
}

const isInPackage = (path: string): boolean => /[\\/]node_modules[\\/]/u.test(path)

/** @param ids of the modules of packages @param replaced code in place of a module's own */
async function minifiedChunk(
  path: string,
  ids: ReadonlySet<string>,
  replaced: ReadonlyMap<string, (code: string) => string>,
): Promise<Chunk> {
  const text = readFileSync(path, 'utf8')
  const places = modulePlaces(path, text)
  const code = places.map(async ({ id, start, end }): Promise<[string, string]> => {
    const given = text.slice(start, end)
    const own = replaced.get(id)?.(given) ?? given
    return [id, await (ids.has(id) ? minified : minifiedParts)(own)]
  })
  return { path, text, places, code: new Map(await Promise.all(code)) }
}

/** Drops those of `candidates` that no other module and nothing beside the modules names, by their number. */
function leaveOutUnused(chunks: readonly Chunk[], candidates: ReadonlySet<string>): void {
  const code = new Map(chunks.flatMap((chunk) => [...chunk.code]))
  const outside = chunks.map(({ text, places }) => joined(text, places, new Map()))
  const others = [...code].filter(([id]) => !candidates.has(id)).map(([, text]) => text ?? '')
  const used = new Set<string>()
  // A number that only looks like that of a module keeps one more: no harm.
  const waiting = [...outside, ...others]
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [id] of text.matchAll(/\b\d+\b/gu)) {
      if (!candidates.has(id) || used.has(id)) continue
      used.add(id)
      waiting.push(code.get(id) ?? '')
    }
  }
  for (const chunk of chunks)
    for (const id of chunk.code.keys()) if (candidates.has(id) && !used.has(id)) chunk.code.set(id, undefined)
}

/** A chunk's text with its modules' functions by `code`; without any, with what stands around them. */
function joined(text: string, places: readonly Place[], code: ReadonlyMap<string, string | undefined>): string {
  const parts = places.map(({ id, start }, index) => {
    const before = text.slice(places[index - 1]?.end ?? 0, start)
    if (code.size === 0) return before.replace(/\d+:\s*(?:\/\*\*\*\/\s*)?$/u, '')
    return before + (code.get(id) ?? '() => {}')
  })
  return parts.join('') + text.slice(places.at(-1)?.end ?? 0)
}

/**
 * Minifies the parts that come from packages in modules that were joined with ours.
 * @param code a function, as an expression
 */
async function minifiedParts(code: string): Promise<string> {
  const marks = [...code.matchAll(JOINED)]
  const parts = marks.map(async ({ 0: mark, 1: path = '', index }, nth) => {
    const part = code.slice(index + mark.length, marks[nth + 1]?.index ?? code.lastIndexOf('}'))
    // Names at the top of a script are kept, and the other parts know these.
    return mark + (isInPackage(path) ? `\n${(await transform(part, MINIFY)).code}` : part)
  })
  const end = marks.length === 0 ? 0 : code.lastIndexOf('}')
  return code.slice(0, marks[0]?.index ?? 0) + (await Promise.all(parts)).join('') + code.slice(end)
}

/** The entries of webpack's table of modules, in order. Throws where a chunk has none: its form would be a new one. */
function modulePlaces(path: string, text: string): readonly Place[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS)
  const table = source.statements
    .flatMap((statement) => (ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : []))
    .find(({ name }) => ['modules', '__webpack_modules__'].includes(name.getText(source)))?.initializer
  const object = table !== undefined && ts.isParenthesizedExpression(table) ? table.expression : table
  if (object === undefined || !ts.isObjectLiteralExpression(object)) throw new Error(`no table of modules in ${path}`)
  return object.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => ({
    id: name.getText(source),
    start: initializer.getStart(source),
    end: initializer.getEnd(),
  }))
}

/** @param code a function, as an expression */
async function minified(code: string): Promise<string> {
  // An argument of an unknown call is kept, where an expression by itself would be removed as useless.
  const { code: call } = await transform(`keep(${code})`, MINIFY)
  const inner = /^keep\((?<code>[\s\S]*)\);\n$/u.exec(call)?.groups?.['code']
  if (inner === undefined) throw new Error(`not the form of a minified module: ${call.slice(0, 80)}`)
  return inner
}
