/** What shared code takes for granted: Node's Buffer, and what browsers have had for less than two years. */
import { Buffer } from 'buffer/index.js'

Object.assign(globalThis, { Buffer })

const errors: { isError?: (value: unknown) => boolean } = Error
errors.isError ??= (value) => value instanceof Error
