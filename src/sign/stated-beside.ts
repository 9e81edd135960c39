import type { SignInputs } from './inputs.ts'

/**
 * Where a run makes statements about its files: the images that it signs beside, by SHA-256 in lower-case hex. A statement
 * about the bytes of any other image's manifest would be one about that image.
 */
export function statedBeside({ targets }: Pick<SignInputs, 'targets'>): ReadonlySet<string> | undefined {
  return targets.includes('provenance') ? new Set() : undefined
}
