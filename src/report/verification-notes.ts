import { keyFilesOf } from '../formats/facts.ts'
import type { KeyFileName } from '../formats/run-files.ts'
import { openPgpKey } from '../formats/openpgp/write.ts'
import { sshFingerprint } from '../formats/sshsig/write.ts'
import { markdownCode, markdownLink } from '../base/markdown.ts'
import { shellPath, shellWord } from '../base/shell.ts'
import { shell, statementCommand } from './verification-commands.ts'
import type { VerificationNotesInput } from './verification-input.ts'
import { everyFile, isPrintable, listedFiles, recipesOf } from './verification-folder.ts'

/**
 * How to verify what was signed, as Markdown for the text of a release and for the job summary: the fingerprint, where to
 * get it from somewhere else, and commands for a POSIX shell, openssl first, only such as work with this key.
 * Names come in as they are and go out quoted for the shell; nothing of them is markup.
 */
export function verificationNotes(input: VerificationNotesInput): string {
  const parts = [
    input.fileNames.length === 0 ? '### The key' : '### Verifying these files',
    trust(input),
    ...inBrowser(input),
    ...signatures(input),
    ...listedFiles(input),
    ...provenance(input),
    ...attestations(input),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Whose key it is, and why this text is not the one to ask. */
function trust(input: VerificationNotesInput): string {
  const { key, runUrl } = input
  const run = runUrl === undefined ? '' : `, on the page of [the run that signed](${linkTarget(runUrl)})`
  return [
    `Signed with the Yandex Cloud KMS key ${markdownCode(key.id)} (${key.algorithm.name}). The fingerprint of its public key is`,
    `\`\`\`text\n${key.publicKey.fingerprint}\n\`\`\``,
    `**Take the fingerprint from somewhere else than this release** and compare: from the project’s documentation${run}, or from a key kept from an earlier release. Whoever can replace these files can replace this text. Then check that the key files here hold that key:`,
    keyChecks(input).join('\n'),
  ].join('\n\n')
}

/** For those who have none of the programs. The page is the same for every release, so it comes from somewhere else, too. */
function inBrowser({ verifyPage, fileNames }: VerificationNotesInput): string[] {
  if (verifyPage === undefined || fileNames.length === 0) return []
  const page = markdownLink('the page that verifies', verifyPage)
  return [
    `In a browser, without any other program: open ${page}, paste the fingerprint that you took from somewhere else, and drop the files on it with their signatures and \`kms-public-key.pem\`. Nothing leaves your machine.`,
  ]
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
  return plain ?? names.find(isPrintable) ?? 'name-of-the-file'
}

function signatures(input: VerificationNotesInput): string[] {
  const { targets, fileNames, checksumsName } = input
  if (fileNames.length === 0) return []
  if (targets.includes('files')) {
    const loop = input.formats.includes('sig') && fileNames.length > 1 ? everyFile(input) : []
    return [...commands(input, exampleName(fileNames)), ...loop]
  }
  return checksumsName === undefined ? [] : commands(input, checksumsName)
}

function commands(input: VerificationNotesInput, name: string): string[] {
  return [
    'Each of these verifies one file; put its name here first:',
    shell(`FILE=${shellPath(name)}`),
    ...recipesOf(input).flatMap((recipe) => [`${recipe.title}:`, shell(recipe.commands.join(' &&\n'))]),
  ]
}

function provenance(input: VerificationNotesInput): string[] {
  const [bundle, ...others] = input.provenanceNames
  if (bundle === undefined) return []
  const about =
    'The provenance says which workflow, commit and run the files are from. It is signed with the project’s own key and claims no SLSA level.'
  const command = statementCommand(input.key, 'slsaprovenance1', shellWord(bundle))
  if (command === undefined)
    return [`${about} cosign takes no key of this type: use this action’s \`verify\` with \`provenance: ${bundle}\`.`]
  const which = others.length === 0 ? '' : ` There are ${others.length + 1} such files; take the one that lists yours.`
  return [`${about}${which} With cosign:`, shell(`FILE=${shellPath(exampleName(input.fileNames))}`, command)]
}

/** One command for each predicate type: of several bundles of one type, the first is the example. */
function attestations(input: VerificationNotesInput): string[] {
  const byType = Map.groupBy(input.attestations, ({ type }) => type)
  return [...byType].flatMap(([type, [first, ...others]]) => {
    if (first === undefined) return []
    const about = `The attestation ${markdownCode(first.name)} is of the type ${markdownCode(type)}, signed with the project’s own key.`
    const which = others.length === 0 ? '' : ` There are ${others.length + 1} of this type.`
    const command = statementCommand(input.key, shellWord(type), shellWord(first.name))
    const file = `FILE=${shellPath(exampleName(input.fileNames))}`
    if (command !== undefined) return [`${about}${which} With cosign:`, shell(file, command)]
    return [`${about}${which} cosign takes no key of this type: use this action’s \`verify\` with \`attestations\`.`]
  })
}
