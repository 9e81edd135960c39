import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, repeat, sign, time } from '../bench.ts'
import type { Row } from '../result.ts'

/** From the start of the process to its end, where no file is found, against a Node that does nothing at all. */
export async function startup(bench: Bench): Promise<Row[]> {
  const workspace = join(bench.folder, 'startup')
  await mkdir(workspace)
  const inputs = { files: 'none/*', 'if-no-files-found': 'ignore' }
  const once = async (): Promise<{ run: number; empty: number }> => {
    const empty = await time(process.execPath, ['-e', '0'], workspace)
    const { milliseconds } = await sign(bench, { workspace, inputs })
    return { run: milliseconds, empty }
  }
  await once()
  const pairs = await repeat(bench.short ? 11 : 31, once)
  const values = pairs.map(({ run, empty }) => run / empty)
  const [best] = pairs.toSorted((a, b) => a.run - b.run)
  return [
    {
      group: 'startup',
      what: 'start-up to “no files found”',
      against: '`node -e 0`',
      unit: '×',
      values,
      better: 'small',
      reach: 2.5,
      fail: 3.3,
      detail: `at best ${best?.run.toFixed(0) ?? ''} ms, an empty Node ${best?.empty.toFixed(0) ?? ''} ms; google-github-actions/auth 3.3 ×, softprops/action-gh-release 3.7 ×, actions/attest 6.3 × (figures measured elsewhere)`,
    },
  ]
}
