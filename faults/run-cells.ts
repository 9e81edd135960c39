/** Runs cells in a crowd, and alone what went wrong there. */
import { availableParallelism } from 'node:os'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { type CellResult, runCell } from './cell.ts'
import { type Cell } from './types.ts'
import { checkOf, nameOf } from './promised.ts'
import { Turns } from './turns.ts'

/** Bundles at once: nearly all of them only wait. */
const AT_ONCE = 64
/** More than this is no accident of the crowd, and would take long one by one. */
const MOST_SECOND_TRIES = 8
/** No second try begins when they have taken this long. */
const SECOND_TRIES_SECONDS = 240

/**
 * Runs `cells` in their order, many at once. One that is not as promised is tried once again when all are done, alone:
 * the second result counts, and both are printed.
 */
export async function runCells(cells: readonly Cell[]): Promise<Map<Cell, CellResult>> {
  const results = await runSome(cells, AT_ONCE)
  const failed = cells.filter((cell) => problemOf(cell, results) !== undefined)
  if (failed.length === 0) return results
  if (failed.length > MOST_SECOND_TRIES) {
    console.log(`matrix: ${failed.length} cells failed, which is too many for a second try.`)
    return results
  }
  const latest = performance.now() + SECOND_TRIES_SECONDS * 1000
  for (const cell of failed) {
    if (performance.now() > latest) break
    const first = problemOf(cell, results) ?? ''
    const second = await runSome([cell], 1)
    for (const [, result] of second) results.set(cell, result)
    const after = problemOf(cell, second) ?? `${results.get(cell)?.outcome ?? ''}, as promised`
    console.log(`SECOND TRY, alone, which counts: ${nameOf(cell)}`)
    console.log(`  first, in the crowd: ${first}\n  second, alone: ${after}`)
  }
  return results
}

function resultOf(cell: Cell, results: ReadonlyMap<Cell, CellResult>): CellResult {
  const result = results.get(cell)
  if (result === undefined) throw new Error('a cell was not run')
  return result
}

function problemOf(cell: Cell, results: ReadonlyMap<Cell, CellResult>): string | undefined {
  return checkOf(cell, resultOf(cell, results)).problem
}

async function runSome(cells: readonly Cell[], atOnce: number): Promise<Map<Cell, CellResult>> {
  const results = new Map<Cell, CellResult>()
  const starts = new Turns(availableParallelism())
  let next = 0
  const worker = async (): Promise<void> => {
    let emulator: Emulator | undefined
    for (let cell = cells[next++]; cell !== undefined; cell = cells[next++]) {
      emulator ??= await startEmulator()
      const result = await runCell(emulator, cell, starts)
      results.set(cell, result)
      // At once: a run that is stopped before its end has shown what it found by then.
      if (checkOf(cell, result).problem !== undefined) console.log(`matrix: not as promised: ${nameOf(cell)}`)
    }
    await emulator?.close()
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, cells.length) }, worker))
  return results
}
