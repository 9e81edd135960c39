import type { SignInputs } from './inputs.ts'
import { hexOf } from '../registry/reference.ts'
import { attests } from './plan.ts'

/**
 * Where a run makes statements about its files: the images that it signs beside, by SHA-256 in lower-case hex. A statement
 * about the bytes of any other image's manifest would be one about that image.
 */
export function statedBeside(inputs: SignInputs): ReadonlySet<string> | undefined {
  if (!inputs.targets.includes('provenance') && !attests(inputs)) return undefined
  return new Set(inputs.images?.references.map(hexOf))
}
