import { createHash, createPublicKey } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { bundleFromJSON, type SerializedBundle } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'
import { signedStatement } from '../../../src/formats/dsse/write.ts'
import { runFile, signed } from '../../support/encode.ts'
import { ALGORITHMS, localKey, type LocalKey } from '../../support/local-key.ts'

const FILE = Buffer.from('a release\nfile\n')
const STATEMENT = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')

/** @sigstore/verify with nothing to trust but one key. */
function verify(json: Buffer, key: string, file?: Buffer): void {
  const bundle = bundleFromJSON(JSON.parse(json.toString()))
  const publicKey = () => ({ publicKey: createPublicKey(key), validFor: () => true })
  const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
  const none = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 }
  new Verifier(trust, none).verify(toSignedEntity(bundle, file))
}

const keyFor = (local: LocalKey): string => {
  const name = local.key.algorithm.curve === undefined ? 'kms-public-key.pss.pem' : 'kms-public-key.pem'
  return runFile(signed(local, ['sig'], FILE), name).toString()
}

describe.each(ALGORITHMS)('%s', (name) => {
  const local = localKey(name)
  const { hash } = local.key.algorithm
  const { signatures } = signed(local, ['sigstore', 'sig', 'base64'], FILE)
  const json = signatures.sigstore ?? Buffer.alloc(0)

  it('has a bundle that @sigstore/verify takes for this file alone', () => {
    expect(() => {
      verify(json, keyFor(local), FILE)
    }).not.toThrow()
    expect(() => {
      verify(json, keyFor(local), Buffer.from('another'))
    }).toThrow(/signature/iu)
  })

  it('has a bundle of exactly these fields', () => {
    const parsed = JSON.parse(json.toString()) as SerializedBundle
    const hint = createHash('sha256').update(local.key.publicKey.spki).digest('base64')
    expect(parsed).toEqual({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint }, tlogEntries: [] },
      messageSignature: {
        messageDigest: {
          algorithm: { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' }[hash],
          digest: createHash(hash).update(FILE).digest('base64'),
        },
        signature: parsed.messageSignature?.signature,
      },
    })
  })

  it('has base64 of one line', () => {
    expect(signatures.base64?.toString()).toMatch(/^[A-Za-z0-9+/]+={0,2}\n$/u)
  })
})

it('signs one digest for sig, base64 and sigstore', () => {
  const local = localKey('ECDSA_NIST_P256_SHA_256')
  const one = { ...local, sign: () => signature }
  const signature = local.sign(createHash('sha256').update(FILE).digest())
  const { signatures } = signed(one, ['sig', 'base64', 'sigstore'], FILE)
  expect(signatures.sig).toEqual(signature)
  expect(Buffer.from(signatures.base64?.toString() ?? '', 'base64')).toEqual(signature)
  expect(signatures.sigstore?.toString()).toContain(signature.toString('base64'))
})

// Its hash for DSSE is SHA-256 whatever the key, so the others go without it.
it.each(ALGORITHMS.filter((name) => name.endsWith('SHA_256')))(
  'has with %s an envelope that @sigstore/verify takes',
  (name) => {
    const local = localKey(name)
    const { toSign, encode } = signedStatement(local.key, STATEMENT)
    const json = encode(local.sign(toSign))
    verify(json, keyFor(local))
    const { dsseEnvelope } = JSON.parse(json.toString()) as SerializedBundle
    expect(dsseEnvelope?.signatures).toEqual([{ sig: expect.any(String), keyid: '' }])
    expect(Buffer.from(dsseEnvelope?.payload ?? '', 'base64')).toEqual(STATEMENT)
    const other = json.toString().replace(STATEMENT.toString('base64'), Buffer.from('{}').toString('base64'))
    expect(() => {
      verify(Buffer.from(other), keyFor(local))
    }).toThrow(/signature/iu)
  },
)
