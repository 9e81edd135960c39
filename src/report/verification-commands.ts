import type { Format } from '../formats/facts.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'

/** One way to verify: what it takes and the commands, which read the file's name from `$FILE`. */
export interface Recipe {
  /** The first that is told is `openssl`, which everybody has. */
  readonly program: 'openssl' | 'cosign' | 'ssh-keygen' | 'gpgv' | 'sqv'
  readonly title: string
  readonly commands: readonly string[]
}

/** What the commands depend on beside the key. */
interface RecipeContext {
  readonly key: SigningKey
  readonly formats: readonly Format[]
  /** Checked by `sshPrincipal`: a word without quotes, spaces or wildcards, but maybe with `'` or `$`. */
  readonly principal: string
  /** Whether `kms-certificate.pem` is signed by itself, so that it can be its own root. */
  readonly selfSigned: boolean
}

const KEY = 'kms-public-key.pem'
const CMS =
  'openssl cms -verify -binary -inform DER -in "$FILE.p7s" -content "$FILE" -certfile kms-certificate.pem -nointern'

/** `openssl dgst` with the flags that the key needs. @param file as the shell has it */
export function opensslVerify({ algorithm }: SigningKey, signature: string, file: string): string {
  const pss = algorithm.curve === undefined ? ' -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest' : ''
  return `openssl dgst -${algorithm.hash} -verify ${KEY}${pss} -signature ${signature} ${file}`
}

/** cosign takes NIST's curves alone, and the two larger ones with a flag that its help does not show. */
function cosignFlags({ algorithm }: SigningKey): string | undefined {
  if (algorithm.curve?.ssh === undefined) return undefined
  const hash = algorithm.hash === 'sha256' ? '' : ` --signature-digest-algorithm ${algorithm.hash}`
  return `--key ${KEY} --insecure-ignore-tlog=true${hash}`
}

/**
 * Commands that work with this key for a file that has signatures in these formats, openssl first.
 * Each was run by real programs: interop/.
 * @param quote makes one word of a shell of the principal
 */
export function recipes(context: RecipeContext, quote: (text: string) => string): Recipe[] {
  const of = context.formats.flatMap((format) => RECIPES[format](context, quote))
  const { openssl = [], others = [] } = Object.groupBy(of, ({ program }) =>
    program === 'openssl' ? program : 'others',
  )
  return [...openssl, ...others]
}

/** What takes each format; a plain signature that openssl needs is taken from one format alone. */
const RECIPES: Readonly<Record<Format, (context: RecipeContext, quote: (text: string) => string) => Recipe[]>> = {
  sig: ({ key }) => [openssl(key, 'openssl')],
  base64: ({ key, formats }) =>
    formats.includes('sig')
      ? []
      : [openssl(key, 'openssl', 'openssl base64 -d -A -in "$FILE.sig.b64" -out "$FILE.sig"')],
  sigstore: ({ key, formats }) => [
    ...(formats.includes('sig') || formats.includes('base64') ? [] : [openssl(key, OUT_OF_BUNDLE, EXTRACT)]),
    ...cosign(key),
  ],
  sshsig: ({ principal }, quote) => [ssh(quote(principal))],
  openpgp,
  cms: ({ selfSigned }) => [cms(selfSigned)],
  'openpgp-clear': openpgpClear,
}

const OUT_OF_BUNDLE = 'openssl, with the signature taken out of the bundle'
const EXTRACT = `sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' "$FILE.sigstore.json" | openssl base64 -d -A -out "$FILE.sig"`

/** @param before makes `$FILE.sig` of another signature file */
function openssl(key: SigningKey, title: string, ...before: readonly string[]): Recipe {
  return { program: 'openssl', title, commands: [...before, opensslVerify(key, '"$FILE.sig"', '"$FILE"')] }
}

function cms(selfSigned: boolean): Recipe {
  // Without -nointern, anybody's certificate from a CA of the system would be taken.
  const trust = selfSigned ? '-CAfile kms-certificate.pem' : '-noverify'
  const title = selfSigned
    ? 'openssl, CMS'
    : 'openssl, CMS (by this certificate alone; `-CAfile` with its CA in place of `-noverify` checks the chain too)'
  return { program: 'openssl', title, commands: [`${CMS} ${trust} -out /dev/null`] }
}

function cosign(key: SigningKey): Recipe[] {
  const flags = cosignFlags(key)
  if (flags === undefined) return []
  const caveat = key.algorithm.hash === 'sha256' ? '' : '; with this key it needs the hidden flag'
  return [
    {
      program: 'cosign',
      title: `cosign 3.0.4 or newer${caveat}`,
      commands: [`cosign verify-blob ${flags} --bundle "$FILE.sigstore.json" "$FILE"`],
    },
  ]
}

function ssh(principal: string): Recipe {
  const verify = `ssh-keygen -Y verify -f kms-allowed-signers -I ${principal} -n file -s "$FILE.sshsig" < "$FILE"`
  return { program: 'ssh-keygen', title: 'ssh-keygen', commands: [verify] }
}

function openpgp(): Recipe[] {
  return [
    { program: 'gpgv', title: 'GnuPG', commands: ['gpgv --keyring ./kms-public-key.gpg "$FILE.asc" "$FILE"'] },
    { program: 'sqv', title: 'Sequoia', commands: ['sqv --keyring kms-public-key.asc "$FILE.asc" "$FILE"'] },
  ]
}

/**
 * The text in it is verified, and then that the file is the same except for what such signatures do not cover. The text does not
 * go to the release's folder, where it would be a file without a signature.
 */
function openpgpClear(): Recipe[] {
  const lines = `awk '{ sub(/[ \\t\\r]+$/, ""); print }'`
  const commands = [
    'TEXT=$(mktemp)',
    'gpgv --keyring ./kms-public-key.gpg --output - "$FILE.clear.asc" > "$TEXT"',
    `${lines} < "$TEXT" > "$TEXT.lines"`,
    `${lines} < "$FILE" | cmp - "$TEXT.lines"`,
  ]
  const title =
    'GnuPG, for the signed text itself; the file may differ from it in line ends and blanks at the ends of lines'
  return [{ program: 'gpgv', title, commands }]
}

/**
 * The command for a statement; `undefined` where no program takes the key.
 * @param type cosign's short name of the predicate type, or the type, as the shell has it
 * @param bundle as the shell has it
 */
export function statementCommand(key: SigningKey, type: string, bundle: string): string | undefined {
  const flags = cosignFlags(key)
  if (flags === undefined) return undefined
  return `cosign verify-blob-attestation ${flags} --type ${type} --bundle ${bundle} "$FILE"`
}

/** A block of commands in Markdown. */
export function shell(...lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``
}
