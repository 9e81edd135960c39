import { describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { imageOutput } from '../../src/report/image-report.ts'
import { failureSummary, signSummary } from '../../src/report/job-summary.ts'
import type { SigningResult } from '../../src/report/signing-result.ts'

const file = {
  name: 'a|b.tgz',
  displayPath: 'dist/a|b.tgz',
  size: 3,
  digest: Buffer.alloc(2, 0xab),
  signature: undefined,
  requestId: undefined,
  writtenPaths: ['/w/dist/a|b.tgz.sig'],
}
const result = {
  key: { id: 'abj1', algorithm: { name: 'ECDSA_NIST_P256_SHA_256' }, publicKey: { fingerprint: 'sha256:00' } },
  hash: 'sha256',
  files: [file],
  checksums: undefined,
  provenancePaths: [],
  attestationPaths: [],
  images: [],
  signedCount: 1,
} as unknown as SigningResult
const signed = { result, notes: '## How to verify' }
const failure = new ActionError('RELEASE_UPLOAD_FAILED', 'a.sig is missing\n```\n## not a heading', {
  hint: 'Run it again.',
})
const help = 'https://github.com/acme/action/blob/v1/docs/troubleshooting.md#release_upload_failed'
const headingsOf = (summary: string): readonly string[] => summary.match(/^#{2,3} .*$/gmu) ?? []

describe('the summary of a run', () => {
  it('shows key, files, where they were uploaded to, and how to verify', () => {
    const uploads = [
      {
        where: 'Workflow artifact',
        name: 'signatures-build-0',
        url: 'https://github.com/o/r/actions/runs/1/artifacts/2',
        files: 2,
      },
      { where: 'Release', name: 'v1](x)', url: 'javascript:alert(1)', files: 1 },
    ]
    const summary = signSummary({ signed, uploads })
    expect(summary).toMatch(/^## 1 file signed with Yandex Cloud KMS\n/u)
    expect(summary).toContain('- Key: `abj1`, `ECDSA_NIST_P256_SHA_256`\n- Public key: `sha256:00`\n')
    expect(summary).toContain('| File | Size | Signature files | Digest (sha256) |\n')
    expect(summary).toContain('| `a\\u{7c}b.tgz` | 3\u00a0B | .sig | `abab` |')
    expect(summary).toContain(
      '- Workflow artifact: [signatures\\-build\\-0](<https://github.com/o/r/actions/runs/1/artifacts/2>), 2 files',
    )
    expect(summary).toContain('- Release: v1\\]\\(x\\), 1 file')
    expect(summary).toMatch(/## How to verify$/u)
  })

  it('lists the checksum file with its own signatures, and the statements', () => {
    const checksums = { ...file, name: 'SHA256SUMS', writtenPaths: ['/w/SHA256SUMS', '/w/SHA256SUMS.sig'] }
    const provenancePaths = ['/w/provenance.sigstore.json']
    const attestationPaths = ['/w/sbom-1.sigstore.json', '/w/sbom-2.sigstore.json']
    const summary = signSummary({
      signed: { result: { ...result, checksums, provenancePaths, attestationPaths }, notes: '' },
      uploads: [],
    })
    expect(summary).toContain('- Checksum file: `SHA256SUMS`, signed by `SHA256SUMS.sig`\n')
    expect(summary).toContain('- Provenance: `provenance.sigstore.json`\n')
    expect(summary).toContain('- Attestations: `sbom-1.sigstore.json`, `sbom-2.sigstore.json`\n')
    expect(summary.match(/SHA256SUMS`/gu)).toHaveLength(1)
  })

  it.each([
    [10, false],
    [11, true],
  ])('has a table of %i files, folded up: %s', (count, folded) => {
    const files = Array.from({ length: count }, () => file)
    const summary = signSummary({ signed: { result: { ...result, files }, notes: '## How to verify' }, uploads: [] })
    expect(summary.includes(`<details><summary>${count} files</summary>`)).toBe(folded)
    // Folded up, it has to be closed, or what follows would be folded up with it.
    expect(summary.split('<details>')).toHaveLength(summary.split('</details>').length)
    expect(summary.indexOf('## How to verify')).toBeGreaterThan(summary.lastIndexOf('| `a'))
    expect(summary).not.toMatch(/^\|(?:\s*\|)+$/mu) // a header that says nothing
  })

  it('says at its top that a step after signing failed, and keeps the rest', () => {
    const summary = signSummary({ signed, uploads: [] }, { failure, help })
    const [first, second, block] = summary.split('\n\n')
    expect([first, second]).toEqual([
      '## 1 file signed with Yandex Cloud KMS',
      '**The signatures are made and in place, but a later step failed: RELEASE_UPLOAD_FAILED**',
    ])
    // The fence is longer than any in the text: nothing of that is markup.
    expect(block).toMatch(/^````text\na\.sig is missing\n```\n## not a heading$/u)
    expect(summary).toContain(
      'Run it again.\n````\n\n[What RELEASE\\_UPLOAD\\_FAILED means\\, and what to do](<https://',
    )
    expect(summary).toMatch(/## How to verify$/u)
  })

  it('is what went wrong, where nothing was signed', () => {
    const nothing = new ActionError('NO_FILES', 'Nothing matches.')
    const summary = signSummary({ uploads: [] }, { failure: nothing, help: undefined })
    expect(summary).toBe('## Nothing was signed: NO_FILES\n\n```text\nNothing matches.\n```')
    expect(failureSummary('Nothing was verified', { failure, help })).toMatch(
      /^## Nothing was verified: RELEASE_UPLOAD_FAILED\n/u,
    )
  })

  it('tells of a dry run', () => {
    const displayPaths = ['a.sig', 'kms-public-key.pem']
    const dryRun = { files: [{ name: 'a', digest: 'ab' }], displayPaths, kmsCalls: 3, images: [] }
    const summary = signSummary({ dryRun, uploads: [] })
    expect(summary).toMatch(
      /^## Dry run: 1 file would be signed with 3 KMS calls\n\nNothing was requested or written\./u,
    )
    expect(summary).toContain('| `a` | `ab` |')
    expect(headingsOf(summary).at(-1)).toBe('### 2 files would be written')
  })

  it('tells of a dry run with images, and of one with more files than are shown at once', () => {
    const files = Array.from({ length: 11 }, (_, i) => ({ name: `file-${i}`, digest: 'ab' }))
    const displayPaths = Array.from({ length: 31 }, (_, i) => `path-${i}`)
    const dryRun = { files, displayPaths, kmsCalls: 1, images: ['h.example/a@sha256:ab', 'h.example/b@sha256:cd'] }
    const summary = signSummary({ dryRun, uploads: [] })
    expect(summary).toMatch(/^## Dry run: 11 files would be signed with 1 KMS call\n/u)
    expect(summary).toContain(
      '### Images that would be signed\n\n- `h.example/a@sha256:ab`\n- `h.example/b@sha256:cd`\n\n',
    )
    expect(summary).toContain('<details><summary>11 files</summary>\n\n| File | Digest |\n')
    expect(summary).toContain('<details><summary>All of them</summary>')
    expect(headingsOf(summary)).toEqual([
      '## Dry run: 11 files would be signed with 1 KMS call',
      '### Images that would be signed',
      '### 31 files would be written',
    ])
    const few = signSummary({ dryRun: { ...dryRun, files: [], displayPaths: ['a'], images: [] }, uploads: [] })
    expect(few).toBe(
      '## Dry run: 0 files would be signed with 1 KMS call\n\nNothing was requested or written.\n\n### 1 file would be written\n\n| File |\n| --- |\n| `a` |\n',
    )
  })

  it.each([
    [0, 1, '## 1 image signed with Yandex Cloud KMS'],
    [2, 1, '## 2 files and 1 image signed with Yandex Cloud KMS'],
    [0, 0, '## 0 files signed with Yandex Cloud KMS'],
  ])('counts %i files and %i images', (signedCount, images, heading) => {
    const image = { name: 'h.example/a', digest: 'sha256:ab', layouts: [], attestations: [] }
    const counts = { ...result, signedCount, files: [], images: Array.from({ length: images }, () => image) }
    const summary = signSummary({ signed: { result: counts, notes: 'N' }, uploads: [] })
    expect(summary).toBe(`${heading}\n\n- Key: \`abj1\`, \`ECDSA_NIST_P256_SHA_256\`\n- Public key: \`sha256:00\`\n\nN`)
  })

  it('shows of each file what is known of it', () => {
    const files = [
      { ...file, name: 'sub/b.tgz', size: undefined, writtenPaths: ['/w/b.tgz.sig', '/w/b.tgz.p7s'] },
      { ...file, name: 'c.tgz', size: 12_345, writtenPaths: [] },
      { ...file, name: 'd.tgz', writtenPaths: ['/w/other.sig'] },
    ]
    const summary = signSummary({ signed: { result: { ...result, files }, notes: '' }, uploads: [] })
    expect(summary).toContain('| `sub/b.tgz` | — | .sig, .p7s | `abab` |')
    expect(summary).toContain('| `c.tgz` | 12.3\u00a0kB | — | `abab` |')
    expect(summary).toContain('| `d.tgz` | 3\u00a0B | `other.sig` | `abab` |')
  })

  it('names a checksum file that has no signature file beside it', () => {
    const checksums = { ...file, name: 'SHA256SUMS', writtenPaths: ['/w/SHA256SUMS'] }
    const summary = signSummary({ signed: { result: { ...result, checksums }, notes: '' }, uploads: [] })
    expect(summary).toContain('- Checksum file: `SHA256SUMS`\n')
  })

  it('has a table of the images that were pushed', () => {
    const digest = (hex: string): string => `sha256:${hex.repeat(32)}`
    const pushed = {
      image: { given: `h.example/a:v1@${digest('ab')}`, digest: digest('ab') },
      given: [`h.example/a:v1@${digest('ab')}`],
      tag: digest('cd'),
      referrer: digest('ef'),
      attestations: [
        { predicateType: 'https://spdx.dev/Document', tag: digest('01'), referrer: undefined },
        { predicateType: 'https://o.example/x', tag: undefined, referrer: undefined },
      ],
      kept: ['referrer' as const],
    }
    const other = { ...pushed, tag: undefined, referrer: undefined, attestations: [], kept: [] }
    const summary = signSummary({ signed, uploads: [], images: [pushed, other] })
    expect(summary).toContain(
      '### Images\n\n| Image | Signature under its tag | Signature as a referrer | Statements |',
    )
    expect(summary).toContain(
      `| \`h.example/a:v1\` \`@${digest('ab')}\` | \`sha256:${'cd'.repeat(6)}\`… | \`sha256:${'ef'.repeat(6)}\`… (was there already) | \`https://spdx.dev/Document\`, \`https://o.example/x\` |`,
    )
    expect(summary).toContain(`\`@${digest('ab')}\` | — | — | — |`)
    const kept = signSummary({ signed, uploads: [], images: [{ ...pushed, kept: ['tag'] }] })
    expect(kept).toContain(`| \`sha256:${'cd'.repeat(6)}\`… (was there already) | \`sha256:${'ef'.repeat(6)}\`… |`)
    const many = signSummary({ signed, uploads: [], images: Array.from({ length: 11 }, () => pushed) })
    expect(many).toContain('<details><summary>11 images</summary>')
    expect(summary.indexOf('### Images')).toBeLessThan(summary.indexOf('## How to verify'))
    expect(JSON.parse(imageOutput([pushed, { ...other, given: ['x', 'y'] }]))).toEqual({
      [pushed.image.given]: {
        digest: digest('ab'),
        tag: digest('cd'),
        referrer: digest('ef'),
        attestations: [
          { predicateType: 'https://spdx.dev/Document', tag: digest('01'), referrer: null },
          { predicateType: 'https://o.example/x', tag: null, referrer: null },
        ],
      },
      x: { digest: digest('ab'), tag: null, referrer: null, attestations: [] },
      y: { digest: digest('ab'), tag: null, referrer: null, attestations: [] },
    })
  })

  it('tells that there was nothing to sign', () => {
    expect(signSummary({ uploads: [] })).toBe('## No files found, and nothing signed')
  })
})
