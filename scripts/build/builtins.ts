/** How a bundle gets at Node's own modules: at once, and those that a run seldom needs only when it does. */
import { readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'

/** As ncc writes it. */
const IMPORT = /^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "(?:node:)?module";\n/mu
const REQUIRED = /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\("(?<name>[^"]+)"\)/gu

/**
 * Modules that packages import at their top and that a run without files does without: @actions/core runs programs, and it
 * and @actions/glob assert what is true.
 */
const LAZY: ReadonlySet<string> = new Set(['assert', 'child_process'])

/** Stands for a module until something of it is used; what asserts something true is nothing to load a module for. */
const STAND_IN = `const __lazyBuiltin = (name) => {
  const load = () => process.getBuiltinModule(name)
  return new Proxy(() => undefined, {
    apply: (_, self, args) => (name === 'assert' && args[0] ? undefined : Reflect.apply(load(), self, args)),
    get: (_, key) => Reflect.get(load(), key),
    has: (_, key) => Reflect.has(load(), key),
    ownKeys: () => Reflect.ownKeys(load()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(load(), key),
  })
}
`

/**
 * The first chunk of a bundle that asks Node for its modules by name: `require` looks for them in the way of all modules,
 * anew for each. @throws Error where the text has no such place, or asks for what Node does not have
 */
export function withBuiltins(text: string): string {
  if (!IMPORT.test(text)) throw new Error('the bundle does not import createRequire as ncc writes it')
  let isLazy = false
  const replaced = text.replaceAll(REQUIRED, (_, name: string) => {
    if (!isBuiltin(name)) throw new Error(`${name} is not a module of Node`)
    const stands = LAZY.has(name)
    isLazy ||= stands
    return `${stands ? '__lazyBuiltin' : 'process.getBuiltinModule'}(${JSON.stringify(name)})`
  })
  const done = replaced.replace(IMPORT, () => (isLazy ? STAND_IN : ''))
  if (done.includes('__WEBPACK_EXTERNAL_createRequire')) throw new Error('the bundle uses createRequire otherwise')
  return done
}

/** The same of the bundle in `folder`. */
export function useBuiltins(folder: string): void {
  const path = join(folder, 'index.js')
  writeFileSync(path, withBuiltins(readFileSync(path, 'utf8')))
}
