/** Signatures that ssh-keygen, gpg and openssl make with keys of their own. */
import { execFileSync } from 'node:child_process'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readKey } from 'openpgp'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import { algorithmNamed } from '../../src/crypto/key-algorithm.ts'
import type { TrustedKey } from '../../src/formats/signature-check.ts'
import { judge } from '../support/local-keys.ts'

const content = Buffer.from('release\r\nwith lines\n')
const other = Buffer.from('release\nwith lines\n')
let folder: string
const at = (name: string) => join(folder, name)
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GNUPGHOME: at('gnupg') },
  })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'))
  writeFileSync(at('file'), content)
})
afterAll(() => {
  try {
    run('gpgconf', '--kill', 'all')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function trusted(name: string, key: ReturnType<typeof createPublicKey>): TrustedKey {
  return {
    algorithm: algorithmNamed(name),
    publicKey: publicKeyFromSpki(key.export({ type: 'spki', format: 'der' })),
  }
}

const CURVES = [
  ['256', 'ECDSA_NIST_P256_SHA_256', 'prime256v1'],
  ['384', 'ECDSA_NIST_P384_SHA_384', 'secp384r1'],
  ['521', 'ECDSA_NIST_P521_SHA_512', 'secp521r1'],
] as const

it.each(CURVES.map(([bits, name]) => [bits, name] as const))(
  "takes ssh-keygen's signature by a P-%s key",
  async (bits, name) => {
    run('ssh-keygen', '-q', '-t', 'ecdsa', '-b', bits, '-m', 'PKCS8', '-N', '', '-f', at(`ssh${bits}`))
    const key = trusted(name, createPublicKey(createPrivateKey(readFileSync(at(`ssh${bits}`)))))
    for (const hash of ['sha256', 'sha512']) {
      rmSync(at('file.sig'), { force: true })
      run('ssh-keygen', '-Y', 'sign', '-f', at(`ssh${bits}`), '-n', 'file', '-O', `hashalg=${hash}`, at('file'))
      expect(await judge('sshsig', readFileSync(at('file.sig')), [key], content)).toBe('right')
      expect(await judge('sshsig', readFileSync(at('file.sig')), [key], other)).toBe('wrong')
    }
  },
)

it.each(CURVES)("takes gpg's signature by a P-%s key", async (bits, name, curve) => {
  mkdirSync(at('gnupg'), { recursive: true })
  chmodSync(at('gnupg'), 0o700)
  const user = `u${bits}@example.org`
  run('gpg', '--batch', '--quiet', '--passphrase', '', '--quick-generate-key', user, `nistp${bits}`, 'sign', 'never')
  const exported = await readKey({ binaryKey: run('gpg', '--batch', '--export', user) })
  const { Q } = exported.keyPacket.publicParams as { Q: Uint8Array }
  const size = (Q.length - 1) / 2
  const [x, y] = [Q.subarray(1, 1 + size), Q.subarray(1 + size)].map((part) => Buffer.from(part).toString('base64url'))
  const jwk = { kty: 'EC', crv: `P-${bits}`, x: x ?? '', y: y ?? '' }
  const key = trusted(name, createPublicKey({ key: jwk, format: 'jwk' }))
  expect(curve).toBe(key.publicKey.platformKey.curve)
  run('gpg', '--batch', '--yes', '--quiet', '--armor', '--local-user', user, '--detach-sign', at('file'))
  expect(await judge('openpgp', readFileSync(at('file.asc')), [key], content)).toBe('right')
  expect(await judge('openpgp', readFileSync(at('file.asc')), [key], other)).toBe('wrong')
  run('gpg', '--batch', '--yes', '--quiet', '--armor', '--textmode', '--local-user', user, '--detach-sign', at('file'))
  expect(await judge('openpgp', readFileSync(at('file.asc')), [key], content)).toMatch(/binary data/u)
})

const CMS = [
  ...CURVES.map(([, name, curve]) => [name, ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`], []] as const),
  ...['256', '384', '512'].map((bits) => {
    const pss = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest']
    return [`RSA_2048_SIGN_PSS_SHA_${bits}`, ['-newkey', 'rsa:2048'], pss] as const
  }),
]

it.each(CMS)("takes openssl's CMS signature by a key of %s", async (name, newKey, options) => {
  const { hash } = algorithmNamed(name)
  run(
    'openssl',
    'req',
    '-x509',
    '-nodes',
    '-subj',
    '/CN=test',
    ...newKey,
    '-keyout',
    at('cms.key'),
    '-out',
    at('cms.pem'),
  )
  const key = trusted(name, createPublicKey(readFileSync(at('cms.pem'))))
  const sign = (...more: string[]) => {
    const files = ['-in', at('file'), '-signer', at('cms.pem'), '-inkey', at('cms.key'), '-out', at('file.p7s')]
    run('openssl', 'cms', '-sign', '-binary', '-outform', 'DER', '-md', hash, ...files, ...options, ...more)
    return readFileSync(at('file.p7s'))
  }
  expect(await judge('cms', sign(), [key], content)).toBe('right')
  expect(await judge('cms', sign('-nocerts'), [key], content)).toBe('right')
  expect(await judge('cms', sign('-keyid'), [key], content)).toBe('right')
  expect(await judge('cms', sign(), [key], other)).toBe('wrong')
  expect(await judge('cms', sign('-nodetach'), [key], content)).toMatch(/detached/u)
  expect(await judge('cms', sign('-noattr'), [key], content)).toMatch(/signed attributes/u)
})

it.each([...CURVES.map(([, name, curve]) => [name, curve]), ['ECDSA_SECP256_K1_SHA_256', 'secp256k1']])(
  "takes openssl's bare signature by a key of %s",
  async (name, curve) => {
    const { hash } = algorithmNamed(name)
    run('openssl', 'ecparam', '-genkey', '-noout', '-name', curve, '-out', at('dgst.key'))
    run('openssl', 'dgst', `-${hash}`, '-sign', at('dgst.key'), '-out', at('dgst.sig'), at('file'))
    run('openssl', 'base64', '-A', '-in', at('dgst.sig'), '-out', at('dgst.b64'))
    const key = trusted(name, createPublicKey(createPrivateKey(readFileSync(at('dgst.key')))))
    expect(await judge('sig', readFileSync(at('dgst.sig')), [key], content)).toBe('right')
    expect(await judge('base64', readFileSync(at('dgst.b64')), [key], content)).toBe('right')
  },
)
