import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readOpenpgpClear } from '../../../src/formats/openpgp/read-clear.ts'
import { coveredLine, startLines } from '../../../src/formats/openpgp/read-text.ts'
import { startTextForm } from '../../../src/formats/openpgp/text-form.ts'
import { encodingsFor } from '../../../src/formats/writers.ts'
import { contextOf, digestsOf, runFile, signed } from '../../support/encode.ts'
import { localKey } from '../../support/local-key.ts'
import { localKey as makerKey } from '../../support/local-keys.ts'
import { fc } from '../../support/properties.ts'
import { openpgpClear } from '../../support/signature-makers.ts'
import { itWith } from '../../support/where-there.ts'

const P256 = localKey('ECDSA_NIST_P256_SHA_256')
const P384 = localKey('ECDSA_NIST_P384_SHA_384')

async function* pieces(bytes: Buffer, length = 7): AsyncGenerator<Buffer> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

/** The signed message, made as a run makes it. */
async function clearSigned(local: typeof P256, content: Buffer, length?: number): Promise<Buffer> {
  const encodings = encodingsFor(['openpgp-clear'], contextOf(local.key))
  const [encoding] = encodings.encodings
  if (encoding?.around === undefined) throw new Error('no encoding')
  const prepared = encoding.prepare(digestsOf(content, local.key, encodings))
  const armor = prepared.encode(local.sign(prepared.toSign))
  return Buffer.concat(await allOf(encoding.around(pieces(content, length), prepared, armor)))
}

const read = (message: Buffer, key: typeof P256.key = P256.key) => readOpenpgpClear(pieces(message, 1000), [key])

/** What a text signature covers, by the words of the RFC and nothing else. */
function covered(text: Buffer): string {
  const lines = text
    .toString('latin1')
    .replace(/\r?\n$/u, '')
    .split('\n')
  return lines.map((line) => line.replace(/\r$/u, '').replace(/[ \t]+$/u, '')).join('\r\n')
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['plain lines', 'hello\nworld\n'],
  ['no last line end', 'hello\nworld'],
  ['nothing', ''],
  ['one empty line', '\n'],
  ['lines that begin with dashes', '- a\n-----BEGIN PGP SIGNATURE-----\n--\nx-\n'],
  ['blanks and tabs at the ends', 'a  \n\t\nb\t \n  '],
  ['CR LF', 'a\r\nb \r\n\r\nc\r\n'],
  ['empty lines at the end', 'a\n\n\n'],
  ['letters of other scripts', 'релиз 1.2\n版本\n'],
  ['the longest line', `${'x'.repeat(19_998)}\ny\n`],
  ['the longest line with a dash', `-${'x'.repeat(19_995)}\ny\n`],
  ['the longest line with CR LF', `${'x'.repeat(19_997)}\r\ny\r\n`],
  ['100,000 lines', Array.from({ length: 100_000 }, (_, line) => `line ${line}\n`).join('')],
]

describe('a text signed in the clear', () => {
  it.each(TEXTS)('is read again and holds the text: %s', async (_, text) => {
    const content = Buffer.from(text)
    const [way] = (await read(await clearSigned(P256, content, 4096))).alternatives
    expect(way?.form).toBe('text')
    expect(covered(content)).toBe(formOf(content).toString('latin1'))
  })

  it('goes with every key that OpenPGP knows', async () => {
    const message = await clearSigned(P384, Buffer.from('text\n'))
    expect(message.toString()).toContain('\nHash: SHA384\n\ntext\n')
    expect((await read(message, P384.key)).bare).toBe(false)
    await expect(read(message)).rejects.toThrow('is made with sha384')
  })

  it('is the file but for escapes', async () => {
    const message = (await clearSigned(P256, Buffer.from('- a \r\nb\n-c'), 1)).toString()
    expect(message).toContain('\nHash: SHA256\n\n- - a \r\nb\n- -c\n-----BEGIN PGP SIGNATURE-----\n')
  })

  it('is not made of a file that is another by then', async () => {
    const encodings = encodingsFor(['openpgp-clear'], contextOf(P256.key))
    const [encoding] = encodings.encodings
    const prepared = encoding?.prepare(digestsOf(Buffer.from('a\n'), P256.key, encodings))
    if (encoding?.around === undefined || prepared === undefined) throw new Error('no encoding')
    const made = encoding.around(pieces(Buffer.from('b\n')), prepared, Buffer.from(''))
    await expect(allOf(made)).rejects.toThrow('is not the text that was signed')
  })
})

const formOf = (content: Buffer, length = content.length + 1): Buffer => {
  const form = startTextForm()
  const parts = []
  for (let at = 0; at < content.length; at += length) parts.push(form.take(content.subarray(at, at + length)))
  return Buffer.concat([...parts, form.end()])
}

describe('the form that the signature covers', () => {
  const text = fc
    .array(fc.constantFrom('a', '-', ' ', '\t', '\n', '\r\n', 'é'), { maxLength: 30 })
    .map((parts) => parts.join(''))

  it('is the same however the file is read, here and in verify', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (value, length) => {
        const content = Buffer.from(value)
        const lines = startLines()
        const read = [...(content.length > 0 ? lines.take(content) : []), ...lines.end()].map(coveredLine)
        const theirs = read.map((line) => line.toString('latin1')).join('\r\n')
        expect(formOf(content, length).toString('latin1')).toBe(covered(content))
        expect(theirs).toBe(covered(content))
      }),
    )
  })

  it.each([
    ['a NUL byte', Buffer.from('a\nb\0\n'), 'line 2 has a NUL byte'],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0x0a, 0x0a, 0xff, 0x0a]), 'line 3 is not UTF-8'],
    ['half a letter at the end', Buffer.from([0x61, 0x0a, 0xd0]), 'line 2 is not UTF-8'],
    ['a CR that ends no line', Buffer.from('a\rb\n'), 'line 1 has a carriage return that ends no line'],
    ['a CR at the end', Buffer.from('a\r'), 'line 1 has a carriage return that ends no line'],
    ['a long line', Buffer.from(`\n${'x'.repeat(19_999)}\n`), 'line 2 has more than 19,998 bytes'],
    ['a long line without an end', Buffer.from('x'.repeat(300_000)), 'line 1 has more than 19,998 bytes'],
    [
      'a line that its escape makes too long',
      Buffer.from(`-${'x'.repeat(19_996)}\n`),
      'line 1 has more than 19,998 bytes',
    ],
  ])('does not exist of %s', (_, content, fault) => {
    for (const length of [1, 1000, 400_000]) expect(() => formOf(content, length)).toThrow(fault)
  })
})

describe('a message that was made elsewhere', () => {
  const key = makerKey('ECDSA_NIST_P256_SHA_256')
  const good = openpgpClear(key, Buffer.from('- first\nsecond\n'))
  const change = (from: string | RegExp, to: string): Buffer =>
    Buffer.from(good.toString('latin1').replace(from, to), 'latin1')
  const verdict = (message: Buffer) =>
    readOpenpgpClear(pieces(message, 50), [key]).then(
      () => 'right',
      (error: unknown) => (error as Error).message,
    )

  it('is taken', async () => {
    expect(await verdict(good)).toBe('right')
    expect(await verdict(Buffer.from(good.toString().replaceAll('\n', '\r\n')))).toBe('right')
    expect(await verdict(change('second\n', 'second \t\n'))).toBe('right')
  })

  it.each([
    ['another word', change('second', 'Second'), 'is not a signature over the text in it'],
    ['one line more', change('second\n', 'second\nthird\n'), 'is not a signature over the text in it'],
    ['text before it', Buffer.concat([Buffer.from('hello\n'), good]), 'does not begin as a message'],
    ['text behind it', Buffer.concat([good, Buffer.from('hello\n')]), 'is not one block'],
    ['a second message behind it', Buffer.concat([good, good]), 'is not well-formed base64'],
    [
      'a header that nothing covers',
      change('Hash: SHA256\n', 'Hash: SHA256\nComment: hi\n'),
      'has a header other than `Hash`',
    ],
    ['no hash', change('Hash: SHA256\n', ''), 'does not name the hash'],
    ['another hash', change('Hash: SHA256', 'Hash: SHA512'), 'is made with sha512'],
    ['an unknown hash', change('Hash: SHA256', 'Hash: SHA1'), 'uses another hash than SHA-256, SHA-384 or SHA-512'],
    ['a form feed as its blank line', change('SHA256\n\n', 'SHA256\n\f\n'), 'has a header other than `Hash`'],
    ['a no-break space behind its first line', change('MESSAGE-----', 'MESSAGE-----\u00a0'), 'does not begin as'],
    ['a dash without an escape', change('- - first', '-first'), 'begins with a dash and is not escaped'],
    ['no signature', change(/-----BEGIN PGP SIGNATURE[^]*/u, ''), 'has no signature behind its text'],
    ['a CR inside a line', change('second', 'sec\rond'), 'has a line that is not text'],
    ['a NUL byte', change('second', 'sec\0ond'), 'has a line that is not text'],
    ['a signature over bytes', openpgpClear(key, Buffer.from('a\n'), { type: 0 }), 'is not a signature over text'],
  ])('is refused with %s', async (_, message, fault) => {
    expect(await verdict(message)).toContain(fault)
  })

  it('is refused by another key', async () => {
    const other = makerKey('ECDSA_NIST_P256_SHA_256')
    await expect(readOpenpgpClear(pieces(good), [other])).rejects.toThrow('is not a signature over the text in it')
  })
})

describe('what other programs make of it', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clear-'))
    mkdirSync(join(folder, 'home'), { mode: 0o700 })
    const made = signed(P256, ['openpgp'], Buffer.from('x'))
    for (const name of ['kms-public-key.asc', 'kms-public-key.gpg'])
      writeFileSync(join(folder, name), runFile(made, name))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const status = (program: string, ...args: string[]) =>
    spawnSync(program, args, { cwd: folder, env: { ...process.env, GNUPGHOME: join(folder, 'home') } }).status

  itWith('gpgv').each(TEXTS)('gpgv takes it: %s', async (_, text) => {
    const message = await clearSigned(P256, Buffer.from(text), 4096)
    writeFileSync(join(folder, 'a.clear.asc'), message)
    expect(status('gpgv', '--keyring', './kms-public-key.gpg', 'a.clear.asc')).toBe(0)
    const changed = Buffer.from(message.toString('latin1').replace('\n\n', '\n\n!'), 'latin1')
    writeFileSync(join(folder, 'b.clear.asc'), changed)
    expect(status('gpgv', '--keyring', './kms-public-key.gpg', 'b.clear.asc')).not.toBe(0)
  })

  itWith('gpg')('what gpg signs in the clear is taken here', async () => {
    const user = 'clear@example.org'
    const batch = ['--batch', '--yes', '--quiet', '--passphrase', '']
    expect(status('gpg', ...batch, '--quick-generate-key', user, 'nistp256', 'sign', 'never')).toBe(0)
    writeFileSync(join(folder, 'text'), 'one \n- two\n')
    expect(status('gpg', ...batch, '--digest-algo', 'SHA256', '--clear-sign', 'text')).toBe(0)
    expect(status('gpgconf', '--kill', 'gpg-agent')).toBe(0)
    // Not by our key; everything before that is as it has to be.
    await expect(read(readFileSync(join(folder, 'text.asc')))).rejects.toThrow('is not a signature over the text in it')
  })
})
