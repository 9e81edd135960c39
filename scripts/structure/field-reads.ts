/** Which members of types are read: directly, or since a value of their type is used as one of another. */
import ts from 'typescript'

type Member = ts.Declaration

/** Types whose members are somebody else's to read: what is printed, sent and stored is made of all of them. */
const TAKES_ALL =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.NonPrimitive |
  ts.TypeFlags.IndexedAccess |
  ts.TypeFlags.Conditional

/** Members that are read, and those whose values stand in for others. */
export class FieldReads {
  readonly #checker: ts.TypeChecker
  readonly #read = new Set<Member>()
  /** Member → those of other types that its values are read as. */
  readonly #links = new Map<Member, Set<Member>>()
  readonly #linked = new Set<string>()
  readonly #ids = new Map<ts.Type, number>()

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker
  }

  /** That a member is read; of a type that is made of others, all that it comes from. */
  take(symbol: ts.Symbol | undefined): void {
    for (const declaration of symbol?.declarations ?? []) this.#read.add(declaration)
  }

  /** The same by its name, in each type of a union. */
  takeNamed(type: ts.Type, name: string): void {
    for (const part of partsOf(type)) this.take(this.#checker.getPropertyOfType(part, name))
  }

  /** Everything that a value of `type` holds, to any depth. */
  takeAll(type: ts.Type, seen = new Set<ts.Type>()): void {
    if (seen.has(type)) return
    seen.add(type)
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) this.takeAll(part, seen)
      return
    }
    if ((type.flags & ts.TypeFlags.Object) === 0) return
    for (const argument of this.#checker.getTypeArguments(type as ts.TypeReference)) this.takeAll(argument, seen)
    for (const signature of type.getCallSignatures()) this.takeAll(signature.getReturnType(), seen)
    for (const symbol of this.#checker.getPropertiesOfType(type)) {
      if (!(symbol.declarations ?? []).some(isOwn)) continue
      this.take(symbol)
      this.takeAll(this.#checker.getTypeOfSymbol(symbol), seen)
    }
  }

  /** That a value of type `given` is used as one of type `wanted`: what is read of that one is read of it. */
  link(given: ts.Type, wanted: ts.Type, depth = 0): void {
    if (given === wanted || depth > 4) return
    const key = `${this.#idOf(given)} ${this.#idOf(wanted)}`
    if (this.#linked.has(key)) return
    this.#linked.add(key)
    if ((wanted.flags & TAKES_ALL) !== 0) {
      this.takeAll(given)
      return
    }
    for (const own of partsOf(given)) for (const other of partsOf(wanted)) this.#linkParts(own, other, depth)
  }

  /** Passes reads on along the links, until there is nothing new. */
  settle(): ReadonlySet<Member> {
    const from = new Map<Member, Member[]>()
    for (const [own, others] of this.#links)
      for (const other of others) from.set(other, [...(from.get(other) ?? []), own])
    const waiting = [...this.#read]
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      for (const own of from.get(member) ?? []) {
        if (this.#read.has(own)) continue
        this.#read.add(own)
        waiting.push(own)
      }
    }
    return this.#read
  }

  #linkParts(given: ts.Type, wanted: ts.Type, depth: number): void {
    if ((wanted.flags & TAKES_ALL) !== 0) {
      this.takeAll(given)
      return
    }
    if ((given.flags & ts.TypeFlags.Object) === 0 || (wanted.flags & ts.TypeFlags.Object) === 0) return
    const [own, other] = [given, wanted].map((type) => this.#checker.getTypeArguments(type as ts.TypeReference))
    own?.forEach((argument, index) => {
      const target = other?.[index]
      if (target !== undefined) this.link(argument, target, depth + 1)
    })
    this.#linkSignatures(given, wanted, depth)
    const entry = given.getStringIndexType()
    for (const symbol of this.#checker.getPropertiesOfType(wanted)) {
      if (entry !== undefined) this.link(entry, this.#checker.getTypeOfSymbol(symbol), depth + 1)
      const from = this.#checker.getPropertyOfType(given, symbol.name)
      if (from === undefined || from === symbol || !(from.declarations ?? []).some(isOwn)) continue
      for (const declaration of from.declarations ?? []) this.#join(declaration, symbol)
      this.link(this.#checker.getTypeOfSymbol(from), this.#checker.getTypeOfSymbol(symbol), depth + 1)
    }
  }

  /** A function that is used as one of another type gets that one's arguments, and gives its own result for that one's. */
  #linkSignatures(given: ts.Type, wanted: ts.Type, depth: number): void {
    const [own] = given.getCallSignatures()
    const [other] = wanted.getCallSignatures()
    if (own === undefined || other === undefined) return
    this.link(own.getReturnType(), other.getReturnType(), depth + 1)
    own.getParameters().forEach((parameter, index) => {
      const target = other.getParameters()[index]
      if (target === undefined) return
      this.link(this.#checker.getTypeOfSymbol(target), this.#checker.getTypeOfSymbol(parameter), depth + 1)
    })
  }

  /** @param wanted of a member that somebody else declares: he may read it */
  #join(member: Member, { declarations = [] }: ts.Symbol): void {
    if (!declarations.every(isOwn)) this.#read.add(member)
    const links = this.#links.get(member) ?? new Set()
    this.#links.set(member, links)
    for (const declaration of declarations) links.add(declaration)
  }

  #idOf(type: ts.Type): number {
    const id = this.#ids.get(type) ?? this.#ids.size
    this.#ids.set(type, id)
    return id
  }
}

const partsOf = (type: ts.Type): readonly ts.Type[] =>
  type.isUnionOrIntersection() ? type.types.flatMap(partsOf) : [type]
const isOwn = (node: ts.Node): boolean => !node.getSourceFile().fileName.includes('/node_modules/')
