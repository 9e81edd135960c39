import { HASHES } from '../crypto/hashes.ts'
import { printable } from '../base/log.ts'
import { markdownText } from '../base/markdown.ts'
import { shellPath, shellWord } from '../base/shell.ts'
import { EXTENSIONS, keyFilesOf } from '../formats/facts.ts'
import { sshPrincipal } from '../formats/identity.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import { opensslVerify, recipes, shell, type Recipe } from './verification-commands.ts'
import type { VerificationNotesInput } from './verification-input.ts'

/**
 * All files of a folder and those below it, not their signatures: whoever takes a signature away, or adds a file, is found
 * out. Nothing where a name could not be written.
 */
export function everyFile(input: VerificationNotesInput): string[] {
  const extensions = input.formats.map((format) => EXTENSIONS[format])
  // A release file may be called like a signature.
  const likeSignatures = input.fileNames.filter((name) => extensions.some((extension) => name.endsWith(extension)))
  if (likeSignatures.some((name) => !isPrintable(name))) return []
  const files = likeSignatures.map((name) => `-path ${shellWord(`./${name.replaceAll(/[\\*?[]/gu, '\\$&')}`)}`)
  const others = inLines(extensions.map((extension) => `! -name '*${extension}'`))
  const taken = files.length === 0 ? others : [`\\( ${others.join(BREAK)}`, ...files.map((name) => `-o ${name}`), '\\)']
  const runFiles = [...runFileNames(input)].map((name) => `! -path ${shellWord(`./${name}`)}`)
  // Several lines: blocks do not wrap where they are shown.
  const lines = [
    ['files() { find . ! -type d', ...taken, ...runFiles, '"$@"; }'].join(BREAK),
    "files -exec sh -c 'bad=0",
    'for F do',
    `  ${opensslVerify(input.key, '"$F.sig"', '"$F"')} ||`,
    '    { printf "NOT VERIFIED: %s\\n" "$F"; bad=1; }',
    'done',
    'exit "$bad"\' sh {} + && files | grep -q .',
  ]
  return [`All files of a folder that holds nothing but this release, with openssl:\n\n${shell(...lines)}`]
}

/** A command goes on in the next line. */
const BREAK = ' \\\n  '

/** Words of a command, a few in each line. */
function inLines(words: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(words.length / 3) }, (_, line) => words.slice(line * 3, line * 3 + 3).join(' '))
}

/** What has no signature beside it; the checksum file has. */
function runFileNames({ formats, key, provenanceNames, attestations }: VerificationNotesInput): readonly string[] {
  return [
    ...keyFilesOf(formats, key.algorithm.curve === undefined),
    ...provenanceNames,
    ...attestations.map(({ name }) => name),
    MANIFEST_FILE,
  ]
}

/** The signature first, by one way, so that the lines never count without it; and entries alone, as the verify action has it. */
export function listedFiles(input: VerificationNotesInput): string[] {
  const { checksumsName, key } = input
  if (checksumsName === undefined) return []
  const { program, bytes } = HASHES[key.algorithm.hash]
  const [first] = recipesOf(input)
  const entries = `! LC_ALL=C grep -avE '^\\\\?[0-9a-f]{${bytes * 2}} [ *]' ${checksumsName}`
  const commands = [...(first?.commands ?? []), entries, `${program} --ignore-missing -c ${checksumsName}`]
  return [
    `${markdownText(checksumsName)} with its signature, then every file that it lists and that is here:`,
    shell(`FILE=${shellPath(checksumsName)}`, commands.join(' &&\n')),
  ]
}

/** The ways to verify one file that the key and the formats of a run have. */
export function recipesOf({ key, formats, identity, certificate }: VerificationNotesInput): readonly Recipe[] {
  const principal = sshPrincipal(identity, key.id)
  return recipes({ key, formats, principal, selfSigned: certificate?.selfIssued ?? true }, shellWord)
}

/** Whether a name can be shown as it is. */
export function isPrintable(name: string): boolean {
  return printable(`=${name}`, Infinity) === `=${name}`
}
