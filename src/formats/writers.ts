import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { pem, pssSpki } from '../crypto/public-key.ts'
import { CURVES, keyKindOf, type SigningKey } from '../crypto/key-algorithm.ts'
import { HASHES } from '../crypto/hashes.ts'
import { cmsEncoding } from './cms/write.ts'
import type { Encoding, EncodingContext, OwnDigest, PreparedRunFiles, RunFile } from './format.ts'
import { factsOf, formatsWhere, listedFormats, needsSha512, type Format } from './facts.ts'
import { certificateFile, checkCertificateKey } from './cms/given-certificate.ts'
import type { KeyFileName } from './run-files.ts'
import { identityFault, sshPrincipal } from './identity.ts'
import { openPgpClearEncoding } from './openpgp/write-clear.ts'
import { openPgpCertificate, openPgpEncoding, openPgpKey } from './openpgp/write.ts'
import { base64Encoding, rawEncoding } from './raw/write.ts'
import { sigstoreEncoding } from './sigstore/write.ts'
import { allowedSigners, sshsigEncoding } from './sshsig/write.ts'
import { selfSignedCertificate } from './cms/certificate.ts'

/** Everything that the formats of a run ask of the stages after it. */
export interface Encodings {
  /** One for each format, in the order given, each once. */
  readonly encodings: readonly Encoding[]
  /** What `Digests.own` has to hold. */
  readonly ownDigests: readonly OwnDigest[]
  /** Whether `Digests.sha512` is needed beside the key's own digest. */
  readonly sha512: boolean
  /** Run files that are ready: the public keys, allowed signers, a certificate handed in. */
  readonly runFiles: readonly RunFile[]
  /** Run files that take a SignHash each: the OpenPGP certificate, the self-signed X.509 certificate. */
  readonly signedRunFiles: readonly PreparedRunFiles[]
}

/** One format's share of `Encodings`. */
interface Part {
  readonly encoding: Encoding
  readonly ownDigest?: OwnDigest
  readonly runFiles?: readonly RunFile[]
  readonly signedRunFiles?: readonly PreparedRunFiles[]
}

/**
 * Sets up the formats of a run for its key, before the first signature.
 * @throws ActionError UNSUPPORTED_FORMAT, PERMISSION_DENIED without the key's `createdAt`, INVALID_INPUT, KEY_MISMATCH,
 * INVALID_RESPONSE for a `createdAt` that a format cannot hold
 */
export function encodingsFor(formats: readonly Format[], context: EncodingContext): Encodings {
  const wanted = [...new Set(formats)]
  checkKeyType(wanted, context.key)
  checkFilesAtHand(wanted, context)
  checkIdentity(wanted, context.identity)
  const parts = wanted.map((format) => SETUP[format](context))
  return {
    encodings: parts.map(({ encoding }) => encoding),
    ownDigests: parts.flatMap(({ ownDigest }) => ownDigest ?? []),
    sha512: needsSha512(wanted, context.key.algorithm.hash),
    runFiles: [...publicKeyFiles(context.key), ...parts.flatMap(({ runFiles = [] }) => runFiles)],
    signedRunFiles: eachOnce(parts.flatMap(({ signedRunFiles = [] }) => signedRunFiles)),
  }
}

/** Formats may share key files. */
function eachOnce(files: readonly PreparedRunFiles[]): readonly PreparedRunFiles[] {
  return [...new Map(files.map((file) => [file.names.join(' '), file])).values()]
}

/** `kms-public-key.pem`, and of an RSA key `kms-public-key.pss.pem`. */
function publicKeyFiles({ algorithm, publicKey }: SigningKey): RunFile[] {
  const file = (name: KeyFileName, spki: Buffer): RunFile => ({ name, content: Buffer.from(pem('PUBLIC KEY', spki)) })
  const plain = file('kms-public-key.pem', publicKey.spki)
  if (algorithm.curve !== undefined) return [plain]
  return [plain, file('kms-public-key.pss.pem', pssSpki(publicKey, algorithm.hash))]
}

/**
 * The formats that cannot go with `subject-checksums` whatever the key: known before any request.
 * @throws ActionError INVALID_INPUT
 */
export function checkDigestsOnly(formats: readonly Format[]): void {
  for (const format of formats) {
    const { readsFile } = factsOf(format)
    if (readsFile !== undefined) throw needsFiles(format, readsFile)
  }
}

const SETUP: Readonly<Record<Format, (context: EncodingContext) => Part>> = {
  sig: () => ({ encoding: rawEncoding }),
  base64: () => ({ encoding: base64Encoding }),
  sigstore: ({ key }) => ({ encoding: sigstoreEncoding(key) }),
  sshsig: ({ key, identity }) => ({
    encoding: sshsigEncoding(key),
    runFiles: [{ name: 'kms-allowed-signers', content: allowedSigners(key, sshPrincipal(identity, key.id)) }],
  }),
  openpgp: (context) => openPgp(context, openPgpEncoding),
  cms: ({ key, startedAt, certificate }) => {
    const encoding = cmsEncoding(key, startedAt, certificate)
    if (certificate !== undefined) {
      checkCertificateKey(certificate, key.publicKey)
      return { encoding, runFiles: [certificateFile(certificate)] }
    }
    const createdAt = creationTime(key, '`cms` without `certificate` starts its certificate with it')
    return { encoding, signedRunFiles: [selfSignedCertificate(key, createdAt)] }
  },
  'openpgp-clear': (context) => openPgp(context, openPgpClearEncoding),
}

function openPgp({ key, identity, startedAt }: EncodingContext, encodingOf: typeof openPgpEncoding): Part {
  const pgp = openPgpKey(key, creationTime(key, 'OpenPGP makes it a part of the fingerprint'))
  return { ...encodingOf(pgp, startedAt), signedRunFiles: [openPgpCertificate(pgp, identity)] }
}

function checkKeyType(formats: readonly Format[], { algorithm }: SigningKey): void {
  const kind = keyKindOf(algorithm)
  const refused = formatsWhere(({ keys }) => !keys.includes(kind), formats)
  const [first] = refused
  if (first === undefined) return
  const possible = formatsWhere(({ keys }) => keys.includes(kind))
  throw new ActionError(
    'UNSUPPORTED_FORMAT',
    `${listedFormats(refused)} cannot be made with a key of type ${algorithm.name}.`,
    {
      hint: `${keysFor(first)}; the first is the one that every verifier takes. With this key, \`formats\` takes ${listedFormats(possible)}.`,
    },
  )
}

/** KMS's names of the keys that a format takes, as a sentence. */
function keysFor(format: Format): string {
  const names = CURVES.filter(({ name }) => factsOf(format).keys.includes(name)).map(({ kmsName }) => kmsName)
  return `It needs a key of type ${names.join(', ').replace(/, (?=[^,]*$)/u, ' or ')}`
}

function checkFilesAtHand(formats: readonly Format[], { digestsOnly, key }: EncodingContext): void {
  if (!digestsOnly) return
  checkDigestsOnly(formats)
  const { hash } = key.algorithm
  const [format] = formatsWhere(({ sha512InPlaceOf }) => sha512InPlaceOf.includes(hash), formats)
  if (format !== undefined)
    throw needsFiles(
      format,
      `it does not have ${HASHES[hash].title}, which this key signs, and takes the file's SHA-512`,
    )
}

function needsFiles(format: Format, reason: string): ActionError {
  return new ActionError(
    'INVALID_INPUT',
    `\`${format}\` needs the files, and \`subject-checksums\` gives digests: ${reason}.`,
    {
      hint: `Leave \`${format}\` out of \`formats\`, or name the files themselves in \`files\`.`,
    },
  )
}

function checkIdentity(formats: readonly Format[], identity: string): void {
  const fault = identityFault(identity, formats)
  if (fault === undefined) return
  throw new ActionError(
    'INVALID_INPUT',
    `The input \`identity\` cannot be used, ${fault}: ${printable(identity, 200)}.`,
    {
      hint: 'Write it like `Example Project <releases@example.org>`.',
    },
  )
}

function creationTime({ createdAt, id }: SigningKey, use: string): Date {
  if (createdAt !== undefined) return createdAt
  throw new ActionError('PERMISSION_DENIED', `The time when the key was made could not be read: ${use}.`, {
    hint: `Grant the role kms.auditor on the key: yc kms asymmetric-signature-key add-access-binding --id ${printable(id)} --role kms.auditor --service-account-id <service account id>`,
  })
}
