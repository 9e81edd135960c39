/** Runs that are to move files into one folder: who goes first, who waits, and for whom nobody does. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { nodeDisk, type Disk } from '../../src/writing/disk.ts'
import { newRunMark } from '../../src/writing/run-mark.ts'
import { takeTurn } from '../../src/writing/turn.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'turn-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Of a run on another machine, of which nobody can tell here whether it lives. */
const markOf = (number: number) => `.kms-sign-${number}-1-0123456789ab-0123456789ab`
const OURS = 5
const BEFORE_OURS = 4
const BEHIND_OURS = 6

const hiddenOf = (number: number, below = '.') => join(folder, below, markOf(number))
const flagOf = (number: number, below = '.') => join(hiddenOf(number, below), 'moving')
function make(number: number, { below = '.', moves = true } = {}): string {
  mkdirSync(hiddenOf(number, below), { recursive: true })
  if (moves) writeFileSync(flagOf(number, below), '')
  return hiddenOf(number, below)
}

/** A disk that does one of these in place of each wait, in order, and fails after the last. */
function waiting(...steps: readonly ((ms: number) => void)[]): Disk & { readonly left: () => number } {
  const left = [...steps]
  return {
    ...nodeDisk,
    left: () => left.length,
    wait: (ms) => {
      const step = left.shift()
      if (step === undefined) return Promise.reject(new Error('it waits for ever'))
      step(ms)
      return Promise.resolve()
    },
  }
}

it('is there at once where nobody moves files, and is seen in each folder', async () => {
  const ours = [make(OURS, { moves: false }), make(OURS, { below: 'deep', moves: false })]
  make(BEFORE_OURS, { moves: false })
  await takeTurn(waiting(), ours, undefined)
  expect([flagOf(OURS), flagOf(OURS, 'deep')].map((path) => existsSync(path))).toEqual([true, true])
})

it('comes once a run of a later mark has lowered its flags; ours stay up, so that it does', async () => {
  const ours = [make(OURS, { moves: false }), make(OURS, { below: 'deep', moves: false })]
  make(BEHIND_OURS, { below: 'deep' })
  const seen: boolean[] = []
  const disk = waiting(
    (ms) => {
      expect(ms).toBeGreaterThan(0)
      seen.push(existsSync(flagOf(OURS)), existsSync(flagOf(OURS, 'deep')))
    },
    () => {
      rmSync(flagOf(BEHIND_OURS, 'deep'))
    },
  )
  await takeTurn(disk, ours, AbortSignal.timeout(60_000))
  expect([seen, disk.left()]).toEqual([[true, true], 0])
})

it.each([
  ['alone', [BEFORE_OURS]],
  ['beside one of a later mark', [BEFORE_OURS, BEHIND_OURS]],
])('is left to a run of an earlier mark (%s): our flags go down until it has gone', async (_, others) => {
  const ours = [make(OURS, { moves: false }), make(OURS, { below: 'deep', moves: false })]
  for (const other of others) make(other)
  const seen: boolean[] = []
  const look = (): void => {
    seen.push(existsSync(flagOf(OURS)), existsSync(flagOf(OURS, 'deep')))
  }
  const disk = waiting(look, (ms) => {
    expect(ms).toBeGreaterThan(0)
    look()
    for (const other of others) rmSync(hiddenOf(other), { recursive: true })
  })
  await takeTurn(disk, ours, undefined)
  expect([seen, disk.left()]).toEqual([[false, false, false, false], 0])
  expect([flagOf(OURS), flagOf(OURS, 'deep')].map((path) => existsSync(path))).toEqual([true, true])
})

it.each([
  [9, 1],
  [11, 0],
])('waits for the flag of a run elsewhere only as long as that may live: %i minutes', async (minutes, waits) => {
  const ours = [make(OURS, { moves: false })]
  make(BEHIND_OURS)
  const old = new Date(Date.now() - minutes * 60_000)
  utimesSync(flagOf(BEHIND_OURS), old, old)
  const disk = waiting(() => {
    rmSync(flagOf(BEHIND_OURS))
  })
  await takeTurn(disk, ours, undefined)
  expect(1 - disk.left()).toBe(waits)
})

it('waits for no run that is over', async () => {
  const [, pid = '', , ...rest] = (await newRunMark()).split('-').slice(1)
  const dead = join(folder, ['.kms-sign', pid, '1', ...rest].join('-'))
  mkdirSync(dead)
  writeFileSync(join(dead, 'moving'), '')
  await takeTurn(waiting(), [make(OURS, { moves: false })], undefined)
  expect(existsSync(flagOf(OURS))).toBe(true)
})

it.each([BEFORE_OURS, BEHIND_OURS])('is given up when the run is cancelled while it waits (%i)', async (other) => {
  const reason = new Error('cancelled')
  const run = new AbortController()
  const ours = [make(OURS, { moves: false })]
  make(other)
  const disk = waiting(() => {
    run.abort(reason)
  })
  await expect(takeTurn(disk, ours, run.signal)).rejects.toBe(reason)
})

it('is not taken where the disk does not say whether another run moves files', async () => {
  const refused = Object.assign(new Error('EIO'), { code: 'EIO' })
  const ours = [make(OURS, { moves: false })]
  make(BEHIND_OURS)
  const disk: Disk = {
    ...nodeDisk,
    lstat: (path) => (path === flagOf(BEHIND_OURS) ? Promise.reject(refused) : nodeDisk.lstat(path)),
  }
  await expect(takeTurn(disk, ours, undefined)).rejects.toBe(refused)
})
