/** Nothing is exported that nobody imports. `check-exports.ts [root]`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './problems.ts'
import { unusedExports } from './structure/exports.ts'
import { parseSources, ROOMS } from './structure/sources.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const folders = ROOMS.filter((folder) => existsSync(join(root, folder)))
report('exports', unusedExports(parseSources(root, [...folders, '__tests__']), folders))
