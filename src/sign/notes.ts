import { basename } from 'node:path'
import { imageNotes } from '../report/image-notes.ts'
import { runUrl } from '../report/manifest.ts'
import type { SigningResult } from '../report/signing-result.ts'
import { verificationNotes } from '../report/verification-notes.ts'
import { attestationFileNames, MAX_SUBJECTS } from '../signing/predicate.ts'
import type { Run } from './run.ts'

/** How people verify what this run wrote: Markdown for a release's text and for the job summary. */
export function notesOf({ inputs, predicates, certificate, env }: Run, result: SigningResult): string {
  const { images } = inputs
  const notes = verificationNotes({
    key: result.key,
    formats: inputs.formats,
    targets: inputs.targets,
    fileNames: result.files.map(({ name }) => name),
    checksumsName: result.checksums?.name,
    provenanceNames: result.provenancePaths.map((path) => basename(path)),
    attestations: attestationFileNames(predicates, result.files.length).map((name, index) => ({
      name,
      type: predicates[Math.floor(index / Math.ceil(result.files.length / MAX_SUBJECTS))]?.type ?? '',
    })),
    identity: inputs.identity,
    verifyPage: inputs.verifyPage,
    certificate,
    runUrl: runUrl(env),
  })
  if (images === undefined) return notes
  const predicateTypes = result.images[0]?.attestations ?? []
  const { references, layouts } = images
  return `${notes}\n${imageNotes({ key: result.key, images: references, layouts, predicateTypes })}`
}
