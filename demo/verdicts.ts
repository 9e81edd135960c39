/** Has every signature of a run judged, and each judge put to the test with a file that was changed. */
import { copyFile, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Evidence, type Judge, judges } from './judges.ts'

export interface SignedFile {
  /** The release file, absolute. */
  readonly file: string
  /** Its signature files, absolute. */
  readonly signatures: readonly string[]
}

interface Verdicts {
  /** A line each. */
  readonly lines: readonly string[]
  /** What was not as it should be. */
  readonly faults: readonly string[]
}

/** A copy with the last byte changed. */
async function changedCopy(file: string, folder: string): Promise<string> {
  const copy = join(folder, basename(file))
  await copyFile(file, copy)
  const handle = await open(copy, 'r+')
  const { size } = await handle.stat()
  const last = Buffer.alloc(1)
  if (size > 0) await handle.read(last, 0, 1, size - 1)
  await handle.write(Buffer.of((last[0] ?? 0) ^ 1), 0, 1, Math.max(0, size - 1))
  await handle.close()
  return copy
}

function judgeOne(judge: Judge, evidence: Evidence, changed: string): string | undefined {
  if (!judge.accepts(evidence)) return `${judge.name} REFUSES ${basename(evidence.signature)}`
  if (judge.accepts({ ...evidence, file: changed }))
    return `${judge.name} takes ${basename(changed)} though it was changed`
  return undefined
}

/** Judges `signed`; `shared` is what holds for all of them. */
export async function judgeAll(
  signed: readonly SignedFile[],
  shared: Omit<Evidence, 'file' | 'signature'>,
): Promise<Verdicts> {
  const lines: string[] = []
  const faults: string[] = []
  const panel = judges()
  const folder = await mkdtemp(join(tmpdir(), 'demo-changed-'))
  for (const { file, signatures } of signed) {
    const changed = await changedCopy(file, folder)
    for (const signature of signatures) {
      const competent = panel.filter(
        ({ extension }) => signature === `${join(signature, '..', basename(file))}${extension}`,
      )
      const present = competent.filter((judge) => judge.present)
      for (const judge of present) {
        const fault = judgeOne(judge, { ...shared, file, signature }, changed)
        if (fault === undefined)
          lines.push(`${basename(signature)}: verified by ${judge.name}; a changed file is refused`)
        else faults.push(fault)
      }
      const missing = competent.filter((judge) => !judge.present).map(({ name }) => name)
      if (missing.length > 0)
        lines.push(`${basename(signature)}: not asked, since it is not installed: ${missing.join(', ')}`)
      if (competent.length === 0) faults.push(`nobody knows what ${basename(signature)} is`)
    }
    await rm(changed)
  }
  await rm(folder, { recursive: true })
  return { lines, faults }
}
