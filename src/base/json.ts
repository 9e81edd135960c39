/** An object as JSON has it, read field by field. */
export type JsonObject = Readonly<Record<string, unknown>>

/**
 * The object that `bytes` are in JSON, UTF-8 without a byte order mark. A member that is there twice is refused: programs differ in which of the
 * two they take (RFC 8259, section 4). @throws RangeError
 */
export function readJsonObject(bytes: Buffer): JsonObject {
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch (cause) {
    throw new RangeError('is not JSON', { cause })
  }
  const twice = duplicateMember(text)
  if (twice !== undefined) throw new RangeError(`has a member twice in its JSON: ${twice.slice(0, 50)}`)
  return asObject(value, 'content')
}

/** What begins a string, and what stands between values. */
const MARK = /["{}:]/gu

/** The first member name that one object of a JSON text has twice, whatever escapes it is written with. */
function duplicateMember(json: string): string | undefined {
  const marks = new RegExp(MARK)
  const open: Set<string>[] = []
  let last = ''
  for (let mark = marks.exec(json); mark !== null; mark = marks.exec(json)) {
    if (mark[0] === '{') open.push(new Set())
    else if (mark[0] === '}') open.pop()
    else if (mark[0] === '"') {
      marks.lastIndex = stringEnd(json, mark.index)
      last = json.slice(mark.index, marks.lastIndex)
    } else {
      // Outside of strings a colon follows a name and nothing else.
      const name = last.includes('\\') ? String(JSON.parse(last)) : last.slice(1, -1)
      const names = open.at(-1)
      if (names?.has(name) === true) return name
      names?.add(name)
    }
  }
  return undefined
}

/** Behind the quotation mark that ends the string at `start`. */
function stringEnd(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); ; quote = json.indexOf('"', quote + 1)) {
    let slashes = 0
    while (json[quote - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
}

/** `value` when it is an object. @throws RangeError naming `field` */
export function asObject(value: unknown, field: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RangeError(`has no object as its ${field}`)
  return value as JsonObject
}

/** `value` when it is a string. @throws RangeError naming `field` */
export function asString(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new RangeError(`has no text as its ${field}`)
  return value
}

/** `value` when it is an array. @throws RangeError naming `field` */
export function asArray(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`has no list as its ${field}`)
  return value
}

/** @throws RangeError when `object` has a field that is not among `fields` */
export function onlyFields(object: JsonObject, fields: readonly string[], where: string): void {
  const other = Object.keys(object).find((field) => !fields.includes(field))
  if (other !== undefined)
    throw new RangeError(`has a field in its ${where} that is unknown here: ${other.slice(0, 50)}`)
}
