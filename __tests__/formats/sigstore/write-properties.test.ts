/** Bundles, envelopes and statements of any values, read back by @sigstore/bundle, @sigstore/verify and JSON. */
import { createPublicKey } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { bundleFromJSON, isBundleWithDsseEnvelope, isBundleWithMessageSignature } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'
import { signedStatement } from '../../../src/formats/dsse/write.ts'
import { sigstoreEncoding } from '../../../src/formats/sigstore/write.ts'
import { provenanceStatements } from '../../../src/signing/provenance.ts'
import { HASHES } from '../../../src/crypto/hashes.ts'
import { pem } from '../../../src/crypto/public-key.ts'
import { verifiedStatement } from '../../../src/formats/dsse/read.ts'
import { localKey } from '../../support/local-key.ts'
import { fc } from '../../support/properties.ts'

const LOCAL = [
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'RSA_2048_SIGN_PSS_SHA_256',
].map((name) => ({ ...localKey(name), [fc.toStringMethod]: () => name }))
const local = fc.constantFrom(...LOCAL)
const P256 = localKey('ECDSA_NIST_P256_SHA_256')
const BUNDLE_HASH = { sha256: 1, sha384: 2, sha512: 3 }

const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array))
const parsed = (file: Buffer) => bundleFromJSON(JSON.parse(file.toString()))

it('writes bundles of any digest and signature so that @sigstore/bundle reads them', () => {
  const values = local.chain(({ key }) => {
    const length = HASHES[key.algorithm.hash].bytes
    return fc.tuple(fc.constant(key), bytes(length, length), bytes(1, 600))
  })
  fc.assert(
    fc.property(values, ([key, digest, signature]) => {
      const prepared = sigstoreEncoding(key).prepare({ digest, sha512: undefined, own: new Map() })
      const file = prepared.encode(signature)
      const bundle = parsed(file)
      if (!isBundleWithMessageSignature(bundle)) throw new Error('no message signature')
      const { messageDigest, signature: written } = bundle.content.messageSignature
      expect(prepared.toSign).toEqual(digest)
      expect(messageDigest.algorithm).toBe(BUNDLE_HASH[key.algorithm.hash])
      expect(messageDigest.digest).toEqual(digest)
      expect(written).toEqual(signature)
    }),
  )
})

/** @sigstore/verify with nothing to trust but one key. Its hash for envelopes is SHA-256 whatever the key. */
function verified(file: Buffer): Buffer {
  const bundle = parsed(file)
  if (!isBundleWithDsseEnvelope(bundle)) throw new Error('no envelope')
  const publicKey = () => ({
    publicKey: createPublicKey(pem('PUBLIC KEY', P256.key.publicKey.spki)),
    validFor: () => true,
  })
  const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
  const none = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 }
  new Verifier(trust, none).verify(toSignedEntity(bundle))
  return bundle.content.dsseEnvelope.payload
}

it('signs any payload so that @sigstore/verify takes it', () => {
  fc.assert(
    fc.property(bytes(1, 2000), (payload) => {
      const { toSign, encode } = signedStatement(P256.key, payload)
      expect(verified(encode(P256.sign(toSign)))).toEqual(payload)
    }),
    { numRuns: 50 },
  )
})

const RUN = [
  'GITHUB_REPOSITORY',
  'GITHUB_REPOSITORY_ID',
  'GITHUB_REPOSITORY_OWNER_ID',
  'GITHUB_REF',
  'GITHUB_SHA',
  'GITHUB_WORKFLOW_REF',
  'GITHUB_EVENT_NAME',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_ATTEMPT',
]
/** Any text: file names and refs hold quotes, controls, emoji; `__proto__` and `constructor` are names too. */
const text = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'constructor', '../x', '\u2028"\\', '</script>'),
)
const environment = fc
  .tuple(...RUN.map(() => text))
  .map((values) => Object.fromEntries(RUN.map((name, i) => [name, values[i]])))

interface Statement {
  readonly subject: unknown
  readonly predicate: { readonly buildDefinition: { readonly resolvedDependencies: unknown } }
}

it('states any subjects of any run so that others and the verify action read them', async () => {
  const subjects = fc.array(fc.record({ name: text, digest: bytes(32, 32) }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(environment, subjects, async (run, subjects) => {
      const [{ statement } = { statement: Buffer.alloc(0) }] = provenanceStatements(run, subjects, 'sha256')
      const { toSign, encode } = signedStatement(P256.key, statement)
      const file = encode(P256.sign(toSign))
      const { subject, predicate } = JSON.parse(verified(file).toString()) as Statement
      const expected = subjects.map(({ name, digest }) => ({ name, digest: { sha256: digest.toString('hex') } }))
      expect(subject).toEqual(expected)
      const uri = `git+https://github.com/${run['GITHUB_REPOSITORY'] ?? ''}@${run['GITHUB_REF'] ?? ''}`
      expect(predicate.buildDefinition.resolvedDependencies).toEqual([
        { uri, digest: { gitCommit: run['GITHUB_SHA'] } },
      ])
      expect((await verifiedStatement(file, [P256.key])).subjects).toEqual(expected)
    }),
  )
})
