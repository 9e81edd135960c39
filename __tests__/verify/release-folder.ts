import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { EXTENSIONS, type Format } from '../../src/formats/facts.ts'
import { pssAlgorithmIdentifier } from '../../src/crypto/public-key.ts'
import { findFiles } from '../../src/verify/find-files.ts'
import type { VerifyInputs } from '../../src/verify/inputs.ts'
import { isVerified, type Problem } from '../../src/verify/verdict.ts'
import { verifyRelease } from '../../src/verify/verify-release.ts'
import type { LocalKey } from '../support/local-keys.ts'
import { bundle, cms, json, openpgp, openpgpClear, sshsig } from '../support/signature-makers.ts'

export const FORMATS = Object.keys(EXTENSIONS) as Format[]

export const MAKERS: Readonly<Record<Format, (key: LocalKey, content: Buffer) => Buffer>> = {
  sig: (key, content) => key.sign(content),
  base64: (key, content) => Buffer.from(key.sign(content).toString('base64')),
  sigstore: (key, content) => json(bundle(key, content)),
  sshsig,
  openpgp,
  'openpgp-clear': openpgpClear,
  cms: (key, content) =>
    key.algorithm.curve === undefined
      ? cms(key, content, { signatureAlgorithm: pssAlgorithmIdentifier(key.algorithm.hash) })
      : cms(key, content),
}

/** A temporary folder of release files. */
export class ReleaseFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'verify-'))
  readonly lines: string[] = []

  write(name: string, content: string | Buffer): Buffer {
    const path = join(this.path, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return Buffer.from(content)
  }

  /** Writes a file and its signature files. */
  sign(key: LocalKey, name: string, content: string | Buffer, formats: readonly Format[] = ['sig']): void {
    const bytes = this.write(name, content)
    for (const format of formats) this.write(name + EXTENSIONS[format], MAKERS[format](key, bytes))
  }

  /** What the action makes of the folder: the verified names, and problems as `CODE path: reason`. */
  async verify(key: LocalKey, change: Partial<VerifyInputs> = {}) {
    const log = { debug() {}, info: (line: string) => this.lines.push(line), notice() {}, warning() {} }
    const inputs: VerifyInputs = {
      publicKeys: [key.publicKey],
      unpinnedKeyFile: undefined,
      files: '**',
      formats: FORMATS,
      workspace: this.path,
      signaturesDir: undefined,
      checksums: undefined,
      provenance: undefined,
      policy: [],
      attestations: undefined,
      hashAlgorithm: 'auto',
      ifNoFilesFound: 'error',
      ...change,
    }
    const verdict = await verifyRelease(inputs, await findFiles(inputs, log), log)
    const problems = [...verdict.problems, ...verdict.files.flatMap((file) => file.problems)]
    const shown = ({ code, path, reason }: Problem) => `${code} ${path.slice(this.path.length + 1)}: ${reason}`
    return {
      verified: verdict.files.filter(isVerified).map(({ name }) => name),
      unverified: verdict.files.filter((file) => !isVerified(file)).map(({ name }) => name),
      proofs: verdict.files.map((file) => file.proofs.map(({ by }) => by).join()),
      problems: problems.map(shown),
      leftOut: verdict.leftOut.map(({ path }) => path.slice(this.path.length + 1)),
      verdict,
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
