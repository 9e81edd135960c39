import { generateKeyPairSync } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, repeat, sign, time, verify } from '../bench.ts'
import type { Row } from '../result.ts'

const OTHERS =
  'google-github-actions/auth 3.3 ×, softprops/action-gh-release 3.7 ×, actions/attest 6.3 × (figures measured elsewhere)'
const NO_FILES = { files: 'none/*', 'if-no-files-found': 'ignore' }

interface Pair {
  readonly run: number
  readonly empty: number
}

function row(what: string, pairs: readonly Pair[], others: string): Row {
  const [best] = pairs.toSorted((a, b) => a.run - b.run)
  return {
    group: 'startup',
    what,
    against: '`node -e 0`',
    unit: '×',
    values: pairs.map(({ run, empty }) => run / empty),
    better: 'small',
    reach: 1.8,
    fail: 3.3,
    detail: `at best ${best?.run.toFixed(0) ?? ''} ms, an empty Node ${best?.empty.toFixed(0) ?? ''} ms${others}`,
  }
}

/** From the start of the process to its end, where no file is found, against a Node that does nothing at all. */
export async function startup(bench: Bench): Promise<Row[]> {
  const workspace = join(bench.folder, 'startup')
  await mkdir(workspace)
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const paired = async (run: () => Promise<{ readonly milliseconds: number }>): Promise<Pair[]> => {
    await run()
    return await repeat(bench.short ? 11 : 31, async () => {
      const empty = await time(process.execPath, ['-e', '0'], workspace)
      return { empty, run: (await run()).milliseconds }
    })
  }
  const signing = await paired(() => sign(bench, { workspace, inputs: NO_FILES }))
  const verifying = await paired(() => verify(workspace, { ...NO_FILES, 'public-key': pem }))
  return [
    row('start-up to “no files found”', signing, `; ${OTHERS}`),
    row('the same of the verify action', verifying, ''),
  ]
}
