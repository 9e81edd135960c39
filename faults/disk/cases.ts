/** Files and folders that are in the way, or change in the middle of a run, and what the run has to end with. */
import { appendFile, mkdir, rename, rmdir, symlink, unlink, writeFile } from 'node:fs/promises'
import type { Workspace } from '../../__tests__/support/workspace.ts'

export interface Case {
  readonly name: string
  readonly code: string
  readonly inputs?: Readonly<Record<string, string>>
  /** Before the run; what it makes counts as there before. */
  readonly prepare?: (workspace: Workspace) => Promise<void>
  /** In the middle of the run, once so many requests of KMS of this kind have come. */
  readonly change?: { readonly at: 'GetKey' | 'SignHash'; readonly make: (workspace: Workspace) => Promise<void> }
  /** Whether the change itself accounts for all that differs; by default it is undone by `restore` or was none. */
  readonly restore?: (workspace: Workspace) => Promise<void>
}

/** What OpenPGP hashes, only the key tells: nothing is read before KMS has answered. */
const READ_LATE = { formats: 'sig, openpgp' }

export const CASES: readonly Case[] = [
  {
    name: 'a file that vanishes before it is read',
    code: 'FILE_UNREADABLE',
    inputs: READ_LATE,
    change: { at: 'GetKey', make: ({ at }) => unlink(at('two.bin')) },
    restore: ({ at }) => writeFile(at('two.bin'), 'content of two.bin'),
  },
  {
    name: 'a file that grows before it is read',
    code: 'FILE_CHANGED',
    inputs: READ_LATE,
    change: { at: 'GetKey', make: ({ at }) => appendFile(at('two.bin'), 'x') },
    restore: ({ at }) => writeFile(at('two.bin'), 'content of two.bin'),
  },
  {
    name: 'a file that changes before its signature is written',
    code: 'FILE_CHANGED',
    change: { at: 'SignHash', make: ({ at }) => appendFile(at('one.bin'), 'x') },
    restore: ({ at }) => writeFile(at('one.bin'), 'content of one.bin'),
  },
  {
    name: 'a file that vanishes before its signature is written',
    code: 'FILE_CHANGED',
    change: { at: 'SignHash', make: ({ at }) => unlink(at('one.bin')) },
    restore: ({ at }) => writeFile(at('one.bin'), 'content of one.bin'),
  },
  {
    name: 'a file that is replaced by another of the same size',
    code: 'FILE_CHANGED',
    change: {
      at: 'SignHash',
      make: async ({ at }) => {
        await writeFile(at('other'), 'CONTENT OF ONE.BIN')
        await rename(at('other'), at('one.bin'))
      },
    },
    restore: ({ at }) => writeFile(at('one.bin'), 'content of one.bin'),
  },
  {
    name: 'a file that becomes a folder before it is read',
    code: 'FILE_UNREADABLE',
    inputs: READ_LATE,
    change: {
      at: 'GetKey',
      make: async ({ at }) => {
        await unlink(at('two.bin'))
        await mkdir(at('two.bin'))
      },
    },
    restore: async ({ at }) => {
      await rmdir(at('two.bin'))
      await writeFile(at('two.bin'), 'content of two.bin')
    },
  },
  {
    name: 'a folder where a file has to be',
    code: 'WRITE_FAILED',
    prepare: ({ at }) => mkdir(at('one.bin.sig')),
  },
  {
    name: 'a folder where a file has to be, with overwrite',
    code: 'WRITE_FAILED',
    inputs: { overwrite: 'true' },
    prepare: ({ at }) => mkdir(at('two.bin.sig')),
  },
  {
    name: 'a file of the same name that comes meanwhile',
    code: 'OUTPUT_EXISTS',
    change: { at: 'SignHash', make: ({ at }) => writeFile(at('two.bin.sig'), 'somebody else’s') },
    restore: ({ at }) => unlink(at('two.bin.sig')),
  },
  {
    name: 'a folder of the same name that comes meanwhile, with overwrite',
    code: 'WRITE_FAILED',
    inputs: { overwrite: 'true' },
    change: { at: 'SignHash', make: ({ at }) => mkdir(at('kms-public-key.pem')) },
    restore: ({ at }) => rmdir(at('kms-public-key.pem')),
  },
  {
    name: 'an output-dir that is a file',
    code: 'WRITE_FAILED',
    inputs: { 'output-dir': 'out' },
    prepare: ({ at }) => writeFile(at('out'), ''),
  },
  {
    name: 'an output-dir that is a link to nowhere',
    code: 'WRITE_FAILED',
    inputs: { 'output-dir': 'out' },
    prepare: ({ at }) => symlink('nowhere', at('out')),
  },
  {
    name: 'an output-dir that is a link to itself',
    code: 'WRITE_FAILED',
    inputs: { 'output-dir': 'out' },
    prepare: ({ at }) => symlink('out', at('out')),
  },
]
