/** `npm run release-check -- v1.2.3`: whether this tree may be released under a tag. Without a tag, that of package.json. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from '../problems.ts'
import { otherNames, pages, PLACEHOLDER, publisherOf } from './publisher.ts'

/** What of a tree decides. */
export interface ReleaseTree {
  readonly packageJson: string
  readonly changelog: string
  /** Paths that differ from what is committed. */
  readonly changed: readonly string[]
  /** Pages, and by what other name than the publisher's they call the action. */
  readonly strangers: readonly string[]
}

/** What keeps `tree` from being released as `tag`. */
export function releaseProblems(tag: string, tree: ReleaseTree): readonly string[] {
  const { version } = JSON.parse(tree.packageJson) as { version: string }
  const problems: string[] = []
  if (!/^v\d+\.\d+\.\d+$/u.test(tag)) problems.push(`${tag} is not vX.Y.Z`)
  if (tag !== `v${version}`) problems.push(`package.json has version ${version}, and the tag is ${tag}`)
  if (notesOf(tag, tree.changelog) === undefined)
    problems.push(`CHANGELOG.md has no section "## ${tag.slice(1)}" with text`)
  if (publisherOf(tree.packageJson) === PLACEHOLDER)
    problems.push(`the publisher is still ${PLACEHOLDER}: npm run publisher -- owner/name`)
  for (const stranger of tree.strangers) problems.push(`another publisher: ${stranger}`)
  if (tree.changed.length > 0) problems.push(`not committed: ${tree.changed.join(', ')}`)
  return problems
}

/** The changelog's text of a version, or `undefined` where there is none. */
export function notesOf(tag: string, changelog: string): string | undefined {
  const sections = changelog.split(/^## /mu).slice(1)
  const section = sections.find((text) =>
    new RegExp(`^\\[?${tag.slice(1).replaceAll('.', '\\.')}\\]?(?:\\s|$)`, 'u').test(text),
  )
  const text = section?.split('\n').slice(1).join('\n').trim()
  return text === undefined || text === '' ? undefined : text
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '../..')
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const packageJson = read('package.json')
  const [tag = `v${(JSON.parse(packageJson) as { version: string }).version}`] = process.argv.slice(2)
  const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3))
  const publisher = publisherOf(packageJson)
  const strangers = pages().flatMap((path) => otherNames(read(path), publisher).map((name) => `${path}: ${name}`))
  report('release', releaseProblems(tag, { packageJson, changelog: read('CHANGELOG.md'), changed, strangers }))
}
