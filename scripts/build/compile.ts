/** The first step of the build: src/ as JavaScript, with its types checked. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

/** What the compiler leaves as it is: the paths of workers, and of imports in functions that use `await using`. */
const TYPESCRIPT_PATH = /(\bimport\(|\bnew URL\()(['"])(\.{1,2}\/[^'"]+)\.ts\2/gu
const WORKER = /\bnew URL\(['"](\.{1,2}\/[^'"]+\.js)['"], import\.meta\.url\)/gu

/**
 * Compiles src/ to `scratch`/src.
 * @returns absolute paths of the modules that workers start with
 * @throws Error when a type is wrong
 */
export async function compile(root: string, scratch: string): Promise<readonly string[]> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  await runProgram(root, tsc, ['-p', 'tsconfig.build.json', '--outDir', scratch])
  const workers = new Set<string>()
  for (const entry of readdirSync(join(scratch, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const text = readFileSync(path, 'utf8').replaceAll(TYPESCRIPT_PATH, '$1$2$3.js$2')
    writeFileSync(path, text)
    for (const [, worker = ''] of text.matchAll(WORKER)) workers.add(join(entry.parentPath, worker))
  }
  return [...workers]
}
