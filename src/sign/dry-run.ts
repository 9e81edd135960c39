import { basename, join } from 'node:path'
import { digestFiles } from '../digest/digest-files.ts'
import { checksumFile } from '../files/checksums.ts'
import { parseGivenCertificate } from '../formats/cms/given-certificate.ts'
import { factsOf, needsCreatedAt, selfSignaturesOf } from '../formats/facts.ts'
import { HASHES, type HashAlgorithm } from '../crypto/hashes.ts'
import { ActionError } from '../base/errors.ts'
import { counted, printable, type Log } from '../base/log.ts'
import { displayPath } from '../base/display-path.ts'
import { attestationFileNames, type Predicate } from '../signing/predicate.ts'
import { provenanceFileNames } from '../signing/provenance.ts'
import type { FoundFiles } from '../files/release-files.ts'
import { algorithmOfPublicKey, type KeyAlgorithm } from '../crypto/key-algorithm.ts'
import { checkCurve } from '../registry/cosign-limits.ts'
import { nameOf } from '../registry/reference.ts'
import type { SignInputs } from './inputs.ts'
import { checkPlan, knownWithoutRequests, planOutputs, type KnownOfKey, type Planned, statedBeside } from './plan.ts'
import { refuseOtherChecksums } from './shared-folder.ts'
import type { StartedRun } from './run.ts'

/**
 * Says what a run would sign and write, and what it would ask of KMS, with a warning where that run would stop at its
 * outputs. Nothing is requested or written.
 * @throws ActionError INVALID_INPUT for a certificate that no run takes
 */
export async function dryRun(
  { inputs, tasks, front, account }: StartedRun,
  found: FoundFiles,
  predicates: readonly Predicate[],
): Promise<void> {
  const { log } = front
  if (inputs.certificate !== undefined) parseGivenCertificate(inputs.certificate, new Date())
  const known = knownWithoutRequests(inputs, found)
  const hash = known.hash ?? 'sha256'
  const digests = await digestAll(found, hash, tasks.signal, statedBeside(inputs))
  const uncertain = known.hash === undefined ? ' (SHA-256 is shown; the key may call for another hash)' : ''
  if (found.files.length > 0) log.info(`Would sign ${counted(found.files.length, 'file')}${uncertain}:`)
  for (const [i, file] of found.files.entries()) log.info(`  ${digests[i] ?? ''}  ${printable(file.name)}`)
  const { paths } = planOutputs({ inputs, found, predicates }, { ...known, hash })
  log.info(`Would write ${paths.length} files:`)
  for (const path of paths) log.info(`  ${printable(displayPath(path, inputs.workspace))}${mark(path, inputs, known)}`)
  if (known.rsa === undefined) log.info('  and kms-public-key.pss.pem, if the key is an RSA key')
  await warnOfOutputs({ inputs, found, predicates }, known, digests, log)
  const attestations = attestationFileNames(predicates, found.files.length).length
  const calls =
    kmsCalls(inputs, new Set(digests).size, found.files.length) + attestations + imageCalls(inputs, predicates)
  tellImages(inputs, predicates, log)
  account.dryRun = {
    files: found.files.map(({ name }, i) => ({ name, digest: digests[i] ?? '' })),
    displayPaths: paths.map((path) => displayPath(path, inputs.workspace)),
    kmsCalls: calls,
    images: (inputs.images?.references ?? []).map(({ given }) => given),
  }
  log.notice(
    `Dry run: ${whatIsSigned(inputs, found)} would be signed with ${counted(calls, 'KMS call')}. Nothing was requested or written.`,
  )
}

function whatIsSigned({ images }: SignInputs, { files }: FoundFiles): string {
  const imagesToo = images === undefined ? [] : [counted(images.references.length, 'image')]
  return [...(files.length > 0 ? [counted(files.length, 'file')] : []), ...imagesToo].join(' and ')
}

/** What would be pushed, unless it is there already: only the registry could tell. */
function tellImages({ images, targets, pin }: SignInputs, predicates: readonly Predicate[], log: Log): void {
  if (images === undefined) return
  if (pin.kind === 'pem') warnOfCurve(algorithmOfPublicKey(pin.key), log)
  const places = { tag: 'under its tag (.sig)', referrer: 'as a referrer' }
  const count = predicates.length + (targets.includes('provenance') ? 1 : 0)
  const statements = count === 0 ? '' : `, and ${counted(count, 'statement')} about it`
  log.info(`Would push signatures of ${counted(images.references.length, 'image')}, where they are not there yet:`)
  for (const { given } of images.references)
    log.info(`  ${printable(given, 400)}: ${images.layouts.map((layout) => places[layout]).join(', ')}${statements}`)
}

function warnOfCurve(algorithm: KeyAlgorithm | undefined, log: Log): void {
  try {
    checkCurve(algorithm)
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    log.warning(`Without \`dry-run\` the run would stop with ${error.code}. ${error.message}\n${error.hint ?? ''}`)
  }
}

async function warnOfOutputs(planned: Planned, known: KnownOfKey, digests: readonly string[], log: Log): Promise<void> {
  const { inputs, found } = planned
  try {
    const plan = planOutputs(planned, known)
    await checkPlan(plan, inputs, found)
    if (known.hash === undefined || inputs.overwrite || !inputs.targets.includes('checksums')) return
    const listed = found.files.map(({ name }, i) => ({ name, digest: Buffer.from(digests[i] ?? '', 'hex') }))
    await refuseOtherChecksums(join(plan.runFolder, HASHES[known.hash].checksumFile), checksumFile(listed))
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    log.warning(`Without \`dry-run\` the run would stop with ${error.code}. ${error.message}\n${error.hint ?? ''}`)
  }
}

async function digestAll(
  found: FoundFiles,
  hash: HashAlgorithm,
  signal: AbortSignal,
  beside: ReadonlySet<string> | undefined,
): Promise<readonly string[]> {
  const plan = { hash, sha512: false, own: [] }
  const digests: string[] = []
  for await (const { index, digests: made } of digestFiles(found.files, plan, { signal, statedBeside: beside })) {
    digests[index] = made.digest.toString('hex')
  }
  return digests
}

function mark(path: string, { targets }: SignInputs, known: KnownOfKey): string {
  const depends =
    known.hash === undefined && targets.includes('checksums') && basename(path).startsWith(HASHES.sha256.checksumFile)
  return depends ? ' (the name depends on the key)' : ''
}

/** One a layout and one a statement, for each different image. */
function imageCalls({ images, targets }: SignInputs, predicates: readonly Predicate[]): number {
  if (images === undefined) return 0
  const different = new Set(images.references.map((image) => `${nameOf(image)}@${image.digest}`)).size
  return different * (images.layouts.length + predicates.length + (targets.includes('provenance') ? 1 : 0))
}

/** SignHash calls, one a distinct digest and kind of signature and one a certificate made, and the calls that tell of the key. */
function kmsCalls(inputs: SignInputs, distinct: number, files: number): number {
  const { formats, targets, pin, certificate } = inputs
  // Formats that sign the file's own digest share a request.
  const kinds = new Set(formats.map((format) => (factsOf(format).signs === 'digest' ? 'digest' : format))).size
  const each = targets.includes('files') ? distinct * kinds : 0
  const checksums = targets.includes('checksums') && files > 0 ? kinds : 0
  const provenance = targets.includes('provenance') ? provenanceFileNames(files).length : 0
  const certificates = selfSignaturesOf(formats, certificate !== undefined)
  const getPublicKey = pin.kind === 'pem' ? 0 : 1
  const tellsAll = pin.kind === 'pem' && algorithmOfPublicKey(pin.key) !== undefined
  const getKey = tellsAll && !needsCreatedAt(formats, certificate !== undefined) ? 0 : 1
  return each + checksums + provenance + certificates + getPublicKey + getKey
}
