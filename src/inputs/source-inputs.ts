import type { InputReader } from './input-reader.ts'

/** What is signed. */
export interface SourceInputs {
  /** Which input names the release files, and its text. */
  /** No patterns where only images are signed. */
  readonly source: { readonly kind: 'files' | 'subject-checksums'; readonly patterns: string }
  readonly ifNoFilesFound: 'error' | 'warn' | 'ignore'
  /** 0: no limit. */
  readonly maxFiles: number
}

/** Reads which files are signed. Faults go to `reader`. */
export function readSource(reader: InputReader): SourceInputs {
  return {
    source: readPatterns(reader),
    ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'], 'error'),
    maxFiles: reader.number('max-files', 1000, 0, Number.MAX_SAFE_INTEGER),
  }
}

function readPatterns(reader: InputReader): SourceInputs['source'] {
  const files = reader.text('files')
  const checksums = reader.text('subject-checksums')
  const example = '`files: dist/*.tar.gz`'
  if (files !== '' && checksums !== '') {
    reader.fault('files', "is given together with 'subject-checksums'; a run takes one of the two", example)
  } else if (files === '' && checksums === '' && reader.text('images') === '') {
    reader.fault('files', "is empty, and so are 'subject-checksums' and 'images': nothing says what to sign", example)
  }
  return checksums === '' ? { kind: 'files', patterns: files } : { kind: 'subject-checksums', patterns: checksums }
}
