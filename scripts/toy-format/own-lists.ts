/** Finds lists of formats, hashes or key files that somebody keeps beside the tables. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { HASH_ALGORITHMS, HASHES } from '../../src/crypto/hashes.ts'
import { EXTENSIONS, FORMATS } from '../../src/formats/facts.ts'
import { KEY_FILE_NAMES } from '../../src/formats/run-files.ts'

/** What is listed once, how many of it together make a list, and the file that may. */
const TABLES: readonly { what: string; words: ReadonlySet<string>; list: number; home: string }[] = [
  { what: 'formats', words: new Set(FORMATS), list: 3, home: 'src/formats/facts.ts' },
  { what: 'extensions', words: new Set(Object.values(EXTENSIONS)), list: 3, home: 'src/formats/facts.ts' },
  { what: 'hashes', words: new Set(HASH_ALGORITHMS), list: 3, home: 'src/crypto/hashes.ts' },
  {
    what: 'checksum files',
    words: new Set(HASH_ALGORITHMS.map((hash) => HASHES[hash].checksumFile)),
    list: 2,
    home: 'src/crypto/hashes.ts',
  },
  { what: 'key files', words: new Set(KEY_FILE_NAMES), list: 3, home: 'src/formats/run-files.ts' },
]

/** The words that stand together in one list: an array's, a union's, those of one text, of one chain of comparisons. */
function listsIn(node: ts.Node): string[] | undefined {
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(wordsOf)
  if (ts.isUnionTypeNode(node))
    return node.types.flatMap((type) => (ts.isLiteralTypeNode(type) ? wordsOf(type.literal) : []))
  if (ts.isCaseBlock(node))
    return node.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? wordsOf(clause.expression) : []))
  if (ts.isStringLiteralLike(node)) return node.text.split(/[\s,;|]+/u)
  if (ts.isRegularExpressionLiteral(node)) return node.text.split(/[^A-Za-z0-9-]+/u)
  if (ts.isBinaryExpression(node) && isJunction(node) && !isJunction(node.parent)) return operands(node)
  return undefined
}

function wordsOf(node: ts.Node): string[] {
  return ts.isStringLiteralLike(node) ? [node.text] : []
}

/** `a || b`, `a && b`. */
function isJunction(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false
  return [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(node.operatorToken.kind)
}

/** The strings in a junction, at any depth. */
function operands(node: ts.Node): string[] {
  const found = wordsOf(node)
  ts.forEachChild(node, (child) => void found.push(...operands(child)))
  return found
}

const placeOf = (node: ts.Node, path: string): string =>
  `${path}:${node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1}`

/** A table by format that the compiler does not keep complete. */
function incomplete(node: ts.Node, path: string): string[] {
  if (!ts.isObjectLiteralExpression(node)) return []
  const keys = node.properties.flatMap(({ name }) =>
    name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
  )
  const held = FORMATS.filter((format) => keys.includes(format)).length
  if (held < 3 || held === FORMATS.length) return []
  return [`${placeOf(node, path)} is a table of some formats; make it a Record<Format, …>`]
}

/** Rooms that may know a format by its name. */
const KNOW_FORMATS = /^src\/(?:formats|report)\/|^(?!src\/)/u
/** `sig` is the default of an input, and `base64` an encoding. */
const TELLING = FORMATS.filter((format) => format !== 'sig' && format !== 'base64')

/** A stage that treats one format by its name, where a fact of the table should decide. */
function special(node: ts.Node, path: string): string[] {
  if (KNOW_FORMATS.test(path) || !ts.isStringLiteral(node)) return []
  if (!TELLING.some((format) => format === node.text)) return []
  return [`${placeOf(node, path)} knows the format ${node.text} by its name; make a fact of it in src/formats/facts.ts`]
}

/** The lists in a file of `root`, each with its line. @param path below `root`, with `/` */
export function ownLists(root: string, path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
  const problems: string[] = []
  const visit = (node: ts.Node): void => {
    const words = new Set(listsIn(node))
    for (const { what, words: known, list, home } of TABLES) {
      if (path === home || [...words].filter((word) => known.has(word)).length < list) continue
      problems.push(`${placeOf(node, path)} lists ${what} by itself; take them from ${home}`)
    }
    problems.push(...incomplete(node, path), ...special(node, path))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...new Set(problems)]
}
