/** What other systems sign is refused, and what merely looks a little like it stays signable. */
import { describe, expect, it } from '@jest/globals'
import { watchJson } from '../../../src/formats/confusion/signed-json.ts'
import { dangerOf, imageDangerOf } from '../../../src/formats/confusion/unsafe-file.ts'
import { fc } from '../../support/properties.ts'
import { selfSignedCertificate } from '../../../src/formats/cms/certificate.ts'
import { localKey } from '../../support/local-keys.ts'
import { signDigest } from '../../support/sign-digest.ts'

const jsonOf = (bytes: Uint8Array, chunk = 256 * 1024) => {
  const watch = watchJson()
  for (let at = 0; at < bytes.length; at += chunk) watch.update(bytes.subarray(at, at + chunk))
  return watch.end()
}
const dangerIn = (content: string | Buffer) => {
  const bytes = Buffer.from(content)
  return dangerOf({
    size: bytes.length,
    head: bytes.subarray(0, 16 * 1024),
    tail: bytes.subarray(-32),
    json: jsonOf(bytes),
  })
}

const payload = (change = (text: string) => text) =>
  change(
    `{"critical":{"identity":{"docker-reference":"r.example/app"},"image":{"docker-manifest-digest":"sha256:${'0'.repeat(64)}"},"type":"cosign container image signature"},"optional":null}`,
  )
const SIZE = 'x'.repeat(20_000)

describe('cosign’s payload is refused', () => {
  it.each<[string, string]>([
    ['as it is', payload()],
    ['with blanks before it and in it', ` \t\r\n${JSON.stringify(JSON.parse(payload()), null, 2)}\n`],
    ['behind so many blanks', ' '.repeat(1_000_000) + payload()],
    [
      'in other cases',
      payload((text) => text.replace('critical', 'CRITICAL').replace('docker-manifest', 'Docker-MANIFEST')),
    ],
    [
      'with escapes',
      payload((text) =>
        text.replace('image"', String.raw`\u0069mag\u0065"`).replace('docker-m', String.raw`docker\u002dm`),
      ),
    ],
    [
      'with the Kelvin sign and the long s',
      payload((text) => text.replace('docker-manifest', 'doc\u212aer-manife\u017ft')),
    ],
    [
      'with the same as escapes',
      payload((text) => text.replace('docker-manifest', String.raw`doc\u212Aer-manife\u017ft`)),
    ],
    [
      'with members before, between and behind',
      payload((text) =>
        text.replace('{"critical":{', `{"a":[{"critical":1},{}],"critical":{"x":{"image":{}},"y":["${SIZE}"],`),
      ),
    ],
    [
      'with a member of that name before it',
      payload((text) => text.replace('{"critical"', '{"critical":{"image":{}},"critical":1,"critical"')),
    ],
    [
      'with quotes and brackets in strings',
      payload((text) => text.replace('{"critical"', String.raw`{"a":"\\\"}{[","critical"`)),
    ],
    ['with more behind it', payload((text) => text.replace('"optional":null', `"optional":{"a":"${SIZE}"}`))],
  ])('%s', (_, text) => {
    expect(dangerIn(text)).toMatch(/cosign signs for a container image/u)
  })

  it('wherever the chunks of the file end', () => {
    const bytes = Buffer.from(payload((text) => text.replace('image"', String.raw`\u0069mage"`)))
    for (let chunk = 1; chunk < 60; chunk += 1) expect(jsonOf(bytes, chunk)?.imageSignature).toBe(true)
  })

  it('up to 128 MiB, which is all that cosign reads', () => {
    const filled = (mebibytes: number) => {
      const watch = watchJson()
      watch.update(Buffer.from('{"a":"'))
      const part = Buffer.alloc(1024 * 1024, 'x')
      for (let i = 0; i < mebibytes; i += 1) watch.update(part)
      watch.update(Buffer.from(`",${payload().slice(1)}`))
      return watch.end()?.imageSignature
    }
    expect(filled(127)).toBe(true)
    expect(filled(128)).toBeUndefined()
  })

  it('with whatever else is in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (before, inside) => {
          const image = { ...inside, 'docker-manifest-digest': 'sha256:0' }
          const text = JSON.stringify({ ...before, critical: { ...inside, image } })
          expect(jsonOf(Buffer.from(text), 7)?.imageSignature).toBe(true)
        },
      ),
    )
  })
})

it.each([
  '{"critical":"docker-manifest-digest"}',
  '{"critical":{"image":"docker-manifest-digest"}}',
  '{"critical":["image",{"docker-manifest-digest":1}]}',
  '{"image":{"docker-manifest-digest":1},"critical":{}}',
  '{"a":{"critical":{"image":{"docker-manifest-digest":1}}}}',
  '[{"critical":{"image":{"docker-manifest-digest":1}}}]',
  '{"critical":{"image":{}},"docker-manifest-digest":1}',
  '{"critical":{"image":[{"docker-manifest-digest":1}]}}',
  `{"critical":{"image":{"docker-manifest-digest${SIZE}":1}}}`,
])('%s is not cosign’s payload', (text) => {
  expect(jsonOf(Buffer.from(text))?.imageSignature ?? false).toBe(false)
})

const certificate = () => {
  const key = localKey('ECDSA_NIST_P256_SHA_256')
  const prepared = selfSignedCertificate({ ...key, id: 'abj', createdAt: new Date() }, new Date())
  const pem = prepared.encode(signDigest(key, prepared.toSign))[0]?.content.toString() ?? ''
  return Buffer.from(pem.replace(/-----.*-----/gu, ''), 'base64')
}
const hash = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
const sshString = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text, 'latin1')])
const login = (service: string, method: string) =>
  Buffer.concat([sshString('s'.repeat(32)), Buffer.of(50), ...['root', service, method].map(sshString), Buffer.of(1)])
const jws = (header: string, rest: string) => `${Buffer.from(header).toString('base64url')}.${rest}`
const HEADER = '{"alg":"ES256"}'

it.each<[string, string | Buffer, RegExp]>([
  ['a JWT', jws(HEADER, 'eyJzdWIiOiJyb290In0'), /signed for a JWT/u],
  ['a JWT without a payload', jws(HEADER, ''), /JWT/u],
  ['a JWT with a line feed', jws(HEADER, 'eyJzdWIiOiJyb290In0\n'), /JWT/u],
  ['a long JWT', jws(HEADER, 'e'.repeat(100_000)), /JWT/u],
  ['a JWS over any bytes', jws('{"alg":"ES256","b64":false,"crit":["b64"]}', '#!/bin/sh. \0'), /JWT/u],
  ['a JWT whose header is long', jws(`{"a":"${SIZE}","alg":"ES256"}`, 'eyJ9'), /JWT/u],
  [
    'a JWT with what Python’s base64 passes over in its header',
    jws(HEADER, 'eyJ9').replace('eyJ', '\0e!y=J\n'),
    /JWT/u,
  ],
  ['a JWT whose header ends in the midst of it', `${jws('{"alg":"ES256" }', '').replace('.', '==more')}.eyJ9`, /JWT/u],
  ['a JWT whose payload has other bytes', jws(HEADER, '\0eyJz. dWIi\xff'), /JWT/u],
  ['a JWT with its signature, which can be the payload of another', jws(HEADER, 'eyJzdWIiOiJyb290In0.c2ln'), /JWT/u],
  ['a JWT whose header no JSON parser of this language takes', jws('{"x":NaN,"alg":"ES256"}', 'eyJ9'), /JWT/u],
  ['a JWT whose header has its name escaped', jws(String.raw`{"\u0061lg":"ES256"}`, 'eyJ9'), /JWT/u],
  ['TUF’s root', '{"_type":"root","spec_version":"1.0.0","version":1}', /TUF or in-toto.*root/u],
  ['TUF’s targets, in another order and case', '{"EXPIRES":"2030","_Type":"Targets","targets":{}}', /TUF.*targets/u],
  ['in-toto’s link', '{"_type":"link","name":"build","materials":{},"products":{}}', /in-toto.*link/u],
  ['in-toto’s layout', '{"_type":"layout","steps":[]}', /in-toto.*layout/u],
  ['COSE', Buffer.from('\x84\x6aSignature1\x43\xa1\x01\x26\x40\x41x', 'latin1'), /COSE/u],
  ['COSE with several signers', Buffer.from('\x85\x69Signature\x40\x40\x40\x40', 'latin1'), /COSE/u],
  [
    'a server’s CertificateVerify',
    `${' '.repeat(64)}TLS 1.3, server CertificateVerify\0${'x'.repeat(32)}`,
    /TLS 1\.3/u,
  ],
  [
    'a client’s CertificateVerify',
    `${' '.repeat(64)}TLS 1.3, client CertificateVerify\0${'x'.repeat(32)}`,
    /TLS 1\.3/u,
  ],
  ['an SSH login', login('ssh-connection', 'publickey'), /log in by SSH/u],
  ['an SSH login bound to a host', login('ssh-connection', 'publickey-hostbound-v00@openssh.com'), /log in by SSH/u],
  ['an SSH login of a host', login('ssh-connection', 'hostbased'), /log in by SSH/u],
  [
    'an SSH certificate',
    Buffer.concat([sshString('ecdsa-sha2-nistp256-cert-v01@openssh.com'), Buffer.alloc(300)]),
    /SSH certificate/u,
  ],
  ['a git commit', `tree ${hash}\nauthor A <a@b> 1 +0000\n`, /git commit/u],
  ['a git commit of SHA-256', `tree ${'a'.repeat(64)}\nparent x\n`, /git commit/u],
  ['a git tag', `object ${hash}\ntype commit\ntag v1\n`, /git tag/u],
  ['the certificate of a push', 'certificate version 0.1\npusher A <a@b> 1 +0000\n', /git push/u],
])('%s is refused', (_, content, reason) => {
  expect(dangerIn(content)).toMatch(reason)
})

it.each<[string, string | Buffer]>([
  ['package.json', '{"name":"app","version":"1.0.0","expires":"2030","keys":[],"image":{}}'],
  ['a manifest of a web extension', '{"manifest_version":3,"name":"x"}'],
  ['an SBOM in SPDX', '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"x","packages":[]}'],
  [
    'an SBOM in CycloneDX',
    '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"library","name":"x"}]}',
  ],
  [
    'an in-toto statement',
    '{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"x","predicate":{}}',
  ],
  [
    'TUF’s metadata with its signatures',
    '{"signatures":[],"signed":{"_type":"root","spec_version":"1.0.0","version":1}}',
  ],
  ['a document with a type of its own', '{"_type":"link","href":"https://example.org"}'],
  ['a document that says root', '{"_type":"document","version":1,"a":{"_type":"root"}}'],
  ['a header without an algorithm', jws('{"typ":"JWT"}', 'eyJzdWIiOiJyb290In0')],
  ['a list in base64 and more', jws('["alg"]', 'eyJzdWIiOiJyb290In0')],
  ['base64 of JSON', Buffer.from('{"alg":"ES256"}').toString('base64')],
  ['a file name like a sentence', 'eyJhbGciOiJFUzI1NiJ9 is a header. This is not.'],
  ['a certificate in DER', certificate()],
  ['a source file that begins with tree', 'tree = build()\nprint(tree)\n'],
  ['a list of trees', `tree ${hash} and more\n`],
  ['a source file that begins with object', 'object Main extends App {}\n'],
  ['a text that begins with blanks', `${' '.repeat(64)}TLS handshake\n`],
  ['CBOR', Buffer.from('\x84\x6aSomething1\x40', 'latin1')],
  ['an SSH public key', 'ecdsa-sha2-nistp256-cert-v01@openssh.com AAAA\n'],
  ['JSON that is broken', '{"critical":{"image":'],
  ['a PKCS #8 key in DER', localKey('ECDSA_NIST_P256_SHA_256').privateKey.export({ type: 'pkcs8', format: 'der' })],
  ['an RSA key in DER', localKey('RSA_2048_SIGN_PSS_SHA_256').privateKey.export({ type: 'pkcs1', format: 'der' })],
  ['an EC key in DER', localKey('ECDSA_NIST_P256_SHA_256').privateKey.export({ type: 'sec1', format: 'der' })],
  ['a public key in DER', localKey('RSA_2048_SIGN_PSS_SHA_256').publicKey.spki],
])('%s stays signable', (_, content) => {
  expect(dangerIn(content)).toBeUndefined()
})

describe('an image’s manifest', () => {
  it.each([
    '{"schemaVersion":2,"config":{},"layers":[]}',
    '{"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[],"schemaVersion":2}',
    '{"schemaVersion":1,"fsLayers":[]}',
  ])('%s is refused where statements are made, unless it is one of the images', (text) => {
    const json = jsonOf(Buffer.from(text))
    expect(dangerIn(text)).toBeUndefined()
    expect(imageDangerOf(json, 'ab', new Set())).toMatch(/manifest or index of a container image/u)
    expect(imageDangerOf(json, 'ab', new Set(['ab']))).toBeUndefined()
  })

  it.each(['{"schemaVersion":2}', '{"layers":[]}', '{"a":{"schemaVersion":2,"layers":[]}}', '[]', 'x'])(
    '%s is none',
    (text) => {
      expect(imageDangerOf(jsonOf(Buffer.from(text)), 'ab', new Set())).toBeUndefined()
    },
  )
})

it('answers any bytes, and the same in any chunks', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => Buffer.from(text)),
  )
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 50 }), (content, chunk) => {
      expect(jsonOf(content, chunk)).toEqual(jsonOf(content))
    }),
  )
})
