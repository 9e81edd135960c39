import { expect, it } from '@jest/globals'
import type { FileVerdict, LeftOut, Proof } from '../../src/verify/verdict.ts'
import { setVerifyOutputs } from '../../src/verify/verify-outputs.ts'
import { collectingFront } from '../support/collecting-front.ts'

const fingerprint = `sha256:${'ab'.repeat(32)}`
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
  { path: '/w/dist/b.asc', why: 'signature file of b', proven: false },
  { path: '/w/signatures.json', why: 'not verified', proven: false },
]
const verdict = { files: [good, bad], problems: [], leftOut }

it('sets how many files are verified, and what became of each', () => {
  const front = collectingFront()
  setVerifyOutputs(verdict, '/w', front)
  expect(front.outputs['verified-count']).toBe('1')
  expect(JSON.parse(front.outputs['results'] ?? '')).toEqual([
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

it('leaves out of results what proves each file where the front takes no more', () => {
  const front = { ...collectingFront(), fitsOutput: () => false }
  setVerifyOutputs(verdict, '/w', front)
  expect(front.outputs['results']).toContain('"name":"a"')
  expect(front.outputs['results']).not.toContain('proofs')
})
