import type { OwnDigest } from '../../src/formats/format.ts'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  appendFileSync,
  linkSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { octetString, oid, sequence, setOf } from '../../src/crypto/der.ts'
import { digestFiles, type DigestedFile, type DigestOptions, type DigestPlan } from '../../src/digest/digest-files.ts'
import { startLanes } from '../../src/digest/lanes.ts'
import { refuseChangedFiles, refuseFilesChangedSince } from '../../src/files/stamp.ts'
import type { ReleaseFile } from '../../src/files/release-files.ts'

const MIB = 1024 * 1024
const openpgp = (suffix: Uint8Array): OwnDigest => ({ format: 'openpgp', form: 'bytes', suffix })
const plan: DigestPlan = { hash: 'sha256', sha512: false, own: [] }
const hashed = (hash: string, ...parts: readonly Uint8Array[]) => {
  const context = createHash(hash)
  for (const part of parts) context.update(part)
  return context.digest('hex')
}

jest.setTimeout(60_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digest-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, bytes: Uint8Array): ReleaseFile {
  writeFileSync(join(folder, name), bytes)
  return fileOf(name)
}

function sparse(name: string, size: number): ReleaseFile {
  write(name, Buffer.alloc(0))
  truncateSync(join(folder, name), size)
  return fileOf(name)
}

function fileOf(name: string, size = statSync(join(folder, name)).size): ReleaseFile {
  return { name, folder, source: { kind: 'file', path: join(folder, name), size } }
}

async function digestAll(
  files: readonly ReleaseFile[],
  { cores, ...options }: DigestOptions & { readonly cores?: number } = {},
  of: DigestPlan | Promise<DigestPlan> = plan,
) {
  const results: DigestedFile[] = []
  const lanes = startLanes(files, cores)
  for await (const result of digestFiles(files, of, { ...options, lanes })) results.push(result)
  return results.sort((a, b) => a.index - b.index)
}

/** Sizes around the lengths of buffers, and enough of them that both cores get worker threads. */
const SIZES = [
  0,
  1,
  31,
  32,
  33,
  16 * 1024 + 1,
  256 * 1024 - 1,
  256 * 1024,
  256 * 1024 + 1,
  MIB + 7,
  40 * MIB,
  40 * MIB + 1,
]

describe.each([
  ['on this thread', 1],
  ['on worker threads', 2],
])('%s', (_, cores) => {
  it('digests files of any size, with all that formats need, in one pass', async () => {
    const contents = SIZES.map((size) => randomBytes(size))
    const files = contents.map((content, index) => write(`file ${index}`, content))
    const suffix = Buffer.from('hashed part and trailer')
    let bytes = 0
    const onBytes = (read: number) => void (bytes += read)
    const results = await digestAll(files, { cores, onBytes }, { hash: 'sha384', sha512: true, own: [openpgp(suffix)] })
    expect(
      results.map(({ digests }) => [
        digests.digest.toString('hex'),
        digests.sha512?.toString('hex'),
        digests.own.get('openpgp')?.toString('hex'),
      ]),
    ).toEqual(
      contents.map((content) => [
        hashed('sha384', content),
        hashed('sha512', content),
        hashed('sha384', content, suffix),
      ]),
    )
    expect(results.map(({ size }) => size)).toEqual(SIZES)
    expect(results.map(({ file }) => file)).toEqual(files)
    expect(bytes).toBe(SIZES.reduce((sum, size) => sum + size))
    await refuseChangedFiles(results.flatMap(({ stamp }) => stamp ?? []))
  })

  it.each([
    [
      'is written to',
      (path: string, time: number) => {
        utimesSync(path, time, time)
      },
    ],
    [
      'grows without end',
      (path: string) => {
        appendFileSync(path, 'more')
      },
    ],
  ])('refuses a file that %s while it is read', async (_, change) => {
    const file = sparse('large', 80 * MIB)
    let time = 0
    const writer = setInterval(() => {
      change(join(folder, 'large'), (time += 1))
    }, 1)
    try {
      await expect(digestAll([file], { cores })).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    } finally {
      clearInterval(writer)
    }
  })

  it('refuses a file that becomes shorter', async () => {
    const file = sparse('log', 64 * 1024 * MIB)
    const onBytes = () => {
      truncateSync(join(folder, 'log'), 1000)
    }
    await expect(digestAll([file], { cores, onBytes })).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  })

  it('ends at once when the run is cancelled', async () => {
    const file = sparse('endless', 64 * 1024 * MIB)
    const controller = new AbortController()
    const reason = new Error('cancelled')
    setTimeout(() => {
      controller.abort(reason)
    }, 100)
    const started = performance.now()
    await expect(digestAll([file], { cores, signal: controller.signal })).rejects.toBe(reason)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it.each([
    ['that is gone', () => undefined, 'FILE_UNREADABLE'],
    ['that became a FIFO', (path: string) => execFileSync('mkfifo', [path]), 'FILE_UNREADABLE'],
    [
      'that became a broken link',
      (path: string) => {
        symlinkSync('nowhere', path)
      },
      'FILE_UNREADABLE',
    ],
    ['that became a folder', (path: string) => execFileSync('mkdir', [path]), 'FILE_UNREADABLE'],
    [
      'of another size than when it was found',
      (path: string) => {
        writeFileSync(path, 'longer')
      },
      'FILE_CHANGED',
    ],
  ])('refuses a file %s', async (_, create, code) => {
    create(join(folder, 'thing'))
    const files = cores === 1 ? [fileOf('thing', 5)] : [fileOf('thing', 100 * MIB)]
    await expect(digestAll(files, { cores })).rejects.toMatchObject({
      code,
      message: expect.stringContaining('thing') as unknown,
    })
  })

  it('refuses a file that could be another format’s signed bytes', async () => {
    const content = Buffer.from('DSSEv1 ')
    const others = sparse('others', 64 * MIB)
    await expect(digestAll([others, write('statement', content)], { cores })).rejects.toMatchObject({
      code: 'UNSAFE_FILE',
    })
    sparse('data', 64 * MIB)
    appendFileSync(join(folder, 'data'), Buffer.from([4, 0xff, 0, 0, 0, 6]))
    await expect(digestAll([fileOf('data')], { cores })).rejects.toMatchObject({ code: 'UNSAFE_FILE' })
  })

  it('refuses a file that OpenPGP’s trailer makes another format’s signed bytes', async () => {
    const suffix = Buffer.alloc(41, 1)
    const attributes = setOf(sequence(oid('1.2.3'), setOf(octetString(suffix))))
    const file = write('attributes', attributes.subarray(0, -suffix.length))
    await expect(digestAll([file], { cores }, { ...plan, own: [openpgp(suffix)] })).rejects.toMatchObject({
      code: 'UNSAFE_FILE',
    })
    expect(await digestAll([file], { cores })).toHaveLength(1)
  })
})

const CLEAR: OwnDigest = { format: 'openpgp-clear', form: 'text', suffix: Buffer.from('trailer') }

/** Where a file has to be read on a thread of its own: beside one that is large enough for it. */
function besideLarge(file: ReleaseFile): readonly ReleaseFile[] {
  const size = 70 * MIB
  write('large', Buffer.alloc(size, '0123456\n'))
  return [fileOf('large'), file]
}

it.each([1, 2])('hashes text as cleartext signatures cover it, beside its bytes (cores: %i)', async (cores) => {
  const text = `first \t\r\n${'x'.repeat(80)}\n`.repeat(4000)
  const form = text.replaceAll(/[ \t]*\r?\n/gu, '\r\n').slice(0, -2)
  const file = write('text', Buffer.from(text))
  const files = cores === 1 ? [file] : besideLarge(file)
  const result = (await digestAll(files, { cores }, { ...plan, own: [openpgp(Buffer.from('v4')), CLEAR] })).at(-1)
  expect(result?.file).toBe(file)
  expect(result?.digests.digest.toString('hex')).toBe(hashed('sha256', Buffer.from(text)))
  const own = Array.from(result?.digests.own ?? [], ([format, digest]) => [format, digest.toString('hex')])
  expect(own).toEqual([
    ['openpgp', hashed('sha256', Buffer.from(text), Buffer.from('v4'))],
    ['openpgp-clear', hashed('sha256', Buffer.from(form), CLEAR.suffix)],
  ])
})

it.each([1, 2])(
  'refuses what is not text where text is signed, and names file, line and format (cores: %i)',
  async (cores) => {
    const file = write('binary', Buffer.concat([Buffer.alloc(200_000, 'line\n'), Buffer.from([0xff, 0xfe])]))
    const files = cores === 1 ? [file] : besideLarge(file)
    await expect(
      digestAll(files, { cores }, { ...plan, own: [openpgp(Buffer.alloc(1)), CLEAR] }),
    ).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringMatching(
        /^`?openpgp-clear`? cannot sign .*binary, which is not text: line 40001 is not UTF-8\.$/u,
      ) as unknown,
      hint: expect.stringMatching(
        /^Take `?openpgp-clear`? out of `formats` for such files: another step of the job/u,
      ) as unknown,
    })
    expect(await digestAll([file], {}, { ...plan, own: [openpgp(Buffer.alloc(1))] })).toHaveLength(1)
  },
)

it('refuses text that its form makes another format’s signed bytes', async () => {
  const suffix = Buffer.from([4, 0xff, 0, 0, 0, 6])
  const file = write('statement', Buffer.from('DSSEv1 \n'))
  await expect(digestAll([file], {}, { ...plan, own: [{ ...CLEAR, suffix }] })).rejects.toMatchObject({
    code: 'UNSAFE_FILE',
  })
})

it('has one digest for both where SHA-512 is the key’s own hash', async () => {
  const [result] = await digestAll([write('a', Buffer.from('x'))], {}, { hash: 'sha512', sha512: true, own: [] })
  const expected = hashed('sha512', Buffer.from('x'))
  expect([result?.digests.digest, result?.digests.sha512].map((digest) => digest?.toString('hex'))).toEqual([
    expected,
    expected,
  ])
  const [without] = await digestAll([fileOf('a')], {}, { hash: 'sha512', sha512: false, own: [] })
  expect(without?.digests.sha512).toBeUndefined()
})

it('hands on the content of a small file, and none of a larger one', async () => {
  const [small, edge, large] = await digestAll([
    write('small', Buffer.from('content')),
    write('edge', Buffer.alloc(16 * 1024, 1)),
    write('large', Buffer.alloc(16 * 1024 + 1, 1)),
  ])
  expect(small?.digests.content?.toString()).toBe('content')
  expect(edge?.digests.content).toEqual(Buffer.alloc(16 * 1024, 1))
  expect(large?.digests.content).toBeUndefined()
})

it.each([
  {
    why: 'one that is gone',
    file: () => fileOf('gone', 1),
    code: 'FILE_UNREADABLE',
    message: /gone cannot be read: ENOENT/u,
    hint: /^It was there when the files were looked for/u,
  },
  {
    why: 'one that has grown',
    file: (): ReleaseFile => ({
      ...write('longer', Buffer.from('longer')),
      source: { kind: 'file', path: join(folder, 'longer'), size: 5 },
    }),
    code: 'FILE_CHANGED',
    message: /longer changed while it was being signed: its size is another than when it was found\.$/u,
    hint: /^Something still writes to it/u,
  },
])('says of $why what happened to which file, and what to do', async ({ file, code, message, hint }) => {
  await expect(digestAll([file()])).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message) as unknown,
    hint: expect.stringMatching(hint) as unknown,
  })
})

it('is over before it begins where the run is', async () => {
  const reason = new Error('over')
  const results = digestFiles([write('a', Buffer.from('x'))], plan, { signal: AbortSignal.abort(reason) })
  await expect(results.next()).rejects.toBe(reason)
})

it('refuses the manifest of an image where statements are made, unless the run signs that image', async () => {
  const manifest = Buffer.from(
    `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"sha256:${'ab'.repeat(32)}","size":2},"layers":[]}`,
  )
  const file = write('manifest.json', manifest)
  expect(await digestAll([file])).toHaveLength(1)
  await expect(digestAll([file], { statedBeside: new Set() })).rejects.toMatchObject({ code: 'UNSAFE_FILE' })
  expect(await digestAll([file], { statedBeside: new Set([hashed('sha256', manifest)]) })).toHaveLength(1)
})

it('reads large files on a thread of its own, which reports every 64 MiB', async () => {
  let reports = 0
  const onBytes = () => void (reports += 1)
  await digestAll([sparse('large', 130 * MIB)], { cores: 2, onBytes })
  expect(reports).toBe(3)
})

it.each([1, 2])('ends when a pass fails in an unforeseen way (cores: %i)', async (cores) => {
  const unknown = { ...plan, hash: 'sha257' as 'sha256' }
  await expect(digestAll([sparse('large', 70 * MIB)], { cores }, unknown)).rejects.toThrow(/digest method/iu)
})

it('waits for the plan, and fails with it', async () => {
  const content = randomBytes(70 * MIB)
  const [result] = await digestAll(
    [write('a', content)],
    {},
    Promise.resolve({ ...plan, hash: 'sha512', sha512: true }),
  )
  expect(result?.digests.sha512?.toString('hex')).toBe(hashed('sha512', content))
  const failure = new Error('no key')
  await expect(digestAll([fileOf('a')], {}, Promise.reject(failure))).rejects.toBe(failure)
})

it('hands on the digests of checksum files', async () => {
  const digest = randomBytes(32)
  const file: ReleaseFile = {
    name: 'a',
    folder,
    source: { kind: 'digest', digest, hash: 'sha256', origin: 'SHA256SUMS, line 1' },
  }
  expect(await digestAll([file])).toEqual([
    { index: 0, file, size: undefined, stamp: undefined, digests: { digest, sha512: undefined, own: new Map() } },
  ])
})

it('reads no more than a window ahead of its consumer', async () => {
  const files = Array.from({ length: 300 }, (_, index) => write(`${index}`, Buffer.from('x')))
  let read = 0
  const results = digestFiles(files, plan, { onBytes: (bytes) => void (read += bytes) })
  await results.next()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(read).toBeLessThan(100)
  await results.return(undefined)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(read).toBeLessThan(120)
})

it('tells which files changed after they were read', async () => {
  const results = await digestAll([
    write('same', Buffer.from('x')),
    write('other', Buffer.from('x')),
    write('gone\u202e', Buffer.from('x')),
  ])
  const stamps = results.flatMap(({ stamp }) => stamp ?? [])
  utimesSync(join(folder, 'other'), new Date(), new Date(1_000_000))
  rmSync(join(folder, 'gone\u202e'))
  await expect(refuseChangedFiles(stamps)).rejects.toMatchObject({
    code: 'FILE_CHANGED',
    message: expect.stringMatching(/: *\n[^\n]*other\n[^\n]*gone\\u\{202e\}: ENOENT[^\n\u202e]*$/u) as unknown,
  })
})

it('asks once more of those files alone that are not as they were', async () => {
  const results = await digestAll([write('same', Buffer.from('x')), write('other', Buffer.from('x'))])
  const stamps = results.flatMap(({ stamp }) => stamp ?? [])
  linkSync(join(folder, 'other'), join(folder, 'link'))
  const settled = await refuseChangedFiles(stamps)
  expect(settled.map(({ ctimeNs }) => ctimeNs)).toEqual(
    settled.map(({ path }) => statSync(path, { bigint: true }).ctimeNs),
  )
  await refuseFilesChangedSince(settled)
  linkSync(join(folder, 'other'), join(folder, 'another link'))
  await refuseFilesChangedSince(settled)
  writeFileSync(join(folder, 'other'), 'y')
  rmSync(join(folder, 'same'))
  await expect(refuseFilesChangedSince(settled)).rejects.toMatchObject({
    code: 'FILE_CHANGED',
    message: expect.stringMatching(/same: ENOENT[^\n]*\n[^\n]*other$/u) as unknown,
  })
})

describe('a file whose change time alone becomes another', () => {
  it('after it was read, is still the same when its content is', async () => {
    const [result] = await digestAll([write('a', Buffer.from('content'))])
    linkSync(join(folder, 'a'), join(folder, 'link'))
    const stamps = [result?.stamp ?? []].flat()
    expect(stamps).toHaveLength(1)
    await refuseChangedFiles(stamps)
  })

  it('after it was read, is another when its content is, whatever its modification time says', async () => {
    write('a', Buffer.from('content'))
    const { atime, mtime } = statSync(join(folder, 'a'))
    utimesSync(join(folder, 'a'), atime, mtime) // in whole milliseconds, which can be set again
    const [result] = await digestAll([fileOf('a')])
    writeFileSync(join(folder, 'a'), 'CONTENT')
    utimesSync(join(folder, 'a'), atime, mtime)
    await expect(refuseChangedFiles([result?.stamp ?? []].flat())).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  })

  it('while it is read, is read again', async () => {
    const file = sparse('large', 8 * MIB)
    let links = 0
    let bytes = 0
    const onBytes = (read: number) => {
      bytes += read
      if (links === 0) linkSync(join(folder, 'large'), join(folder, `link ${(links += 1)}`))
    }
    const [result] = await digestAll([file], { onBytes })
    expect(result?.digests.digest.toString('hex')).toBe(hashed('sha256', Buffer.alloc(8 * MIB)))
    expect(bytes).toBe(16 * MIB)
  })

  it('while it is read, is refused when its content does, too', async () => {
    write('a', Buffer.alloc(8 * MIB))
    const { atime, mtime } = statSync(join(folder, 'a'))
    utimesSync(join(folder, 'a'), atime, mtime)
    let passes = 0
    const onBytes = () => {
      if (passes++ > 0) return
      writeFileSync(join(folder, 'a'), Buffer.alloc(8 * MIB, 1))
      utimesSync(join(folder, 'a'), atime, mtime)
    }
    await expect(digestAll([fileOf('a')], { onBytes })).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  })

  it('all the time, is refused', async () => {
    const file = sparse('large', MIB)
    let links = 0
    const onBytes = () => {
      linkSync(join(folder, 'large'), join(folder, `link ${(links += 1)}`))
    }
    await expect(digestAll([file], { onBytes })).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  })
})
