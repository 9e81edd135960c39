import { beforeAll, expect, it } from '@jest/globals'
import { fc } from '../../support/properties.ts'
import { verifiedStatement } from '../../../src/formats/dsse/read.ts'
import { localKey, type LocalKey } from '../../support/local-keys.ts'
import { attestation, bundle, json, statement, subjectOf } from '../../support/signature-makers.ts'

const subject = subjectOf('app', Buffer.from('release'))
type Attestation = ReturnType<typeof attestation>
let key: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
})

it.each(['ECDSA_NIST_P256_SHA_256', 'ECDSA_NIST_P384_SHA_384', 'RSA_2048_SIGN_PSS_SHA_512'])(
  'reads what %s signed',
  async (name) => {
    const mine = localKey(name)
    const file = json(attestation(mine, statement([subject])))
    expect((await verifiedStatement(file, [mine])).subjects).toEqual([subject])
    await expect(verifiedStatement(file, [localKey(name)])).rejects.toThrow(/another key/u)
  },
)

const envelope = (change: (e: Attestation['dsseEnvelope']) => unknown) => (a: Attestation) => {
  change(a.dsseEnvelope)
  return a
}

it.each<[string, (a: Attestation) => unknown, RegExp]>([
  ['another payload', envelope((e) => (e['payload'] = json(statement([])).toString('base64'))), /not signed/u],
  ['another payload type', envelope((e) => (e['payloadType'] = 'text/plain')), /in-toto/u],
  ['no signature', envelope((e) => (e['signatures'] = [])), /exactly one/u],
  ['two signatures', envelope((e) => (e['signatures'] = [{ sig: 'AA==' }, { sig: 'AA==' }])), /exactly one/u],
  ['an empty signature', envelope((e) => (e['signatures'] = [{ sig: '' }])), /base64/u],
  ['the signature of nobody', envelope((e) => (e['signatures'] = [{ sig: 'AA==' }])), /not signed/u],
  ['a field unknown here', envelope((e) => (e['extra'] = 1)), /extra/u],
  [
    'a field unknown here in its signature',
    envelope((e) => (e['signatures'] = [{ ...(e['signatures'] as object[])[0], cert: '' }])),
    /cert/u,
  ],
  ['no envelope', () => bundle(key, Buffer.from('x')), /messageSignature/u],
])('refuses a statement with %s', async (_, change, reason) => {
  await expect(verifiedStatement(json(change(attestation(key, statement([subject])))), [key])).rejects.toThrow(reason)
})

it.each<[string, unknown, RegExp]>([
  ['another type', statement([subject], { _type: 'https://in-toto.io/Statement/v0.1' }), /statement v1/u],
  ['no predicate type', statement([subject], { predicateType: undefined }), /predicateType/u],
  ['a member twice', Buffer.from(JSON.stringify(statement([subject])).replace('{', '{"_type":"x",')), /twice.*_type/u],
  ['no subjects', statement([], { subject: {} }), /subject/u],
  ['a subject without a name', statement([{ digest: {} }]), /name/u],
  ['a subject without digests', statement([{ name: 'app' }]), /digest/u],
  ['a digest that is no text', statement([{ name: 'app', digest: { sha256: 1 } }]), /digest/u],
  ['no JSON', Buffer.from('x'), /JSON/u],
])('refuses what the key signed with %s', async (_, payload, reason) => {
  await expect(verifiedStatement(json(attestation(key, payload)), [key])).rejects.toThrow(reason)
})

it('refuses a payload whose type was signed as another', async () => {
  const file = attestation(key, statement([subject]), 'text/plain')
  file.dsseEnvelope['payloadType'] = 'application/vnd.in-toto+json'
  await expect(verifiedStatement(json(file), [key])).rejects.toThrow(/not signed/u)
})

it('answers any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        await expect(verifiedStatement(Buffer.from(bytes), [key])).rejects.toThrow(RangeError)
      },
    ),
  )
})
