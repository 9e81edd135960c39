/** A workspace for searches, made anew for every test of the file that imports this. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'
import { findReleaseFiles, type ReleaseFileSearch } from '../../src/files/release-files.ts'
import { collectingLog } from '../support/collecting-log.ts'

export let workspace: string
let made: string

beforeEach(() => {
  workspace = made = mkdtempSync(join(realpathSync(tmpdir()), 'release files-'))
})
afterEach(() => {
  rmSync(made, { recursive: true, force: true })
})

/** Goes on in a folder of the workspace, which need not exist yet. */
export function enter(name: string): void {
  workspace = join(workspace, name)
}

/** Files whose content is their path. */
export function make(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), path)
  }
}

/** What the patterns find, with paths relative to the workspace, and what was said of it. */
export async function find(patterns: string, more: Partial<ReleaseFileSearch> = {}) {
  const log = collectingLog()
  const found = await findReleaseFiles({
    patterns,
    workspace,
    maxFiles: 1000,
    ifNoFilesFound: 'error',
    signsChecksums: true,
    log,
    ...more,
  })
  const paths = found.files.map((file) => join(relative(workspace, file.folder), file.name))
  return { ...found, log: log.lines, warnings: log.warnings, names: found.files.map(({ name }) => name), paths }
}
