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
const USES = /[\w.-]+\/yandex-kms-sign-action(?=\/verify@|@v?\d)/gu

/** `owner/name` of the repository that the action is published from. @throws Error where package.json has none */
export function publisherOf(packageJson: string): string {
  const { repository } = JSON.parse(packageJson) as { repository?: string }
  const name = /^github:([\w.-]+\/[\w.-]+)$/u.exec(repository ?? '')?.[1]
  if (name === undefined) throw new Error('package.json: repository is not github:owner/name')
  return name
}

/** The uses of the action in a text under another name than the publisher's. */
export function otherNames(text: string, publisher: string): readonly string[] {
  return [...text.matchAll(USES)].map(([name]) => name).filter((name) => name !== publisher)
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
  for (const page of pages()) {
    const text = readFileSync(join(root, page), 'utf8')
    writeFileSync(
      join(root, page),
      text.replaceAll(`${old}/verify@`, `${name}/verify@`).replaceAll(`${old}@`, `${name}@`),
    )
  }
  writeFileSync(path, before.replace(`"github:${old}"`, `"github:${name}"`))
}
