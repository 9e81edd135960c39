import { printable } from '../base/log.ts'
import type { DigestedContent } from '../formats/hashed-content.ts'
import type { Misfit } from './policy.ts'
import { isStated, type Stated, type Statements } from './statements.ts'
import type { Judged } from './verdict.ts'

/** What the statements of one input say of a file. @param shown makes a path fit for a message */
export function judgeStatements(
  path: string,
  { statements, stated }: { readonly statements: Statements; readonly stated: readonly Stated[] },
  content: DigestedContent,
  shown: (path: string) => string,
): Judged {
  const right = stated.filter((each) => isStated(each, content))
  const proof = right.find(({ misfits }) => misfits.length === 0)?.proof
  if (proof !== undefined) return { proof }
  if (right.length > 0) return { problem: { code: 'POLICY_VIOLATION', path, reason: violation(right, shown) } }
  // A statement that is wrong might be the one that names the file.
  if (stated.length === 0 && statements.problems.length > 0) return {}
  return { problem: { code: 'CHECKSUM_MISMATCH', path, reason: mismatch(stated, shown) } }
}

function mismatch(stated: readonly Stated[], shown: (path: string) => string): string {
  if (stated.length === 0) return 'is named in no statement'
  const ambiguous = stated.find(({ digest }) => digest === undefined)
  if (ambiguous === undefined) return 'is not the file that the statements name'
  return `is named with two different digests in ${shown(ambiguous.proof.source)}, which proves neither`
}

/** How many statements a message tells of. */
const TOLD = 3

/** What was wanted and what was found, of each statement that names the file. */
function violation(right: readonly Stated[], shown: (path: string) => string): string {
  const told = right
    .slice(0, TOLD)
    .map(({ proof, misfits }) => `${shown(proof.source)}: ${misfits.map(tellMisfit).join('; ')}`)
  const more = right.length > TOLD ? `, and ${right.length - TOLD} more` : ''
  return `has no statement that fits the policy (${told.join(', ')}${more})`
}

function tellMisfit({ rule, found }: Misfit): string {
  const instead = found === undefined ? 'the statement does not say' : `found ${printable(found, 200)}`
  return `${rule.fact}: wanted ${printable(rule.wanted, 200)}, ${instead}`
}
