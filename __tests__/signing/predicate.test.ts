import { describe, expect, it } from '@jest/globals'
import {
  attestationFileNames,
  attestationStatements,
  customPredicate,
  sbomPredicate,
  type Predicate,
} from '../../src/signing/predicate.ts'
import { fc } from '../support/properties.ts'

const SPDX = '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT"}'
const CYCLONEDX = '{"bomFormat":"CycloneDX","specVersion":"1.6"}'
const subjects = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `file-${index}`, digest: Buffer.alloc(32, index) }))

it.each([
  [SPDX, 'https://spdx.dev/Document'],
  [CYCLONEDX, 'https://cyclonedx.org/bom'],
])('tells the SBOM %s', (text, type) => {
  expect(sbomPredicate(Buffer.from(text))).toEqual({ kind: 'sbom', type, json: text })
})

it.each([
  ['{}', /neither SPDX nor CycloneDX/u],
  ['{"spdxVersion":"SPDX-2.3"}', /neither/u],
  ['{"SPDXID":"x"}', /neither/u],
  ['{"bomFormat":"CycloneDX"}', /neither/u],
  ['{"bomFormat":"cyclonedx","specVersion":"1.6"}', /neither/u],
  ['<bom/>', /not JSON/u],
  ['', /not JSON/u],
  ['[]', /no object/u],
  [`\ufeff${SPDX}`, /not JSON/u],
  [SPDX.replace('{', '{"spdxVersion":"x",'), /twice.*spdxVersion/u],
])('takes %j for no SBOM', (text, reason) => {
  expect(() => sbomPredicate(Buffer.from(text))).toThrow(reason)
})

describe('a statement', () => {
  it('has the predicate byte for byte, without the blanks around it', () => {
    const text = '{ "b" : 1.0,\n\t"a":"\\u0041\u00e9" , "n":1e400 }'
    const predicate = customPredicate('https://example.org/x', Buffer.from(`\r\n ${text}\n`))
    const [made] = attestationStatements([predicate], subjects(1), 'sha256')
    expect(made?.fileName).toBe('attestation.sigstore.json')
    const statement = made?.statement.toString() ?? ''
    expect(statement.endsWith(`,"predicateType":"https://example.org/x","predicate":${text}}`)).toBe(true)
    expect(JSON.parse(statement.replace('1e400', '1'))).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'file-0', digest: { sha256: '00'.repeat(32) } }],
    })
  })

  it('says what the file says, whatever that is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const predicate = customPredicate('urn:x', Buffer.from(JSON.stringify(value, null, 1)))
        const [made] = attestationStatements([predicate], subjects(1), 'sha256')
        const statement = JSON.parse(made?.statement.toString() ?? '') as { predicate: unknown }
        expect(JSON.stringify(statement.predicate)).toBe(JSON.stringify(value))
      }),
    )
  })
})

const sbom: Predicate = { kind: 'sbom', type: 'https://spdx.dev/Document', json: '{}' }
const other: Predicate = { kind: 'attestation', type: 'urn:x', json: '{}' }

it.each<[readonly Predicate[], number, readonly string[]]>([
  [[], 5, []],
  [[sbom], 1024, ['sbom.sigstore.json']],
  [[sbom], 1025, ['sbom-1.sigstore.json', 'sbom-2.sigstore.json']],
  [[sbom, sbom, other], 2, ['sbom-1.sigstore.json', 'sbom-2.sigstore.json', 'attestation.sigstore.json']],
  [[sbom, sbom], 1025, [1, 2, 3, 4].map((n) => `sbom-${n}.sigstore.json`)],
])('names and fills the bundles of %j about %i files', (predicates, count, names) => {
  expect(attestationFileNames(predicates, count)).toEqual(names)
  const made = attestationStatements(predicates, subjects(count), 'sha256')
  expect(made.map(({ fileName }) => fileName)).toEqual(names)
  const stated = made.map(
    ({ statement }) => (JSON.parse(statement.toString()) as { subject: unknown[] }).subject.length,
  )
  expect(stated.every((length) => length <= 1024)).toBe(true)
  expect(stated.reduce((sum, length) => sum + length, 0)).toBe(count * predicates.length)
})
