/**
 * `npm run check [name…]`: what has to hold beside the tests. Goes on after a failure and ends with `N passed, N failed`.
 * Nothing here needs the network but `audit`, which says so where it cannot be reached.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Name → the program below the root, run by this Node, and its arguments. What takes longest begins first. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  lint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  exports: ['scripts/check-exports.ts'],
  'toy-format': ['scripts/check-toy-format.ts'],
  fields: ['scripts/check-fields.ts'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  'page-types': ['node_modules/typescript/bin/tsc', '-p', 'src/page'],
  'page-test-types': ['node_modules/typescript/bin/tsc', '-p', '__tests__/e2e/verify-page'],
  tree: ['scripts/check-tree.ts'],
  structure: ['scripts/check-structure.ts'],
  tables: ['scripts/readme-tables.ts', '--check'],
  'command-line': ['scripts/cli-options.ts', '--check'],
  architecture: ['scripts/architecture.ts', '--check'],
  pages: ['scripts/check-pages.ts'],
  workflows: ['scripts/check-workflows.ts'],
  bundle: ['scripts/check-bundle.ts'],
  archive: ['scripts/check-archive.ts'],
  audit: ['scripts/audit.ts'],
  build: ['scripts/check-build.ts'],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in CHECKS))
if (unknown.length > 0) throw new Error(`no check ${unknown.join(', ')}: there are ${Object.keys(CHECKS).join(', ')}`)

const passed: string[] = []
const failed: string[] = []

/** What it prints comes in one piece, with whether it holds at the end. */
async function run(name: string): Promise<void> {
  const start = performance.now()
  const child = spawn(process.execPath, CHECKS[name] ?? [], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
  const [status] = (await once(child, 'close')) as [number | null]
  process.stdout.write(Buffer.concat(printed))
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  ;(status === 0 ? passed : failed).push(name)
}

const queue = Object.keys(CHECKS).filter((name) => wanted.length === 0 || wanted.includes(name))
// It makes dist/ anew, which others read.
const last = queue.splice(queue.includes('build') ? queue.indexOf('build') : queue.length, 1)
const lane = async (): Promise<void> => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) await run(name)
}
await Promise.all(Array.from({ length: availableParallelism() }, lane))
for (const name of last) await run(name)
if (failed.length > 0) console.log(`failed checks: ${failed.join(', ')}`)
console.log(`${passed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
