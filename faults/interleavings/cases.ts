import type { Disk } from '../../src/writing/disk.ts'
import type { Scenario, Tree, Writes } from './types.ts'

/** Two runs in one folder. */
export interface Case extends Scenario {
  /** What each name may stand for at any moment; `undefined` for nothing. No other name may be seen. */
  readonly allowed: Readonly<Record<string, readonly (string | undefined)[]>>
  /** What is to be there once both runs came to an end of their own: outcomes → one of these. */
  readonly ends: Readonly<Record<string, readonly Tree[]>>
}

const both = (content: string): Tree => ({ s: content, t: content })
const replacing = (content: string): Writes => ({ files: both(content), overwrite: true })
const adding = (content: string, own: string): Writes => ({ files: { [own]: content, s: content }, overwrite: false })
const inTwoFolders = (content: string, first: string, second: string): Writes => ({
  files: { [`${first}/s`]: content, [`${second}/s`]: content },
  overwrite: true,
})
const A_OR_B = ['old', 'A', 'B']

const withoutLinks = (disk: Disk): Disk => ({
  ...disk,
  link: () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' })),
})

/** What two runs do → how. */
export const CASES: Readonly<Record<string, Case>> = {
  'replace the same two files': {
    before: both('old'),
    runs: [replacing('A'), replacing('B')],
    allowed: { s: A_OR_B, t: A_OR_B },
    ends: { 'done, done': [both('A'), both('B')] },
  },
  'add a file of one name beside one of their own, and may replace nothing': {
    before: {},
    runs: [adding('A', 'a'), adding('B', 'b')],
    allowed: { a: [undefined, 'A'], b: [undefined, 'B'], s: [undefined, 'A', 'B'] },
    ends: { 'done, OUTPUT_EXISTS': [{ a: 'A', s: 'A' }], 'OUTPUT_EXISTS, done': [{ b: 'B', s: 'B' }] },
  },
  'add to one manifest': {
    before: { m: '0' },
    runs: [
      { files: { m: '+A' }, overwrite: false },
      { files: { m: '+B' }, overwrite: false },
    ],
    allowed: { m: ['0', '0+A', '0+B', '0+A+B', '0+B+A'] },
    ends: { 'done, done': [{ m: '0+A+B' }, { m: '0+B+A' }] },
  },
  'replace the same two files, of which one takes back what it did': {
    before: both('old'),
    runs: [{ ...replacing('A'), refused: 't' }, replacing('B')],
    allowed: { s: A_OR_B, t: ['old', 'B'] },
    ends: { 'WRITE_FAILED, done': [both('B')] },
  },
  'replace one file on a disk without hard links': {
    before: { s: 'old' },
    runs: [
      { files: { s: 'A' }, overwrite: true },
      { files: { s: 'B' }, overwrite: true },
    ],
    disk: withoutLinks,
    allowed: { s: A_OR_B },
    ends: { 'done, done': [{ s: 'A' }, { s: 'B' }] },
  },
  'add one file on a disk without hard links': {
    before: {},
    runs: [
      { files: { s: 'A' }, overwrite: false },
      { files: { s: 'B' }, overwrite: false },
    ],
    disk: withoutLinks,
    allowed: { s: [undefined, 'A', 'B'] },
    ends: { 'done, OUTPUT_EXISTS': [{ s: 'A' }], 'OUTPUT_EXISTS, done': [{ s: 'B' }] },
  },
  'write into one new folder, which one of them removes again': {
    before: {},
    runs: [
      { files: { 'new/a': 'A' }, overwrite: false, refused: 'new/a' },
      { files: { 'new/b': 'B' }, overwrite: false },
    ],
    allowed: { new: [undefined, '/'], 'new/b': [undefined, 'B'] },
    ends: { 'WRITE_FAILED, done': [{ new: '/', 'new/b': 'B' }] },
  },
  'replace the same files in two folders, in another order': {
    before: { 'x/s': 'old', 'y/s': 'old' },
    runs: [inTwoFolders('A', 'x', 'y'), inTwoFolders('B', 'y', 'x')],
    allowed: { x: ['/'], y: ['/'], 'x/s': A_OR_B, 'y/s': A_OR_B },
    ends: { 'done, done': ['A', 'B'].map((last) => ({ x: '/', 'x/s': last, y: '/', 'y/s': last })) },
  },
}
