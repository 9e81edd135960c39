/** Failures by the files that are there. */
import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { scene, type Variant } from '../variant.ts'
import { many } from './inputs.ts'

const APP = { 'dist/app.tgz': 'app' }
const SUM = 'ab'.repeat(32)

const noFiles = (when: string, files: string, more: Partial<Variant> = {}): Variant => ({
  code: 'NO_FILES',
  when,
  inputs: { files },
  files: APP,
  ...more,
})
const checksums = (when: string, content: string | Buffer): Variant => ({
  code: 'CHECKSUMS_INVALID',
  when,
  inputs: { files: '', 'subject-checksums': 'dist/SHA256SUMS' },
  files: { 'dist/SHA256SUMS': content },
})
const unsafe = (when: string, content: string | Buffer): Variant => ({
  code: 'UNSAFE_FILE',
  when,
  files: { 'dist/app.tgz': content },
})

export const FILES: readonly Variant[] = [
  noFiles('a folder that no build made', 'build/*.tgz'),
  noFiles('one pattern of two', 'dist/*\nbuild/*.tgz'),
  noFiles('braces', 'build/*.{zip,gz}'),
  noFiles('commas', 'build/*.zip,build/*.gz'),
  noFiles('a folded list', 'build/*.zip build/*.gz'),
  noFiles('quotes', '"build/*.zip"'),
  noFiles('an item of a YAML list', '- build/*.zip'),
  noFiles('a shell variable', '$DIST/*.zip'),
  noFiles('a variable of cmd.exe', '%DIST%/*.zip'),
  noFiles('a backslash', 'build\\*.zip'),
  noFiles('the home folder', '~/build/*.zip'),
  noFiles('a comment behind a pattern', 'build/*.zip # archives'),
  noFiles('a path outside the workspace', '/opt/build/*.zip'),
  noFiles('checksum files', '', { inputs: { files: '', 'subject-checksums': 'dist/*SUMS' } }),
  noFiles('SBOMs', 'dist/*', { inputs: { 'sbom-path': 'sbom/*.json' } }),
  { code: 'TOO_MANY_FILES', when: 'more files than max-files', inputs: { 'max-files': '3' }, files: many(5) },
  {
    code: 'FILE_UNREADABLE',
    when: 'a broken link',
    arrange: scene((_, { at }) => {
      symlinkSync('nowhere', at('dist/latest.tgz'))
    }),
  },
  { code: 'FILE_UNREADABLE', when: 'a FIFO', arrange: scene((_, { at }) => spawnSync('mkfifo', [at('dist/pipe')])) },
  {
    code: 'FILE_UNREADABLE',
    when: 'a folder with a name that is not UTF-8',
    arrange: scene((_, { path }) =>
      spawnSync('sh', ['-c', "mkdir dist/$(printf '\\351') && echo x > dist/$(printf '\\351')/a"], { cwd: path }),
    ),
  },
  checksums('a line that is none', `${SUM}  app.tgz\nnot a checksum\n`),
  checksums('UTF-16', Buffer.from(`\ufeff${SUM}  app.tgz\n`, 'utf16le')),
  checksums('an entry for the file itself', `${SUM}  app.tgz\n${SUM}  SHA256SUMS\n`),
  checksums('an entry for standard input', `${SUM}  -\n`),
  checksums('a backslash', `${SUM}  dist\\app.tgz\n`),
  checksums('nothing', '\n'),
  checksums('a name twice', `${SUM}  app.tgz\n${SUM}  app.tgz\n`),
  {
    ...checksums('digests of another hash than the key’s', `${'ab'.repeat(64)}  app.tgz\n`),
    code: 'CHECKSUMS_INVALID',
  },
  {
    code: 'OUTPUT_EXISTS',
    when: 'a signature of an earlier run',
    inputs: { files: 'dist/app.tgz' },
    files: { ...APP, 'dist/app.tgz.sig': 'old' },
  },
  {
    code: 'OUTPUT_EXISTS',
    when: 'a checksum file whose name hangs on the key',
    inputs: { sign: 'checksums', files: 'dist/app.tgz' },
    files: { ...APP, 'dist/SHA256SUMS': 'old' },
  },
  {
    code: 'ASSET_NAME_CONFLICT',
    when: 'two files of one base name',
    inputs: { files: '*/app.tgz', 'release-assets': 'true' },
    files: { 'linux/app.tgz': '1', 'macos/app.tgz': '2' },
  },
  {
    code: 'ASSET_NAME_CONFLICT',
    when: 'two names that GitHub makes one',
    inputs: { 'release-assets': 'true' },
    files: { 'dist/café.tgz': '1', 'dist/cafe.tgz': '2' },
  },
  {
    code: 'ASSET_NAME_CONFLICT',
    when: 'a listed name that GitHub changes',
    inputs: { 'release-assets': 'true', sign: 'provenance' },
    files: { 'dist/app_1.0~rc1.deb': '1' },
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    when: 'OpenPGP with an RSA key',
    inputs: { formats: 'openpgp' },
    arrange: ({ emulator }) => ({ inputs: { 'key-id': emulator.keys.RSA_2048_SIGN_PSS_SHA_256.id } }),
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    when: 'SSH signatures with secp256k1',
    inputs: { formats: 'sshsig' },
    arrange: ({ emulator }) => ({ inputs: { 'key-id': emulator.keys.ECDSA_SECP256_K1_SHA_256.id } }),
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    when: 'clear text of a file that is not text',
    inputs: { formats: 'openpgp-clear' },
    files: { 'dist/app.tgz': Buffer.of(0, 255, 0) },
  },
  {
    code: 'INVALID_INPUT',
    when: 'sshsig from digests, with a P-384 key',
    inputs: { files: '', 'subject-checksums': 'dist/SHA384SUMS', formats: 'sshsig' },
    files: { 'dist/SHA384SUMS': `${'ab'.repeat(48)}  app.tgz\n` },
    arrange: ({ emulator }) => ({ inputs: { 'key-id': emulator.keys.ECDSA_NIST_P384_SHA_384.id } }),
  },
  unsafe('a DSSE message', 'DSSEv1 28 application/vnd.in-toto+json 2 {}'),
  unsafe('an SSHSIG message', 'SSHSIG\0\0\0\u0004file'),
  unsafe(
    'a JWT',
    `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from('{"sub":"x"}').toString('base64url')}`,
  ),
  {
    code: 'FILE_CHANGED',
    when: 'a file that still grows',
    files: { 'dist/app.tgz': Buffer.alloc(1024) },
    arrange: ({ workspace }) => ({ onStart: grow(workspace.at('dist/app.tgz')) }),
  },
  { code: 'WRITE_FAILED', when: 'a folder below a file', inputs: { 'output-dir': 'dist/app.tgz/out' } },
  {
    code: 'WRITE_FAILED',
    when: 'a folder in place of a file',
    inputs: { overwrite: 'true', files: 'dist/app.tgz' },
    files: { ...APP, 'dist/app.tgz.sig/x': '1' },
  },
  { code: 'WRITE_FAILED', when: 'a folder that cannot be made', inputs: { 'output-dir': '/proc/signatures' } },
]

/** Writes to a file for as long as the run lasts, and a little less than for ever. */
function grow(path: string) {
  return (pid: number): void => {
    spawnSync('truncate', ['-s', '900M', path])
    spawnSync('sh', [
      '-c',
      `(while kill -0 ${pid} 2>/dev/null; do printf x >> '${path}'; sleep 0.005; done) >/dev/null 2>&1 &`,
    ])
  }
}
