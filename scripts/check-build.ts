/** dist/ is what this source builds, and the same bytes come out in another folder. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { report } from './problems.ts'

const root = join(import.meta.dirname, '..')
const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
const build = (cwd: string) => execFileSync(process.execPath, ['scripts/build/main.ts'], { cwd, stdio: 'inherit' })

/** Path below dist → digest. */
function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name)
      return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

/** A hard link where the file system allows one: node_modules is large. */
function copy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else copy(source, target)
  }
}

/** Builds a copy of the tracked files elsewhere, at another depth, and returns what it gave. */
function buildElsewhere(): Map<string, string> {
  const scratch = mkdtempSync(join(tmpdir(), 'build-'))
  const other = join(scratch, 'some', 'other folder')
  try {
    const tracked = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
    for (const path of tracked.filter((name) => name !== '' && !name.startsWith('dist/'))) {
      mkdirSync(dirname(join(other, path)), { recursive: true })
      copyFileSync(join(root, path), join(other, path))
    }
    copyTree(join(root, 'node_modules'), join(other, 'node_modules'))
    build(other)
    return digests(join(other, 'dist'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

build(root)
const problems = git('status', '--porcelain', '--untracked-files=all', 'dist')
  .split('\n')
  .filter(Boolean)
  .map((line) => `dist is not what the source builds: ${line}`)
const [here, elsewhere] = [digests(join(root, 'dist')), buildElsewhere()]
for (const path of new Set([...here.keys(), ...elsewhere.keys()])) {
  if (here.get(path) !== elsewhere.get(path)) problems.push(`dist/${path} differs between two builds in two folders`)
}
report('build', problems)
