import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { checkOutputPaths } from '../../src/writing/output-paths.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paths-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  [
    'a file',
    'there is a file in place of the folder',
    () => {
      writeFileSync(join(folder, 'out'), '', { mode: 0o755 })
    },
  ],
  [
    'a link that leads nowhere',
    'there is a link that leads nowhere',
    () => {
      symlinkSync('nowhere', join(folder, 'out'))
    },
  ],
])('says that %s is where a folder has to be', async (_, message, make) => {
  make()
  for (const path of ['out/a.sig', 'out/deep/a.sig']) {
    const refusal = checkOutputPaths({ workspace: folder, paths: [join(folder, path)], inputs: [], overwrite: true })
    await expect(refusal).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      hint: expect.stringContaining('or the other way round'),
    })
    if (path === 'out/a.sig')
      await expect(refusal).rejects.toThrow(`${join(folder, 'out')} cannot be written: ${message}`)
  }
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})
