import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { archiveOf } from '../../scripts/archive.ts'
import type { Row } from '../result.ts'

/** What each job that uses the action downloads first: the archive of the repository, packed. */
export function download(): Promise<Row[]> {
  const packed = gzipSync(archiveOf(join(import.meta.dirname, '..', '..')), { level: 9 }).length
  const row: Row = {
    group: 'download',
    what: 'what a runner downloads, packed',
    against: 'zero',
    unit: 'MB',
    values: [packed / 1e6],
    better: 'small',
    reach: 0.9,
    fail: 1,
    detail: `${packed} bytes; google-github-actions/auth 0.44, softprops/action-gh-release 0.31 (figures measured elsewhere)`,
  }
  return Promise.resolve([row])
}
