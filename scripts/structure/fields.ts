/** Members of interfaces, object types and classes that nothing ever reads: written for nobody. */
import ts from 'typescript'
import { FieldReads } from './field-reads.ts'
import { walk } from './sources.ts'

/** Finds what is read, file by file. */
class Readers {
  readonly #checker: ts.TypeChecker
  readonly #reads: FieldReads

  constructor(checker: ts.TypeChecker, reads: FieldReads) {
    this.#checker = checker
    this.#reads = reads
  }

  visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) {
      if (!isWritten(node)) this.#reads.take(this.#checker.getSymbolAtLocation(node.name))
    } else if (ts.isElementAccessExpression(node)) this.#element(node)
    else if (ts.isObjectBindingPattern(node)) this.#pattern(node)
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) this.#named(node)
    else if (ts.isClassDeclaration(node)) this.#heritage(node)
    else if (ts.isSatisfiesExpression(node)) this.#satisfied(node)
    else if (ts.isShorthandPropertyAssignment(node)) this.#shorthand(node)
    else if (ts.isSpreadAssignment(node)) this.#spread(node)
    if (ts.isExpression(node)) this.#used(node)
  }

  #element(node: ts.ElementAccessExpression): void {
    if (isWritten(node)) return
    const type = this.#checker.getTypeAtLocation(node.expression)
    const { argumentExpression: argument } = node
    if (ts.isStringLiteralLike(argument)) this.#reads.take(this.#checker.getPropertyOfType(type, argument.text))
    else this.#reads.takeAll(type)
  }

  /** `'name' in value` asks for a member, too. */
  #named({ left, right }: ts.BinaryExpression): void {
    if (!ts.isStringLiteralLike(left)) return
    this.#reads.takeNamed(this.#checker.getTypeAtLocation(right), left.text)
  }

  #pattern(node: ts.ObjectBindingPattern): void {
    const type = this.#checker.getTypeAtLocation(node)
    for (const { propertyName, name, dotDotDotToken } of node.elements) {
      if (dotDotDotToken !== undefined) continue
      const key = propertyName ?? name
      if (ts.isIdentifier(key) || ts.isStringLiteralLike(key)) this.#reads.takeNamed(type, key.text)
    }
  }

  /** A value that is used as one of another type: what is read of that one is read of it. */
  #used(node: ts.Expression): void {
    const wanted = this.#checker.getContextualType(node)
    if (ts.isNewExpression(node)) this.#constrained(node)
    if (ts.isConditionalExpression(node) || ts.isBinaryExpression(node)) this.#alternatives(node)
    if (wanted !== undefined && !isTakenApart(node)) this.#reads.link(this.#checker.getTypeAtLocation(node), wanted)
  }

  #shorthand(node: ts.ShorthandPropertyAssignment): void {
    const wanted = this.#checker.getContextualType(node.parent)
    const property = wanted && this.#checker.getPropertyOfType(wanted, node.name.text)
    if (property !== undefined)
      this.#reads.link(this.#checker.getTypeAtLocation(node.name), this.#checker.getTypeOfSymbol(property))
  }

  /** Of a table, the type that it has to satisfy is read where its own entries are. */
  #satisfied({ expression, type }: ts.SatisfiesExpression): void {
    this.#reads.link(this.#checker.getTypeFromTypeNode(type), this.#checker.getTypeAtLocation(expression))
  }

  #spread(node: ts.SpreadAssignment): void {
    if (!ts.isObjectLiteralExpression(node.parent)) return
    const wanted = this.#checker.getContextualType(node.parent)
    if (wanted !== undefined) this.#reads.link(this.#checker.getTypeAtLocation(node.expression), wanted)
  }

  /** `a ?? b` has a type that both are used as. */
  #alternatives(node: ts.ConditionalExpression | ts.BinaryExpression): void {
    const whole = this.#checker.getTypeAtLocation(node)
    const parts = ts.isBinaryExpression(node) ? [node.left, node.right] : [node.whenTrue, node.whenFalse]
    for (const part of parts) this.#reads.link(this.#checker.getTypeAtLocation(part), whole)
  }

  /** What a generic class demands of a type argument, it reads of it. */
  #constrained(node: ts.NewExpression): void {
    const type = this.#checker.getTypeAtLocation(node) as ts.TypeReference
    this.#checker.getTypeArguments(type).forEach((argument, index) => {
      const parameter = type.target.typeParameters?.[index]
      const constraint = parameter && this.#checker.getBaseConstraintOfType(parameter)
      if (constraint !== undefined) this.#reads.link(argument, constraint)
    })
  }

  #heritage(node: ts.ClassDeclaration): void {
    for (const { types } of node.heritageClauses ?? [])
      for (const parent of types)
        this.#reads.link(this.#checker.getTypeAtLocation(node), this.#checker.getTypeAtLocation(parent))
  }
}

/** Whether `node` is what an assignment writes to. */
function isWritten(node: ts.Expression): boolean {
  const { parent } = node
  return (
    ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  )
}

/** What a pattern takes apart: the compiler makes a wanted type of it, in which all is `any`. */
function isTakenApart(node: ts.Expression): boolean {
  let outer: ts.Node = node.parent
  while (ts.isAwaitExpression(outer) || ts.isParenthesizedExpression(outer)) outer = outer.parent
  return (ts.isVariableDeclaration(outer) || ts.isParameter(outer)) && !ts.isIdentifier(outer.name)
}

function isMember(node: ts.Node): node is ts.PropertySignature | ts.MethodSignature | ts.ClassElement {
  if (ts.isPropertySignature(node) || ts.isMethodSignature(node)) return !isChoice(node.parent.parent)
  if (!ts.isPropertyDeclaration(node) && !ts.isMethodDeclaration(node) && !ts.isGetAccessor(node)) return false
  return ts.isClassLike(node.parent) && !ts.isPrivateIdentifier(node.name) && !ts.isComputedPropertyName(node.name)
}

/** `Extract<Choice, { kind: 'a' }>` declares no member. */
const isChoice = (node: ts.Node): boolean =>
  ts.isTypeReferenceNode(node) && ['Extract', 'Exclude'].includes(node.typeName.getText())

/**
 * One line for each member of a type or a class of src/ that no file reads.
 * @param files all that may read, of `program`
 * @param root absolute path of the tree
 */
export function unreadFields(program: ts.Program, files: readonly ts.SourceFile[], root: string): readonly string[] {
  const reads = new FieldReads(program.getTypeChecker())
  const readers = new Readers(program.getTypeChecker(), reads)
  for (const file of files)
    walk(file, (node) => {
      readers.visit(node)
    })
  const read = reads.settle()
  const problems: string[] = []
  for (const file of files.filter(({ fileName }) => fileName.startsWith(`${root}/src/`)))
    walk(file, (node) => {
      if (!isMember(node) || read.has(node)) return
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
      const path = file.fileName.slice(root.length + 1)
      problems.push(`unread-field: ${path}:${line}: nothing reads ${node.name?.getText(file) ?? ''}: remove it`)
    })
  return problems
}
