/** Programs that nobody here wrote, as judges of signature files: the commands are those of the recipes in interop/. */
import { spawn, spawnSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFromJSON } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'
import type { Format } from '../../src/formats/facts.ts'
import type { Scene } from './scene.ts'

/** Whether a program takes the signature file at a path for one over the scene's file. */
export interface Judge {
  readonly program: string
  readonly takes: (scene: Scene, path: string) => Promise<Verdict>
}

/** With the program's own words, for whoever looks into it. */
interface Verdict {
  readonly ok: boolean
  readonly said: string
}

interface Ran extends Verdict {
  readonly stdout: Buffer
}

function run(scene: Scene, program: string, args: readonly string[], input?: Buffer): Promise<Ran> {
  const child = spawn(program, args, { cwd: scene.folder, timeout: 60_000 })
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  // A program that refuses does not read to the end.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ ok: code === 0, stdout: Buffer.concat(stdout), said: Buffer.concat(stderr).toString().trim() })
    })
  })
}

const judge = (program: string, args: (path: string, scene: Scene) => readonly string[]): Judge => ({
  program,
  takes: (scene, path) => run(scene, program, args(path, scene)),
})

const opensslDgst = (path: string): readonly string[] => [
  'dgst',
  '-sha256',
  '-verify',
  'kms-public-key.pem',
  '-signature',
  path,
  'file',
]

/** The lines of a text without what a signature over text does not cover. */
const linesOf = (text: Buffer): string =>
  text
    .toString('latin1')
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+$/u, ''))
    .join('\n')

const clear = (program: string, args: (path: string) => readonly string[]): Judge => ({
  program,
  takes: async (scene, path) => {
    const { ok, stdout, said } = await run(scene, program, args(path))
    return { ok: ok && linesOf(stdout) === linesOf(scene.content), said }
  },
})

const SSH_KEYGEN: Judge = {
  program: 'ssh-keygen',
  takes: async (scene, path) => {
    const [principal = ''] = readFileSync(join(scene.folder, 'kms-allowed-signers'), 'utf8').split(' ')
    const args = ['-Y', 'verify', '-f', 'kms-allowed-signers', '-I', principal, '-n', 'file', '-s', path]
    return run(scene, 'ssh-keygen', args, scene.content)
  },
}

const OPENSSL_BASE64: Judge = {
  program: 'openssl',
  takes: async (scene, path) => {
    const decoded = await run(scene, 'openssl', ['base64', '-d', '-A', '-in', path])
    const raw = `${path}.raw`
    writeFileSync(join(scene.folder, raw), decoded.stdout)
    return decoded.ok ? run(scene, 'openssl', opensslDgst(raw)) : decoded
  },
}

const SIGSTORE: Judge = {
  program: 'sigstore',
  takes: (scene, path) => {
    const publicKey = () => ({
      publicKey: createPublicKey(readFileSync(join(scene.folder, 'kms-public-key.pem'))),
      validFor: () => true,
    })
    const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
    const none = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 }
    try {
      const bundle = bundleFromJSON(JSON.parse(readFileSync(join(scene.folder, path), 'utf8')))
      new Verifier(trust, none).verify(toSignedEntity(bundle, scene.content))
      return Promise.resolve({ ok: true, said: '' })
    } catch (error) {
      return Promise.resolve({ ok: false, said: String(error) })
    }
  },
}

const CMS_TRUST = ['-certfile', 'kms-certificate.pem', '-nointern', '-CAfile', 'kms-certificate.pem']

const JUDGES: Readonly<Record<Format, readonly Judge[]>> = {
  sig: [judge('openssl', opensslDgst)],
  base64: [OPENSSL_BASE64],
  sigstore: [SIGSTORE],
  sshsig: [SSH_KEYGEN],
  openpgp: [
    judge('gpgv', (path) => ['--keyring', './kms-public-key.gpg', path, 'file']),
    judge('sqv', (path) => ['--keyring', 'kms-public-key.asc', path, 'file']),
  ],
  cms: [
    judge('openssl', (path) => [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      path,
      '-content',
      'file',
      '-out',
      '/dev/null',
      ...CMS_TRUST,
    ]),
    judge('gpgsm', (path) => ['--homedir', 'gpgsm', '--batch', '--disable-crl-checks', '--verify', path, 'file']),
  ],
  'openpgp-clear': [
    clear('gpgv', (path) => ['--keyring', './kms-public-key.gpg', '--output', '-', path]),
    clear('sq', (path) => ['verify', '--signer-cert', 'kms-public-key.asc', path]),
  ],
}

const isThere = (program: string): boolean =>
  program === 'sigstore' || spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined

/**
 * The judges of each format, checked: each takes what the action wrote, and not the same of another file.
 * @throws Error naming programs that are not there, or that do not judge
 */
export async function judgesOf(scene: Scene): Promise<ReadonlyMap<Format, readonly Judge[]>> {
  const wanted = Object.values(JUDGES).flat()
  const missing = new Set(wanted.filter(({ program }) => !isThere(program)).map(({ program }) => program))
  if (missing.size > 0) throw new Error(`not there to judge: ${[...missing].join(', ')}`)
  spawnSync('gpgsm', ['--homedir', 'gpgsm', '--batch', '--import', 'kms-certificate.pem'], { cwd: scene.folder })
  const entries = Object.entries(JUDGES) as [Format, readonly Judge[]][]
  for (const [format, judges] of entries) {
    writeFileSync(join(scene.folder, `good-${format}`), scene.files[format])
    for (const { program, takes } of judges) {
      const { ok, said } = await takes(scene, `good-${format}`)
      if (!ok) throw new Error(`${program} does not take a good ${format}: ${said}`)
    }
  }
  return new Map(entries)
}

/** Ends what gpgsm started for this scene. */
export function endAgents({ folder }: Scene): void {
  if (existsSync(join(folder, 'gpgsm')))
    spawnSync('gpgconf', ['--homedir', 'gpgsm', '--kill', 'all'], { cwd: folder, stdio: 'ignore' })
}
