import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { checksumFile, parseChecksums } from '../../src/files/checksums.ts'
import { ActionError } from '../../src/base/errors.ts'
import { thrownBy } from '../support/thrown-by.ts'
import { itWith } from '../support/where-there.ts'

jest.setTimeout(60_000)

const sha = (hash: string, text: string) => createHash(hash).update(text).digest('hex')
const a = sha('sha256', 'a')
const b = sha('sha256', 'b')
const parse = (text: string | Buffer) => parseChecksums(Buffer.from(text), 'SHA256SUMS')
const namesIn = (text: string) => parse(text).entries.map(({ name }) => name)

describe('reads', () => {
  it.each([
    ['GNU’s form', `${a}  x\n${b}  y z\n`, ['x', 'y z']],
    ['binary marks', `${a} *x\n${b} *y\n`, ['x', 'y']],
    ['CRLF, upper case, no end of line', `${a.toUpperCase()}  x\r\n${b}  y`, ['x', 'y']],
    ['empty lines and comments', `# made by hand\n\n${a}  x\n`, ['x']],
    ['BSD’s form', `SHA256 (x (1).gz) = ${a}\n`, ['x (1).gz']],
    ['openssl’s forms', `SHA256(x)= ${a}\nSHA2-256(y)= ${b}\n`, ['x', 'y']],
    ['sha256 -r', `${a} x\n`, ['x']],
    ['escaped names', `\\${a}  x\\\\y\nSHA256 (z) = ${b}\n`, ['x\\y', 'z']],
    [
      'names that look like options, marks or paths',
      `${a}  -x\n${b}  * y\n${sha('sha256', 'c')}  ./dir//z\n`,
      ['-x', '* y', 'dir/z'],
    ],
    ['a byte order mark', `\ufeff${a}  x\n`, ['x']],
    ['such a mark in a name', `${a}  x\ufeffy\n`, ['x\ufeffy']],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names)
    expect(parse(text).entries[0]?.digest.toString('hex')).toBe(a)
  })

  it.each(['sha256', 'sha384', 'sha512'])('%s', (hash) => {
    const digest = sha(hash, 'x')
    expect(parse(`${digest}  x\n`)).toMatchObject({ hash, entries: [{ name: 'x', line: 1 }] })
    expect(parse(`${hash.toUpperCase()} (x) = ${digest}\n`)).toMatchObject({ hash })
  })
})

describe('refuses, with the numbers of the lines,', () => {
  it.each([
    ['an empty file', '', 'lists no files'],
    ['nothing but comments', '#\n\n', 'lists no files'],
    ['a broken line', `${a}  x\nnonsense\n${b}  y\n`, 'line 2: neither'],
    ['a digest without a name', `${a}\n`, 'line 1: neither'],
    ['an MD5', `${'0'.repeat(32)}  x\n`, 'line 1: a digest of 128 bits'],
    ['a cut digest', `${a.slice(1)}  x\n`, 'line 1: a digest of 252 bits'],
    ['a hash of another kind and the same length', `SHA3-256 (x) = ${a}\n`, 'line 1: a digest of SHA3-256'],
    ['a tag that is not true', `SHA512 (x) = ${a}\n`, 'line 1: a digest of SHA512'],
    ['two hashes', `${a}  x\n${sha('sha512', 'y')}  y\n`, 'line 2: a sha512 digest among sha256'],
    ['a name twice', `${a}  x\n${b}  y\n${b}  ./x\n`, 'line 3: x is on line 1 already'],
    ['a name twice with one digest', `${a}  x\n${a} *x\n`, 'line 2: x is on line 1 already'],
    ['a way up', `${a}  ../x\n`, 'line 1: ../x is not the name'],
    ['a way up in the middle', `${a}  x/../../y\n`, 'line 1: '],
    ['an absolute path', `${a}  /etc/passwd\n`, 'line 1: /etc/passwd is not the name'],
    ['a folder', `${a}  x/\n`, 'line 1: '],
    ['a name of nothing', `${a}  .\n`, 'line 1: '],
    ['an escaped line break', `\\${a}  x\\ny\n`, 'line 1: '],
    ['an escaped carriage return', `\\${a}  x\\ry\n`, 'line 1: '],
    ['an unknown escape', `\\${a}  x\\ty\n`, 'line 1: '],
    ['a NUL', `${a}  x\0y\n`, 'line 1: x\\u{0}y is not the name'],
    ['UTF-16', Buffer.from(`${a}  x\n`, 'utf16le'), 'is in UTF-16, as `>` of Windows PowerShell writes'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${a}  x\n`, 'utf16le'), 'is in UTF-16'],
    ['UTF-16 in the other order', Buffer.from(`${a}  x\n`, 'utf16le').swap16(), 'is in UTF-16'],
    [
      'a name that is not UTF-8',
      Buffer.concat([Buffer.from(`${b}  x\r\n${a}  `), Buffer.from([0xff, 0x0a])]),
      'be used:\n  line 2: it is not UTF-8',
    ],
  ])('%s', (_, text, message) => {
    expect(thrownBy(() => parse(text))).toMatchObject({
      code: 'CHECKSUMS_INVALID',
      message: expect.stringContaining(message) as unknown,
    })
  })

  it('all wrong lines at once, but no endless list', () => {
    const text = Array.from({ length: 50 }, (_, index) => `bad ${index}\n`).join('')
    expect(() => parse(text)).toThrow(/line 1: .*line 20: .*and 30 more$/su)
  })
})

it.each(['nonsense', ''])('says of %j how to make a checksum file, or what else the caller would have done', (text) => {
  expect(thrownBy(() => parse(text))).toMatchObject({
    hint: expect.stringContaining('sha256sum -- * > ../sums') as unknown,
  })
  const hint = 'Download it again.'
  expect(thrownBy(() => parseChecksums(Buffer.from(text), 'SHA256SUMS', { hint }))).toMatchObject({ hint })
})

it('answers any bytes cleanly', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(`${a}  x`, `\\${a}  \\n`, `SHA256 (x) = ${a}`, 'SHA256 ((((((', `${a} *`),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(line).map((lines) => Buffer.from(lines.join('\n'))),
      ),
      (bytes) => {
        try {
          for (const { name } of parse(Buffer.from(bytes)).entries)
            expect(name).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|[\r\n\0]/u)
        } catch (thrown) {
          if (!(thrown instanceof ActionError)) throw thrown
          expect(thrown.code).toBe('CHECKSUMS_INVALID')
        }
      },
    ),
    { numRuns: 500 },
  )
})

it('reads a million bytes of one line in no time', () => {
  const started = performance.now()
  for (const text of [
    `SHA256 (${')=a'.repeat(400_000)}`,
    `SHA256 (${') = '.repeat(300_000)}`,
    'a'.repeat(1_000_000),
    `\\${a}  ${'\\\\'.repeat(500_000)}x\\`,
  ])
    expect(() => parse(text)).toThrow(ActionError)
  expect(performance.now() - started).toBeLessThan(10_000)
})

const fileName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((name) => name.toWellFormed().replace(/[/\0\r\n]/gu, '\\'))
  .filter((name) => name !== '.' && name !== '..' && Buffer.byteLength(name) <= 250)
const entries = fc.uniqueArray(fc.record({ name: fileName, content: fc.string() }), {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 8,
})

it('reads what it writes, whatever the names', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const subjects = list.map(({ name, content }) => ({
        name,
        digest: createHash('sha384').update(content).digest(),
      }))
      const read = parseChecksums(checksumFile(subjects), 'x').entries.map(({ name, digest }) => ({ name, digest }))
      expect(read).toEqual(subjects.toSorted((x, y) => (x.name < y.name ? -1 : 1)))
    }),
  )
})

it('writes GNU’s form, sorted by name, with LF', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const subjects = [
    { name: 'b\\c', digest: digest('b') },
    { name: 'a b', digest: digest('a') },
  ]
  expect(checksumFile(subjects).toString()).toBe(`${a}  a b\n\\${b}  b\\\\c\n`)
})

itWith('sha256sum').each([[[]], [['--binary']], [['--tag']]])(
  'agrees with sha256sum %j in both directions (needs GNU coreutils)',
  (options) => {
    fc.assert(
      fc.property(entries, (list) => {
        const folder = mkdtempSync(join(tmpdir(), 'sums-'))
        try {
          for (const { name, content } of list) writeFileSync(join(folder, name), content)
          const subjects = list.map(({ name, content }) => ({
            name,
            digest: createHash('sha256').update(content).digest(),
          }))
          const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }
          const written = execFileSync('sha256sum', [...options, '--', ...list.map(({ name }) => name)], {
            cwd: folder,
            env,
          })
          expect(parse(written).entries.map(({ name, digest }) => ({ name, digest }))).toEqual(subjects)
          execFileSync('sha256sum', ['--check', '--strict', '-'], {
            cwd: folder,
            input: checksumFile(subjects),
            env,
            stdio: 'pipe',
          })
        } finally {
          rmSync(folder, { recursive: true })
        }
      }),
      { numRuns: 25 },
    )
  },
)
