// Stand-in until the staged, undoable writing lands: to be replaced as a whole.
import { mkdir, writeFile, access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ActionError } from '../errors.ts'
export class Staging {
  #m = new Map<string, Uint8Array>()
  constructor(readonly_: { overwrite: boolean }) {
    void readonly_
  }
  async stage(p: string, b: Uint8Array) {
    this.#m.set(p, b)
  }
  async commit() {
    for (const [p, b] of this.#m) {
      await mkdir(dirname(p), { recursive: true })
      await writeFile(p, b)
    }
  }
  async discard() {}
}
export async function assertNoneExists(paths: readonly string[]): Promise<void> {
  for (const p of paths)
    if (
      await access(p).then(
        () => true,
        () => false,
      )
    )
      throw new ActionError('OUTPUT_EXISTS', p)
}
