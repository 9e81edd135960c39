/** What holds for the files as they are committed: no host or path of one machine, every test runs, links lead somewhere. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { report } from './problems.ts'

const root = join(import.meta.dirname, '..')
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
const sources = tracked.filter(
  (path) => !path.startsWith('dist/') && /\.(?:[cm]?[jt]s|json|ya?ml|md|sh|svg)$|\.ci\/run$/u.test(path),
)
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** `path:line: what` for every line of `paths` that `pattern` finds. */
function found(paths: readonly string[], pattern: RegExp, what: string): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${what}: ${line.trim().slice(0, 120)}`] : [],
      ),
  )
}

/** Tests that are switched off. Built from parts so that this file does not find itself. */
function switchedOff(): string[] {
  const tests = tracked.filter((path) => path.endsWith('.test.ts'))
  const modifier = /\b(?:it|test|describe)\.(?:only|skip|todo|failing)\b|\b[fx](?:it|describe|test)\(/u
  return found(tests, modifier, 'a test that does not run, or that keeps others from running')
}

/** Absolute paths of somebody's machine. */
function machinePaths(): string[] {
  const paths = ['/' + 'work/', '/' + 'root/', '/' + 'Users/', '/tmp/' + 'wt/', '/home/' + '(?!runner)\\w']
  return found(sources, new RegExp(`(?<![\\w.$}])(?:${paths.join('|')})`, 'u'), 'a path of one machine')
}

/** The lock file fits every registry: no address in it, an integrity for each package, and one undici. */
function lockFile(): string[] {
  const lock = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { resolved?: string; integrity?: string; version?: string; link?: boolean }>
  }
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
  const undici = packages.filter(([path]) => path.endsWith('node_modules/undici'))
  const shim = lock.packages['node_modules/@actions/http-client']
  const remote = packages.filter(([path, { link }]) => link !== true && !path.startsWith('shims/'))
  return [
    ...remote
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path]) => `package-lock.json: ${path} names a registry (resolved)`),
    ...remote
      .filter(([, { integrity }]) => integrity === undefined)
      .map(([path]) => `package-lock.json: ${path} has no integrity`),
    ...(undici.length === 1 ? [] : [`package-lock.json: ${undici.length} undici, one is meant to serve all`]),
    ...(shim?.resolved === 'shims/actions-http-client' &&
    lock.packages['node_modules/@actions/core/node_modules/@actions/http-client'] === undefined
      ? []
      : [
          'package-lock.json: @actions/core does not get the stand-in of @actions/http-client, so undici loads at start-up',
        ]),
  ]
}

/** Each direct dependency is at an exact version and has its line in docs/dependencies.md. */
function dependencies(): string[] {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json')) as Record<
    string,
    Record<string, string>
  >
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const page = existsSync(join(root, 'docs/dependencies.md')) ? textOf('docs/dependencies.md') : ''
  const named = [...page.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, name]) => name)
  return [
    ...all
      .filter(([, version]) => !/^(?:\d+\.\d+\.\d+|file:shims\/[a-z-]+)$/u.test(version))
      .map(([name, version]) => `package.json: ${name} is ${version}, not one version`),
    ...all.filter(([name]) => !named.includes(name)).map(([name]) => `docs/dependencies.md: no line for ${name}`),
    ...named
      .filter((name) => !all.some(([other]) => other === name))
      .map((name) => `docs/dependencies.md: ${String(name)} is no dependency`),
  ]
}

/** Relative links of Markdown files lead to a file, and `#…` to a heading of it. */
function links(): string[] {
  return tracked
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const text = textOf(path)
        .replaceAll(/^```[\s\S]*?^```/gmu, '')
        .replaceAll(/`[^`\n]*`/gu, '')
      const targets = [...text.matchAll(/\]\((?!\w+:|<)([^)\s]+)\)/gu)].map(([, target]) => target ?? '')
      return targets.filter((target) => !leadsSomewhere(path, target)).map((target) => `${path}: dead link ${target}`)
    })
}

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? join(root, from) : join(root, dirname(from), decodeURIComponent(file))
  if (!existsSync(path)) return false
  if (anchor === undefined || statSync(path).isDirectory() || !path.endsWith('.md')) return true
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gmu)].map(([, heading]) => slug(heading ?? ''))
  return headings.includes(anchor)
}

/** GitHub's anchor of a heading. */
function slug(heading: string): string {
  return heading
    .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-')
}

report('tree', [...switchedOff(), ...machinePaths(), ...lockFile(), ...dependencies(), ...links()])
