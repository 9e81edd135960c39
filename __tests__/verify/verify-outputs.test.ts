import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { FileVerdict, LeftOut, Proof } from '../../src/verify/verdict.ts'
import { setVerifyOutputs } from '../../src/verify/verify-outputs.ts'
import { writeVerifySummary } from '../../src/verify/verify-summary.ts'
import { collectingLog } from '../support/collecting-log.ts'
import { localKey } from '../support/local-keys.ts'

const { publicKey } = localKey('ECDSA_NIST_P256_SHA_256')
const workspace = '/w'
const { fingerprint } = publicKey
const proof = (by: Proof['by'], source: string): Proof => ({ by, source, keyFingerprint: fingerprint })
const good: FileVerdict = {
  name: 'a',
  path: '/w/dist/a',
  proofs: [proof('sig', '/w/dist/a.sig'), proof('cms', '/w/dist/a.p7s')],
  problems: [],
}
const bad: FileVerdict = {
  name: 'b',
  path: '/elsewhere/b',
  proofs: [proof('sig', '/elsewhere/b.sig')],
  problems: [{ code: 'SIGNATURE_INVALID', path: '/w/dist/b.asc', reason: 'is empty' }],
}
const leftOut: LeftOut[] = [
  { path: '/w/dist/a.sig', why: 'signature file of a', proven: true },
  { path: '/w/dist/b.asc', why: 'signature file of b', proven: true },
  { path: '/w/signatures.json', why: 'not verified', proven: false },
]
const verdict = { files: [good, bad], problems: [], leftOut }

let folder: string
const VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-outputs-'))
  for (const name of VARIABLES) {
    process.env[name] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
})
afterEach(() => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name)
  rmSync(folder, { recursive: true, force: true })
})
const written = (name: string) => readFileSync(join(folder, name), 'utf8')

it('sets how many files are verified, and what became of each', () => {
  setVerifyOutputs(verdict, workspace, collectingLog())
  const outputs = /^verified-count<<(\S+)\n1\n\1\nresults<<(\S+)\n(.*)\n\2\n$/u.exec(written('GITHUB_OUTPUT'))
  expect(JSON.parse(outputs?.[3] ?? '')).toEqual([
    {
      name: 'a',
      path: 'dist/a',
      verified: true,
      verifiedBy: ['sig', 'cms'],
      keyFingerprint: fingerprint,
      proofs: [proof('sig', 'dist/a.sig'), proof('cms', 'dist/a.p7s')],
      problems: [],
    },
    {
      name: 'b',
      path: '/elsewhere/b',
      verified: false,
      verifiedBy: ['sig'],
      keyFingerprint: fingerprint,
      proofs: [proof('sig', '/elsewhere/b.sig')],
      problems: [{ code: 'SIGNATURE_INVALID', path: 'dist/b.asc', reason: 'is empty' }],
    },
    { path: 'dist/a.sig', verified: true, leftOut: 'signature file of a' },
    { path: 'dist/b.asc', verified: false, leftOut: 'signature file of b' },
    { path: 'signatures.json', verified: false, leftOut: 'not verified' },
  ])
})

it('leaves out of results what proves each file before it leaves them empty', () => {
  const log = collectingLog()
  const files = Array.from({ length: 400 }, (_, index) => ({ ...good, name: `${index}`.repeat(10) }))
  setVerifyOutputs({ files, problems: [], leftOut: [] }, workspace, log)
  expect(log.warnings).toEqual([])
  const results = /results<<(\S+)\n(.*)\n\1\n$/u.exec(written('GITHUB_OUTPUT'))?.[2] ?? ''
  expect(JSON.parse(results)).toHaveLength(400)
  expect(results).not.toContain('proofs')
})

it('leaves results empty where they are too large, and says what names every file', () => {
  const log = collectingLog()
  const files = Array.from({ length: 2000 }, (_, index) => ({ ...good, name: `${index}`.repeat(10) }))
  setVerifyOutputs({ files, problems: [], leftOut: [] }, workspace, log)
  expect(log.warnings).toEqual([expect.stringMatching(/results is left empty.*The log names every file/u)])
})

// The library keeps the path that it has written to, so this is the one test of the summary's file.
it('writes the summary where there is a place for it, and is no failure where it cannot', async () => {
  const log = collectingLog()
  const { GITHUB_STEP_SUMMARY: path } = process.env
  delete process.env['GITHUB_STEP_SUMMARY']
  await writeVerifySummary(verdict, { workspace, publicKeys: [publicKey] }, log)
  expect([written('GITHUB_STEP_SUMMARY'), log.lines]).toEqual(['', []])
  process.env['GITHUB_STEP_SUMMARY'] = path
  await writeVerifySummary(verdict, { workspace, publicKeys: [publicKey] }, log)
  expect(written('GITHUB_STEP_SUMMARY')).toContain('## 1 of 2 files verified\n')
  expect(log.lines).toEqual([])
  rmSync(folder, { recursive: true })
  await writeVerifySummary(verdict, { workspace, publicKeys: [publicKey] }, log)
  expect(log.warnings).toEqual([expect.stringMatching(/^The job summary could not be written: ENOENT/u)])
})
