import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { parseImageReference } from '../../src/registry/reference.ts'
import { imageNotes } from '../../src/report/image-notes.ts'
import { localKey } from '../support/local-key.ts'

const P256 = localKey('ECDSA_NIST_P256_SHA_256').key
const P384 = localKey('ECDSA_NIST_P384_SHA_384').key
const HEX = 'ab'.repeat(32)
const image = (name: string) => parseImageReference(`${name}@sha256:${HEX}`)

interface Given {
  readonly key?: typeof P256
  readonly images?: readonly string[]
  readonly layouts?: readonly ('tag' | 'referrer')[]
  readonly predicateTypes?: readonly string[]
}

function notes({ key = P256, images = ['cr.yandex/crp1/app'], layouts = ['tag', 'referrer'], ...rest }: Given): string {
  return imageNotes({ key, images: images.map(image), layouts, predicateTypes: rest.predicateTypes ?? [] })
}

/** The code blocks of a language. */
const blocks = (text: string, language: string): string[] =>
  Array.from(text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\\n\`\`\``, 'gsu')), ([, code = '']) => code)

const yamlOf = (given: Given): unknown[] => blocks(notes(given), 'yaml').map((text) => parse(text) as unknown)

interface Policy {
  readonly spec: {
    readonly rules: {
      readonly verifyImages: {
        readonly imageReferences: readonly string[]
        readonly attestors: { readonly entries: { readonly keys: Record<string, unknown> }[] }[]
      }[]
    }[]
  }
}

interface Values {
  readonly application: { readonly policy: readonly { readonly pattern: string; readonly with: unknown }[] }
}

/** Whether one of some patterns, whose `*` stands for anything, is a whole reference. */
const matches = (patterns: readonly string[], reference: string): boolean =>
  patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    return new RegExp(`^${parts.join('.*')}$`, 'u').test(reference)
  })

const kyvernoPatterns = (given: Given): readonly string[] =>
  (yamlOf(given)[0] as Policy).spec.rules[0]?.verifyImages[0]?.imageReferences ?? []
const connaisseurPatterns = (given: Given): readonly string[] =>
  (yamlOf(given)[1] as Values).application.policy.map(({ pattern }) => pattern)

describe('the policy for Kyverno', () => {
  it('has the fields of a ClusterPolicy, with the key and without a transparency log', () => {
    const [policy] = yamlOf({})
    expect(policy).toEqual({
      apiVersion: 'kyverno.io/v1',
      kind: 'ClusterPolicy',
      metadata: { name: 'signed-by-kms-key' },
      spec: {
        webhookTimeoutSeconds: 30,
        rules: [
          {
            name: 'signed-by-kms-key',
            match: { any: [{ resources: { kinds: ['Pod'] } }] },
            verifyImages: [
              {
                imageReferences: ['cr.yandex/crp1/app:*', 'cr.yandex/crp1/app@*'],
                failureAction: 'Enforce',
                attestors: [
                  {
                    entries: [
                      {
                        keys: {
                          publicKeys: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/u),
                          rekor: { ignoreTlog: true },
                          ctlog: { ignoreSCT: true },
                        },
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    })
  })

  it.each([
    [P256, undefined],
    [P384, 'sha384'],
    [localKey('ECDSA_NIST_P521_SHA_512').key, 'sha512'],
  ])('has the key itself, and names the hash of larger curves (%#)', (key, hash) => {
    const keys = (yamlOf({ key })[0] as Policy).spec.rules[0]?.verifyImages[0]?.attestors[0]?.entries[0]?.keys ?? {}
    const spki = createPublicKey(String(keys['publicKeys'])).export({ type: 'spki', format: 'der' })
    expect(spki.equals(key.publicKey.spki)).toBe(true)
    expect(keys['signatureAlgorithm']).toBe(hash)
  })

  it('calls Docker Hub by the name that Kyverno gives it', () => {
    expect(kyvernoPatterns({ images: ['docker.io/acme/app'] })).toEqual([
      'docker.io/acme/app:*',
      'docker.io/acme/app@*',
    ])
  })
})

describe('the validator for Connaisseur', () => {
  it('has the fields of its values, with the key, and asks no transparency log', () => {
    const [, values] = yamlOf({})
    const rule = { validator: 'kms-key', with: { verifyInTransparencyLog: false, verifySCT: false } }
    expect(values).toEqual({
      application: {
        validators: [
          {
            name: 'kms-key',
            type: 'cosign',
            trustRoots: [{ name: 'default', key: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/u) }],
          },
        ],
        policy: [
          { pattern: 'cr.yandex/crp1/app:*', ...rule },
          { pattern: 'cr.yandex/crp1/app@*', ...rule },
        ],
      },
    })
  })

  it('is left out, with the reason, for a key that it cannot verify by', () => {
    expect(yamlOf({ key: P384 })).toHaveLength(1)
    expect(notes({ key: P384 })).toContain('Connaisseur cannot verify signatures of this key')
  })
})

describe.each([
  ['Kyverno', kyvernoPatterns],
  ['Connaisseur', connaisseurPatterns],
])('the patterns for %s', (_, patternsOf) => {
  const patterns = patternsOf({ images: ['cr.yandex/crp1/app', 'localhost:5000/app', 'cr.yandex/crp1/app'] })

  it.each([
    ['cr.yandex/crp1/app:v1', true],
    [`cr.yandex/crp1/app@sha256:${HEX}`, true],
    [`cr.yandex/crp1/app:v1@sha256:${HEX}`, true],
    [`localhost:5000/app@sha256:${HEX}`, true],
    ['cr.yandex/crp1/app-other:v1', false],
    ['cr.yandex/crp1/app/part:v1', false],
    ['cr.yandex/crp2/app:v1', false],
  ])('say of %s whether it is covered: %j', (reference, covered) => {
    expect(matches(patterns, reference)).toBe(covered)
  })

  it('stand there once for each repository', () => {
    expect(patterns).toHaveLength(4)
  })
})

describe('the commands for cosign', () => {
  it('verify each image once, by the name that its payload has', () => {
    const images = ['docker.io/acme/app', 'docker.io/acme/app', 'cr.yandex/crp1/app']
    const [first] = blocks(notes({ images }), 'sh')
    const verify = 'cosign verify --key kms-public-key.pem --insecure-ignore-tlog=true'
    expect(first?.split('\n')).toEqual([
      'set -e',
      `${verify} 'index.docker.io/acme/app@sha256:${HEX}'`,
      `${verify} 'cr.yandex/crp1/app@sha256:${HEX}'`,
    ])
  })

  it.each<[readonly ('tag' | 'referrer')[], readonly string[], number]>([
    [['tag', 'referrer'], ['cosign 2 and 3:'], 2],
    [['referrer'], ['cosign 3 (cosign 2 does not read referrers):'], 0],
    [['tag'], ['cosign 2:', 'cosign 3, which looks at tags by itself'], 2],
  ])('say which version reads %j', (layouts, headings, policies) => {
    const text = notes({ layouts })
    for (const heading of headings) expect(text).toContain(heading)
    expect(blocks(text, 'yaml')).toHaveLength(policies)
    expect(text.includes('--new-bundle-format=false')).toBe(!layouts.includes('referrer'))
  })

  it.each<[string, Given, string, string]>([
    ['https://slsa.dev/provenance/v1', {}, "--type 'slsaprovenance1'", 'with cosign 2 and 3:'],
    ['https://spdx.dev/Document', {}, "--type 'spdxjson'", 'with cosign 2 and 3:'],
    ['https://cyclonedx.org/bom', {}, "--type 'cyclonedx'", 'with cosign 2 and 3:'],
    ['https://example.com/it%27s', {}, "--type 'https://example.com/it%27s'", 'with cosign 2 and 3:'],
    ['https://spdx.dev/Document', { layouts: ['referrer'] }, "--type 'spdxjson'", 'with cosign 3:'],
    ['https://spdx.dev/Document', { layouts: ['tag'] }, '--new-bundle-format=false', 'with cosign 3:'],
    ['https://spdx.dev/Document', { layouts: ['tag'] }, "--type 'spdxjson'", 'with cosign 2:'],
    ['https://spdx.dev/Document', { key: P384, layouts: ['tag'] }, '--new-bundle-format=false', 'with cosign 3:'],
    ['https://spdx.dev/Document', { key: P384 }, '--signature-digest-algorithm sha384', 'with cosign 3:'],
  ])('verify statements of type %s, given %j', (type, given, flag, who) => {
    const text = notes({ ...given, predicateTypes: [type] })
    expect(text).toContain(`The statements of type \`${type}\`, ${who}`)
    const command = blocks(text, 'sh').at(-1) ?? ''
    expect(command).toContain('cosign verify-attestation')
    expect(command).toContain(flag)
  })
})
