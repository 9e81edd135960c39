import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { localKey } from '../support/local-keys.ts'
import { attestation, json, statement, subjectOf } from '../support/signature-makers.ts'
import { ReleaseFolder } from './release-folder.ts'

const SPDX = 'https://spdx.dev/Document'
const key = localKey('ECDSA_NIST_P256_SHA_256')
let folder: ReleaseFolder
beforeEach(() => {
  folder = new ReleaseFolder()
  folder.write('app', 'a')
})
afterEach(() => {
  folder.remove()
})
const state = (name: string, predicateType: string, predicate: unknown = {}, signer = key) => {
  const made = statement([subjectOf('app', Buffer.from('a'))], { predicateType, predicate })
  folder.write(name, json(attestation(signer, made)))
}
const verify = (patterns = 'sbom*.sigstore.json', more = {}) =>
  folder.verify(key, { attestations: { patterns, predicateType: SPDX }, ...more })

it('verifies files by attestations of the type that is asked for', async () => {
  state('sbom.sigstore.json', SPDX)
  const { problems, leftOut, verdict } = await verify()
  expect([problems, leftOut]).toEqual([[], ['sbom.sigstore.json']])
  expect(verdict.files[0]?.proofs).toMatchObject([{ by: 'attestations', predicateType: SPDX }])
})

it.each([
  ['https://spdx.dev/Document/v2.3', key],
  ['https://slsa.dev/provenance/v1', key],
  [SPDX, localKey('ECDSA_NIST_P256_SHA_256')],
])('takes no statement of %s for one that fits', async (type, signer) => {
  state('sbom.sigstore.json', type, {}, signer)
  expect(await verify()).toMatchObject({
    verified: [],
    problems: [
      expect.stringMatching(/^SIGNATURE_INVALID sbom\.sigstore\.json: (?:is of the predicate type|names another key)/u),
    ],
  })
})

it('takes no SBOM for provenance, and asks for both where both are named', async () => {
  state('sbom.sigstore.json', SPDX)
  expect((await folder.verify(key, { provenance: '*.sigstore.json' })).problems).toEqual([
    expect.stringMatching(
      /is of the predicate type https:\/\/spdx\.dev\/Document, not https:\/\/slsa\.dev\/provenance\/v1/u,
    ),
  ])
  state('provenance.sigstore.json', 'https://slsa.dev/provenance/v1')
  expect((await verify('sbom*', { provenance: 'provenance*' })).proofs).toEqual(['provenance,attestations'])
  folder.write('lib', 'b')
  expect((await verify('sbom*', { provenance: 'provenance*' })).problems).toEqual([
    expect.stringMatching(/^CHECKSUM_MISMATCH lib: is named in no statement/u),
    expect.stringMatching(/^CHECKSUM_MISMATCH lib: is named in no statement/u),
  ])
})

it('reads a predicate of 16 MiB, and refuses a bundle past what one can fill', async () => {
  state('sbom.sigstore.json', SPDX, { text: 'x'.repeat(16 * 1024 * 1024) })
  expect((await verify()).verified).toEqual(['app'])
  folder.write('sbom.sigstore.json', Buffer.alloc(33 * 1024 * 1024, ' '))
  expect((await verify()).problems).toEqual([expect.stringMatching(/^SIGNATURE_INVALID .*is larger than/u)])
})

it.each([
  ['the statement', '{"_type":"https://in-toto.io/Statement/v1","predicateType":"a","predicateType":'],
  ['a subject', '{"subject":[{"name":"app","name":"app"}],"predicateType":'],
  ['the predicate, by an escape', String.raw`{"predicate":{"a":1,"\u0061":2},"predicateType":`],
])('refuses a member that is twice in %s', async (_, start) => {
  const text = `${start}"${SPDX}"}`
  folder.write('sbom.sigstore.json', json(attestation(key, Buffer.from(text))))
  expect((await verify()).problems).toEqual([expect.stringMatching(/has a member twice in its JSON/u)])
})

it('refuses a member that is twice in the bundle', async () => {
  state('sbom.sigstore.json', SPDX)
  const made = json(
    attestation(key, statement([subjectOf('app', Buffer.from('a'))], { predicateType: SPDX })),
  ).toString()
  folder.write('sbom.sigstore.json', made.replace('"payloadType":', '"payloadType":"x","payloadType":'))
  expect((await verify()).problems).toEqual([expect.stringMatching(/has a member twice in its JSON: payloadType/u)])
})
