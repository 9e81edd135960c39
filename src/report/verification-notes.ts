import { keyFilesOf, type Format } from '../formats/facts.ts'
import type { GivenCertificate } from '../formats/format.ts'
import type { KeyFileName } from '../formats/run-files.ts'
import { sshPrincipal } from '../formats/identity.ts'
import { openPgpKey } from '../formats/openpgp/write.ts'
import { sshFingerprint } from '../formats/sshsig/write.ts'
import { printable } from '../base/log.ts'
import { HASHES } from '../crypto/hashes.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { markdownCode, markdownText } from '../base/markdown.ts'
import { shellPath, shellWord } from '../base/shell.ts'
import { opensslVerify, provenanceCommand, recipes } from './verification-commands.ts'

/** What the notes are made of. Names are those of checksum files and statements, as the recipient has the files. */
export interface VerificationNotesInput {
  readonly key: SigningKey
  readonly formats: readonly Format[]
  /** The input `sign`. */
  readonly targets: readonly ('files' | 'checksums' | 'provenance')[]
  /** Names of the release files. */
  readonly fileNames: readonly string[]
  /** `SHA256SUMS` or the like, where it was written. */
  readonly checksumsName: string | undefined
  /** The statements' bundles, where they were written. */
  readonly provenanceNames: readonly string[]
  readonly identity: string
  readonly certificate: GivenCertificate | undefined
  /** Page of the run that signed, e.g. `https://github.com/o/r/actions/runs/1`, where it is known. */
  readonly runUrl: string | undefined
}

/**
 * How to verify what was signed, as Markdown for the text of a release and for the job summary: the fingerprint, where to
 * get it from somewhere else, and commands for a POSIX shell, openssl first, only such as work with this key.
 * Names come in as they are and go out quoted for the shell; nothing of them is markup.
 */
export function verificationNotes(input: VerificationNotesInput): string {
  const parts = [
    '### Verifying these files',
    trust(input),
    ...signatures(input),
    ...checksums(input),
    ...provenance(input),
  ]
  return `${parts.join('\n\n')}\n`
}

function shell(...lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``
}

/** Whose key it is, and why this text is not the one to ask. */
function trust(input: VerificationNotesInput): string {
  const { key, runUrl } = input
  const run = runUrl === undefined ? '' : `, on the page of [the run that signed](${linkTarget(runUrl)})`
  return [
    `Signed with the Yandex Cloud KMS key ${markdownCode(key.id)} (${key.algorithm.name}). The fingerprint of its public key is`,
    `\`\`\`text\n${key.publicKey.fingerprint}\n\`\`\``,
    `**Take the fingerprint from somewhere else than this release** and compare: from the project’s documentation${run}, or from a key kept from an earlier release. Whoever can replace these files can replace this text. Then see that the key files here hold that key:`,
    keyChecks(input).join('\n'),
  ].join('\n\n')
}

function linkTarget(url: string): string {
  return encodeURI(url).replaceAll('(', '%28').replaceAll(')', '%29')
}

/** Each key file is checked by itself: the key in one of them says nothing of the others. */
function keyChecks({ key, formats }: VerificationNotesInput): string[] {
  const fingerprint = 'openssl pkey -pubin -outform DER | openssl dgst -sha256'
  const hex = key.publicKey.fingerprint.replace('sha256:', '')
  const check: Readonly<Record<KeyFileName, () => string | undefined>> = {
    'kms-public-key.pem': () =>
      keyCheck('openssl pkey -pubin -in kms-public-key.pem -outform DER | openssl dgst -sha256', hex),
    'kms-public-key.pss.pem': () => undefined,
    'kms-allowed-signers': () =>
      keyCheck("cut -d ' ' -f 3- kms-allowed-signers | ssh-keygen -l -f -", sshFingerprint(key)),
    'kms-public-key.asc': () => {
      if (key.createdAt === undefined) return undefined
      const fpr = openPgpKey(key, key.createdAt).fingerprint.toString('hex').toUpperCase()
      return keyCheck('gpg --show-keys kms-public-key.asc kms-public-key.gpg', fpr)
    },
    'kms-public-key.gpg': () => undefined, // with the one before
    'kms-certificate.pem': () => keyCheck(`openssl x509 -in kms-certificate.pem -noout -pubkey | ${fingerprint}`, hex),
  }
  const files = keyFilesOf(formats, key.algorithm.curve === undefined)
  return files.map((name) => check[name]()).filter((line) => line !== undefined)
}

const keyCheck = (command: string, expected: string): string => `- \`${command}\` shows \`${expected}\``

/** The file of the examples: one with a plain name where there is one. Names that cannot be shown are never written. */
function exampleName(names: readonly string[]): string {
  const plain = names.find((name) => /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/u.test(name))
  return plain ?? names.find((name) => printable(`=${name}`, Infinity) === `=${name}`) ?? 'name-of-the-file'
}

function signatures(input: VerificationNotesInput): string[] {
  const { targets, fileNames, checksumsName } = input
  if (targets.includes('files')) {
    const loop = input.formats.includes('sig') && fileNames.length > 1 ? [everyFile(input.key)] : []
    return [...commands(input, exampleName(fileNames)), ...loop]
  }
  return checksumsName === undefined ? [] : commands(input, checksumsName)
}

function commands(input: VerificationNotesInput, name: string): string[] {
  const { key, formats, identity, certificate } = input
  const principal = sshPrincipal(identity, key.id)
  const selfSigned = certificate?.selfIssued ?? true
  return [
    'Each of these verifies one file; put its name here first:',
    shell(`FILE=${shellPath(name)}`),
    ...recipes({ key, formats, principal, selfSigned }, shellWord).flatMap((recipe) => [
      `${recipe.title}:`,
      shell(...recipe.commands),
    ]),
  ]
}

/** A loop over every signature file, whatever its name. */
function everyFile(key: SigningKey): string {
  const verify = opensslVerify(key, '"$S"', '"${S%.sig}"')
  const lines = ['for S in ./*.sig; do', `  ${verify} || printf 'NOT VERIFIED: %s\\n' "$S"`, 'done']
  return `All files of a folder with openssl:\n\n${shell(...lines)}`
}

function checksums({ targets, checksumsName, key }: VerificationNotesInput): string[] {
  if (checksumsName === undefined) return []
  const { program } = HASHES[key.algorithm.hash]
  const first = targets.includes('files')
    ? `Verify ${markdownText(checksumsName)} as above, with \`FILE=${checksumsName}\``
    : `Once ${markdownText(checksumsName)} is verified`
  return [
    `${first}, then every file that it lists and that is here:`,
    shell(`${program} --ignore-missing -c ${checksumsName}`),
  ]
}

function provenance(input: VerificationNotesInput): string[] {
  const [bundle, ...others] = input.provenanceNames
  if (bundle === undefined) return []
  const about =
    'The provenance says which workflow, commit and run the files are from. It is signed with the project’s own key and claims no SLSA level.'
  const command = provenanceCommand(input.key, shellWord(bundle))
  if (command === undefined)
    return [`${about} cosign takes no key of this type: use this action’s \`verify\` with \`provenance: ${bundle}\`.`]
  const which = others.length === 0 ? '' : ` There are ${others.length + 1} such files; take the one that lists yours.`
  return [`${about}${which} With cosign:`, shell(`FILE=${shellPath(exampleName(input.fileNames))}`, command)]
}
