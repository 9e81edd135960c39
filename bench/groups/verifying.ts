import { formatsWhere } from '../../src/formats/facts.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, repeat, sign, time, verify } from '../bench.ts'
import { largeFile, smallFiles } from '../files.ts'
import { opensslLoop } from '../peers.ts'
import { median, type Row } from '../result.ts'

const SHARE = { unit: '×', better: 'small', group: 'verifying' } as const
const TRUSTED = { 'public-key': 'out/kms-public-key.pem', 'signatures-dir': 'out' }
/** Key id → the hash that it is used with. */
const KEYS = {
  p256: 'sha256',
  p384: 'sha384',
  p521: 'sha512',
  secp256k1: 'sha256',
  rsa2048: 'sha256',
  rsa4096: 'sha512',
}
/** All that go with any file. */
const SIX = formatsWhere(({ textOnly }) => !textOnly).join(', ')

/** The times of verifying all of f/, which was signed before. */
async function times(bench: Bench, workspace: string, formats: string): Promise<number[]> {
  return repeat(
    bench.short ? 3 : 5,
    async () => (await verify(workspace, { files: 'f/*', formats, ...TRUSTED })).milliseconds,
  )
}

function row(what: string, ours: readonly number[], loop: number, reach: number, fail: number): Row {
  const detail = `${(median(ours) / 1000).toFixed(2)} s, the loop ${(loop / 1000).toFixed(2)} s`
  const against = 'a loop of `openssl dgst -verify`'
  return { ...SHARE, what, against, values: ours.map((time) => time / loop), reach, fail, detail }
}

/** Many small files by every type of key, and by all formats where the key has them. */
async function manyFiles(bench: Bench): Promise<Row[]> {
  const [count, sample] = bench.short ? [300, 100] : [2000, 500]
  const many = `${count.toLocaleString('en')} small files`
  const workspace = await smallFiles(join(bench.folder, 'verify-many'), count)
  const rows: Row[] = []
  for (const [key, hash] of Object.entries(KEYS)) {
    await sign(bench, { workspace, inputs: { 'key-id': key, files: 'f/*', formats: 'sig' } })
    const loop = (await opensslLoop(workspace, hash, key.startsWith('rsa'), sample)) * (count / sample)
    rows.push(row(`${many}, \`sig\`, ${key}`, await times(bench, workspace, 'sig'), loop, 0.25, 1))
    if (!['p256', 'p384', 'p521'].includes(key)) continue
    await sign(bench, { workspace, inputs: { 'key-id': key, files: 'f/*', formats: SIX } })
    rows.push(row(`${many}, six formats, ${key}`, await times(bench, workspace, SIX), loop, 0.75, 3))
  }
  return rows
}

async function largeOne(bench: Bench): Promise<Row> {
  const workspace = join(bench.folder, 'verify-large')
  await mkdir(workspace)
  await largeFile(join(workspace, 'large.bin'), 2048)
  await sign(bench, { workspace, inputs: { files: 'large.bin' } })
  const rounds = await repeat(bench.short ? 3 : 7, async () => {
    const peer = await time('openssl', ['dgst', '-sha256', 'large.bin'], workspace)
    const { milliseconds } = await verify(workspace, { files: 'large.bin', ...TRUSTED })
    return { ours: milliseconds, peer }
  })
  return {
    ...SHARE,
    what: 'one file of 2 GiB, `sig`',
    against: '`openssl dgst` on it',
    values: rounds.map(({ ours, peer }) => ours / peer),
    reach: 1.1,
    fail: 1.4,
    detail: `at best ${(Math.min(...rounds.map(({ ours }) => ours)) / 1000).toFixed(2)} s`,
  }
}

/** What the verify action takes, against programs that do nothing else. */
export async function verifying(bench: Bench): Promise<Row[]> {
  await bench.conditions({ latency: 0 })
  return [await largeOne(bench), ...(await manyFiles(bench))]
}
