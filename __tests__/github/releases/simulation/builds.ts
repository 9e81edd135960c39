import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pem, publicKeyFromSpki } from '../../../../src/crypto/public-key.ts'

/** The key that all jobs sign with. */
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const KEY = publicKeyFromSpki(publicKey.export({ format: 'der', type: 'spki' }))
export const SIGNING_KEY = { publicKey, privateKey }

/** What one job built and signed, in files on disk: the same for each job that takes it. */
export interface Build {
  /** Names of the release files. */
  readonly signs: readonly string[]
  readonly targets: readonly Target[]
  /** Absolute paths of what is attached, in the action's order. */
  readonly files: readonly string[]
  /** Their base names. */
  readonly names: readonly string[]
  /** The checksum file, where it is made. */
  readonly sums: Buffer | undefined
}

export type Target = 'files' | 'checksums' | 'provenance'

const SYSTEMS = ['linux', 'macos', 'windows']
const TARGETS: readonly (readonly Target[])[] = [
  ['files'],
  ['checksums'],
  ['files', 'checksums'],
  ['files', 'provenance'],
  ['files', 'checksums', 'provenance'],
]

/** Builds of one system, of two, and of all; each set of targets; each twice, as a rebuilt file differs. */
export async function makeBuilds(folder: string): Promise<readonly Build[]> {
  const sets = [...SYSTEMS.map((system) => [system]), ['linux', 'macos'], SYSTEMS]
  const builds: Build[] = []
  for (const systems of sets)
    for (const targets of TARGETS)
      for (const version of [1, 2])
        builds.push(await makeBuild(join(folder, String(builds.length)), systems, targets, version))
  return builds
}

async function makeBuild(
  folder: string,
  systems: readonly string[],
  targets: readonly Target[],
  version: number,
): Promise<Build> {
  await mkdir(folder)
  const signs = systems.map((system) => `app-${system}.tar.gz`)
  const contents = new Map<string, Buffer>()
  const digests = signs.map((name) => ({ name, sha256: hex(Buffer.from(`${name} ${version}`)) }))
  if (targets.includes('files'))
    for (const name of signs) contents.set(`${name}.sig`, signature(Buffer.from(`${name} ${version}`)))
  const sums = Buffer.from(digests.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
  if (targets.includes('checksums')) contents.set('SHA256SUMS', sums).set('SHA256SUMS.sig', signature(sums))
  if (targets.includes('provenance')) {
    const subject = digests.map(({ name, sha256 }) => ({ name, digest: { sha256 } }))
    const payload = Buffer.from(JSON.stringify({ subject }))
    const dsseEnvelope = {
      payload: payload.toString('base64'),
      signatures: [{ sig: signature(payload).toString('base64') }],
    }
    contents.set('provenance.sigstore.json', Buffer.from(JSON.stringify({ dsseEnvelope })))
  }
  contents.set('kms-public-key.pem', Buffer.from(pem('PUBLIC KEY', KEY.spki)))
  for (const [name, content] of contents) await writeFile(join(folder, name), content)
  const names = [...contents.keys()]
  const files = names.map((name) => join(folder, name))
  return { signs, targets, files, names, sums: targets.includes('checksums') ? sums : undefined }
}

function signature(content: Buffer): Buffer {
  return sign('sha256', content, privateKey)
}

export function hex(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
