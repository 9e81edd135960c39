import { join } from 'node:path'
import { checksumFile } from '../files/checksums.ts'
import { HASHES } from '../crypto/hashes.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { PreparedRelease } from '../github/releases/release-check.ts'
import type { SignInputs } from './inputs.ts'
import { checksumFilesIn, refuseOtherChecksums } from './shared-folder.ts'

/** A release file's name and raw digest, as the checksum file lists them. */
interface Listed {
  readonly name: string
  readonly digest: Buffer
}

/** What holds signatures back until all files are hashed. */
export interface ChecksumCheck {
  /** Whether the folder or the release has a checksum file of this run's name that may not be replaced. */
  readonly isNeeded: () => Promise<boolean>
  /** @throws ActionError OUTPUT_EXISTS, ASSET_EXISTS where it is another one than this run makes */
  readonly check: (listed: readonly Listed[]) => Promise<void>
}

/** What the checksum file of a run hangs on. */
interface ChecksumRun {
  readonly inputs: SignInputs
  /** Absolute folder of the run files. */
  readonly runFolder: string
  readonly key: Promise<SigningKey>
  readonly release: Promise<PreparedRelease | undefined>
}

/**
 * The folder, or a published release, may have the very checksum file that this run makes, and only its digests tell. They
 * are compared before the first signature, so that no run ends with signatures that it may not put in place or attach.
 * `undefined` without such a file.
 */
export async function checksumCheck({
  inputs,
  runFolder,
  key,
  release: prepared,
}: ChecksumRun): Promise<ChecksumCheck | undefined> {
  if (inputs.overwrite || !inputs.targets.includes('checksums')) return undefined
  const here = await checksumFilesIn(runFolder)
  if (inputs.release === undefined && here.length === 0) return undefined
  const nameOf = async (): Promise<string> => HASHES[(await key).algorithm.hash].checksumFile
  // Loaded already by whoever has looked the release up.
  const module = (): Promise<typeof import('../github/releases/release-check.ts')> =>
    import('../github/releases/release-check.ts')
  return {
    isNeeded: async () => {
      const name = await nameOf()
      if (here.includes(name)) return true
      const release = await prepared
      return release !== undefined && (await module()).mayNotReplace(release, name)
    },
    check: async (listed) => {
      if (listed.length === 0) return
      const [name, content] = [await nameOf(), checksumFile(listed)]
      await refuseOtherChecksums(join(runFolder, name), content)
      const release = await prepared
      if (release !== undefined) await (await module()).checkChecksumAsset(release, name, content)
    },
  }
}
