import { beforeAll, expect, it } from '@jest/globals'
import { judge, localKey, type LocalKey } from '../../support/local-keys.ts'
import { bundle, json } from '../../support/signature-makers.ts'

const content = Buffer.from('release')
type Bundle = ReturnType<typeof bundle> & Record<string, unknown>
let key: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
})

it.each<[string, (b: Bundle) => unknown, RegExp]>([
  [
    'the digest of another file',
    (b) =>
      (b.messageSignature['messageDigest'] = { algorithm: 'SHA2_256', digest: Buffer.alloc(32).toString('base64') }),
    /^wrong$/u,
  ],
  ['no digest', (b) => delete b.messageSignature['messageDigest'], /messageDigest/u],
  ['an empty digest', (b) => (b.messageSignature['messageDigest'] = { algorithm: 'SHA2_256', digest: '' }), /base64/u],
  [
    'another algorithm',
    (b) => (b.messageSignature['messageDigest'] = { algorithm: 'SHA2_512', digest: 'AAAA' }),
    /sha512, which/u,
  ],
  [
    'an unknown algorithm',
    (b) => (b.messageSignature['messageDigest'] = { algorithm: 'constructor', digest: 'AAAA' }),
    /another hash/u,
  ],
  [
    'a hint of another key',
    (b) => (b.verificationMaterial['publicKey'] = { hint: Buffer.alloc(32).toString('base64') }),
    /another key/u,
  ],
  ['a hint that is no text', (b) => (b.verificationMaterial['publicKey'] = { hint: 1 }), /hint/u],
  ['a certificate', (b) => (b.verificationMaterial['certificate'] = { rawBytes: '' }), /certificate/u],
  ['no key', (b) => delete b.verificationMaterial['publicKey'], /publicKey/u],
  ['an empty signature', (b) => (b.messageSignature['signature'] = ''), /base64/u],
  ['a signature of another kind', (b) => (b.messageSignature['signature'] = ['AA==']), /signature/u],
  ['a field unknown here', (b) => (b['extra'] = 1), /extra/u],
  ['one in its signature', (b) => (b.messageSignature['extra'] = 1), /extra/u],
  [
    'one in its digest',
    (b) => ((b.messageSignature['messageDigest'] as Record<string, unknown>)['extra'] = 1),
    /extra/u,
  ],
  [
    'one in its key',
    (b) => ((b.verificationMaterial['publicKey'] as Record<string, unknown>)['rawBytes'] = ''),
    /rawBytes/u,
  ],
  ['another media type', (b) => (b.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.2'), /v0\.3/u],
  ['a statement beside', (b) => (b['dsseEnvelope'] = {}), /dsseEnvelope/u],
  ['log entries that are no list', (b) => (b.verificationMaterial['tlogEntries'] = {}), /tlogEntries/u],
])('takes no bundle with %s', async (_, change, verdict) => {
  const made: Bundle = bundle(key, content)
  expect(await judge('sigstore', json(made), [key], content)).toBe('right')
  change(made)
  expect(await judge('sigstore', json(made), [key], content)).toMatch(verdict)
})

it.each(['', '[]', 'null', '1', '"x"', '{}', '{"mediaType":', '['.repeat(200_000), '\ufffe{}'])(
  'takes no %.20j',
  async (text) => {
    expect(await judge('sigstore', Buffer.from(text, 'utf8'), [key], content)).toMatch(/JSON|object|v0\.3/u)
  },
)

it('takes no JSON that is not UTF-8', async () => {
  const file = json({ ...bundle(key, content), mediaType: 'X' })
  file[file.indexOf('X')] = 0xff
  expect(await judge('sigstore', file, [key], content)).toBe('is not JSON')
})

it.each<[string, (b: Bundle) => unknown]>([
  ['no hint', (b) => (b.verificationMaterial['publicKey'] = {})],
  ['log entries, which it does not look at', (b) => (b.verificationMaterial['tlogEntries'] = [{ logIndex: '1' }])],
])('takes a bundle with %s', async (_, change) => {
  const made: Bundle = bundle(key, content)
  change(made)
  expect(await judge('sigstore', json(made), [key], content)).toBe('right')
})
