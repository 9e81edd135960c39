/** Exports that no other file imports: dead code, or code that need not be public. */
import { posix } from 'node:path'
import ts from 'typescript'
import { walk, type Sources } from './sources.ts'

/** Every name, as `import * as …` and an `import()` that is passed on take them. */
const ALL = '*'

/** Something that a file exports. */
interface Export {
  readonly path: string
  readonly line: number
  readonly name: string
  readonly documented: boolean
}

/** What all files of `sources` export, names once. */
export function exportsOf(sources: Sources): readonly Export[] {
  return [...sources].flatMap(([path, source]) => {
    const found = source.statements.filter(isExported).flatMap((statement) => {
      const documented = ts.getJSDocCommentsAndTags(statement).length > 0
      const line = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1
      return namesOf(statement).map((name) => ({ path, line, name, documented }))
    })
    return [...new Map(found.toReversed().map((entry) => [entry.name, entry])).values()].toReversed()
  })
}

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return true
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(isExportKeyword)
}

const isExportKeyword = ({ kind }: ts.Modifier): boolean => kind === ts.SyntaxKind.ExportKeyword

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause
    return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : []
  }
  const { name } = statement as ts.DeclarationStatement
  return name === undefined ? [] : [name.text]
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}

/** `path name` of everything that a file of `sources` imports from another one. */
export function importedNames(sources: Sources): ReadonlySet<string> {
  const used = new Set<string>()
  for (const [path, source] of sources) {
    const use = (specifier: ts.Node | undefined, names: readonly string[]): void => {
      if (specifier === undefined || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return
      const target = posix.join(posix.dirname(path), specifier.text).replace(/\.js$/u, '.ts')
      for (const name of names) used.add(`${target} ${name}`)
    }
    const look = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) use(node.moduleSpecifier, namesImported(node))
      else if (ts.isExportDeclaration(node)) use(node.moduleSpecifier, namesReexported(node))
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
        use(node.argument.literal, [node.qualifier?.getText(source).split('.')[0] ?? ALL])
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        use(node.arguments[0], namesTaken(node))
    }
    // Below the top there is only `import(…)`, and most files have none.
    if (source.text.includes('import(')) walk(source, look)
    else source.statements.forEach(look)
  }
  return used
}

function namesImported({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings
  if (bindings === undefined) return []
  return ts.isNamespaceImport(bindings) ? [ALL] : bindings.elements.map((element) => nameBefore(element))
}

function namesReexported({ exportClause }: ts.ExportDeclaration): string[] {
  if (exportClause === undefined || ts.isNamespaceExport(exportClause)) return [ALL]
  return exportClause.elements.map((element) => nameBefore(element))
}

const nameBefore = ({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): string =>
  (propertyName ?? name).text

/** `const { a } = await import(…)` and `(await import(…)).a` take one name, any other form all. */
function namesTaken(call: ts.CallExpression): string[] {
  let node: ts.Node = call.parent
  while (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) node = node.parent
  if (ts.isPropertyAccessExpression(node) && ts.isAwaitExpression(call.parent)) return [node.name.text]
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) return [ALL]
  return node.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText())
}

/** @param used what `importedNames` found */
export const isImported = ({ path, name }: Pick<Export, 'path' | 'name'>, used: ReadonlySet<string>): boolean =>
  used.has(`${path} ${name}`) || used.has(`${path} ${ALL}`)

/**
 * One line for each export of a file in `rooms` that no file imports.
 * @param sources of the rooms and of everything that may import from them
 */
export function unusedExports(sources: Sources, rooms: readonly string[]): readonly string[] {
  const used = importedNames(sources)
  return exportsOf(sources)
    .filter(({ path }) => rooms.some((room) => path.startsWith(`${room}/`)))
    .filter((entry) => !isImported(entry, used))
    .map(
      ({ path, line, name }) =>
        `unused-export: ${path}:${line}: nobody imports ${name}: remove \`export\`, or the code`,
    )
}
