import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, repeat, sign, time } from '../bench.ts'
import { largeFile } from '../files.ts'
import type { Row } from '../result.ts'

const SHARE = { unit: '×', better: 'small', group: 'hashing' } as const

/** Every byte is read and hashed once: against openssl, which does nothing else. Page cache warm, latency 0. */
export async function hashing(bench: Bench): Promise<Row[]> {
  await bench.conditions({ latency: 0 })
  const one = join(bench.folder, 'one')
  const eight = join(bench.folder, 'eight')
  await Promise.all([mkdir(one), mkdir(eight)])
  await largeFile(join(one, 'large.bin'), 2048)
  const names = Array.from({ length: 8 }, (_, index) => `part-${index}.bin`)
  for (const name of names) await largeFile(join(eight, name), 512)
  await warm([join(one, 'large.bin'), ...names.map((name) => join(eight, name))])

  const sha256 = await ratios(bench, one, ['-sha256', 'large.bin'], { files: 'large.bin' })
  const sha512 = await ratios(bench, one, ['-sha512', 'large.bin'], { files: 'large.bin', 'key-id': 'p521' })
  const parts = await ratios(bench, eight, ['-sha256', ...names], { files: '*.bin' })
  return [
    { ...SHARE, what: 'one file of 2 GiB, SHA-256', against: '`openssl dgst` on it', reach: 1.1, fail: 1.4, ...sha256 },
    {
      ...SHARE,
      what: 'the same with P-521, SHA-512',
      against: '`openssl dgst` on it',
      reach: 1.1,
      fail: 1.4,
      ...sha512,
    },
    {
      ...SHARE,
      what: '8 files of 512 MiB',
      against: 'openssl, one after the other',
      reach: 0.65,
      fail: 0.85,
      ...parts,
    },
  ]
}

/** Reads files once, in pieces, so that they are in the page cache. */
async function warm(paths: readonly string[]): Promise<void> {
  for (const path of paths) await time('sh', ['-c', 'cat "$1" >/dev/null', 'sh', path], '/')
  await readFile(process.execPath)
}

async function ratios(
  bench: Bench,
  workspace: string,
  openssl: readonly string[],
  inputs: Readonly<Record<string, string>>,
): Promise<{ values: number[]; detail: string }> {
  const rounds = await repeat(bench.short ? 3 : 7, async () => {
    const peer = await time('openssl', ['dgst', ...openssl], workspace)
    const { milliseconds } = await sign(bench, { workspace, inputs })
    return { ours: milliseconds, peer }
  })
  const ours = Math.min(...rounds.map((round) => round.ours))
  const peer = Math.min(...rounds.map((round) => round.peer))
  const detail = `at best ${(ours / 1000).toFixed(2)} s, openssl ${(peer / 1000).toFixed(2)} s`
  return { values: rounds.map((round) => round.ours / round.peer), detail }
}
