/** Time over number of files, for the plot: the action, its floor, and two peers. */
import { join } from 'node:path'
import { type Bench, repeat, sign } from './bench.ts'
import { smallFiles } from './files.ts'
import { cosignLoop, installed, shellLoop } from './peers.ts'
import { median } from './result.ts'

/** Seconds for one number of files; a peer that was not measured has none. */
export interface Point {
  readonly files: number
  readonly action: number
  readonly floor: number
  readonly loop: number
  readonly cosign: number | undefined
  /** Whether the peers' times were calculated from a smaller number of files. */
  readonly peersScaled: boolean
}

const NUMBERS = [1, 10, 100, 1000, 10_000]
const LATENCY = 50
const MOST_BY_PEERS = 100

/** Every answer takes 50 ms, 16 requests at once; OIDC, P-256. */
export async function curve(bench: Bench): Promise<Point[]> {
  const points: Point[] = []
  let start: number | undefined
  for (const files of NUMBERS) {
    const workspace = await smallFiles(join(bench.folder, `curve-${files}`), files)
    const run = async (latency: number, times: number): Promise<number> => {
      await bench.conditions({ latency })
      const results = await repeat(times, () => sign(bench, { workspace, inputs: { files: 'f/*' } }))
      return median(results.map(({ milliseconds }) => milliseconds)) / 1000
    }
    start ??= await run(0, 5) // one file
    const action = await run(LATENCY, files < 10_000 ? 3 : 1)
    const sample = Math.min(files, MOST_BY_PEERS)
    const share = files / sample / 1000
    points.push({
      files,
      action,
      floor: start + ((3 + Math.ceil(files / 16)) * LATENCY) / 1000,
      loop: (await shellLoop(bench, workspace, sample)) * share,
      cosign: installed('cosign') ? (await cosignLoop(workspace, sample)) * share : undefined,
      peersScaled: sample < files,
    })
  }
  return points
}
