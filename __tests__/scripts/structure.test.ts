/** Each rule of the structure check bites: a small tree that breaks all of them, and one that breaks none. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { FLOORS, RULES } from '../../scripts/structure/rules.ts'
import { FILE_LINES, FOLDER_FILES, FUNCTION_LINES } from '../../scripts/structure/sizes.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const lines = (count: number): string => '// a line\n'.repeat(count)
const exporting = (name: string): string => `export const ${name} = 1\n`
/** A file that imports `name` from each of `paths`, for its side effects alone. */
const importing = (...paths: readonly string[]): string => paths.map((path) => `import '${path}'\n`).join('')

/** A room for every floor, so that no rule is without one. */
const WHOLE = Object.fromEntries(FLOORS.flat().map((room) => [`src/${room}/part.ts`, `const ${room} = 1\n`]))

const BROKEN: Readonly<Record<string, string>> = {
  ...WHOLE,
  'node_modules/@actions/core/package.json': '{ "name": "@actions/core", "version": "1.0.0", "main": "core.js" }',
  'node_modules/@actions/core/core.js': 'exports.info = () => {}\n',
  'src/base/core.ts': importing('@actions/core'),
  // Each floor imports from the one above, and services from their neighbours.
  ...Object.fromEntries(
    FLOORS.slice(0, -1).map((rooms, floor) => [
      `src/${rooms[0] ?? ''}/up.ts`,
      importing(`../${FLOORS[floor + 1]?.[0] ?? ''}/part.ts`),
    ]),
  ),
  'src/yandex/beside.ts': importing('../github/part.ts'),
  'src/github/beside.ts': importing('../registry/part.ts'),
  'src/registry/beside.ts': importing('../yandex/part.ts'),
  'src/verify/network.ts': "import type { Type } from '../files/way.ts'\n\nconst type: Type = 1\nvoid type\n",
  'src/files/way.ts': importing('../http/part.ts') + 'export type Type = number\n',
  'src/formats/cms/write.ts': exporting('written'),
  'src/formats/cms/read.ts': importing('./between.ts'),
  'src/formats/cms/between.ts': importing('./write.ts'),
  'src/formats/cms/read-node.ts': "import 'node:crypto'\n",
  'src/page/node.ts': "import 'node:fs'\n",
  'src/page/front.ts': importing('../runner/part.ts'),
  'emulator/a.ts': "import type { B } from './b.ts'\n\nexport type A = B | 1\n",
  'emulator/b.ts': "import type { A } from './a.ts'\n\nexport type B = A | 2\n",
  'src/homeless.ts': lines(1),
  'src/attic/part.ts': lines(1),
  'bench/long.ts': lines(FILE_LINES + 1),
  'faults/long.ts': `function endless() {\n${'  void 0\n'.repeat(FUNCTION_LINES)}}\nendless()\n`,
  ...Object.fromEntries(Array.from({ length: FOLDER_FILES + 1 }, (_, n) => [`interop/${n}.ts`, lines(1)])),
}

const EXPECTED = [
  ...RULES.map(({ name }) => name),
  'no-room',
  'unknown-room',
  'file-length',
  'function-length',
  'folder-size',
]

let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'structure-'))
})
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

/** Runs a check over a tree of `files`. */
function checked(name: string, files: Readonly<Record<string, string>>, check = 'structure') {
  const root = join(scratch, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  return spawnSync(process.execPath, [join(ROOT, `scripts/check-${check}.ts`), root], { encoding: 'utf8', cwd: root })
}

it('names every rule that a tree breaks, with the place', () => {
  const { status, stdout, stderr } = checked('broken', BROKEN)
  expect([status, stderr]).toEqual([1, ''])
  const named = new Set([...stdout.matchAll(/^structure: ([a-z-]+):/gmu)].map(([, rule]) => rule))
  expect([...named].toSorted()).toEqual([...new Set(EXPECTED)].toSorted())
  expect(stdout).toContain('src/verify/network.ts → src/files/way.ts → src/http/part.ts')
  expect(stdout).toContain('src/formats/cms/read.ts → src/formats/cms/between.ts → src/formats/cms/write.ts')
  expect(stdout).toContain('function-length: faults/long.ts:1: endless has')
})

it('is content with a tree that breaks none, and names a room that is gone', () => {
  expect(checked('whole', WHOLE)).toMatchObject({ status: 0, stdout: '' })
  const gone = Object.fromEntries(Object.entries(WHOLE).filter(([path]) => !path.startsWith('src/verify/')))
  expect(checked('gone', gone)).toMatchObject({
    status: 1,
    stdout: 'structure: empty-room: the rules name src/verify, and nothing is there\n',
  })
})

it('names exports that nobody imports, whichever way others are imported', () => {
  const uses = [
    "import { imported, renamed as other } from './dead.ts'",
    "import type { Typed } from './dead.ts'",
    "import * as all from './all.ts'",
    "const { taken } = await import('./dead.ts')",
    "const member: Typed = (await import('./dead.ts')).member",
    "type Looked = import('./dead.ts').Looked",
  ]
  const alive = ['imported', 'renamed', 'taken', 'member', 'passedOn'].map(exporting).join('')
  const { status, stdout } = checked(
    'exports',
    {
      'demo/dead.ts': `${alive}export type Typed = 1\nexport type Looked = 1\n${exporting('dead')}export interface Dead {}\n`,
      'demo/all.ts': exporting('reached'),
      'demo/user.ts': `${uses.join('\n')}\nvoid [imported, other, all, taken, member] as unknown as Looked\n`,
      '__tests__/user.test.ts': "export { passedOn } from '../demo/dead.ts'\n",
    },
    'exports',
  )
  expect([status, stdout.match(/nobody imports \w+/gu)]).toEqual([1, ['nobody imports dead', 'nobody imports Dead']])
})

it('names members that nothing reads, whichever way others are read', () => {
  const declared = `
export interface Written {
  readonly taken: number
  readonly bound: string
  readonly asked?: boolean
  readonly byName: number
  readonly dead: number
}
export interface Told {
  readonly deep: { readonly inner: number; readonly value: Other }
}
export interface Other {
  readonly printed: number
}
interface Entry {
  readonly listed: number
  readonly unlisted: number
}
export const TABLE = { one: { listed: 1, unlisted: 2 } } as const satisfies Record<string, Entry>
export class Counter {
  count = 0
  unused = 0
  add(): void {
    this.count += 1
    this.unused = 1
  }
}
export interface Narrow {
  readonly viaOther: number
  readonly unseen: number
}
`
  const readers = `
import { Counter, TABLE, type Narrow, type Told, type Written } from './declared.ts'

export function all(written: Written, { bound }: Written, told: Told): unknown {
  new Counter().add()
  if ('asked' in written) return written['byName'] + written.taken + TABLE.one.listed
  return [bound, JSON.stringify(told), new Counter().count]
}
const other = (value: { readonly viaOther: number }): number => value.viaOther
export const passOn = (narrow: Narrow): number => other(narrow)
`
  const config = { compilerOptions: { strict: true, module: 'NodeNext', target: 'ES2024', types: [], noEmit: true } }
  const { status, stdout } = checked(
    'fields',
    {
      'tsconfig.json': JSON.stringify({ ...config, include: ['src', '__tests__'] }),
      'src/base/declared.ts': declared,
      'src/base/readers.ts': readers,
      '__tests__/readers.ts':
        "import type { Written } from '../src/base/declared.ts'\nexport const read = ({ dead }: Written) => dead\n",
    },
    'fields',
  )
  const named = ['dead', 'unlisted', 'unused', 'unseen'].map((name) => `nothing reads ${name}`)
  expect([status, stdout.match(/nothing reads \w+/gu)]).toEqual([1, named])
  expect(stdout).toContain('unread-field: src/base/declared.ts:7: nothing reads dead: remove it')
})
