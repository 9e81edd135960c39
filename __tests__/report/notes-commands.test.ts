/** The commands of the notes, word by word: others run them, here and in the interop suite. */
import { expect, it } from '@jest/globals'
import type { Format } from '../../src/formats/facts.ts'
import { opensslVerify, recipes, statementCommand, type Recipe } from '../../src/report/verification-commands.ts'
import { localKey } from '../support/local-key.ts'

const P256 = localKey('ECDSA_NIST_P256_SHA_256').key
const P384 = localKey('ECDSA_NIST_P384_SHA_384').key
const SECP = localKey('ECDSA_SECP256_K1_SHA_256').key
const RSA = localKey('RSA_2048_SIGN_PSS_SHA_256').key

function of(key: typeof P256, formats: readonly Format[], selfSigned = true): readonly Recipe[] {
  return recipes({ key, formats, principal: 'somebody', selfSigned }, (text) => `'${text}'`)
}
const OPENSSL = 'openssl dgst -sha256 -verify kms-public-key.pem -signature "$FILE.sig" "$FILE"'
const CMS =
  'openssl cms -verify -binary -inform DER -in "$FILE.p7s" -content "$FILE" -certfile kms-certificate.pem -nointern'

it('are those of each program, openssl first', () => {
  expect(of(P256, ['sshsig', 'sigstore', 'openpgp', 'openpgp-clear', 'cms', 'sig'])).toEqual([
    { program: 'openssl', title: 'openssl, CMS', commands: [`${CMS} -CAfile kms-certificate.pem -out /dev/null`] },
    { program: 'openssl', title: 'openssl', commands: [OPENSSL] },
    {
      program: 'ssh-keygen',
      title: 'ssh-keygen',
      commands: ['ssh-keygen -Y verify -f kms-allowed-signers -I \'somebody\' -n file -s "$FILE.sshsig" < "$FILE"'],
    },
    {
      program: 'cosign',
      title: 'cosign 3.0.4 or newer',
      commands: [
        'cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --bundle "$FILE.sigstore.json" "$FILE"',
      ],
    },
    { program: 'gpgv', title: 'GnuPG', commands: ['gpgv --keyring ./kms-public-key.gpg "$FILE.asc" "$FILE"'] },
    { program: 'sqv', title: 'Sequoia', commands: ['sqv --keyring kms-public-key.asc "$FILE.asc" "$FILE"'] },
    {
      program: 'gpgv',
      title:
        'GnuPG, for the signed text itself; the file may differ from it in line ends and blanks at the ends of lines',
      commands: [
        'TEXT=$(mktemp)',
        'gpgv --keyring ./kms-public-key.gpg --output - "$FILE.clear.asc" > "$TEXT"',
        `awk '{ sub(/[ \\t\\r]+$/, ""); print }' < "$TEXT" > "$TEXT.lines"`,
        `awk '{ sub(/[ \\t\\r]+$/, ""); print }' < "$FILE" | cmp - "$TEXT.lines"`,
      ],
    },
  ])
})

it('take the signature that openssl needs from one format', () => {
  const fromBase64 = 'openssl base64 -d -A -in "$FILE.sig.b64" -out "$FILE.sig"'
  const fromBundle = `sed 's/.*"signature":"\\([^"]*\\)".*/\\1/' "$FILE.sigstore.json" | openssl base64 -d -A -out "$FILE.sig"`
  const plain = { program: 'openssl', title: 'openssl', commands: [OPENSSL] }
  const decoded = { ...plain, commands: [fromBase64, OPENSSL] }
  const opensslOf = (formats: readonly Format[]): readonly Recipe[] =>
    of(P256, formats).filter(({ program }) => program === 'openssl')
  expect(opensslOf(['sig', 'base64', 'sigstore'])).toEqual([plain])
  expect(opensslOf(['base64'])).toEqual([decoded])
  expect(opensslOf(['base64', 'sigstore'])).toEqual([decoded])
  expect(opensslOf(['sigstore'])).toEqual([
    {
      program: 'openssl',
      title: 'openssl, with the signature taken out of the bundle',
      commands: [fromBundle, OPENSSL],
    },
  ])
})

it('name what the key needs', () => {
  expect(of(P384, ['sigstore', 'sig']).at(-1)).toEqual({
    program: 'cosign',
    title: 'cosign 3.0.4 or newer; with this key it needs the hidden flag',
    commands: [
      'cosign verify-blob --key kms-public-key.pem --insecure-ignore-tlog=true --signature-digest-algorithm sha384 --bundle "$FILE.sigstore.json" "$FILE"',
    ],
  })
  expect(of(SECP, ['sigstore', 'sig'])).toHaveLength(1)
  expect(opensslVerify(RSA, 'S', 'F')).toBe(
    'openssl dgst -sha256 -verify kms-public-key.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest -signature S F',
  )
  expect(of(P256, ['cms'], false)).toEqual([
    {
      program: 'openssl',
      title:
        'openssl, CMS (by this certificate alone; `-CAfile` with its CA in place of `-noverify` checks the chain too)',
      commands: [`${CMS} -noverify -out /dev/null`],
    },
  ])
  expect(statementCommand(P256, 'T', 'B')).toBe(
    'cosign verify-blob-attestation --key kms-public-key.pem --insecure-ignore-tlog=true --type T --bundle B "$FILE"',
  )
  expect(statementCommand(SECP, 'T', 'B')).toBeUndefined()
})
