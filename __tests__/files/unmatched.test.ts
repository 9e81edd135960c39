import { expect, it } from '@jest/globals'
import type { FilePattern } from '../../src/files/patterns.ts'
import { reportUnmatched, type FileSearch } from '../../src/files/matches.ts'
import { collectingLog } from '../support/collecting-log.ts'
import { thrownBy } from '../support/thrown-by.ts'

const pattern: FilePattern = {
  text: 'none/*',
  exclude: false,
  bases: [],
  matches: () => ({ file: false, folder: false }),
  mayMatchBelow: () => false,
  stateAt: () => '',
  names: () => false,
}

/** What a pattern that matches nothing is reported as. */
function report(search: Pick<FileSearch, 'ifNoFilesFound' | 'input'>) {
  const log = collectingLog()
  const refusal = thrownBy(() => {
    reportUnmatched({ patterns: '', workspace: '/w', maxFiles: 0, log, ...search }, [pattern], [])
  })
  return { refusal, log }
}

it('tells the value of if-no-files-found that would change something', () => {
  const { refusal } = report({ ifNoFilesFound: 'error' })
  expect(refusal).toMatchObject({ hint: expect.stringContaining('`if-no-files-found: warn`') })
  const { log } = report({ ifNoFilesFound: 'warn' })
  expect(log.warnings).toEqual([expect.stringContaining('`if-no-files-found: ignore`')])
})

it('tells none for the statements of verify, which have to be there', () => {
  const { refusal } = report({ ifNoFilesFound: 'error', input: 'provenance' })
  expect(refusal).toMatchObject({ code: 'NO_FILES', hint: expect.not.stringContaining('if-no-files-found') })
})
