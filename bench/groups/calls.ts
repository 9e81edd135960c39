import { formatsWhere } from '../../src/formats/facts.ts'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, sign } from '../bench.ts'
import { smallFiles } from '../files.ts'
import type { Row } from '../result.ts'
import type { Counts } from '../services.ts'

/** What a run may ask of KMS: SignHash, Key.Get, GetPublicKey, and tokens of GitHub and IAM. */
type Expected = readonly [signHash: number, getKey: number, getPublicKey: number, tokens: number]

const list = ({ signHash, getKey, getPublicKey, tokens }: Counts): Expected => [signHash, getKey, getPublicKey, tokens]

/** KMS calls cost money and quota: exactly as many as there are different things to sign, and none twice. */
export async function calls(bench: Bench): Promise<Row[]> {
  const workspace = await smallFiles(join(bench.folder, 'calls'), 40)
  // Ten of the files twice: the same digest is signed once.
  for (let index = 0; index < 10; index++) {
    const name = `0000${index}.bin`
    await copyFile(join(workspace, 'f', name), join(workspace, 'f', `copy-${name}`))
  }
  const row = async (what: string, expected: Expected, inputs: Readonly<Record<string, string>>): Promise<Row> => {
    await bench.conditions({ latency: 0 })
    await sign(bench, { workspace, inputs: { files: 'f/*', ...inputs } })
    const found = list(await bench.counts())
    const more = found.map((count, index) => Math.abs(count - (expected[index] ?? 0)))
    const sum = more.reduce((total, value) => total + value, 0)
    const detail = `SignHash ${found[0]}, Key.Get ${found[1]}, GetPublicKey ${found[2]}, tokens ${found[3]}`
    const against = expected.join(' + ')
    return { group: 'calls', what, against, unit: 'calls', values: [sum], better: 'small', reach: 0, fail: 0, detail }
  }
  return [
    await row('calls too many or too few: 50 files, 40 of them different', [40, 1, 1, 2], {}),
    await row('the same with three formats that share a signature', [40, 1, 1, 2], {
      formats: formatsWhere(({ signs }) => signs === 'digest').join(', '),
    }),
    await row('all formats: 4 kinds of signature and 2 certificates', [162, 1, 1, 2], {
      formats: formatsWhere(({ textOnly }) => !textOnly).join(', '),
    }),
    await row('checksums alone', [1, 1, 1, 2], { sign: 'checksums' }),
    await row('a dry run', [0, 0, 0, 0], { 'dry-run': 'true', 'yc-sa-id': '' }),
  ]
}
