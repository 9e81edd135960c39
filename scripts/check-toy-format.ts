/**
 * A new format is one folder, one entry in src/formats/facts.ts, and what the compiler then names: a copy of the project
 * gets one more, and everything else has to follow. Fails where somebody keeps a list of their own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './problems.ts'
import { ownLists } from './toy-format/own-lists.ts'
import { bundleActions, runToy } from './toy-format/runs.ts'
import { compilerErrors, copyWithToy, followCompiler, projectFiles, TOY } from './toy-format/tree.ts'

/** All code but what is made from action.yml. */
const CODE = /^(?!src\/cli\/action-inputs\.ts$)(?:src|emulator|interop|demo|bench|faults|scripts)\/.*(?<!\.d)\.ts$/u
const ROOT = join(import.meta.dirname, '..')

/** The generated lists: out of date before they are made, complete after. */
function tables(folder: string): readonly string[] {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['scripts/readme-tables.ts', ...args], { cwd: folder }).status
  const problems = run('--check') === 0 ? ['npm run check tables does not notice a format that no text lists'] : []
  if (run() !== 0) problems.push('npm run tables fails')
  const silent = ['action.yml', 'verify/action.yml', 'README.md', 'docs/verify-action.md'].filter(
    (path) => !readFileSync(join(folder, path), 'utf8').includes(`\`${TOY}\``),
  )
  return [...problems, ...silent.map((path) => `npm run tables does not put the format into ${path}`)]
}

async function everything(folder: string): Promise<readonly string[]> {
  copyWithToy(folder)
  const lists = projectFiles()
    .filter((path) => CODE.test(path))
    .flatMap((path) => ownLists(ROOT, path))
  const followed = followCompiler(folder, compilerErrors(folder))
  const left = compilerErrors(folder).map((line) => `the compiler is not content: ${line}`)
  const before = [...lists, ...followed, ...left, ...tables(folder)]
  if (before.length > 0) return before
  await bundleActions(folder)
  return runToy(folder)
}

const folder = mkdtempSync(join(tmpdir(), 'toy-format-'))
try {
  report('toy-format', await everything(folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
