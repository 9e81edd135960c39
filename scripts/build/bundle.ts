/** The second step of the build: one entry with all that it imports, by ncc, and its workers, by esbuild. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import type { Stats } from './licenses.ts'
import { runProgram } from './run-program.ts'

const ncc = join(import.meta.dirname, '..', '..', 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')

/** What ncc puts in the place of a module that it did not find; it says nothing of it. */
const NOT_FOUND = /\beval\(["']require["']\)\(["'](?<module>[^"']+)["']\)/gu

/**
 * Bundles `scratch`/src/`entry` into `scratch`/dist/`entry`.
 * @param workers absolute paths of the modules that workers start with
 * @returns webpack's account of what is in the bundle
 * @throws Error when a module is missing
 */
export async function bundle(scratch: string, entry: string, workers: readonly string[]): Promise<Stats> {
  const [stats, out] = [join(scratch, `${entry}.json`), join(scratch, 'dist', entry)]
  const options = ['--target', 'es2024', '--no-cache', '--quiet', '--stats-out', stats]
  await runProgram(scratch, ncc, ['build', `src/${entry}/index.js`, '--out', out, ...options])
  // ncc copies a worker's module as it is, without what it imports.
  for (const worker of workers.filter((path) => existsSync(join(out, basename(path))))) {
    const outfile = join(out, basename(worker))
    const options = { bundle: true, platform: 'node', format: 'esm', target: 'node24', allowOverwrite: true } as const
    await build({ ...options, absWorkingDir: scratch, entryPoints: [worker], outfile, logLevel: 'warning' })
  }
  checkAllFound(out)
  return JSON.parse(readFileSync(stats, 'utf8')) as Stats
}

function checkAllFound(folder: string): void {
  const missing = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(NOT_FOUND)])
    .map(({ groups }) => groups?.['module'] ?? '')
    .filter((module) => module.startsWith('.'))
  if (missing.length > 0) throw new Error(`not found by the bundler: ${missing.join(', ')}`)
}
