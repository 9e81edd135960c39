import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { readAttestations } from '../../src/inputs/attestation-inputs.ts'
import { InputReader } from '../../src/inputs/input-reader.ts'
import { fc } from '../support/properties.ts'

function read(type: string, path: string, sbom = '') {
  const env = { 'INPUT_PREDICATE-TYPE': type, 'INPUT_PREDICATE-PATH': path, 'INPUT_SBOM-PATH': sbom }
  const reader = new InputReader(env)
  return { inputs: readAttestations(reader, '/w'), faults: reader.faults }
}

it.each([
  'https://example.org/x/v1',
  'urn:example:x',
  'HTTPS://EXAMPLE.ORG/',
  'a+b.c-1:x',
  'https://slsa.dev/provenances',
])('takes the type %s with a path', (type) => {
  expect(read(type, 'results.json')).toEqual({
    inputs: { sbomPath: undefined, predicate: { type, path: join('/w', 'results.json') } },
    faults: [],
  })
})

it('takes none of it, and patterns of SBOMs alone', () => {
  expect(read('', '')).toEqual({ inputs: { sbomPath: undefined, predicate: undefined }, faults: [] })
  expect(read('', '', '*.json').inputs).toEqual({ sbomPath: '*.json', predicate: undefined })
})

it.each([
  [
    '',
    'p.json',
    /^Input 'predicate-type' is empty, and `predicate-path` needs the type of its predicate.*`predicate-type: https:/u,
  ],
  [
    'urn:x',
    '',
    /^Input 'predicate-path' is empty, and `predicate-type` needs the file.*`predicate-path: results\.json`/u,
  ],
  ['spdx', 'p.json', /^Input 'predicate-type' is .*spdx.*, which is not a URI.*`predicate-type: https:/u],
  ['x urn:y', 'p.json', /not a URI/u],
  ['1urn:y', 'p.json', /not a URI/u],
  ['urn:', 'p.json', /not a URI/u],
  ['urn:a b', 'p.json', /not a URI/u],
  [
    'https://slsa.dev/provenance/v1',
    'p.json',
    /^Input 'predicate-type' is SLSA provenance, which `sign: provenance`.*`predicate-type: https:\/\/ex/u,
  ],
  ['http://slsa.dev/provenance', 'p.json', /SLSA provenance/u],
  ['https://SLSA.dev/Provenance/v0.2', 'p.json', /SLSA provenance/u],
  ['urn:x', 'a\nb', /^Input 'predicate-path' is not one path.*`predicate-path: results\.json`/u],
  ['urn:x', 'a\rb', /not one path/u],
  ['urn:x', 'a\0b', /not one path/u],
])('refuses the type %j with the path %j', (type, path, fault) => {
  expect(read(type, path).faults).toEqual([expect.stringMatching(fault)])
})

it('never takes half of the pair for none of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (type, path) => {
      const { inputs, faults } = read(type, path)
      const given = [type, path].filter((text) => text.trim() !== '').length
      if (given === 1) expect(faults).not.toEqual([])
      if (given === 0) expect([inputs.predicate, faults]).toEqual([undefined, []])
      if (faults.length === 0) expect(inputs.predicate === undefined).toBe(given === 0)
    }),
  )
})
