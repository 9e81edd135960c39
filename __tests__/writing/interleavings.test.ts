/** Two runs in one folder, stepped call by call; `npm run faults -- interleavings` goes through all the cases. */
import { expect, it } from '@jest/globals'
import { CASES } from '../../faults/interleavings/cases.ts'
import { problemOf } from '../../faults/interleavings/interleavings.ts'
import type { Disk } from '../../src/writing/disk.ts'

const caseOf = (name: string) => {
  const found = CASES[name]
  if (found === undefined) throw new Error(`no case ${name}`)
  return found
}
const NEW_FOLDER = 'write into one new folder, which one of them removes again'
const REPLACE = 'replace the same two files'
const ADD = 'add a file of one name beside one of their own, and may replace nothing'
const JOIN = 'add to one manifest'
const TAKE_BACK = 'replace the same two files, of which one takes back what it did'

it.each([NEW_FOLDER, JOIN])('every order of two runs that %s ends well', async (name) => {
  expect(await problemOf(caseOf(name))).toMatchObject({ problem: undefined })
})

/** What stands for broken code: nobody’s flag is seen, so that none waits for its turn. */
const withoutTurns = (disk: Disk): Disk => ({
  ...disk,
  lstat: (path) => disk.lstat(path.replace(/moving$/u, 'nothing')),
})
/** Any file of a name is the one that was put there. */
const byName = (disk: Disk): Disk => ({
  ...withoutTurns(disk),
  lstat: async (path) => Object.assign(await withoutTurns(disk).lstat(path), { dev: 0n, ino: 0n }),
})
const withPatienceForTheDead = (disk: Disk): Disk => {
  let moves = false
  return {
    ...disk,
    writeNew: (path, bytes) => {
      moves ||= path.endsWith('/moving')
      return disk.writeNew(path, bytes)
    },
    isOver: async (name, age) => !moves && (await disk.isOver(name, age)),
  }
}
const copying = (disk: Disk): Disk => ({
  ...disk,
  rename: async (from, to) => {
    await disk.unlink(to).catch(() => undefined)
    await disk.copyFile(String(from), String(to))
  },
})

it.each<[string, string, (disk: Disk) => Disk, RegExp]>([
  ['take no turns', REPLACE, withoutTurns, /^it ends with done, done and/u],
  ['take no turns', JOIN, withoutTurns, /^it ends with done, done and/u],
  ['take back by name', TAKE_BACK, byName, /^it ends with WRITE_FAILED, done and/u],
  ['copy into place', REPLACE, copying, /^[st] is (?:gone|$)/mu],
  ['rename over what is there', ADD, (disk) => ({ ...disk, link: disk.rename }), /^it ends with done, done and/u],
  ['take every other run for dead', ADD, (disk) => ({ ...disk, isOver: () => Promise.resolve(true) }), /WRITE_FAILED/u],
  [
    'take no other run for dead',
    REPLACE,
    (disk) => ({ ...disk, isOver: () => Promise.resolve(false) }),
    /^the next run leaves/u,
  ],
  ['wait for dead ones', REPLACE, withPatienceForTheDead, /^a run waits for ever/u],
  ['leave their hidden folders', JOIN, (disk) => ({ ...disk, rmdir: () => Promise.resolve() }), /^left behind/u],
])('runs that %s are found out (%s)', async (_, name, disk, problem) => {
  expect(await problemOf({ ...caseOf(name), disk })).toMatchObject({
    problem: expect.stringMatching(problem) as unknown,
  })
})
