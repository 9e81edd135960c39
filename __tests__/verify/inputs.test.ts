import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { pem } from '../../src/crypto/public-key.ts'
import { readInputs } from '../../src/verify/inputs.ts'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { FORMATS } from './release-folder.ts'

let workspace: string
let key: LocalKey
let rsa: LocalKey
let text: string
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'inputs-'))
  key = localKey('ECDSA_NIST_P384_SHA_384')
  rsa = localKey('RSA_2048_SIGN_PSS_SHA_256')
  text = pem('PUBLIC KEY', key.publicKey.spki)
  writeFileSync(join(workspace, 'key.pem'), text)
})
afterAll(() => {
  rmSync(workspace, { recursive: true })
})

const read = (inputs: Record<string, string> = {}) => {
  const given = Object.entries({ 'public-key': text, files: 'dist/*', ...inputs })
  const variables = given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return readInputs({ GITHUB_WORKSPACE: workspace, ...Object.fromEntries(variables) } as Record<string, string>)
}

it('has the defaults of action.yml', async () => {
  expect(await read()).toEqual({
    publicKeys: [expect.objectContaining({ fingerprint: key.publicKey.fingerprint })],
    unpinnedKeyFile: undefined,
    files: 'dist/*',
    formats: FORMATS,
    workspace,
    signaturesDir: undefined,
    checksums: undefined,
    provenance: undefined,
    policy: [],
    attestations: undefined,
    hashAlgorithm: 'auto',
    ifNoFilesFound: 'error',
  })
})

it('takes paths relative to the workspace', async () => {
  const inputs = await read({
    'public-key': 'key.pem',
    'signatures-dir': 'sigs',
    checksums: '/tmp/SHA256SUMS',
    provenance: 'p*',
  })
  expect(inputs).toMatchObject({
    unpinnedKeyFile: join(workspace, 'key.pem'),
    signaturesDir: join(workspace, 'sigs'),
    checksums: '/tmp/SHA256SUMS',
    provenance: 'p*',
  })
  const pinned = await read({ 'public-key': 'key.pem', fingerprint: key.publicKey.fingerprint })
  expect(pinned.unpinnedKeyFile).toBeUndefined()
})

it('takes a hash for an RSA key, and its own for another', async () => {
  const rsaKey = pem('PUBLIC KEY', rsa.publicKey.spki)
  expect(await read({ 'public-key': rsaKey, 'hash-algorithm': 'sha512' })).toMatchObject({ hashAlgorithm: 'sha512' })
  expect(await read({ 'hash-algorithm': 'sha384' })).toMatchObject({ hashAlgorithm: 'sha384' })
  await expect(read({ 'hash-algorithm': 'sha256' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(/'hash-algorithm' is sha256, and the trusted key .*P384.* signs sha384/u),
  })
})

it.each<[string, Record<string, string>, RegExp]>([
  ['no key', { 'public-key': '' }, /^Input 'public-key' is required and empty/u],
  [
    'no key, with a hash',
    { 'public-key': '', 'hash-algorithm': 'sha256' },
    /^Input 'public-key' is required and empty/u,
  ],
  ['a fingerprint in place of the key', { 'public-key': `SHA256:${'0'.repeat(64)}` }, /'public-key' is a fingerprint/u],
  ['a missing key file', { 'public-key': 'no.pem' }, /'public-key' is "no\.pem", and there is no such file/u],
  [
    'a certificate',
    { 'public-key': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
    /'public-key' holds a CERTIFICATE/u,
  ],
  ['no PEM', { 'public-key': '-----BEGIN' }, /'public-key' holds no PEM, not one PUBLIC KEY or several/u],
  [
    'what only has a fingerprint in it, as a path',
    { 'public-key': 'a/sha256:b' },
    /is "a\/sha256:b", and there is no such file/u,
  ],
  ['a fingerprint with more before it', { fingerprint: `x:sha256:${'0'.repeat(64)}` }, /'fingerprint' is "x:sha256/u],
  ['a fingerprint with more behind it', { fingerprint: `sha256:${'0'.repeat(65)}` }, /'fingerprint' is "sha256:0/u],
  ['a broken key', { 'public-key': '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----' }, /or a damaged one/u],
  ['a short fingerprint', { fingerprint: 'sha256:ab' }, /'fingerprint' is "sha256:ab"/u],
  ['no files', { files: ' \n' }, /'files' is required/u],
  ['an unknown format', { formats: 'sig, gpg' }, /'formats' holds "gpg"/u],
])('refuses %s', async (_, inputs, message) => {
  await expect(read(inputs)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(/docs\/verify-action\.md/u),
  })
})

it('gives a good example of what is wrong', async () => {
  const good = (inputs: Record<string, string>) =>
    read(inputs).then(
      () => '',
      (error: unknown) => (error as Error).message.replace(/^.*Example: /u, ''),
    )
  const key = '`public-key: keys/release.pem`, or the PEM text itself'
  expect(await good({ 'public-key': '' })).toBe(key)
  expect(await good({ 'public-key': 'sha256:x' })).toBe(`${key}, with \`fingerprint: sha256:<64 hex digits>\``)
  expect(await good({ 'public-key': 'none.pem' })).toBe(key)
  expect(await good({ 'public-key': '-----BEGIN' })).toBe(key)
  expect(await good({ fingerprint: 'x' })).toBe('`fingerprint: sha256:<64 hex digits>`')
  expect(await good({ files: '' })).toBe('`files: dist/*.tar.gz`')
  expect(await good({ 'hash-algorithm': 'sha256' })).toBe('`hash-algorithm: auto`')
  expect(await good({ 'hash-algorithm': 'md5' })).toBe('`hash-algorithm: auto`')
  expect(await good({ 'if-no-files-found': 'no' })).toBe('`if-no-files-found: error`')
})

it.each(['warn', 'ignore'])('takes %s where there are no files', async (choice) => {
  expect(await read({ 'if-no-files-found': choice })).toMatchObject({ ifNoFilesFound: choice })
})

it('tells all faults together', async () => {
  await expect(read({ 'public-key': '', files: '', fingerprint: 'x' })).rejects.toMatchObject({
    message: expect.stringMatching(/^3 faults:\n- .*public-key.*\n- .*fingerprint.*\n- .*files/u),
  })
})

it('takes the key of its fingerprint and no other', async () => {
  const { fingerprint } = key.publicKey
  expect((await read({ fingerprint: fingerprint.toUpperCase() })).publicKeys[0]?.fingerprint).toBe(fingerprint)
  const expected = rsa.publicKey.fingerprint
  await expect(read({ fingerprint: expected })).rejects.toMatchObject({
    code: 'KEY_MISMATCH',
    message: `The key in public-key has the fingerprint ${fingerprint}, and fingerprint calls for ${expected}.`,
    hint: expect.stringMatching(/download is not to be trusted.*not from the release/u),
  })
})

it('takes several keys, each with its fingerprint', async () => {
  const second = pem('PUBLIC KEY', rsa.publicKey.spki)
  const both = [key.publicKey.fingerprint, rsa.publicKey.fingerprint]
  for (const given of [text + second, `${text}\r\n\r\n${second}`]) {
    const { publicKeys } = await read({ 'public-key': given, fingerprint: both.join('\n') })
    expect(publicKeys.map(({ fingerprint }) => fingerprint)).toEqual(both)
  }
  await expect(read({ 'public-key': text + second, fingerprint: both.toReversed().join(', ') })).rejects.toMatchObject({
    code: 'KEY_MISMATCH',
    message: expect.stringMatching(/^Key 1 in public-key .*\nKey 2 in public-key/u),
  })
  const ten = Array.from({ length: 10 }, () => pem('PUBLIC KEY', localKey('ECDSA_NIST_P256_SHA_256').publicKey.spki))
  expect((await read({ 'public-key': ten.join('') })).publicKeys).toHaveLength(10)
})

it.each<[string, () => Record<string, string>, RegExp]>([
  ['the same key twice', () => ({ 'public-key': text + text }), /holds the key sha256:[0-9a-f]{64} twice/u],
  [
    'more than ten keys',
    () => {
      const keys = Array.from({ length: 11 }, () => localKey('ECDSA_NIST_P256_SHA_256'))
      return { 'public-key': keys.map(({ publicKey }) => pem('PUBLIC KEY', publicKey.spki)).join('') }
    },
    /holds 11 keys; at most 10/u,
  ],
  [
    'a private key beside a public one',
    () => ({ 'public-key': `${text}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----` }),
    /holds a PRIVATE KEY/u,
  ],
  [
    'a damaged second key',
    () => ({ 'public-key': `${text}-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----` }),
    /damaged one as its key 2/u,
  ],
  [
    'a key without its end behind another',
    () => ({ 'public-key': `${text}-----BEGIN PUBLIC KEY-----\nAAAA` }),
    /holds a damaged block beside its PUBLIC KEY/u,
  ],
  [
    'fewer fingerprints than keys',
    () => ({ 'public-key': text + pem('PUBLIC KEY', rsa.publicKey.spki), fingerprint: key.publicKey.fingerprint }),
    /'fingerprint' holds 1, and public-key holds 2 keys/u,
  ],
  [
    'more fingerprints than keys',
    () => ({ fingerprint: `${key.publicKey.fingerprint} ${rsa.publicKey.fingerprint}` }),
    /'fingerprint' holds 2/u,
  ],
  ['a policy without provenance', () => ({ policy: 'ref: refs/tags/*' }), /'policy' is given without `provenance`/u],
  ['a policy of blank lines', () => ({ policy: ' \n ', provenance: 'p' }), /'policy' is given and has no line/u],
  [
    'a policy with a value that came to nothing',
    () => ({ policy: 'repository:', provenance: 'p' }),
    /'policy' has repository without a value/u,
  ],
  ['attestations without a type', () => ({ attestations: 'a' }), /'predicate-type' is empty/u],
  ['a type without attestations', () => ({ 'predicate-type': 'https://x.example/y' }), /'attestations' is empty/u],
  [
    'a type that is not a URI',
    () => ({ attestations: 'a', 'predicate-type': 'spdx' }),
    /'predicate-type' is "spdx", which is not a URI/u,
  ],
])('refuses %s', async (_, inputs, message) => {
  await expect(read(inputs())).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(message) })
})

it('means by a repository one of the server that the run is on', async () => {
  const variables = {
    INPUT_FILES: 'x',
    INPUT_POLICY: 'repository: a/b',
    INPUT_PROVENANCE: 'p',
    'INPUT_PUBLIC-KEY': text,
  }
  const accepts = async (server: Record<string, string>, found: string) =>
    (await readInputs({ ...variables, ...server })).policy[0]?.accepts(found)
  expect(await accepts({}, 'https://github.com/A/b')).toBe(true)
  expect(await accepts({ GITHUB_SERVER_URL: 'https://ghes.example' }, 'https://ghes.example/a/b')).toBe(true)
  expect(await accepts({ GITHUB_SERVER_URL: 'https://ghes.example' }, 'https://github.com/a/b')).toBe(false)
})

it.each([
  ['text between keys', (other: string) => `${text}# old key - of 2025\n${other}`],
  ['text before, behind and between them', (other: string) => `Our key is:\n${text}and -- before:\n${other}Good luck!`],
])('takes keys with %s (RFC 7468, section 2)', async (_, textOf) => {
  const inputs = await read({ 'public-key': textOf(pem('PUBLIC KEY', rsa.publicKey.spki)) })
  expect(inputs.publicKeys.map(({ fingerprint }) => fingerprint)).toEqual([
    key.publicKey.fingerprint,
    rsa.publicKey.fingerprint,
  ])
})

const HEX = 'ab'.repeat(32)
it.each([
  HEX,
  HEX.toUpperCase(),
  `SHA2-256(stdin)= ${HEX}`,
  `SHA256(key.der)= ${HEX}`,
  `${HEX}  -`,
  HEX.replace(/..(?=.)/gu, '$&:'),
])('says of the fingerprint %s what is missing', async (given) => {
  for (const name of ['public-key', 'fingerprint'])
    await expect(read({ [name]: given })).rejects.toThrow(
      new RegExp(
        `'${name}' is ".*", a fingerprint without \`sha256:\` before it. Example: \`${name}: sha256:${HEX}\``,
        'u',
      ),
    )
})
