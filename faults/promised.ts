/** What the codes' table of the contract promises for a call under a fault. */
import { check, type Check } from '../interop/check.ts'
import type { Call, Family, Cell, Row } from './types.ts'
import type { CellResult } from './cell.ts'
import { SUCCESS, WARNED } from './judge.ts'

/**
 * The code of families whose calls wait and repeat for as long as there is time: which of this and TIMED_OUT comes
 * first is the clock's affair.
 */
export const UPLOAD_CODES: Partial<Readonly<Record<Family, string>>> = {
  artifact: 'ARTIFACT_UPLOAD_FAILED',
  upload: 'RELEASE_UPLOAD_FAILED',
  images: 'REGISTRY_UPLOAD_FAILED',
}

/** Whether the service says when to come back, and there is time for it: then it is believed to the end of the run. */
export function isBelieved({ trouble, passesAfter }: Row): boolean {
  return 'retryAfter' in trouble && passesAfter !== undefined
}

/** Outcomes that a fault may have when it lasts. */
function promised(row: Row, { family, unauthenticated, lasting }: Call): readonly string[] {
  const { code, trouble } = row
  const own = lasting?.[trouble.kind]
  if (own !== undefined) return [own]
  const uploadCode = UPLOAD_CODES[family]
  // Clients of GitHub's may get over what lasts; of the registry's calls `lasting` names the faults that do no harm.
  if (family === 'images') return [uploadCode ?? code, 'TIMED_OUT']
  if (uploadCode !== undefined) return [SUCCESS, uploadCode, 'TIMED_OUT']
  if (trouble.kind === 'unauthenticated') return [unauthenticated]
  // What is to be revoked has served its purpose: that failing is no reason to fail.
  if (family === 'revocation') return [WARNED]
  // A wait that ends before the run does is waited for: the run may end in its midst.
  return isBelieved(row) ? [code, 'TIMED_OUT'] : [code]
}

/** Whether a cell came out as promised. */
export function checkOf(cell: Cell, { outcome, problems, said, seconds }: CellResult): Check {
  const { row, call, passesAfter, timeoutMinutes } = cell
  const wanted = passesAfter === undefined ? promised(row, call) : [SUCCESS]
  const isEarly = outcome === 'TIMED_OUT' && seconds < timeoutMinutes * 60
  const all = [
    ...(wanted.includes(outcome) ? [] : [`${outcome} in place of ${wanted.join(' or ')}`]),
    ...(isEarly ? ['it says that time is up, and there is some left'] : []),
    ...problems,
  ]
  return check(nameOf(cell), all.length === 0, `${all.join('; ')} (after ${seconds.toFixed(1)} s)\n${said}`)
}

/** What a cell is called in the log. */
export function nameOf({ row, call, passesAfter }: Cell): string {
  return `${call.heading}, ${row.heading}${passesAfter === undefined ? '' : ' that passes'}`
}
