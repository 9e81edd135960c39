import { markdownCode } from '../base/markdown.ts'
import { shellWord } from '../base/shell.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { pem } from '../crypto/public-key.ts'
import { nameOf } from '../registry/reference.ts'
import type { ImageLayout, ImageReference } from '../registry/types.ts'

/** What the notes on images are made of. */
interface ImageNotesInput {
  readonly key: SigningKey
  readonly images: readonly ImageReference[]
  readonly layouts: readonly ImageLayout[]
  /** Of the statements that were attached. */
  readonly predicateTypes: readonly string[]
}

/** What cosign calls some predicate types; any other is given as it is. */
const TYPES: Readonly<Record<string, string>> = {
  'https://slsa.dev/provenance/v1': 'slsaprovenance1',
  'https://spdx.dev/Document': 'spdxjson',
  'https://cyclonedx.org/bom': 'cyclonedx',
}

/** How to verify the images: commands for cosign, and what a cluster takes, filled in. */
export function imageNotes(input: ImageNotesInput): string {
  const parts = [
    '### Verifying the images',
    'With the public key of these notes in `kms-public-key.pem`, by digest:',
    ...cosignParts(input),
    'cosign 3 takes any attestation of the key for a signature of the image, whatever it says: compare the predicate where it matters.',
    ...statementParts(input),
    ...clusterParts(input),
  ]
  return `${parts.join('\n\n')}\n`
}

const block = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``

/** Larger curves need the hash to be named. */
function hashFlag({ algorithm }: SigningKey): string {
  return algorithm.hash === 'sha256' ? '' : ` --signature-digest-algorithm ${algorithm.hash}`
}

function eachImage(input: ImageNotesInput, command: (image: string) => string): string[] {
  const names = new Set(input.images.map((image) => `${nameOf(image)}@${image.digest}`))
  return ['set -e', ...[...names].map((name) => command(shellWord(name)))]
}

function cosignParts(input: ImageNotesInput): string[] {
  const flags = `--key kms-public-key.pem --insecure-ignore-tlog=true${hashFlag(input.key)}`
  const verify = (more: string): string =>
    block('sh', ...eachImage(input, (image) => `cosign verify ${flags}${more} ${image}`))
  const { layouts } = input
  if (!layouts.includes('referrer'))
    return [
      'cosign 2:',
      verify(''),
      'cosign 3, which looks at tags by itself only where an image has no bundle among its referrers:',
      verify(' --new-bundle-format=false'),
    ]
  return [layouts.includes('tag') ? 'cosign 2 and 3:' : 'cosign 3 (cosign 2 does not read referrers):', verify('')]
}

/** Which versions of cosign verify statements, and what each needs for it. */
function statementVersions({ key, layouts }: ImageNotesInput): readonly (readonly [versions: string, flags: string])[] {
  const isSha256 = key.algorithm.hash === 'sha256' // cosign 2 cannot be told of another hash here
  if (layouts.includes('referrer')) return [[layouts.includes('tag') && isSha256 ? 'cosign 2 and 3' : 'cosign 3', '']]
  const three = ['cosign 3', ' --new-bundle-format=false'] as const
  return isSha256 ? [['cosign 2', ''], three] : [three]
}

function statementParts(input: ImageNotesInput): string[] {
  const flags = `--key kms-public-key.pem --insecure-ignore-tlog=true${hashFlag(input.key)}`
  const verify = (type: string, more: string): string =>
    block(
      'sh',
      ...eachImage(input, (image) => {
        const name = shellWord(TYPES[type] ?? type)
        return `cosign verify-attestation --type ${name} ${flags}${more} ${image} > /dev/null`
      }),
    )
  return input.predicateTypes.flatMap((type) =>
    statementVersions(input).flatMap(([versions, more]) => [
      `The statements of type ${markdownCode(type)}, with ${versions}:`,
      verify(type, more),
    ]),
  )
}

function clusterParts(input: ImageNotesInput): string[] {
  if (!input.layouts.includes('tag')) return []
  const parts = ['In a cluster with Kyverno:', kyverno(input)]
  // It hashes with SHA-256, whatever the key's curve.
  if (input.key.algorithm.hash !== 'sha256')
    return [...parts, 'Connaisseur cannot verify signatures of this key: it knows keys of the curve P-256 alone.']
  return [...parts, 'With Connaisseur, as a part of its values:', connaisseur(input)]
}

const indented = (text: string, spaces: number): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => `${' '.repeat(spaces)}${line}`)

/** The names of the repositories, each once. */
function repositories(input: ImageNotesInput): string[] {
  return [...new Set(input.images.map(nameOf))]
}

/**
 * Patterns for every reference to an image of a repository, by tag and by digest, and to none of another repository
 * whose name begins with the same letters.
 */
const patternsOf = (name: string): string[] => [`${name}:*`, `${name}@*`].map((pattern) => JSON.stringify(pattern))

/** Kyverno calls Docker Hub by the name that people write. */
const hubName = (name: string): string => name.replace(/^index\.docker\.io\//u, 'docker.io/')

function kyverno(input: ImageNotesInput): string {
  const { key } = input
  const { hash } = key.algorithm
  return block(
    'yaml',
    'apiVersion: kyverno.io/v1',
    'kind: ClusterPolicy',
    'metadata:',
    '  name: signed-by-kms-key',
    'spec:',
    '  webhookTimeoutSeconds: 30',
    '  rules:',
    '    - name: signed-by-kms-key',
    '      match:',
    '        any:',
    '          - resources:',
    '              kinds: [Pod]',
    '      verifyImages:',
    '        - imageReferences:',
    ...repositories(input).flatMap((name) => patternsOf(hubName(name)).map((pattern) => `            - ${pattern}`)),
    '          failureAction: Enforce',
    '          attestors:',
    '            - entries:',
    '                - keys:',
    ...(hash === 'sha256' ? [] : [`                    signatureAlgorithm: ${hash}`]),
    '                    publicKeys: |-',
    ...indented(pem('PUBLIC KEY', key.publicKey.spki), 22),
    '                    rekor:',
    '                      ignoreTlog: true',
    '                    ctlog:',
    '                      ignoreSCT: true',
  )
}

/** The transparency log is asked for unless the rule says otherwise (its documentation, "Image policy"). */
function connaisseur(input: ImageNotesInput): string {
  return block(
    'yaml',
    'application:',
    '  validators:',
    '    - name: kms-key',
    '      type: cosign',
    '      trustRoots:',
    '        - name: default',
    '          key: |',
    ...indented(pem('PUBLIC KEY', input.key.publicKey.spki), 12),
    '  policy:',
    ...repositories(input)
      .flatMap(patternsOf)
      .flatMap((pattern) => [
        `    - pattern: ${pattern}`,
        '      validator: kms-key',
        '      with:',
        '        verifyInTransparencyLog: false',
        '        verifySCT: false',
      ]),
  )
}
