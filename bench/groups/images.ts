import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, repeat, sign } from '../bench.ts'
import { imageDigests, REPOSITORY } from '../registry.ts'
import { median, type Row } from '../result.ts'

/** Images in the row of many. */
const MANY = 20
/** OIDC, exchange, the key, the signature; then blobs, manifests, reading again, and the last read. */
const TRIPS = 8
/**
 * What one image in both layouts takes of a registry that serves referrers: the image itself; its tag, before the first
 * signature and before, after and at the end of the push; the list of referrers at both ends; an upload begun for each of
 * the payload, the config of the tag, the bundle and the config of referrers; and both manifests.
 */
const REQUESTS = { 'GET manifests': 5, 'GET referrers': 2, 'POST uploads': 4, 'PUT upload': 4, 'PUT manifests': 2 }
/** Of an image that has everything: it is looked at, with the referrer that was found, and an upload is begun and given back. */
const AGAIN = { 'GET manifests': 3, 'GET referrers': 1, 'GET blobs': 1, 'POST uploads': 1, 'DELETE upload': 1 }

function inputsFor(bench: Bench, count: number): Record<string, string> {
  const { host } = new URL(bench.origin)
  const images = imageDigests(count).map((digest) => `${host}/${REPOSITORY}@${digest}`)
  return { images: images.join('\n') }
}

async function timed(
  bench: Bench,
  workspace: string,
  count: number,
  latency: number,
  times: number,
): Promise<number[]> {
  const inputs = inputsFor(bench, count)
  const run = async (): Promise<number> => {
    await bench.conditions({ latency, images: count })
    return (await sign(bench, { workspace, inputs })).milliseconds
  }
  return repeat(times, run)
}

/** Requests that are too many or too few. */
function difference(found: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): number {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)])
  return [...names].reduce((sum, name) => sum + Math.abs((found[name] ?? 0) - (expected[name] ?? 0)), 0)
}

async function requests(
  bench: Bench,
  workspace: string,
  what: string,
  expected: Readonly<Record<string, number>>,
  signHash: number,
): Promise<Row> {
  await sign(bench, { workspace, inputs: inputsFor(bench, 1) })
  const { registry, signHash: signed } = await bench.counts()
  const list = (some: Readonly<Record<string, number>>): string =>
    Object.entries(some)
      .map(([name, count]) => `${name} ${count}`)
      .sort()
      .join(', ')
  const sum = Object.values(expected).reduce((total, count) => total + count, 0)
  const values = [difference(registry, expected) + Math.abs(signed - signHash)]
  const detail = `SignHash ${signed}, ${list(registry)}`
  const against = `${signHash} SignHash and ${sum} requests to the registry`
  return { group: 'images', what, against, unit: 'calls', values, better: 'small', reach: 0, fail: 0, detail }
}

/** Images alone, in both layouts: round trips to KMS and to the registry, and many at once. */
export async function images(bench: Bench): Promise<Row[]> {
  const workspace = join(bench.folder, 'images')
  await mkdir(workspace)
  const times = bench.short ? 3 : 9
  await bench.conditions({ latency: 0, images: 1 })
  const first = await requests(bench, workspace, 'requests too many or too few: an image, both layouts', REQUESTS, 2)
  await bench.conditions({ latency: 0 })
  const again = await requests(bench, workspace, 'the same once more: all is there', AGAIN, 0)
  const [latency, atOnce, chain] = [100, 16, TRIPS - 1]
  const start = median(await timed(bench, workspace, 1, 0, times))
  const one = await timed(bench, workspace, 1, latency, times)
  // Far away, so that what a busy machine delays does not look like a request that had to wait.
  await timed(bench, workspace, 1, 4 * latency, 1)
  const { roundTrips } = await bench.counts()
  const startMany = median(await timed(bench, workspace, MANY, 0, times))
  const many = await timed(bench, workspace, MANY, latency, times)
  const floor = startMany + (chain + Math.ceil((2 * MANY) / atOnce)) * latency
  return [
    first,
    again,
    {
      group: 'images',
      what: 'requests one after the other: an image, both layouts, OIDC',
      against: `${TRIPS}: four until it is signed, four to push it`,
      unit: 'round trips',
      values: [roundTrips],
      better: 'small',
      reach: TRIPS,
      fail: TRIPS,
      detail: 'the longest row of requests of which each had to wait for the one before',
    },
    {
      group: 'images',
      what: 'the same, by the clock',
      against: `${TRIPS} round trips of ${latency} ms`,
      unit: 'round trips',
      values: one.map((time) => (time - start) / latency),
      better: 'small',
      reach: 1.15 * TRIPS,
      fail: 1.5 * TRIPS,
      detail: `${median(one).toFixed(0)} ms, without latency ${start.toFixed(0)} ms`,
    },
    {
      group: 'images',
      what: `${MANY} images, both layouts, ${atOnce} signatures at once`,
      against: `start-up + ${chain} round trips + ⌈${2 * MANY}/${atOnce}⌉ × ${latency} ms`,
      unit: '×',
      values: many.map((time) => time / floor),
      better: 'small',
      reach: 1.15,
      fail: 1.6,
      detail: `${(median(many) / 1000).toFixed(2)} s, floor ${(floor / 1000).toFixed(2)} s, of it start-up (no latency) ${(startMany / 1000).toFixed(2)} s`,
    },
  ]
}
