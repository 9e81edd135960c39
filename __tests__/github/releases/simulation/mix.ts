import { verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ActionError } from '../../../../src/base/errors.ts'
import { attachAssets, type AttachedAsset } from '../../../../src/github/releases/release-assets.ts'
import { checkChecksumAsset, prepareRelease } from '../../../../src/github/releases/release-check.ts'
import type { Release } from '../../../../emulator/github/github-state.ts'
import { collectingLog, type CollectingLog } from '../../../support/collecting-log.ts'
import { hex, KEY, SIGNING_KEY, type Build } from './builds.ts'
import { API_URL, SimulatedGithub } from './github.ts'
import { World, type Process } from './world.ts'

/** One job of a mix, and what came of it. */
interface Job {
  readonly build: Build
  readonly overwrite: boolean
  readonly log: CollectingLog
  process: Process | undefined
  /** IDs of the assets that it was shown before it signed. */
  shown: ReadonlySet<number>
  /** `green`, `killed`, or the code of its failure. */
  outcome: string
  /** What it said it attached, with the digest of the file. */
  claims: readonly { readonly id: number; readonly name: string; readonly sha256: string }[]
}

/** What a mix came to: what is wrong, and how its jobs ended. */
export interface MixResult {
  readonly violations: readonly string[]
  readonly outcomes: readonly string[]
  readonly deletions: number
}

/** Two to four jobs against one release, by a seed. */
export async function runMix(seed: number, builds: readonly Build[]): Promise<MixResult> {
  const world = new World(seed)
  const github = new SimulatedGithub(world)
  const draft = world.chance(0.6)
  const release = github.state.addRelease('v1', { draft, hiddenMs: world.chance(0.2) ? world.between(0, 14_000) : 0 })
  if (world.chance(0.25))
    github.state.addAsset(
      release,
      'SHA256SUMS',
      world.pick(['hello', `${'ab'.repeat(32)}  app-linux.tar.gz\n`, `${'ab'.repeat(32)}  manual.pdf\n`]),
    )
  github.note()
  const jobs = Array.from({ length: 2 + Math.floor(world.random() * 3) }, () => newJob(world, builds))
  for (const job of jobs) {
    const begin = world.chance(0.5) ? world.between(0, 5000) : world.between(0, 400_000)
    job.process = world.start((process) => runJob(world, github, job, process, begin))
    if (world.chance(0.15)) world.killAt(job.process, begin + world.between(0, 120_000))
  }
  await world.run()
  for (const job of jobs) if (job.process?.killed === true) job.outcome = 'killed'
  return {
    violations: [
      ...lostClaims(github, release, jobs),
      ...unlogged(github, release, jobs),
      ...brokenPair(release, jobs),
    ],
    outcomes: jobs.map(({ outcome }) => outcome),
    deletions: jobs.reduce((sum, { log }) => sum + deletedBy(log).size, 0),
  }
}

function newJob(world: World, builds: readonly Build[]): Job {
  const overwrite = world.chance(0.2)
  const fresh = { process: undefined, shown: new Set<number>(), outcome: '', claims: [] }
  return { build: world.pick(builds), overwrite, log: collectingLog(), ...fresh }
}

async function runJob(world: World, github: SimulatedGithub, job: Job, process: Process, begin: number): Promise<void> {
  const { build, overwrite, log } = job
  await world.pass(process, begin)
  try {
    const prepared = await prepareRelease({
      ...{ http: github.clientOf(process), log, overwrite, tag: 'v1', id: undefined, token: github.state.token },
      ...{ signal: new AbortController().signal, deadline: world.now() + 900_000, clock: world.clockOf(process) },
      ...{ names: build.names, signs: build.signs, principal: 'x', publicKey: () => Promise.resolve(KEY) },
      allNames: () => Promise.resolve(build.names),
      env: { GITHUB_API_URL: API_URL, GITHUB_REPOSITORY: 'acme/widget' },
    })
    job.shown = new Set(prepared.existing.map(({ id }) => id))
    await world.pass(process, world.between(100, 60_000))
    if (build.sums !== undefined) await checkChecksumAsset(prepared, 'SHA256SUMS', build.sums)
    const attached = await attachAssets(prepared, build.files, KEY)
    job.claims = await Promise.all(attached.map(claimOf))
    job.outcome = 'green'
  } catch (error) {
    job.outcome = error instanceof ActionError ? error.code : String(error)
  }
}

/** What a green job says of an asset: that it was there with the bytes of the file. */
async function claimOf({ id, name, path }: AttachedAsset): Promise<Job['claims'][number]> {
  return { id, name, sha256: hex(await readFile(path)) }
}

/** IDs of the assets that a job's log says it deleted. */
function deletedBy(log: CollectingLog): ReadonlySet<number> {
  const ids = log.lines.flatMap((line) => /^Deleting the asset .* \(id (\d+), /u.exec(line)?.[1] ?? [])
  return new Set(ids.map(Number))
}

/** What a green job attached is there, whole; or somebody who was asked to, or who signed the same files, replaced it later. */
function lostClaims(github: SimulatedGithub, release: Release, jobs: readonly Job[]): readonly string[] {
  const green = jobs.filter(({ outcome }) => outcome === 'green')
  return green.flatMap((job) =>
    job.claims.flatMap(({ id, name, sha256 }) => {
      const stored = github.seen.get(id)
      if (stored === undefined || hex(stored.content) !== sha256)
        return [`${name} of a green job was never there, whole`]
      if (release.assets.some((asset) => asset.id === id)) return []
      const by = jobs.find((other) => other !== job && deletedBy(other.log).has(id))
      if (by === undefined) return [`${name} of a green job is gone, and no other job's log says so`]
      return mayHaveReplaced(by, job, id, name) ? [] : [`${name} of a green job was replaced by a job that was not to`]
    }),
  )
}

function mayHaveReplaced(by: Job, of: Job, id: number, name: string): boolean {
  if (by.overwrite) return true
  const covers = of.build.signs.every((signed) => by.build.signs.includes(signed))
  const isList = name.startsWith('SHA256SUMS') || name.startsWith('provenance')
  return by.shown.has(id) && (!isList || covers)
}

/** Nothing that was ever complete is gone without a line in some job's log. */
function unlogged(github: SimulatedGithub, release: Release, jobs: readonly Job[]): readonly string[] {
  const logged = new Set(jobs.flatMap(({ log }) => [...deletedBy(log)]))
  const there = new Set(release.assets.map(({ id }) => id))
  return [...github.seen]
    .filter(([id]) => !there.has(id) && !logged.has(id))
    .map(([id, { name }]) => `${name} (id ${id}) is gone, unlogged`)
}

/** A checksum file and its signature belong together, unless the job that took one of them away says that it failed. */
function brokenPair(release: Release, jobs: readonly Job[]): readonly string[] {
  const [sums, sig] = ['SHA256SUMS', 'SHA256SUMS.sig'].map((name) =>
    release.assets.find((asset) => asset.name === name && asset.state === 'uploaded'),
  )
  if (sums === undefined || sig === undefined) return []
  if (verify('sha256', sums.content, SIGNING_KEY.publicKey, sig.content)) return []
  const ended = jobs.filter(({ outcome }) => outcome === 'green')
  const claimed = ended.filter(({ claims }) => claims.some(({ id }) => id === sums.id || id === sig.id))
  const redDeleters = jobs.filter(
    ({ outcome, log, build }) => outcome !== 'green' && (deletedBy(log).size > 0 || build.sums !== undefined),
  )
  return claimed.length > 0 && redDeleters.length === 0
    ? ['the checksum file and its signature are of two runs, and every job is green']
    : []
}
