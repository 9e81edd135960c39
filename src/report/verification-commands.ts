import type { Format } from '../formats/format.ts'
import type { SigningKey } from '../crypto/signing-key.ts'

/** One way to verify: what it takes and the commands, which read the file's name from `$FILE`. */
export interface Recipe {
  readonly title: string
  readonly commands: readonly string[]
}

/** What the commands depend on beside the key. */
export interface RecipeContext {
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
  const { key, formats } = context
  const has = (format: Format): boolean => formats.includes(format)
  return [
    ...openssl(key, has),
    ...(has('cms') ? [cms(context.selfSigned)] : []),
    ...(has('sigstore') ? cosign(key) : []),
    ...(has('sshsig') ? [ssh(quote(context.principal))] : []),
    ...(has('openpgp') ? openpgp() : []),
  ]
}

function openssl(key: SigningKey, has: (format: Format) => boolean): Recipe[] {
  const verify = opensslVerify(key, '"$FILE.sig"', '"$FILE"')
  if (has('sig')) return [{ title: 'openssl', commands: [verify] }]
  if (has('base64')) {
    const decode = 'openssl base64 -d -A -in "$FILE.sig.b64" -out "$FILE.sig"'
    return [{ title: 'openssl', commands: [decode, verify] }]
  }
  if (!has('sigstore')) return []
  const extract = `sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' "$FILE.sigstore.json" | openssl base64 -d -A -out "$FILE.sig"`
  return [{ title: 'openssl, with the signature taken out of the bundle', commands: [extract, verify] }]
}

function cms(selfSigned: boolean): Recipe {
  // Without -nointern, anybody's certificate from a CA of the system would be taken.
  const trust = selfSigned ? '-CAfile kms-certificate.pem' : '-noverify'
  const title = selfSigned
    ? 'openssl, CMS'
    : 'openssl, CMS (by this certificate alone; `-CAfile` with its CA in place of `-noverify` checks the chain too)'
  return { title, commands: [`${CMS} ${trust} -out /dev/null`] }
}

function cosign(key: SigningKey): Recipe[] {
  const flags = cosignFlags(key)
  if (flags === undefined) return []
  const caveat = key.algorithm.hash === 'sha256' ? '' : '; with this key it needs the hidden flag'
  return [
    {
      title: `cosign 3.0.4 or newer${caveat}`,
      commands: [`cosign verify-blob ${flags} --bundle "$FILE.sigstore.json" "$FILE"`],
    },
  ]
}

function ssh(principal: string): Recipe {
  const verify = `ssh-keygen -Y verify -f kms-allowed-signers -I ${principal} -n file -s "$FILE.sshsig" < "$FILE"`
  return { title: 'ssh-keygen', commands: [verify] }
}

function openpgp(): Recipe[] {
  return [
    { title: 'GnuPG', commands: ['gpgv --keyring ./kms-public-key.gpg "$FILE.asc" "$FILE"'] },
    { title: 'Sequoia', commands: ['sqv --keyring kms-public-key.asc "$FILE.asc" "$FILE"'] },
  ]
}

/** The command for a statement of provenance; `undefined` where no program takes the key. @param bundle as the shell has it */
export function provenanceCommand(key: SigningKey, bundle: string): string | undefined {
  const flags = cosignFlags(key)
  if (flags === undefined) return undefined
  return `cosign verify-blob-attestation ${flags} --type slsaprovenance1 --bundle ${bundle} "$FILE"`
}
