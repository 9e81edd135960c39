import { compileFunction } from 'node:vm'
import { expect, it } from '@jest/globals'
import { withBuiltins } from '../../scripts/build/builtins.ts'

const IMPORT = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n'
const required = (name: string): string => `__WEBPACK_EXTERNAL_createRequire(import.meta.url)("${name}")`

it('asks Node for its modules by name', () => {
  const text = `#!/usr/bin/env node\n${IMPORT}one = ${required('fs')}; two = ${required('node:crypto')}\n`
  expect(withBuiltins(text)).toBe(
    '#!/usr/bin/env node\none = process.getBuiltinModule("fs"); two = process.getBuiltinModule("node:crypto")\n',
  )
})

it('loads modules that a run seldom needs when something of them is used', () => {
  const made = withBuiltins(`${IMPORT}return [${required('assert')}, ${required('child_process')}]`)
  const loaded: string[] = []
  const node = { getBuiltinModule: (name: string) => (loaded.push(name), process.getBuiltinModule(name)) }
  const run = compileFunction(made, ['process']) as (
    node: unknown,
  ) => [(value: unknown, message: string) => void, object]
  const [assert, child] = run(node)
  expect(loaded).toEqual([])
  assert(true, 'holds')
  expect(loaded).toEqual([])
  expect(() => {
    assert(false, 'does not hold')
  }).toThrow('does not hold')
  expect(loaded.at(-1)).toBe('assert')
  expect('spawn' in child).toBe(true)
  expect(Object.keys(child)).toEqual(Object.keys(process.getBuiltinModule('child_process')))
})

it.each([
  ['no import as ncc writes it', required('fs'), /as ncc writes it/u],
  ['a module that Node does not have', `${IMPORT}${required('left-pad')}`, /left-pad is not a module of Node/u],
  ['another use of it', `${IMPORT}__WEBPACK_EXTERNAL_createRequire(other)("fs")`, /otherwise/u],
])('refuses a bundle with %s', (_, text, reason) => {
  expect(() => withBuiltins(text)).toThrow(reason)
})
