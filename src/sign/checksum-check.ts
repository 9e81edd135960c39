import { checksumFile } from '../files/checksums.ts'
import { HASHES } from '../crypto/hashes.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { PreparedRelease } from '../github/releases/release-check.ts'
import type { SignInputs } from './inputs.ts'

/** A release file's name and raw digest, as the checksum file lists them. */
interface Listed {
  readonly name: string
  readonly digest: Buffer
}

/** What holds signatures back until all files are hashed. */
export interface ChecksumCheck {
  /** Whether the release has a checksum file of this run's name that may not be replaced. */
  readonly isNeeded: () => Promise<boolean>
  /** @throws ActionError ASSET_EXISTS where it is another one than this run makes */
  readonly check: (listed: readonly Listed[]) => Promise<void>
}

/**
 * A published release may have the very checksum file that this run makes, and only its digests tell. They are compared
 * before the first signature, so that no run ends with signatures that it may not attach. `undefined` without such a file.
 */
export function checksumCheck(
  inputs: SignInputs,
  key: Promise<SigningKey>,
  prepared: Promise<PreparedRelease | undefined>,
): ChecksumCheck | undefined {
  if (inputs.release === undefined || inputs.overwrite || !inputs.targets.includes('checksums')) return undefined
  const nameOf = async (): Promise<string> => HASHES[(await key).algorithm.hash].checksumFile
  // Loaded already by whoever has looked the release up.
  const module = (): Promise<typeof import('../github/releases/release-check.ts')> =>
    import('../github/releases/release-check.ts')
  return {
    isNeeded: async () => {
      const release = await prepared
      return release !== undefined && (await module()).mayNotReplace(release, await nameOf())
    },
    check: async (listed) => {
      const release = await prepared
      if (release === undefined || listed.length === 0) return
      await (await module()).checkChecksumAsset(release, await nameOf(), checksumFile(listed))
    },
  }
}
