/**
 * Imports go where docs/architecture.md says, nothing is larger than a reader can follow, and nothing is exported that
 * nobody imports. `check-structure.ts [root]`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './problems.ts'
import { unusedExports } from './structure/exports.ts'
import { brokenRules, cruiseImports } from './structure/imports.ts'
import { roomProblems } from './structure/rooms.ts'
import { sizeProblems } from './structure/sizes.ts'
import { parseSources, ROOMS } from './structure/sources.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const folders = ROOMS.filter((folder) => existsSync(join(root, folder)))
const sources = parseSources(root, folders)
const withTests = new Map([...sources, ...parseSources(root, ['__tests__'])])
report('structure', [
  ...brokenRules(await cruiseImports(root, folders)),
  ...roomProblems(sources),
  ...sizeProblems(sources),
  ...unusedExports(withTests, folders),
])
