/**
 * Nothing is exported that nobody imports. `check-exports.ts [root] [--mend]`; with `--mend` the word `export` goes, and
 * the compiler tells what is dead then.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './problems.ts'
import { unusedExports } from './structure/exports.ts'
import { parseSources, ROOMS } from './structure/sources.ts'

const options = process.argv.slice(2)
const root = options.find((option) => option !== '--mend') ?? join(import.meta.dirname, '..')
const folders = ROOMS.filter((folder) => existsSync(join(root, folder)))
const problems = unusedExports(parseSources(root, [...folders, '__tests__']), folders)

/** Takes the word away at the place that a problem names. */
function mend(problem: string): void {
  const [, path = '', line = ''] = /^unused-export: (\S+):(\d+): /u.exec(problem) ?? []
  const lines = readFileSync(join(root, path), 'utf8').split('\n')
  const index = Number(line) - 1
  lines[index] = (lines[index] ?? '').replace(/^export (?!\{|\*)/u, '')
  writeFileSync(join(root, path), lines.join('\n'))
}

if (options.includes('--mend')) problems.forEach(mend)
report('exports', options.includes('--mend') ? [] : problems)
