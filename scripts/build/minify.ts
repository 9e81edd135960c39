/**
 * The third step of the build: the code of other people's packages is made small. Nobody reviews it here, and every run
 * of the action downloads it. Our own modules stay as they are, and so do comments that state a licence.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import ts from 'typescript'
import { filesOf, type Stats, type StatsModule } from './licenses.ts'

const MINIFY = {
  minify: true,
  target: 'node24',
  charset: 'utf8',
  legalComments: 'inline',
  // undici's own switch for the build inside Node: without its second, experimental parser of HTTP/1.
  define: { esbuildDetection: 'true' },
} as const

/** What that switch leaves without use: a parser in WebAssembly, twice 80 KB that cannot be compressed. */
const LEFT_OUT = /[\\/]undici[\\/]lib[\\/](?:dispatcher[\\/]parser-h1|milo[\\/](?:no-)?simd)\.js$/u

/** Where one module's function stands in a chunk. */
interface Place {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Where modules were joined into one, each begins with its path. */
const JOINED = /^;\/\/ CONCATENATED MODULE: (.+)$/gmu

/** Minifies what files of packages gave to the chunks below `folder`. */
export async function minifyPackages(folder: string, { modules = [] }: Stats): Promise<void> {
  const ids = new Set(modules.filter(isOfPackages).map(({ id }) => String(id)))
  const left = modules
    .filter(({ nameForCondition = '' }) => LEFT_OUT.test(nameForCondition))
    .map(({ id }) => String(id))
  const names = readdirSync(folder).filter((name) => name.endsWith('index.js'))
  await Promise.all(names.map((name) => minifyChunk(join(folder, name), ids, new Set(left))))
  const text = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const wanted = left.filter((id) => text.includes(`(${id})`))
  if (wanted.length > 0) throw new Error(`modules ${wanted.join(', ')} were left out, and are still required`)
}

function isOfPackages(module: StatsModule): boolean {
  const files = filesOf([module]).filter((path) => path !== '')
  return files.length > 0 && files.every(isInPackage)
}

const isInPackage = (path: string): boolean => /[\\/]node_modules[\\/]/u.test(path)

async function minifyChunk(path: string, ids: ReadonlySet<string>, left: ReadonlySet<string>): Promise<void> {
  const text = readFileSync(path, 'utf8')
  const places = modulePlaces(path, text)
  const small = await Promise.all(
    places.map(async ({ id, start, end }) => {
      if (left.has(id)) return '() => {}'
      return await (ids.has(id) ? minified : minifiedParts)(text.slice(start, end))
    }),
  )
  const parts = places.map(({ start }, index) => text.slice(places[index - 1]?.end ?? 0, start) + String(small[index]))
  writeFileSync(path, parts.join('') + text.slice(places.at(-1)?.end ?? 0))
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
