/** Every call × every fault: what comes of it, and whether that is what the codes' table promises. */
import type { Check } from '../interop/check.ts'
import { CALLS } from './calls.ts'
import { type Call, type Cell, isEarly, type Row } from './types.ts'
import { startElsewhere } from './elsewhere.ts'
import { applies, rows } from './kinds.ts'
import { checkOf, isBelieved } from './promised.ts'
import { runCells } from './run-cells.ts'

/** What a reader sees of one call under one fault. */
export interface Entry {
  readonly row: Row
  readonly call: Call
  /** Outcome when the fault passes; `undefined` where it is only tried as one that lasts. */
  readonly passing: string | undefined
  readonly lasting: string
}

/** Only some of the cells, by parts of headings. */
interface Selection {
  readonly calls?: readonly string[] | undefined
  readonly faults?: readonly string[] | undefined
}

const KMS: readonly string[] = ['GetKey', 'GetPublicKey', 'SignHash']
/** Faults after which the artifact client waits for ever; what bounds an attempt then takes three minutes. */
const STALLS: readonly string[] = [
  'black-hole',
  'one-byte-a-second',
  'truncated-body',
  'reset-after-headers',
  'reset-mid-body',
]

function passesAfter(row: Row, { call }: Call): number | undefined {
  if (row.trouble.kind === 'unauthenticated') return KMS.includes(call) ? 1 : undefined
  return row.passesAfter
}

/** `timeout-minutes` of a run whose fault lasts. */
function lastingMinutes(row: Row, { family }: Call): number {
  // Where time may run out it does, in some of them: that must do no harm either.
  if (!isEarly(family)) return 1.2
  return isBelieved(row) ? 0.6 : 3
}

function cellsOf(row: Row, call: Call): Cell[] {
  const stalls = call.family === 'artifact' && STALLS.includes(row.trouble.kind)
  const passing = passesAfter(row, call)
  return [
    { row, call, passesAfter: undefined, timeoutMinutes: lastingMinutes(row, call) },
    ...(passing === undefined
      ? []
      : [{ row, call, passesAfter: stalls ? 1 : passing, timeoutMinutes: stalls ? 4.5 : 3 }]),
  ]
}

/** The longest first, so that they do not come last. */
function guessSeconds({ row, call, passesAfter: passing, timeoutMinutes }: Cell): number {
  const { kind } = row.trouble
  if (passing !== undefined) return timeoutMinutes > 4 ? 200 : kind === 'black-hole' ? 15 : 2
  if (call.family === 'artifact') return 72
  if (kind === 'black-hole' || kind === 'one-byte-a-second') return 90
  if (isBelieved(row)) return timeoutMinutes * 60
  return row.code === 'RATE_LIMITED' ? 60 : row.passesAfter === undefined ? 1 : 12
}

const isOne = (parts: readonly string[] | undefined, heading: string): boolean =>
  parts === undefined || parts.some((part) => heading.toLowerCase().includes(part.toLowerCase()))

/** Runs all cells of `selection`, many at once. */
export async function runMatrix(selection: Selection): Promise<{ entries: Entry[]; checks: Check[] }> {
  const elsewhere = await startElsewhere()
  const pairs = rows(elsewhere.url)
    .filter(({ heading }) => isOne(selection.faults, heading))
    .flatMap((row) => CALLS.map((call) => ({ row, call })))
    .filter(({ row, call }) => isOne(selection.calls, call.heading) && applies(row, call))
  const cells = pairs.flatMap(({ row, call }) => cellsOf(row, call))
  const results = await runCells(cells.toSorted((a, b) => guessSeconds(b) - guessSeconds(a)))
  const entries = pairs.map(({ row, call }): Entry => {
    const find = (passing: boolean): string | undefined =>
      [...results].find(
        ([cell]) => cell.row === row && cell.call === call && (cell.passesAfter !== undefined) === passing,
      )?.[1].outcome
    return { row, call, passing: find(true), lasting: find(false) ?? '' }
  })
  const checks = [...results].map(([cell, result]) => checkOf(cell, result))
  elsewhere.close()
  return { entries, checks: [...checks, ...elsewhere.checks()] }
}
