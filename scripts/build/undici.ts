/**
 * Of undici the bundles use connections, and what packages import by name. Its index loads all of it: WebSockets, caches,
 * cookies, mocks. In the bundles it gives out what is imported, and what nothing requires any more is left out.
 */
import { readFileSync } from 'node:fs'
import type { Stats, StatsModule } from './licenses.ts'

/** Name → the module that has it. */
const USED = { ProxyAgent: 'lib/dispatcher/proxy-agent.js' } as const

/**
 * Names that are imported and never called: `@actions/github` falls back on undici's `fetch` where it is given none, and it
 * is always given ours (src/github/releases). One that is called all the same fails.
 */
const NEVER_CALLED = ['fetch'] as const

const IN_UNDICI = /[\\/]node_modules[\\/]undici[\\/](?<path>.+)$/u
const pathOf = ({ nameForCondition = '' }: StatsModule): string =>
  IN_UNDICI.exec(nameForCondition)?.groups?.['path']?.replaceAll('\\', '/') ?? ''

/** Ids of undici's modules. */
export function undiciModules({ modules = [] }: Stats): ReadonlySet<string> {
  return new Set(modules.filter((module) => pathOf(module) !== '').map(({ id }) => String(id)))
}

/**
 * Code for undici's index, by its id; none where the bundle has no index.
 * @throws Error when a package imports another name from it
 */
export function undiciInPart({ modules = [] }: Stats): ReadonlyMap<string, (code: string) => string> {
  const idOf = (path: string): string | undefined => {
    const id = modules.find((module) => pathOf(module) === path)?.id
    return id === undefined || id === null ? undefined : String(id)
  }
  const index = idOf('index.js')
  if (index === undefined) return new Map()
  const strange = modules.flatMap(importedFromUndici).filter((name) => !(name in USED) && !isNeverCalled(name))
  if (strange.length > 0)
    throw new Error(`undici's ${strange.join(', ')} is imported: add it to scripts/build/undici.ts`)
  const sources = Object.entries(USED).map(([name, path]): readonly [string, string] => {
    const id = idOf(path)
    if (id === undefined) throw new Error(`undici has no ${path} any more`)
    const [, last = ''] = /([^/]+)\.js$/u.exec(path) ?? []
    return [name, `{ const m = load(${id}); return ${last === 'index' ? `m.${name}` : `m.${name} ?? m`} }`]
  })
  const refused = NEVER_CALLED.map((name): readonly [string, string] => [
    name,
    `{ return () => { throw new Error('the bundles have no ${name} of undici') } }`,
  ])
  const inPart = (code: string): string => {
    const getters = [...sources, ...refused].flatMap(([name, body]) =>
      namesIn(code, name).map((as) => `get ${as}() ${body}`),
    )
    return `(module, exports, load) => { module.exports = { ${getters.join(', ')} } }`
  }
  return new Map([[index, inPart]])
}

const isNeverCalled = (name: string): boolean => NEVER_CALLED.some((other) => other === name)

/** What an export is called: by its own name, and by the short one that webpack gave it where importers use that. */
function namesIn(code: string, name: string): string[] {
  const assigned = new RegExp(`\\bexports\\.(\\w+)\\s*=\\s*(?:async\\s+)?(?:function\\s+)?${name}\\b`, 'gu')
  return [...new Set([name, ...[...code.matchAll(assigned)].map(([, short = name]) => short)])]
}

/** Names that files of a module import from undici's index. */
function importedFromUndici({ nameForCondition, modules = [] }: StatsModule): string[] {
  const nested = modules.flatMap(importedFromUndici)
  if (nameForCondition === undefined || IN_UNDICI.test(nameForCondition)) return nested
  if (!/\.[cm]?js$/u.test(nameForCondition)) return nested
  const text = readFileSync(nameForCondition, 'utf8')
  if (/require\(['"]undici['"]\)|import \* as \w+ from ['"]undici['"]/u.test(text)) return [...nested, 'everything']
  const lists = [...text.matchAll(/import (?:type )?\{([^}]*)\} from ['"]undici['"]/gu)].map(([, list = '']) => list)
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim().split(/\s+as\s+/u)[0] ?? '')
  return [...nested, ...names.filter((name) => name !== '')]
}
