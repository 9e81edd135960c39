/**
 * `npm run build`: bundles the two actions into dist/, each with its lazy chunks, and the licences of what they hold.
 * Same lock file, same bytes, wherever the folder is.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { bundledPackages, licensesText, type Stats } from './licenses.ts'

const root = join(import.meta.dirname, '..')
const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')

/** Bundles one action and returns webpack's account of what is in it. */
function bundle(action: string, scratch: string): Stats {
  const stats = join(scratch, `${action}.json`)
  const options = ['--target', 'es2024', '--no-cache', '--quiet', '--stats-out', stats]
  execFileSync(process.execPath, [ncc, 'build', `src/${action}/index.ts`, '--out', `dist/${action}`, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  compileWorkers(join(root, 'dist', action))
  return JSON.parse(readFileSync(stats, 'utf8')) as Stats
}

/** ncc copies a worker's source as it is. As JavaScript it starts 40 ms sooner: Node has no types to strip. */
function compileWorkers(folder: string): void {
  const names = readdirSync(folder)
  for (const worker of names.filter((name) => name.endsWith('.ts'))) {
    const compiled = worker.replace(/ts$/u, 'js')
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024 }
    const { outputText } = ts.transpileModule(readFileSync(join(folder, worker), 'utf8'), { compilerOptions })
    writeFileSync(join(folder, compiled), outputText)
    rmSync(join(folder, worker))
    for (const chunk of names.filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(join(folder, chunk), 'utf8')
      writeFileSync(join(folder, chunk), text.replaceAll(JSON.stringify(worker), JSON.stringify(compiled)))
    }
  }
}

// A chunk that is gone must not stay behind from an earlier build.
rmSync(join(root, 'dist'), { recursive: true, force: true })
const scratch = mkdtempSync(join(tmpdir(), 'build-'))
try {
  const packages = ['sign', 'verify'].flatMap((action) => bundledPackages(bundle(action, scratch)))
  writeFileSync(join(root, 'dist', 'licenses.txt'), await licensesText(root, packages))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
