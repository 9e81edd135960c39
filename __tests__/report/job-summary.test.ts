import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { SigningResult } from '../../src/report/signing-result.ts'
import { writeSignSummary } from '../../src/report/job-summary.ts'
import { collectingLog } from '../support/collecting-log.ts'

const path = process.env['GITHUB_STEP_SUMMARY']
beforeEach(() => {
  process.env['GITHUB_STEP_SUMMARY'] = join(import.meta.dirname, 'nowhere', 'summary')
})
afterEach(() => {
  if (path === undefined) delete process.env['GITHUB_STEP_SUMMARY']
  else process.env['GITHUB_STEP_SUMMARY'] = path
})

it('warns of a summary that cannot be written: the uploads still come', async () => {
  const log = collectingLog()
  const key = { id: 'abj', algorithm: { name: 'X' }, publicKey: { fingerprint: 'sha256:00' } }
  const result = { key, hash: 'sha256', subjects: [], checksums: undefined, signedCount: 0 }
  await writeSignSummary(result as unknown as SigningResult, 'notes', log)
  expect(log.warnings).toEqual([expect.stringMatching(/^The job summary could not be written: .*nowhere/u)])
})
