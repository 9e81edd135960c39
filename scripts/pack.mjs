/**
 * `npm pack` runs this before and after: the package is the command line alone, which holds all that it needs, so its
 * package.json must ask for nothing. In plain JavaScript: whoever packs may have an old Node.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '..', '..')
const manifest = join(root, 'package.json')
/** The whole one, while the other lies in its place. */
const original = join(root, '.package.json')
/** What only developing needs. */
const DROPPED = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides', 'scripts', 'private']

if (process.argv[2] === 'before') {
  if (!existsSync(join(root, 'dist', 'cli', 'index.js'))) throw new Error('dist/cli is missing: npm run build')
  const text = readFileSync(manifest, 'utf8')
  const fields = JSON.parse(text)
  for (const name of DROPPED) delete fields[name]
  fields.engines = { node: '>=24' }
  writeFileSync(original, text)
  writeFileSync(manifest, `${JSON.stringify(fields, null, 2)}\n`)
} else renameSync(original, manifest)
