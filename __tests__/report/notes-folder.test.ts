/** The commands for a whole folder and for a checksum file, word by word: others run them. */
import { expect, it } from '@jest/globals'
import { everyFile, listedFiles } from '../../src/report/verification-folder.ts'
import type { VerificationNotesInput } from '../../src/report/verification-input.ts'
import { imageNotes } from '../../src/report/image-notes.ts'
import { parseImageReference } from '../../src/registry/reference.ts'
import { localKey } from '../support/local-key.ts'

const INPUT: VerificationNotesInput = {
  key: localKey('ECDSA_NIST_P256_SHA_256').key,
  formats: ['sig', 'openpgp'],
  targets: ['files', 'checksums'],
  fileNames: ['a', 'b [c]*?\\.sig'],
  checksumsName: 'SHA256SUMS',
  provenanceNames: ['provenance.sigstore.json'],
  attestations: [{ name: 'sbom.sigstore.json', type: 'https://spdx.dev/Document' }],
  identity: 'somebody',
  certificate: undefined,
  verifyPage: undefined,
  runUrl: undefined,
}
const block = (parts: readonly string[]): string => /```sh\n(.*)\n```/su.exec(parts.join('\n\n'))?.[1] ?? ''

const LOOP = `files -exec sh -c 'bad=0
for F do
  openssl dgst -sha256 -verify kms-public-key.pem -signature "$F.sig" "$F" ||
    { printf "NOT VERIFIED: %s\\n" "$F"; bad=1; }
done
exit "$bad"' sh {} + && files | grep -q .`

it('leaves out signatures and run files, and no release file that is called like a signature', () => {
  expect(block(everyFile(INPUT))).toBe(
    `files() { find . ! -type d \\
  \\( ! -name '*.sig' ! -name '*.asc' \\
  -o -path './b \\[c]\\*\\?\\\\.sig' \\
  \\) \\
  ! -path './kms-public-key.pem' \\
  ! -path './kms-public-key.asc' \\
  ! -path './kms-public-key.gpg' \\
  ! -path './provenance.sigstore.json' \\
  ! -path './sbom.sigstore.json' \\
  ! -path './signatures.json' \\
  "$@"; }
${LOOP}`,
  )
})

it('has three extensions in a line', () => {
  const formats = ['sig', 'base64', 'sigstore', 'sshsig'] as const
  const notes = everyFile({ ...INPUT, fileNames: ['a'], formats, provenanceNames: [], attestations: [] })
  expect(notes).toHaveLength(1)
  expect(notes[0]).toMatch(/^All files of a folder that holds nothing but this release, with openssl:\n\n```sh\n/u)
  expect(block(notes)).toBe(
    `files() { find . ! -type d \\
  ! -name '*.sig' ! -name '*.sig.b64' ! -name '*.sigstore.json' \\
  ! -name '*.sshsig' \\
  ! -path './kms-public-key.pem' \\
  ! -path './kms-allowed-signers' \\
  ! -path './signatures.json' \\
  "$@"; }
${LOOP}`,
  )
  expect(everyFile({ ...INPUT, fileNames: ['a', 'b\u202e.sig'] })).toEqual([])
})

it('verifies a checksum file before what it lists', () => {
  expect(block(listedFiles(INPUT))).toBe(
    `FILE='SHA256SUMS'
openssl dgst -sha256 -verify kms-public-key.pem -signature "$FILE.sig" "$FILE" &&
! LC_ALL=C grep -avE '^\\\\?[0-9a-f]{64} [ *]' SHA256SUMS &&
sha256sum --ignore-missing -c SHA256SUMS`,
  )
  expect(listedFiles({ ...INPUT, checksumsName: undefined })).toEqual([])
})

it('verifies images with the flags that each version of cosign needs, and no others', () => {
  const name = `h.example/index.docker.io/a@sha256:${'ab'.repeat(32)}`
  const images = [parseImageReference(name)]
  const notes = imageNotes({ key: INPUT.key, images, layouts: ['tag'], predicateTypes: ['https://spdx.dev/Document'] })
  const flags = '--key kms-public-key.pem --insecure-ignore-tlog=true'
  expect(notes.match(/^cosign .*$/gmu)?.filter((line) => line.startsWith('cosign verify'))).toEqual([
    `cosign verify ${flags} '${name}'`,
    `cosign verify ${flags} --new-bundle-format=false '${name}'`,
    `cosign verify-attestation --type 'spdxjson' ${flags} '${name}' > /dev/null`,
    `cosign verify-attestation --type 'spdxjson' ${flags} --new-bundle-format=false '${name}' > /dev/null`,
  ])
  // Docker Hub has another name with Kyverno: as the host, and not as a part of a path.
  expect(notes).toContain('- "h.example/index.docker.io/a:*"')
})
