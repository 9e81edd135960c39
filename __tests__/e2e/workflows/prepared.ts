/** This project as RELEASE.md has it prepared for its version 1.2.3, with its bundles, in a repository of its own. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')

/** What is in a folder of that name is ignored by Git; a link of that name is not. */
const LINK_PACKAGES = `mkdir node_modules && ln -s "${ROOT}"/node_modules/* "${ROOT}"/node_modules/.bin node_modules`

/** Runs a program in a folder. @throws Error with what it said */
export function ran(folder: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 })
}

/** Commits all that is there. */
export function commit(folder: string, message: string): void {
  ran(folder, 'git', 'add', '--all')
  const author = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.org']
  ran(folder, 'git', ...author, 'commit', '--quiet', '--message', message)
}

/** Copies what belongs to the project, committed or not, to an empty folder. */
function copyTree(folder: string): void {
  const listed = ran(ROOT, 'git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
  for (const path of new Set(listed.split('\0'))) {
    if (path === '' || path.startsWith('dist/') || !existsSync(join(ROOT, path))) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(ROOT, path), join(folder, path), { verbatimSymlinks: true })
  }
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
}

/** Does what RELEASE.md asks for before the tag is pushed, but for building: the bundles are this folder's. */
export function prepareRelease(folder: string): void {
  mkdirSync(folder)
  copyTree(folder)
  ran(folder, 'git', 'init', '--quiet', '--initial-branch', 'main')
  commit(folder, 'The project')
  ran(folder, 'npm', 'run', 'publisher', '--', 'acme/yandex-kms-sign-action')
  const changelog = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')
  if (!changelog.includes('\n## Unreleased\n')) throw new Error('CHANGELOG.md has nothing that is unreleased')
  writeFileSync(
    join(folder, 'CHANGELOG.md'),
    changelog.replace('\n## Unreleased\n', '\n## Unreleased\n\n## 1.2.3 - 2026-11-28\n'),
  )
  ran(folder, 'npm', 'version', '--no-git-tag-version', '1.2.3')
  ran(folder, 'sh', '-c', LINK_PACKAGES)
  ran(folder, 'npm', 'run', 'tables')
  if (lockedIn(folder) !== lockedIn(ROOT)) throw new Error('a new version has other packages')
  commit(folder, 'Release 1.2.3')
  ran(folder, 'git', 'tag', 'v1.2.3')
}

/** The packages of a lock file, without the version of the project itself. */
function lockedIn(folder: string): string {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, object>>
  }
  return JSON.stringify({ ...packages, '': undefined })
}

/**
 * Stands before npm. The packages are those of this folder, which the same lock file names; what takes minutes is left to
 * whoever runs it anyway: of `npm run check`, what a new version may break is run.
 * @param build what `npm run build` does, a script for sh
 */
export function npmScript(build: string): string {
  const npm = ran(ROOT, 'sh', '-c', 'command -v npm').trim()
  return `case "$*" in
  ci) ${LINK_PACKAGES}; exit ;;
  'run check') exec "${npm}" run check -- tables command-line pages ;;
  'run build') ${build}; exit ;;
esac
exec "${npm}" "$@"`
}
