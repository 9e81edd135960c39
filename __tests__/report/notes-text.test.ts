/** The notes as people read them: all that stands around the commands, which have tests of their own. */
import { expect, it } from '@jest/globals'
import { parseImageReference } from '../../src/registry/reference.ts'
import { imageNotes } from '../../src/report/image-notes.ts'
import { verificationNotes } from '../../src/report/verification-notes.ts'
import { localKey } from '../support/local-key.ts'

const P256 = localKey('ECDSA_NIST_P256_SHA_256').key
const P384 = localKey('ECDSA_NIST_P384_SHA_384').key
const SECP = localKey('ECDSA_SECP256_K1_SHA_256').key
const SPDX = 'https://spdx.dev/Document'

/** The paragraphs, each block of code as its language. */
function paragraphs(notes: string): readonly string[] {
  expect(notes.endsWith('\n') && !notes.endsWith('\n\n')).toBe(true)
  const text = notes.replaceAll(/^```(\w+)\n.*?\n```$/gmsu, '[$1]')
  return text.trimEnd().split('\n\n')
}

const usual = {
  formats: ['sig'],
  targets: ['files'],
  fileNames: ['a', 'b'],
  checksumsName: undefined,
  provenanceNames: [],
  attestations: [],
  identity: 'somebody',
  certificate: undefined,
  verifyPage: undefined,
  runUrl: undefined,
} as const

it('say of files how each is verified, and all of them', () => {
  const notes = verificationNotes({
    ...usual,
    key: P384,
    formats: ['sig', 'sigstore', 'cms', 'sshsig', 'openpgp', 'openpgp-clear'],
    targets: ['files', 'checksums', 'provenance'],
    checksumsName: 'SHA384SUMS',
    provenanceNames: ['provenance-1.sigstore.json', 'provenance-2.sigstore.json'],
    attestations: [{ name: 'sbom.sigstore.json', type: SPDX }],
    verifyPage: 'https://e.example/',
    runUrl: 'https://g.example/1',
  })
  const [, , , , checks = ''] = paragraphs(notes)
  expect(checks.match(/^- /gmu)).toHaveLength(4)
  expect(paragraphs(notes).filter((text) => text !== checks)).toEqual([
    '### Verifying these files',
    `Signed with the Yandex Cloud KMS key \`${P384.id}\` (ECDSA_NIST_P384_SHA_384). The fingerprint of its public key is`,
    '[text]',
    '**Take the fingerprint from somewhere else than this release** and compare: from the project’s documentation, on the page of [the run that signed](https://g.example/1), or from a key kept from an earlier release. Whoever can replace these files can replace this text. Then check that the key files here hold that key:',
    'In a browser, without any other program: open [the page that verifies](<https://e.example/>), paste the fingerprint that you took from somewhere else, and drop the files on it with their signatures and `kms-public-key.pem`. Nothing leaves your machine.',
    'Each of these verifies one file; put its name here first:',
    '[sh]',
    ...['openssl:', '[sh]', 'openssl, CMS:', '[sh]'],
    ...['cosign 3.0.4 or newer; with this key it needs the hidden flag:', '[sh]', 'ssh-keygen:', '[sh]'],
    ...['GnuPG:', '[sh]', 'Sequoia:', '[sh]'],
    'GnuPG, for the signed text itself; the file may differ from it in line ends and blanks at the ends of lines:',
    '[sh]',
    'All files of a folder that holds nothing but this release, with openssl:',
    '[sh]',
    'SHA384SUMS with its signature, then every file that it lists and that is here:',
    '[sh]',
    'The provenance says which workflow, commit and run the files are from. It is signed with the project’s own key and claims no SLSA level. There are 2 such files; take the one that lists yours. With cosign:',
    '[sh]',
    `The attestation \`sbom.sigstore.json\` is of the type \`${SPDX}\`, signed with the project’s own key. With cosign:`,
    '[sh]',
  ])
})

it('say no more than there is', () => {
  const trust = (name: string): readonly string[] => [
    expect.stringContaining(`(${name})`) as unknown as string,
    '[text]',
    expect.stringMatching(/documentation, or from a key kept/u) as unknown as string,
    expect.stringMatching(/^- `openssl pkey/u) as unknown as string,
  ]
  const key = SECP.algorithm.name
  const one = verificationNotes({
    ...usual,
    key: SECP,
    formats: ['sigstore'],
    fileNames: ['a'],
    provenanceNames: ['provenance.sigstore.json'],
    attestations: [{ name: 'sbom.sigstore.json', type: SPDX }],
  })
  expect(paragraphs(one)).toEqual([
    '### Verifying these files',
    ...trust(key),
    'Each of these verifies one file; put its name here first:',
    '[sh]',
    'openssl, with the signature taken out of the bundle:',
    '[sh]',
    'The provenance says which workflow, commit and run the files are from. It is signed with the project’s own key and claims no SLSA level. cosign takes no key of this type: use this action’s `verify` with `provenance: provenance.sigstore.json`.',
    `The attestation \`sbom.sigstore.json\` is of the type \`${SPDX}\`, signed with the project’s own key. cosign takes no key of this type: use this action’s \`verify\` with \`attestations\`.`,
  ])
  const none = { ...usual, key: P256, fileNames: [], targets: ['files', 'checksums'] as const }
  expect(paragraphs(verificationNotes(none))).toEqual(['### The key', ...trust(P256.algorithm.name)])
  const stated = { ...usual, key: P256, targets: ['provenance'] as const }
  expect(paragraphs(verificationNotes(stated))).toEqual(['### Verifying these files', ...trust(P256.algorithm.name)])
  const sums = { ...usual, key: P256, targets: ['checksums'] as const, checksumsName: 'SHA256SUMS' }
  expect(paragraphs(verificationNotes(sums)).slice(5)).toEqual([
    'Each of these verifies one file; put its name here first:',
    '[sh]',
    'openssl:',
    '[sh]',
    'SHA256SUMS with its signature, then every file that it lists and that is here:',
    '[sh]',
  ])
})

it.each([
  [['sig', 'sigstore'], 1],
  [['sig', 'base64'], 1],
  [['base64', 'sigstore'], 1],
  [['sigstore'], 1],
] as const)('have one command of openssl for plain signatures in the formats %j', (formats, count) => {
  const notes = verificationNotes({ ...usual, key: P256, fileNames: ['a'], formats })
  expect(notes.match(/^openssl dgst/gmu)).toHaveLength(count)
})

const LAST =
  'cosign 3 takes any attestation of the key for a signature of the image, whatever it says: compare the predicate where it matters.'
const NO_CONNAISSEUR = 'Connaisseur cannot verify signatures of this key: it knows keys of the curve P-256 alone.'
const TWO_THEN_THREE = [
  ...['cosign 2:', '[sh]'],
  ...['cosign 3, which looks at tags by itself only where an image has no bundle among its referrers:', '[sh]'],
]
const KYVERNO = ['In a cluster with Kyverno:', '[yaml]']
const CONNAISSEUR = ['With Connaisseur, as a part of its values:', '[yaml]']

it.each<
  readonly [
    string,
    typeof P256,
    readonly ('tag' | 'referrer')[],
    readonly string[],
    readonly string[],
    readonly string[],
  ]
>([
  ['P-256', P256, ['tag', 'referrer'], ['cosign 2 and 3:', '[sh]'], ['cosign 2 and 3'], [...KYVERNO, ...CONNAISSEUR]],
  ['P-384', P384, ['tag', 'referrer'], ['cosign 2 and 3:', '[sh]'], ['cosign 3'], [...KYVERNO, NO_CONNAISSEUR]],
  ['P-256', P256, ['tag'], TWO_THEN_THREE, ['cosign 2', 'cosign 3'], [...KYVERNO, ...CONNAISSEUR]],
  ['P-384', P384, ['tag'], TWO_THEN_THREE, ['cosign 3'], [...KYVERNO, NO_CONNAISSEUR]],
  ['P-256', P256, ['referrer'], ['cosign 3 (cosign 2 does not read referrers):', '[sh]'], ['cosign 3'], []],
])('say of images who reads what: %s, %#', (_, key, layouts, cosign, statements, cluster) => {
  const images = ['h.example/a', 'docker.io/b'].map((name) => parseImageReference(`${name}@sha256:${'ab'.repeat(32)}`))
  const predicateTypes = [SPDX, 'https://o.example/x']
  const types = predicateTypes.flatMap((type) =>
    statements.flatMap((versions) => [`The statements of type \`${type}\`, with ${versions}:`, '[sh]']),
  )
  expect(paragraphs(imageNotes({ key, images, layouts, predicateTypes }))).toEqual([
    '### Verifying the images',
    'With the public key of these notes in `kms-public-key.pem`, by digest:',
    ...cosign,
    LAST,
    ...types,
    ...cluster,
  ])
})
