/** A signature by the right key over another format's bytes, handed out as one over a file with those bytes. */
import { createHash } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { octetString, oid, sequence, setOf, unsignedInteger } from '../../src/crypto/der.ts'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { ReleaseFolder } from './release-folder.ts'

const payload = '{"_type":"https://in-toto.io/Statement/v1"}'
const string = (text: string | Buffer) => {
  const bytes = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}
const digest = createHash('sha256').update('release').digest()
const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))

const BYTES: [string, Buffer][] = [
  ['a DSSE envelope', Buffer.from(`DSSEv1 28 application/vnd.in-toto+json ${payload.length} ${payload}`)],
  ['an SSHSIG', Buffer.concat([Buffer.from('SSHSIG'), ...['file', '', 'sha256', digest].map(string)])],
  [
    'CMS attributes',
    setOf(
      attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1')),
      attribute('1.2.840.113549.1.9.4', octetString(digest)),
    ),
  ],
  ['OpenPGP', Buffer.concat([Buffer.from('release'), Buffer.from([4, 0, 19, 8, 0, 0, 4, 0xff, 0, 0, 0, 6])])],
]

let key: LocalKey
let folder: ReleaseFolder
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
})
beforeEach(() => {
  folder = new ReleaseFolder()
})
afterEach(() => {
  folder.remove()
})

it.each(BYTES)('takes no bare signature over the signed bytes of %s', async (_, bytes) => {
  const unsafe = [expect.stringMatching(/^UNSAFE_FILE app: has signatures that prove nothing: it (?:begins|is|ends) /u)]
  folder.sign(key, 'app', bytes, ['sig', 'base64', 'sigstore'])
  expect((await folder.verify(key)).problems).toEqual(unsafe)
  // Others beside it make it no better.
  folder.sign(key, 'app', bytes, ['sshsig', 'openpgp', 'cms'])
  expect((await folder.verify(key)).problems).toEqual(unsafe)
})

it('takes a bare signature over a file of which sign sees that it is nothing else', async () => {
  const serialNumber = unsignedInteger(Buffer.alloc(10_000, 1))
  folder.sign(key, 'app', sequence(serialNumber, octetString(Buffer.alloc(30_000))))
  expect((await folder.verify(key)).verified).toEqual(['app'])
})

it.each(BYTES)('takes other signatures over a file with the signed bytes of %s', async (_, bytes) => {
  folder.sign(key, 'app', bytes, ['sshsig', 'openpgp', 'cms'])
  expect((await folder.verify(key)).verified).toEqual(['app'])
})
