import { join } from 'node:path'
import type { Disk } from '../../src/writing/disk.ts'
import { openStaging } from '../../src/writing/staging.ts'
import type { Writes } from './types.ts'

/** As a run does it: whatever happens, it tidies up at the end. @throws what the run ends with */
export async function write(root: string, disk: Disk, { files, overwrite, refused }: Writes): Promise<void> {
  const staging = openStaging({ overwrite, disk: refused === undefined ? disk : refusing(disk, join(root, refused)) })
  try {
    for (const [name, content] of Object.entries(files)) {
      const joined = (existing: Buffer): Promise<Buffer> =>
        Promise.resolve(Buffer.from(`${existing.toString()}${content}`))
      await staging.stage(join(root, name), Buffer.from(content), content.startsWith('+') ? joined : undefined)
    }
    await staging.commit()
  } finally {
    await staging.discard()
  }
}

/** A disk that fails to put anything at one path. */
function refusing(disk: Disk, refused: string): Disk {
  const failure = Object.assign(new Error('the disk is broken'), { code: 'EIO' })
  return {
    ...disk,
    link: (from, to) => (to === refused ? Promise.reject(failure) : disk.link(from, to)),
    rename: (from, to) => (to === refused ? Promise.reject(failure) : disk.rename(from, to)),
  }
}
