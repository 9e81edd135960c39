import { beforeAll, expect, it } from '@jest/globals'
import { judge, localKey, type LocalKey } from '../../support/local-keys.ts'
import { armored, sshsig, type SshsigParts } from '../../support/signature-makers.ts'

const content = Buffer.from('release')
let key: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
})

it.each<[string, Partial<SshsigParts>, RegExp]>([
  ['another version', { version: 2 }, /not an SSHSIG of version 1/u],
  ['another namespace', { namespace: 'git' }, /namespace "file"/u],
  ['no namespace', { namespace: '' }, /namespace "file"/u],
  ['a reserved field', { reserved: 'x' }, /reserved/u],
  ['SHA-1', { hash: 'sha1' }, /hash/u],
  ['SHA-384', { hash: 'sha384' }, /hash/u],
  ['another type of signature', { keyType: 'ecdsa-sha2-nistp384' }, /algorithm/u],
  ['another public key', { publicKey: Buffer.from('ssh-ed25519') }, /another key/u],
  ['bytes behind it', { extra: 'x' }, /behind its end/u],
  ['bytes behind its numbers', { behindNumbers: 'x' }, /behind its end/u],
  ['r of zero', { numbers: (_, s) => [Buffer.alloc(1), s] }, /not positive/u],
  ['r without octets', { numbers: (_, s) => [Buffer.alloc(0), s] }, /not positive/u],
  ['a negative r', { numbers: (_, s) => [Buffer.alloc(32, 0xff), s] }, /not positive/u],
  ['a needless zero', { numbers: (r, s) => [Buffer.concat([Buffer.alloc(2), r.subarray(-32)]), s] }, /shortest form/u],
  ['r too large', { numbers: (_, s) => [Buffer.alloc(40, 0x7f), s] }, /^wrong$/u],
  ['a third number', { numbers: (r, s) => [r, s, s] }, /behind its end/u],
  ['one number', { numbers: (r) => [r] }, /cut off/u],
])('takes no signature with %s', async (_, change, verdict) => {
  expect(await judge('sshsig', sshsig(key, content), [key], content)).toBe('right')
  expect(await judge('sshsig', sshsig(key, content, change), [key], content)).toMatch(verdict)
})

it('takes no other armor', async () => {
  const text = sshsig(key, content).toString()
  const wrong = [
    `x\n${text}`,
    `${text}x`,
    text + text,
    text.replaceAll('SSH SIGNATURE', 'SSH2 SIGNATURE'),
    text.replace('BEGIN SSH', 'BEGIN SSX'),
    text.replace('END SSH', 'END SSX'),
    text.replace('\n', '\nComment: x\n'),
  ]
  for (const file of [...wrong.map((t) => Buffer.from(t)), armored('SSH SIGNATURE', Buffer.alloc(0))])
    expect(await judge('sshsig', file, [key], content)).toMatch(/not one block|not well-formed/u)
  expect(await judge('sshsig', Buffer.from(text.replaceAll('\n', '\r\n')), [key], content)).toBe('right')
})
