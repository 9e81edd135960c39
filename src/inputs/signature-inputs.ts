import type { HashAlgorithm } from '../crypto/hashes.ts'
import { FORMATS, formatsWhere, type Format } from '../formats/facts.ts'
import { identityFault } from '../formats/identity.ts'
import { HASH_CHOICES, quoted, type InputReader } from './input-reader.ts'
import { pemTextOrFile } from './key-pin.ts'
import type { SourceInputs } from './source-inputs.ts'

/** The values of the input `sign`. */
type SignTarget = 'files' | 'checksums' | 'provenance'

/** What gets signatures, and of which kind they are. */
export interface SignatureInputs {
  readonly targets: readonly SignTarget[]
  readonly formats: readonly Format[]
  readonly hashAlgorithm: HashAlgorithm | 'auto'
  readonly identity: string
  /** PEM text. */
  readonly certificate: string | undefined
  /** Where recipients can verify in a browser: an https URL. */
  readonly verifyPage: string | undefined
}

const MAX_URL = 2000
const VERIFY_PAGE_EXAMPLE = '`verify-page: https://example.org/verify.html`'
const TARGETS: readonly SignTarget[] = ['files', 'checksums', 'provenance']

/** Reads what gets signatures, and of which kind. Faults go to `reader`. @param workspace what a path is relative to */
export async function readSignatures(
  reader: InputReader,
  workspace: string,
  { source }: SourceInputs,
): Promise<SignatureInputs> {
  const formats = reader.list('formats', FORMATS, ['sig'])
  checkDigestFormats(reader, source.kind, formats)
  const targets = reader.list('sign', TARGETS, ['files'])
  if (source.patterns === '' && targets.includes('checksums') && reader.text('images') !== '') {
    const what = "holds checksums, and no release files are given that a checksum file could list: 'files' is empty"
    reader.fault('sign', what, '`sign: files`')
  }
  return {
    targets,
    formats,
    hashAlgorithm: reader.choice('hash-algorithm', HASH_CHOICES, 'auto'),
    identity: readIdentity(reader, formats),
    certificate: await pemTextOrFile(reader, 'certificate', workspace, '`certificate: kms-certificate.pem`'),
    verifyPage: readVerifyPage(reader),
  }
}

/** It goes into texts that everybody reads, so it is an address that everybody can open, and holds no password. */
function readVerifyPage(reader: InputReader): string | undefined {
  const text = reader.text('verify-page')
  if (text === '') return undefined
  const url = URL.parse(text)
  if (url?.protocol === 'https:' && url.username === '' && url.password === '' && text.length <= MAX_URL)
    return url.href
  const shown = text.includes('@') ? 'holds an `@`, or is' : `is ${quoted(text)},`
  reader.fault('verify-page', `${shown} not an https URL that anybody can open`, VERIFY_PAGE_EXAMPLE)
  return undefined
}

function checkDigestFormats(
  reader: InputReader,
  kind: SourceInputs['source']['kind'],
  formats: readonly Format[],
): void {
  if (kind !== 'subject-checksums') return
  const refused = formatsWhere(({ readsFile }) => readsFile !== undefined, formats)
  if (refused.length === 0) return
  const what = `holds ${refused.join(', ')}, made of the file itself; with 'subject-checksums' only its digest is there`
  const others = formatsWhere(({ readsFile }) => readsFile === undefined).join(', ')
  reader.fault('formats', what, `\`formats: ${others}\`, or sign with \`files\``)
}

function readIdentity(reader: InputReader, formats: readonly Format[]): string {
  const identity = reader.text('identity') || `Yandex Cloud KMS key ${reader.text('key-id')}`
  const fault = identityFault(identity, formats)
  if (fault !== undefined) {
    reader.fault('identity', `is ${quoted(identity)}: ${fault}`, '`identity: Example Project <releases@example.org>`')
  }
  return identity
}
