/**
 * Imports go where docs/architecture.md says, and nothing is larger than a reader can follow.
 * `check-structure.ts [root]`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './problems.ts'
import { brokenRules, cruiseImports } from './structure/imports.ts'
import { roomProblems } from './structure/rooms.ts'
import { sizeProblems } from './structure/sizes.ts'
import { parseSources, ROOMS } from './structure/sources.ts'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const folders = ROOMS.filter((folder) => existsSync(join(root, folder)))
const sources = parseSources(root, folders)
report('structure', [
  ...brokenRules(await cruiseImports(root, folders)),
  ...roomProblems(sources),
  ...sizeProblems(sources),
])
