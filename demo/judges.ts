/** Who verifies the signatures: each knows one kind of signature file, and none of them is this project. */
import { spawnSync } from 'node:child_process'
import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXTENSIONS, FORMATS, type Format } from '../src/formats/facts.ts'

/** What a judge works with. */
export interface Evidence {
  /** The release file. */
  readonly file: string
  /** The signature file. */
  readonly signature: string
  /** Folder with the run files. */
  readonly runFiles: string
  readonly hash: string
  readonly rsa: boolean
  readonly principal: string
}

export interface Judge {
  readonly name: string
  /** End of the names of the signature files that it judges. */
  readonly extension: string
  /** Whether it can be asked on this machine. */
  readonly present: boolean
  readonly accepts: (evidence: Evidence) => boolean
}

function isThere(program: string, argument: string): boolean {
  return spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined
}

function succeeds(program: string, argv: readonly string[], input?: Buffer): boolean {
  return (
    spawnSync(program, argv, { ...(input && { input }), stdio: [input ? 'pipe' : 'ignore', 'ignore', 'ignore'] })
      .status === 0
  )
}

function nodeAccepts({ file, runFiles, hash, rsa }: Evidence, signature: Buffer): boolean {
  const key = createPublicKey(readFileSync(join(runFiles, 'kms-public-key.pem')))
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify(hash, readFileSync(file), rsa ? { key, ...padding } : key, signature)
}

/** The signature in a Sigstore bundle, whose digest must be the file's. */
function fromBundle({ file, signature }: Evidence): Buffer {
  const bundle = JSON.parse(readFileSync(signature, 'utf8')) as {
    readonly messageSignature: { readonly messageDigest: { readonly digest: string }; readonly signature: string }
  }
  const { messageDigest, signature: encoded } = bundle.messageSignature
  const digest = Buffer.from(messageDigest.digest, 'base64')
  const own = createHash(`sha${digest.length * 8}`)
    .update(readFileSync(file))
    .digest()
  return own.equals(digest) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0)
}

function opensslAccepts({ file, signature, runFiles, hash, rsa }: Evidence): boolean {
  const pss = rsa ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest'] : []
  const key = join(runFiles, 'kms-public-key.pem')
  return succeeds('openssl', ['dgst', `-${hash}`, '-verify', key, ...pss, '-signature', signature, file])
}

function opensslAcceptsCms({ file, signature, runFiles }: Evidence): boolean {
  const certificate = join(runFiles, 'kms-certificate.pem')
  const trust = ['-certfile', certificate, '-nointern', '-CAfile', certificate]
  return succeeds('openssl', [
    'cms',
    '-verify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    signature,
    '-content',
    file,
    ...trust,
  ])
}

function sshAccepts({ file, signature, runFiles, principal }: Evidence): boolean {
  const allowed = join(runFiles, 'kms-allowed-signers')
  const argv = ['-Y', 'verify', '-f', allowed, '-I', principal, '-n', 'file', '-s', signature]
  return succeeds('ssh-keygen', argv, readFileSync(file))
}

function gpgvAccepts({ file, signature, runFiles }: Evidence): boolean {
  return succeeds('gpgv', ['--keyring', join(runFiles, 'kms-public-key.gpg'), signature, file])
}

/** The text that gpgv gives back has to be the file's, except for blanks at the ends of lines. */
function gpgvAcceptsClear({ file, signature, runFiles }: Evidence): boolean {
  const keyring = join(runFiles, 'kms-public-key.gpg')
  const { status, stdout } = spawnSync('gpgv', ['--keyring', keyring, '--output', '-', signature], {
    maxBuffer: 1024 ** 3,
  })
  const lines = (text: Buffer): string =>
    text
      .toString('latin1')
      .replace(/[ \t\r]+$/gmu, '')
      .replace(/\n$/u, '')
  return status === 0 && lines(stdout) === lines(readFileSync(file))
}

/** All judges, those that are missing on this machine too. */
export function judges(): readonly Judge[] {
  const openssl = isThere('openssl', 'version')
  const node = `Node ${process.versions.node}`
  const byNode = (signatureIn: (evidence: Evidence) => Buffer): Panelist => ({
    name: node,
    present: true,
    accepts: (evidence) => nodeAccepts(evidence, signatureIn(evidence)),
  })
  const panel: Readonly<Record<Format, readonly Panelist[]>> = {
    sig: [
      { name: 'openssl dgst', present: openssl, accepts: opensslAccepts },
      byNode(({ signature }) => readFileSync(signature)),
    ],
    base64: [byNode(({ signature }) => Buffer.from(readFileSync(signature, 'utf8').trim(), 'base64'))],
    sigstore: [byNode(fromBundle)],
    sshsig: [{ name: 'ssh-keygen', present: isThere('ssh-keygen', '-?'), accepts: sshAccepts }],
    openpgp: [{ name: 'gpgv', present: isThere('gpgv', '--version'), accepts: gpgvAccepts }],
    cms: [{ name: 'openssl cms', present: openssl, accepts: opensslAcceptsCms }],
    'openpgp-clear': [{ name: 'gpgv', present: isThere('gpgv', '--version'), accepts: gpgvAcceptsClear }],
  }
  return FORMATS.flatMap((format) => panel[format].map((judge) => ({ ...judge, extension: EXTENSIONS[format] })))
}

/** A judge of one format. */
type Panelist = Omit<Judge, 'extension'>
