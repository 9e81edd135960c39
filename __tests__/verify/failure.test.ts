import { expect, it } from '@jest/globals'
import { failureOf } from '../../src/verify/failure.ts'
import type { FileVerdict, Problem } from '../../src/verify/verdict.ts'
import { markdownTable } from '../../src/base/markdown.ts'
import { verifySummary } from '../../src/verify/verify-summary.ts'
import { collectingLog } from '../support/collecting-log.ts'
import { localKey } from '../support/local-keys.ts'

const problem = (code: Problem['code'], name: string): Problem => ({ code, path: `/w/${name}`, reason: 'is wrong' })
const keyFingerprint = `sha256:${'0'.repeat(64)}`
const sig = { by: 'sig', source: '/w/x.sig', keyFingerprint } as const
const good: FileVerdict = { name: 'good', path: '/w/good', proofs: [sig], problems: [] }
const bad = (code: Problem['code'], name: string): FileVerdict => ({
  name,
  path: `/w/${name}`,
  proofs: [sig],
  problems: [problem(code, name)],
})

it('is none where every file is proven', () => {
  expect(failureOf({ files: [good], problems: [], leftOut: [] }, '/w', collectingLog())).toBeUndefined()
  expect(failureOf({ files: [], problems: [], leftOut: [] }, '/w', collectingLog())).toBeUndefined()
})

it.each([
  [['SIGNATURE_MISSING', 'SIGNATURE_INVALID', 'CHECKSUM_MISMATCH'], 'SIGNATURE_INVALID'],
  [['SIGNATURE_MISSING', 'UNSAFE_FILE', 'CHECKSUM_MISMATCH'], 'UNSAFE_FILE'],
  [['SIGNATURE_MISSING', 'CHECKSUM_MISMATCH'], 'CHECKSUM_MISMATCH'],
  [['CHECKSUM_MISMATCH', 'POLICY_VIOLATION'], 'POLICY_VIOLATION'],
  [['POLICY_VIOLATION', 'KEY_MISMATCH'], 'KEY_MISMATCH'],
  [['SIGNATURE_MISSING', 'FILE_CHANGED'], 'FILE_CHANGED'],
  [['SIGNATURE_MISSING', 'FILE_UNREADABLE'], 'FILE_UNREADABLE'],
  [['SIGNATURE_MISSING'], 'SIGNATURE_MISSING'],
] as const)('of %j bears the worst code', (codes, worst) => {
  const log = collectingLog()
  const failure = failureOf(
    { files: [good, ...codes.map((code) => bad(code, code))], problems: [], leftOut: [] },
    '/w',
    log,
  )
  expect(failure).toMatchObject({ code: worst })
  expect(failure?.message).toMatch(
    new RegExp(`^${codes.length} of ${codes.length + 1} files not verified\\.\n${worst}:\n`, 'u'),
  )
  for (const code of codes) expect(failure?.message).toContain(`${code}:\n  ${code} is wrong`)
  expect(failure?.hint?.split('\n')).toHaveLength(codes.length)
  expect(log.lines).toEqual(codes.map((code) => `${code}: ${code} is wrong`))
})

it.each([
  ['SIGNATURE_INVALID', /Do not use.*Download it again.*fingerprint.*outside the release.*`formats`/u],
  ['UNSAFE_FILE', /Do not use.*another signature of the same key/u],
  ['KEY_MISMATCH', /Do not use.*`public-key`/u],
  ['POLICY_VIOLATION', /Do not use.*`policy`/u],
  ['CHECKSUM_MISMATCH', /Do not use.*Download it again.*out of `files` by a line with `!`/u],
  ['FILE_CHANGED', /no other step writes/u],
  ['FILE_UNREADABLE', /the runner may read them/u],
  ['SIGNATURE_MISSING', /`signatures-dir`.*`checksums`, `provenance` or.*`!`/u],
] as const)('says what to do about %s', (code, hint) => {
  expect(failureOf({ files: [bad(code, 'x')], problems: [], leftOut: [] }, '/w', collectingLog())?.hint).toMatch(hint)
})

it('is one where nothing proves a file, and where the proof itself is wrong', () => {
  const unproven = { ...good, proofs: [] }
  expect(failureOf({ files: [unproven], problems: [], leftOut: [] }, '/w', collectingLog())).toMatchObject({
    code: 'INTERNAL_ERROR',
    message: '1 of 1 files not verified.',
  })
  const failure = failureOf(
    { files: [good], problems: [problem('SIGNATURE_INVALID', 'SHA256SUMS.sig')], leftOut: [] },
    '/w',
    collectingLog(),
  )
  expect(failure?.message).toContain('SHA256SUMS.sig is wrong')
  expect(failure?.message).not.toContain('0 of 1 files')
})

it('names 20 files in all, and logs each', () => {
  const log = collectingLog()
  const files = Array.from({ length: 30 }, (_, i) => [
    bad('SIGNATURE_INVALID', `a${i}`),
    bad('SIGNATURE_MISSING', `b${i}`),
  ]).flat()
  const failure = failureOf({ files, problems: [], leftOut: [] }, '/w', log)
  expect(failure?.message.match(/ is wrong/gu)).toHaveLength(20)
  expect(failure?.message.match(/… and 20 more/gu)).toHaveLength(2)
  expect(log.lines).toHaveLength(60)
})

it('has a summary that shows first what is not verified', () => {
  const { publicKey } = localKey('ECDSA_NIST_P256_SHA_256')
  const verdict = {
    files: [good, bad('CHECKSUM_MISMATCH', 'a`b')],
    problems: [problem('SIGNATURE_INVALID', 'x.json'), problem('SIGNATURE_INVALID', 'y.json')],
    leftOut: [],
  }
  const lines = verifySummary(verdict, { workspace: '/w', publicKeys: [publicKey] }).split('\n')
  expect(lines).toContain('## 1 of 2 files verified')
  expect(lines).toContain(`Trusted key: \`${publicKey.fingerprint}\``)
  for (const name of ['x', 'y']) expect(lines).toContain(`- SIGNATURE_INVALID: \`${name}.json\` is wrong`)
  expect(lines.filter((line) => line.startsWith('|') && !line.startsWith('| ---'))).toEqual([
    '| Not verified | Why | What is right |',
    '| ``a`b`` | CHECKSUM_MISMATCH: ``a`b`` is wrong | sig |',
    '| Verified | By |',
    '| `good` | sig |',
  ])
  expect(lines.indexOf('## 1 of 2 files verified')).toBe(0)
  const whole = verifySummary(
    { files: [good], problems: [], leftOut: [] },
    { workspace: '/w', publicKeys: [publicKey] },
  )
  expect(whole).toBe(
    `## 1 of 1 files verified\n\nTrusted key: \`${publicKey.fingerprint}\`\n\n${markdownTable(['Verified', 'By'], [['`good`', 'sig']])}`,
  )
  const several = {
    ...bad('CHECKSUM_MISMATCH', 'b'),
    problems: [problem('UNSAFE_FILE', 'b'), problem('FILE_CHANGED', 'b')],
    proofs: [sig, { ...sig, by: 'cms' }],
  } as const
  expect(
    verifySummary({ files: [several], problems: [], leftOut: [] }, { workspace: '/w', publicKeys: [publicKey] }),
  ).toContain('| UNSAFE_FILE: `b` is wrong<br>FILE_CHANGED: `b` is wrong | sig, cms |')
})
