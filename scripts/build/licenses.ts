/** What the bundles hold of others, and under which licence. `ncc --license` misses what is in lazy chunks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getProjectLicenses } from 'generate-license-file'

/** The part of webpack's stats that is read here. Modules that were joined into one are nested in it. */
export interface Stats {
  readonly modules?: readonly StatsModule[]
}
/** A module of a bundle, or several that were joined into one. */
export interface StatsModule {
  /** Its key in webpack's table of modules. */
  readonly id?: number | string | null
  /** The file that the module was made of, an absolute path. */
  readonly nameForCondition?: string
  readonly modules?: readonly StatsModule[]
}

/** One package of one version; `license` is an SPDX expression. */
interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly folder: string
}

/** What a work under the MIT licence may hold without asking its users for more than a notice. */
const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense']

/** Declared in words of their own, or only in the company they came with: looked up by hand, for exactly these. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  chainsaw: 'MIT', // "MIT/X11" in its package.json
  buffers: 'MIT', // no word in 0.1.1; its author's later versions and the packages that it was made for are MIT
}

/** Packages without a licence file, which the library would warn of at every build. */
const TEXTLESS = ['buffers@0.1.1']

/** The packages that a bundle has modules of. Throws as `packagesOf` does. */
export function bundledPackages(stats: Stats): BundledPackage[] {
  return packagesOf(filesOf(stats.modules))
}

/** The packages that files are of. Throws on a licence that is not permissive. @param files absolute paths */
export function packagesOf(files: readonly string[]): BundledPackage[] {
  const folders = new Set(files.map(packageFolder))
  const found = [...folders].map(describe).filter((entry) => entry !== undefined)
  const strict = found.filter(({ license }) => !license.split(/[\s()]+/u).some((id) => PERMISSIVE.includes(id)))
  if (strict.length > 0)
    throw new Error(`not known as permissive: ${strict.map((p) => `${p.name} (${p.license})`).join(', ')}`)
  return found
}

/** The files of `modules`; an empty string for a module that is made of no file. */
export function filesOf(modules: readonly StatsModule[] = []): string[] {
  return modules.flatMap((module) => [module.nameForCondition ?? '', ...filesOf(module.modules)])
}

/** The innermost `…/node_modules/<name>` on the way to `path`, or an empty string for a file of our own. */
function packageFolder(path: string): string {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(path)?.[0] ?? ''
}

function describe(folder: string): BundledPackage | undefined {
  if (folder === '') return undefined
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return undefined
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const known = LOOKED_UP[String(name)] ?? (typeof license === 'string' ? license : 'unknown')
  return { name: String(name), version: String(version), license: known, folder }
}

/** The text of dist/licenses.txt for `packages`: sorted, each licence once. */
export async function licensesText(root: string, packages: readonly BundledPackage[]): Promise<string> {
  if (packages.length === 0) throw new Error('no package was found in the bundles: their account has another form')
  const wanted = new Map(packages.map((entry) => [`${entry.name}@${entry.version}`, entry]))
  const sections = (await getProjectLicenses(join(root, 'package.json'), { exclude: TEXTLESS })).flatMap(
    ({ content, dependencies }) => {
      const names = dependencies.filter((name) => wanted.delete(name)).toSorted()
      return names.length === 0 ? [] : [`${names.join('\n')}\n\n${content.replaceAll('\r\n', '\n').trim()}\n`]
    },
  )
  // Not reached from package.json's dependencies: an optional one that something else here has brought along.
  const others = [...wanted].map(([name, entry]) => `${name}\n\n${ownText(entry)}\n`)
  return [TITLE, ...[...sections, ...others].toSorted()].join(RULE)
}

const TITLE = 'Licences of the packages that the bundles hold.\n'
const RULE = `\n${'-'.repeat(80)}\n\n`

/** Names, an empty line, and their licence. */
const SECTION = /^((?:\S+@\S+\n)+)\n(.+)/su

/** The packages that a text of dist/licenses.txt names, `name@version`. */
export function namedIn(text: string): readonly string[] {
  const sections = text.split(RULE).slice(1)
  return sections.flatMap((section) => SECTION.exec(section)?.[1]?.trim().split('\n') ?? [])
}

/**
 * What is wrong with a text of dist/licenses.txt, as far as can be told without a build.
 * @param needed the packages that it has to name, `name@version`
 */
export function licensesProblems(text: string, needed: readonly string[]): readonly string[] {
  const [title, ...sections] = text.split(RULE)
  const parts = sections.map((section) => SECTION.exec(section))
  const named = new Set(namedIn(text))
  return [
    ...(title === TITLE && sections.length > 0 ? [] : ['has no sections under its title']),
    ...(parts.every((part) => (part?.[2] ?? '').trim() !== '') ? [] : ['has a package without a licence']),
    ...needed.filter((name) => !named.has(name)).map((name) => `does not name ${name}`),
  ]
}

function ownText({ folder, license }: BundledPackage): string {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/iu.test(name))
  return file === undefined ? `${license} (the package holds no text)` : readFileSync(join(folder, file), 'utf8').trim()
}
