import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { attachAssets } from '../../../src/github/releases/release-assets.ts'
import { prepareRelease } from '../../../src/github/releases/release-check.ts'
import { releaseSetup, type ReleaseSetup } from './release-setup.ts'

let setup: ReleaseSetup

beforeEach(async () => {
  setup = await releaseSetup()
  setup.emulator.github.addRelease('v1.2.3', { draft: true })
})

afterEach(() => setup.close())

async function attach(...names: readonly string[]): Promise<number> {
  const files = await Promise.all(names.map((name) => setup.write(name)))
  return (await attachAssets(await prepareRelease(setup.request()), files, setup.key)).length
}

const uploads = (): number => setup.emulator.calls('uploads', 'UploadAsset').length

describe("GitHub's secondary limit", () => {
  it('is waited out by the minute where its refusal names no time, and is no missing permission', async () => {
    const { limits } = setup.emulator.github
    limits.sendsRetryAfter = false
    limits.contentPerMinute = 2
    expect(await attach('a.sig', 'b.sig', 'c.sig')).toBe(3)
    expect(setup.clock.waits).toEqual([60_000])
    expect(uploads()).toBe(4)
  })
})

describe('a refusal whose wait is over already', () => {
  it('is not repeated without a pause', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 429, retryAfter: 0, first: 3 })
    expect(await attach('a.sig')).toBe(1)
    expect(setup.clock.waits.filter((wait) => wait > 0)).toHaveLength(3)
  })

  it('fails when it goes on for a minute', async () => {
    setup.emulator.setFault({ service: 'uploads', kind: 'status', status: 429, retryAfter: 0 })
    await expect(attach('a.sig')).rejects.toMatchObject({
      code: 'RELEASE_UPLOAD_FAILED',
      cause: expect.objectContaining({ code: 'RATE_LIMITED' }),
    })
    expect(uploads()).toBeLessThan(100)
  })
})
