/**
 * Who publishes the action stands in one place, `repository` in package.json. `npm run publisher -- my-org/name` puts a name
 * there and into every page and example; a check holds all of them to it.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** What stands there until somebody publishes it; the release check refuses it. */
export const PLACEHOLDER = 'PUBLISHER/yandex-kms-sign-action'
/** Where pages name the repository: as an action, and in addresses. */
const NAMED = /(?<=uses: |github\.com\/)[\w.-]+\/yandex-kms-sign-action(?![\w.-])/gu

/** `owner/name` of the repository that the action is published from. @throws Error where package.json has none */
export function publisherOf(packageJson: string): string {
  const { repository } = JSON.parse(packageJson) as { repository?: string }
  const name = /^github:([\w.-]+\/[\w.-]+)$/u.exec(repository ?? '')?.[1]
  if (name === undefined) throw new Error('package.json: repository is not github:owner/name')
  return name
}

/** What a text calls the action's repository other than the publisher does. */
export function otherNames(text: string, publisher: string): readonly string[] {
  return [...text.matchAll(NAMED)].map(([name]) => name).filter((name) => name !== publisher)
}

/** `text` with another name of the repository wherever it has the old one. */
export function renamed(text: string, old: string, name: string): string {
  return text.replaceAll(new RegExp(`(?<![\\w.-])${old.replaceAll('.', '\\.')}(?![\\w.-])`, 'gu'), name)
}

/** Tracked pages and workflows. */
export function pages(): readonly string[] {
  const tracked = execFileSync('git', ['ls-files', '-z', '*.md', '*.yml'], { cwd: root, encoding: 'utf8' })
  return tracked.split('\0').filter((path) => path !== '' && !path.startsWith('dist/') && path !== 'CHANGELOG.md')
}

if (process.argv[1] === import.meta.filename) {
  const [name = ''] = process.argv.slice(2)
  if (!/^[\w.-]+\/[\w.-]+$/u.test(name)) throw new Error('npm run publisher -- owner/name')
  const path = join(root, 'package.json')
  const before = readFileSync(path, 'utf8')
  const old = publisherOf(before)
  const texts = pages().map((page) => [join(root, page), readFileSync(join(root, page), 'utf8')] as const)
  const changed = texts.filter(([, text]) => renamed(text, old, name) !== text)
  if (changed.length === 0) throw new Error(`no page names ${old}, so there is nothing to rename`)
  for (const [page, text] of changed) writeFileSync(page, renamed(text, old, name))
  writeFileSync(path, before.replace(`"github:${old}"`, `"github:${name}"`))
  console.log(`${name} in package.json and ${changed.length} pages`)
}
