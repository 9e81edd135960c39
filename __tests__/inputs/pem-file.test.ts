import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { InputReader } from '../../src/inputs/input-reader.ts'
import { pemTextOrFile } from '../../src/inputs/key-pin.ts'
import { describeOnLinux } from '../support/where-there.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'pem-'))
})
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true })
})

/** The faults of a run whose `public-key` is a path. */
async function faultsOf(path: string): Promise<readonly string[]> {
  const reader = new InputReader({ 'INPUT_PUBLIC-KEY': path })
  expect(await pemTextOrFile(reader, 'public-key', workspace, '`public-key: keys/release.pem`')).toBeUndefined()
  return reader.faults
}

describeOnLinux('a path from a download', () => {
  it('to a FIFO is a fault, and keeps no run waiting', async () => {
    execFileSync('mkfifo', [join(workspace, 'kms-public-key.pem')])
    expect(await faultsOf('kms-public-key.pem')).toEqual([
      expect.stringContaining(`'public-key' is "kms-public-key.pem", whose file is not a regular file.`),
    ])
  })

  it('to a device is a fault', async () => {
    expect(await faultsOf('/dev/zero')).toEqual([expect.stringContaining('is not a regular file')])
  })
})

it('reads no more of a file than a key can have', async () => {
  writeFileSync(join(workspace, 'key.pem'), '')
  truncateSync(join(workspace, 'key.pem'), 2 ** 33)
  expect(await faultsOf('key.pem')).toEqual([expect.stringContaining('whose file is larger than 1048576 bytes')])
})
