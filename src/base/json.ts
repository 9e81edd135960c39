/** An object as JSON has it, read field by field. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The object that `bytes` are in JSON, UTF-8. @throws RangeError */
export function readJsonObject(bytes: Buffer): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new RangeError('is no JSON', { cause })
  }
  return asObject(value, 'content')
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
