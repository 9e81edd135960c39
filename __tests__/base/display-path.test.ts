import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { shownPath } from '../../src/base/display-path.ts'

const { GITHUB_WORKSPACE } = process.env
const started = process.cwd()
let folder: string
let link: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')))
  link = `${folder}-link`
  symlinkSync(folder, link)
  process.chdir(link)
})
afterEach(() => {
  process.chdir(started)
  if (GITHUB_WORKSPACE === undefined) delete process.env['GITHUB_WORKSPACE']
  else process.env['GITHUB_WORKSPACE'] = GITHUB_WORKSPACE
  rmSync(link)
  rmSync(folder, { recursive: true })
})

it('shows paths relative to a workspace behind a link, by whatever way they are named', () => {
  process.env['GITHUB_WORKSPACE'] = link
  expect(shownPath(join(link, 'dist', 'app'))).toBe('dist/app')
  expect(shownPath(join(folder, 'dist', 'app'))).toBe('dist/app')
  expect(shownPath('/elsewhere/app')).toBe('/elsewhere/app')
})

it.each(['', 'relative'])('needs no variable for that of the working directory: %j', (workspace) => {
  process.env['GITHUB_WORKSPACE'] = workspace
  expect(shownPath(join(folder, 'app'))).toBe('app')
  expect(shownPath(join(link, 'app'))).toBe(join(link, 'app'))
})
