/** Tests that can end without having looked at anything: each is named, so that none passes in silence. */
import ts from 'typescript'

/** A test, and what is wrong with it. */
interface IdleTest {
  readonly title: string
  readonly problem: string
}

const ASSERTING = /^(?:expect|assert|check)(?:[A-Z]|$)/u
type Body = ts.Node
const isBody = (node: ts.Node | undefined): boolean =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node))

/**
 * The tests of a file that assert nothing, themselves or by the file's own functions; that return early without an
 * assertion before; and whose assertions all stand in loops over lists that nobody has shown not to be empty.
 * @param text of the file, TypeScript
 */
export function idleTests(text: string): readonly IdleTest[] {
  const source = ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest, true)
  const functions = functionsOf(source)
  const found: IdleTest[] = []
  const visit = (node: ts.Node): void => {
    const body = ts.isCallExpression(node) && isTest(node.expression) ? [...node.arguments].find(isBody) : undefined
    const problem = body && problemOf(body, functions)
    if (problem !== undefined && ts.isCallExpression(node))
      found.push({ title: node.arguments[0]?.getText() ?? '', problem })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `it`, `test`, `it.each(…)`, `itWith(…)`. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['it', 'test'].includes(callee.text)
  if (ts.isCallExpression(callee)) return isTest(callee.expression) || /^it[A-Z]/u.test(callee.expression.getText())
  return (
    ts.isPropertyAccessExpression(callee) &&
    (isTest(callee.expression) || /^it[A-Z]/u.test(callee.expression.getText()))
  )
}

function functionsOf(source: ts.SourceFile): ReadonlyMap<string, Body> {
  const functions = new Map<string, Body>()
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) functions.set(node.name.text, node)
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && isBody(node.initializer))
      functions.set(node.name.text, node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return functions
}

/** Where an assertion stands, and where the test may end before. */
interface Places {
  readonly asserted: readonly { readonly at: number; readonly isInLoop: boolean }[]
  readonly returns: readonly number[]
}

function problemOf(body: Body, functions: ReadonlyMap<string, Body>): string | undefined {
  const { asserted, returns } = placesIn(body, functions)
  if (asserted.length === 0) return 'asserts nothing'
  if (returns.some((at) => !asserted.some((place) => place.at < at))) return 'returns before any assertion'
  return asserted.every(({ isInLoop }) => isInLoop) ? 'asserts only in loops, whose lists may be empty' : undefined
}

function placesIn(body: Body, functions: ReadonlyMap<string, Body>): Places {
  const asserted: { at: number; isInLoop: boolean }[] = []
  const returns: number[] = []
  const visit = (node: ts.Node, isInLoop: boolean, isNested: boolean): void => {
    if (ts.isReturnStatement(node) && node.expression === undefined && !isNested) returns.push(node.pos)
    if (ts.isCallExpression(node) && asserts(node.expression, functions, new Set()))
      asserted.push({ at: node.pos, isInLoop })
    const loop = ts.isForOfStatement(node) && mayBeEmpty(node.expression)
    ts.forEachChild(node, (child) => {
      visit(child, isInLoop || loop, isNested || (isBody(node) && node !== body))
    })
  }
  visit(body, false, false)
  return { asserted, returns }
}

/** All but lists that are written out. */
function mayBeEmpty(list: ts.Expression): boolean {
  const given = ts.isAsExpression(list) || ts.isParenthesizedExpression(list) ? list.expression : list
  if (ts.isArrayLiteralExpression(given)) return !given.elements.some((element) => !ts.isSpreadElement(element))
  return !(ts.isCallExpression(given) && /^Object\.(?:entries|keys|values)$/u.test(given.expression.getText()))
}

function asserts(callee: ts.Expression, functions: ReadonlyMap<string, Body>, seen: Set<string>): boolean {
  if (ts.isPropertyAccessExpression(callee))
    return /^fc\.assert$/u.test(callee.getText()) || asserts(callee.expression, functions, seen)
  if (!ts.isIdentifier(callee)) return false
  if (ASSERTING.test(callee.text)) return true
  const body = functions.get(callee.text)
  if (body === undefined || seen.has(callee.text)) return false
  seen.add(callee.text)
  const visit = (node: ts.Node): boolean =>
    (ts.isCallExpression(node) && asserts(node.expression, functions, seen)) || ts.forEachChild(node, visit) === true
  return visit(body)
}
