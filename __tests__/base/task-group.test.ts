import { getEventListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { TaskGroup } from '../../src/base/task-group.ts'

const first = new ActionError('KEY_NOT_FOUND', 'first')
const second = new ActionError('UNAVAILABLE', 'second')

/** Work that only the group's end ends. */
const untilEnd = (group: TaskGroup) => (): Promise<never> =>
  new Promise((_, reject) => {
    group.signal.addEventListener('abort', () => {
      reject(second)
    })
  })

describe('a group of tasks', () => {
  it('gives the value of each, whenever it is asked for', async () => {
    await using group = new TaskGroup()
    const task = group.start(() => Promise.resolve(7))
    await wait(5)
    expect(await task).toBe(7)
    expect(group.signal.aborted).toBe(false)
  })

  it('ends all at the first failure, and everybody hears of that one', async () => {
    await using group = new TaskGroup()
    const waiting = group.start(untilEnd(group))
    const failing = group.start(() => Promise.reject(first))
    await expect(failing).rejects.toBe(first)
    await expect(waiting).rejects.toBe(first)
    expect(group.signal.reason).toBe(first)
  })

  it('starts nothing after its end', async () => {
    await using group = new TaskGroup()
    group.fail(first)
    let started = false
    const late = group.start(() => {
      started = true
      return Promise.resolve()
    })
    await expect(late).rejects.toBe(first)
    expect(started).toBe(false)
  })

  it('leaves no failure unhandled that nobody awaits', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', note)
    try {
      await using group = new TaskGroup()
      void group.start(() => Promise.reject(first))
      void group.start(untilEnd(group))
      await wait(20)
      expect(unhandled).toEqual([])
    } finally {
      process.off('unhandledRejection', note)
    }
  })

  it('waits, when it is disposed of, for what still runs, and for what that has started', async () => {
    const seen: string[] = []
    {
      await using group = new TaskGroup()
      void group.start(async () => {
        await wait(10)
        seen.push('outer')
      })
      void group.start(async () => {
        try {
          await untilEnd(group)()
        } finally {
          await wait(20)
          seen.push('ended')
        }
      })
    }
    expect(seen.toSorted()).toEqual(['ended', 'outer'])
  })

  it('waits before the failure of its scope gets out', async () => {
    let running = true
    const scope = async (): Promise<void> => {
      await using group = new TaskGroup()
      void group.start(async () => {
        try {
          await untilEnd(group)()
        } finally {
          await wait(10)
          running = false
        }
      })
      await group.start(() => Promise.reject(first))
    }
    await expect(scope()).rejects.toBe(first)
    expect(running).toBe(false)
  })

  it('is ended from outside, with that reason', async () => {
    const outer = new AbortController()
    await using group = new TaskGroup(outer.signal)
    const task = group.start(untilEnd(group))
    outer.abort(first)
    await expect(task).rejects.toBe(first)
    expect(group.fail(second)).toBe(first)
  })
})

describe('the failure to tell of', () => {
  it('is the first, whatever comes while others clean up', async () => {
    const outer = new AbortController()
    await using group = new TaskGroup(outer.signal)
    expect(group.fail(first)).toBe(first)
    outer.abort(second)
    expect(group.fail(second)).toBe(first)
  })

  it('is one that has the first for its cause: it says what else came of it', async () => {
    await using group = new TaskGroup()
    group.fail(first)
    const stuck = new ActionError('WRITE_FAILED', 'not put back', { cause: first })
    expect(group.fail(stuck)).toBe(stuck)
  })

  it('is no other, even where that was wrapped', async () => {
    await using group = new TaskGroup()
    group.fail(first)
    expect(group.fail(new ActionError('WRITE_FAILED', 'x', { cause: second }))).toBe(first)
  })
})

it('keeps no listener of what is done', async () => {
  await using group = new TaskGroup()
  await Promise.all(Array.from({ length: 50 }, () => group.start(() => wait(1))))
  expect(getEventListeners(group.signal, 'abort')).toHaveLength(0)
})
