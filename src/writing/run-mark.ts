import { createHash, randomBytes } from 'node:crypto'
import { readFile, readlink } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { systemCodeOf } from '../base/errors.ts'
import { STAGING_NAME, STAGING_PREFIX } from '../files/names.ts'

const UNKNOWN_START = '0'
/** No run is longer: a workflow run ends after 35 days. */
const LONGEST_RUN_NS = 35n * 24n * 60n * 60n * 1_000_000_000n

/**
 * The name of a run's hidden folders: process id, when it started, where it runs, and a random number. Where: by host
 * name, boot and process namespace, since the same disk may be another host's or another container's, too, and a
 * process id says nothing of those.
 */
export async function newRunMark(): Promise<string> {
  const start = (await startOf(process.pid)) ?? UNKNOWN_START
  return `${STAGING_PREFIX}${process.pid}-${start}-${await here()}-${randomBytes(6).toString('hex')}`
}

/**
 * Whether the run that a hidden folder is named for is over for certain: its process was here and is gone, or the
 * folder is older than a run can be.
 * @param name one that `STAGING_NAME` matches
 * @param ageNs by the clock of the disk
 */
export async function isOver(name: string, ageNs: bigint): Promise<boolean> {
  if (ageNs > LONGEST_RUN_NS) return true
  const [, pid, start, place] = STAGING_NAME.exec(name) ?? []
  if (pid === undefined || place !== (await here())) return false
  return !(await isAlive(Number(pid), start))
}

async function isAlive(pid: number, start: string | undefined): Promise<boolean> {
  if (start !== UNKNOWN_START) return (await startOf(pid)) === start
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return systemCodeOf(cause) === 'EPERM'
  }
}

/** When a process started, in clock ticks since boot, where Linux tells: proc(5), field 22 of `/proc/<pid>/stat`. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]
}

let place: Promise<string> | undefined

function here(): Promise<string> {
  place ??= findPlace()
  return place
}

async function findPlace(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1').catch(() => undefined)
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '')
  // Elsewhere than on Linux nothing tells boots apart; hosts of one name differ at least in their network cards.
  const machine = boot ?? cards()
  return createHash('sha256').update([hostname(), machine, namespace].join('\0')).digest('hex').slice(0, 12)
}

function cards(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((card) => (card ?? []).map(({ mac }) => mac))
  return [...new Set(addresses)].sort().join()
}
