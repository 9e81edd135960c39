/** dist/verify as a runner runs it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { runAction } from '../../emulator/runner/runner.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { FORMATS, ReleaseFolder } from '../verify/release-folder.ts'
import { attestation, json, statement, subjectOf } from '../support/signature-makers.ts'

const DIST = join(import.meta.dirname, '../../dist/verify')

/** Ends the process with 99 at the first attempt to look up a name or to connect to anything. */
const NO_NETWORK = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const require = createRequire('/')
  const refuse = () => { process.stdout.write('NETWORK'); process.exit(99) }
  require('net').Socket.prototype.connect = refuse
  require('dgram').Socket.prototype.send = refuse
  for (const name of ['lookup', 'resolve']) require('dns')[name] = require('dns').promises[name] = refuse
`)}`
const OFFLINE = ['--import', NO_NETWORK]

let key: LocalKey
let rsa: LocalKey
let folder: ReleaseFolder
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
  rsa = localKey('RSA_2048_SIGN_PSS_SHA_512')
})
beforeEach(() => {
  folder = new ReleaseFolder()
})
afterEach(() => {
  folder.remove()
})

const pemOf = ({ publicKey }: LocalKey) => pem('PUBLIC KEY', publicKey.spki)
const verify = (inputs: Record<string, string>, signer = key) =>
  runAction({
    action: 'verify',
    workspace: folder.path,
    inputs: { 'public-key': pemOf(signer), files: '*', ...inputs },
    nodeOptions: OFFLINE,
  })

it('verifies a release without a single connection', async () => {
  folder.sign(key, 'app', 'release', FORMATS)
  folder.sign(key, 'lib', 'library')
  const result = await verify({ fingerprint: key.publicKey.fingerprint.toUpperCase().replace('SHA', 'sha') })
  expect(result).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(result.outputs['verified-count']).toBe('2')
  const results = JSON.parse(result.outputs['results'] ?? '') as Record<string, unknown>[]
  const keyFingerprint = key.publicKey.fingerprint
  expect(results.slice(0, 2)).toMatchObject([
    { name: 'app', path: 'app', verified: true, verifiedBy: FORMATS, keyFingerprint, problems: [] },
    { name: 'lib', path: 'lib', verified: true, verifiedBy: ['sig'], proofs: [{ by: 'sig', source: 'lib.sig' }] },
  ])
  expect(results.slice(2)).toHaveLength(FORMATS.length + 1)
  expect(results.at(-1)).toEqual({ path: 'lib.sig', verified: true, leftOut: 'signature file of lib' })
  expect(result.summary).toContain('## 2 of 2 files verified')
  expect(result.summary).toContain(`| \`app\` | ${FORMATS.join(', ')} |`)
  const connects = spawnSync(process.execPath, [...OFFLINE, '-e', "require('https').get('https://127.0.0.1:9')"])
  expect(connects.status).toBe(99)
})

it('fails for files in folders named like those of sign runs', async () => {
  folder.sign(key, 'app', 'release')
  folder.write('.kms-sign-1-0-0123456789ab/evil', 'evil')
  const result = await verify({ files: '**' })
  expect(result).toMatchObject({ exitCode: 1, annotations: [{ level: 'error', title: 'SIGNATURE_MISSING' }] })
})

it('fails, names every file, and sets its outputs all the same', async () => {
  folder.sign(key, 'right', 'a')
  folder.sign(key, 'wrong', 'a')
  folder.write('wrong', 'b')
  folder.write('bare', 'c')
  const result = await verify({})
  expect(result.exitCode).toBe(1)
  expect(result.annotations).toHaveLength(1)
  expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'SIGNATURE_INVALID' })
  const message = result.annotations[0]?.message ?? ''
  expect(message).toMatch(/^2 of 3 files not verified\.\nSIGNATURE_INVALID:\n {2}wrong\.sig is not a signature/u)
  expect(message).toMatch(/SIGNATURE_MISSING:\n {2}bare has no signature file/u)
  expect(result.outputs['verified-count']).toBe('1')
  const results = JSON.parse(result.outputs['results'] ?? '') as Record<string, unknown>[]
  expect(results.filter((entry) => 'problems' in entry)).toHaveLength(3)
  expect(result.summary).toMatch(/\| `bare` \| SIGNATURE_MISSING: `bare`/u)
})

it('verifies a public key and files by paths, with checksums and statements', async () => {
  folder.write('keys/release.pem', pemOf(rsa))
  folder.write('dist/app', 'release')
  const sums = `${createHash('sha512').update('release').digest('hex')}  app\n`
  folder.sign(rsa, 'dist/SHA512SUMS', sums, ['sig', 'base64', 'sigstore'])
  const subject = subjectOf('app', Buffer.from('release'), 'sha512')
  folder.write('dist/provenance.sigstore.json', json(attestation(rsa, statement([subject]))))
  const inputs = {
    'public-key': 'keys/release.pem',
    files: 'dist/*',
    checksums: 'dist/SHA512SUMS',
    provenance: 'dist/provenance*.sigstore.json',
  }
  const result = await verify(inputs)
  expect(result).toMatchObject({ exitCode: 0, annotations: [{ level: 'notice' }] })
  expect(result.annotations[0]?.message).toContain('without a `policy`')
  expect(JSON.parse(result.outputs['results'] ?? '')).toContainEqual(
    expect.objectContaining({ path: 'dist/app', verifiedBy: ['checksums', 'provenance'] }),
  )
  const refused = await verify({ ...inputs, policy: 'repository: octo/app' })
  expect(refused).toMatchObject({ exitCode: 1, annotations: [{ title: 'POLICY_VIOLATION' }] })
})

it('warns where another than the first key signed', async () => {
  folder.sign(key, 'app', 'release')
  folder.sign(rsa, 'lib', 'library')
  const result = await verify({ 'public-key': pemOf(rsa) + pemOf(key) })
  expect(result).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning' }] })
  expect(result.annotations[0]?.message).toMatch(new RegExp(`key 2 .*${key.publicKey.fingerprint}.*: app\\.`, 'u'))
  expect(result.summary).toMatch(/\| sig \(key `sha256:/u)
})

it('stops at another key than that of the fingerprint', async () => {
  folder.sign(key, 'app', 'release')
  const fingerprint = `sha256:${'0'.repeat(64)}`
  const { exitCode, annotations } = await verify({ fingerprint })
  expect(exitCode).toBe(1)
  expect(annotations).toMatchObject([{ title: 'KEY_MISMATCH' }])
  expect(annotations[0]?.message).toContain(fingerprint)
  expect(annotations[0]?.message).toContain(key.publicKey.fingerprint)
})

it('notices a public key that lies with the files, unless its fingerprint is given', async () => {
  folder.sign(key, 'app', 'release')
  folder.write('kms-public-key.pem', pemOf(key))
  const inputs = { 'public-key': 'kms-public-key.pem' }
  expect((await verify(inputs)).annotations).toMatchObject([{ level: 'notice' }])
  expect((await verify({ ...inputs, fingerprint: key.publicKey.fingerprint })).annotations).toEqual([])
})

it.each(['SIGINT', 'SIGTERM'] as const)('ends red and says so on %s', async (signal) => {
  folder.sign(key, 'app', 'release')
  const killOnceHandled = `const timer = setInterval(() => {
    if (process.listenerCount('${signal}') > 0) process.kill(process.pid, '${signal}'), clearInterval(timer)
  })`
  const { exitCode, annotations } = await runAction({
    action: 'verify',
    workspace: folder.path,
    inputs: { 'public-key': pemOf(key), files: '*' },
    nodeOptions: ['--import', `data:text/javascript,${encodeURIComponent(killOnceHandled)}`],
  })
  expect(exitCode).toBe(1)
  expect(annotations).toMatchObject([{ title: 'CANCELLED' }])
})

it('tells all faults of the inputs together', async () => {
  const { exitCode, annotations } = await verify({
    'public-key': 'nowhere.pem',
    fingerprint: 'sha256:12',
    files: '',
    formats: 'sig pgp',
    'hash-algorithm': 'sha1',
    'if-no-files-found': 'maybe',
  })
  expect(exitCode).toBe(1)
  expect(annotations).toMatchObject([{ title: 'INVALID_INPUT' }])
  for (const given of ['nowhere.pem', 'sha256:12', "'files'", '"pgp"', '"sha1"', '"maybe"'])
    expect(annotations[0]?.message).toContain(given)
})

it.each([
  ['a private key', () => String(key.privateKey.export({ type: 'pkcs8', format: 'pem' })), 'PRIVATE KEY'],
  ['a fingerprint', () => `sha256:${'0'.repeat(64)}`, 'fingerprint'],
  ['nothing', () => '', 'required'],
])('takes no key that is %s, and repeats none of it', async (_, text, named) => {
  const { annotations, shown } = await verify({ 'public-key': text() })
  expect(annotations).toMatchObject([{ title: 'INVALID_INPUT' }])
  expect(annotations[0]?.message).toContain(named)
  const secret = text().split('\n')[1]
  if (secret !== undefined) expect(shown).not.toContain(secret)
})

it('holds an elliptic-curve key to its hash', async () => {
  const { annotations } = await verify({ 'hash-algorithm': 'sha512' })
  expect(annotations).toMatchObject([{ title: 'INVALID_INPUT' }])
})

it.each([
  ['error', 1, 'error'],
  ['warn', 0, 'warning'],
  ['ignore', 0, undefined],
])('ends with nothing to verify as if-no-files-found: %s says', async (choice, code, level) => {
  const { exitCode, annotations, outputs } = await verify({ files: 'x*', 'if-no-files-found': choice })
  expect(exitCode).toBe(code)
  expect(annotations.map((annotation) => annotation.level)).toEqual(level === undefined ? [] : [level])
  if (code === 0) expect(outputs).toMatchObject({ 'verified-count': '0', results: '[]' })
})

it('fails where the patterns take nothing but the checksum file', async () => {
  folder.sign(key, 'sums.txt', `${'0'.repeat(64)}  app\n`)
  const { annotations } = await verify({ checksums: 'sums.txt' })
  expect(annotations).toMatchObject([{ title: 'NO_FILES' }])
})

it.each([
  '::error::x',
  '##[error]x',
  '`x`|<img src=x>',
  '[a](b)',
  '@octocat',
  '\u202etxt.exe',
  '-rf',
  'a"b\'c',
  '%0A::x',
])('shows a file called %j as text', async (name) => {
  folder.write(name, 'a')
  const { commands, annotations, summary } = await verify({ files: '**' })
  expect(annotations).toMatchObject([{ title: 'SIGNATURE_MISSING' }])
  expect(new Set(commands.map((command) => command.name))).toEqual(new Set(['group', 'endgroup', 'error']))
  expect(summary).not.toMatch(/\u202e|^[^`]*(?:<img|\[a\]\(|@octo)/mu)
})

it('names 20 files in the annotation, all in the log', async () => {
  for (let i = 0; i < 30; i += 1) folder.write(`file-${i}`, 'x')
  const { annotations, stdout, outputs } = await verify({})
  expect(annotations[0]?.message.match(/file-\d+/gu)).toHaveLength(20)
  expect(annotations[0]?.message).toContain('… and 10 more')
  expect(new Set(stdout.match(/^SIGNATURE_MISSING: file-\d+/gmu)).size).toBe(30)
  expect(outputs['verified-count']).toBe('0')
})

it('holds no undici', () => {
  const files = readdirSync(DIST).filter((name) => name.endsWith('.js'))
  expect(files.length).toBeGreaterThan(1)
  for (const name of files) expect(readFileSync(join(DIST, name), 'utf8')).not.toMatch(/undici/iu)
})
