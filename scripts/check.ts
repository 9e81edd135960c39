/**
 * `npm run check [name…]`: what has to hold beside the tests. Goes on after a failure and ends with `N passed, N failed`.
 * Nothing here needs the network but `audit`, which says so where it cannot be reached.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Name → the program below the root, run by this Node, and its arguments. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  lint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  'page-types': ['node_modules/typescript/bin/tsc', '-p', 'src/page'],
  'page-test-types': ['node_modules/typescript/bin/tsc', '-p', '__tests__/e2e/verify-page'],
  tree: ['scripts/check-tree.ts'],
  structure: ['scripts/check-structure.ts'],
  exports: ['scripts/check-exports.ts'],
  fields: ['scripts/check-fields.ts'],
  tables: ['scripts/readme-tables.ts', '--check'],
  'command-line': ['scripts/cli-options.ts', '--check'],
  architecture: ['scripts/architecture.ts', '--check'],
  'toy-format': ['scripts/check-toy-format.ts'],
  pages: ['scripts/check-pages.ts'],
  workflows: ['scripts/check-workflows.ts'],
  bundle: ['scripts/check-bundle.ts'],
  archive: ['scripts/check-archive.ts'],
  build: ['scripts/check-build.ts'],
  audit: ['scripts/audit.ts'],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in CHECKS))
if (unknown.length > 0) throw new Error(`no check ${unknown.join(', ')}: there are ${Object.keys(CHECKS).join(', ')}`)

let passed = 0
const failed: string[] = []
for (const [name, command] of Object.entries(CHECKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const start = performance.now()
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  if (status === 0) passed++
  else failed.push(name)
}
if (failed.length > 0) console.log(`failed checks: ${failed.join(', ')}`)
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
