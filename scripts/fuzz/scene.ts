/** A release by a key of this machine, as its recipients have it on their disks, and the parts that mutants are made of. */
import { createHash, createPublicKey, sign, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFile, signed } from '../../__tests__/support/encode.ts'
import { localKey } from '../../__tests__/support/local-key.ts'
import { created, openpgpClear, subpacket } from '../../__tests__/support/signature-makers.ts'
import type { LocalKey } from '../../__tests__/support/local-keys.ts'
import { readElement, readElements, sequence } from '../../src/crypto/der.ts'
import { FORMATS, type Format } from '../../src/formats/facts.ts'

/** A release on disk: `file`, and the key in every form that a verifier takes. */
export interface Scene {
  readonly folder: string
  readonly content: Buffer
  /** Signs whatever a mutant needs signed. */
  readonly key: LocalKey
  /** As the action writes them. */
  readonly files: Readonly<Record<Format, Buffer>>
  /** Issuer and serial number of the key's certificate (RFC 5652, 10.2.4). */
  readonly identifier: Buffer
  /** Of the primary OpenPGP key (RFC 9580, 5.5.4.2). */
  readonly fingerprint: Buffer
}

/** More than one line, blanks at an end, a dash at a beginning: what formats of text treat in their own way. */
const CONTENT = Buffer.from('release\n- of lines \nand more\n')

/** Makes one. The caller removes the folder. */
export function makeScene(): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  const local = localKey('ECDSA_NIST_P256_SHA_256')
  const made = signed(local, FORMATS, CONTENT)
  const files = Object.fromEntries(FORMATS.map((format) => [format, made.signatures[format] ?? Buffer.alloc(0)]))
  writeFileSync(join(folder, 'file'), CONTENT)
  writeFileSync(
    join(folder, 'kms-public-key.pem'),
    createPublicKey(local.privateKey).export({ type: 'spki', format: 'pem' }),
  )
  for (const { name, content } of made.runFiles) writeFileSync(join(folder, name), content)
  const certificate = new X509Certificate(runFile(made, 'kms-certificate.pem')).raw
  const gpgsm = join(folder, 'gpgsm')
  mkdirSync(gpgsm, { mode: 0o700 })
  writeFileSync(
    join(gpgsm, 'trustlist.txt'),
    `${createHash('sha1').update(certificate).digest('hex').toUpperCase()} S relax\n`,
  )
  const { algorithm, publicKey } = local.key
  const key: LocalKey = {
    algorithm,
    publicKey,
    privateKey: local.privateKey,
    sign: (content, hash = algorithm.hash) => sign(hash, content, local.privateKey),
  }
  const fingerprint = fingerprintOf(runFile(made, 'kms-public-key.gpg'))
  // The writer makes the armor alone; the text before it is put there as the file is read.
  const clear = openpgpClear(key, CONTENT, {
    hashed: created(new Date(Date.now() - 60_000)),
    unhashed: subpacket(16, fingerprint.subarray(-8)),
  })
  return {
    folder,
    content: CONTENT,
    key,
    files: { ...(files as Record<Format, Buffer>), 'openpgp-clear': clear },
    identifier: identifierOf(certificate),
    fingerprint,
  }
}

function identifierOf(certificate: Buffer): Buffer {
  const [tbs] = readElements(readElement(certificate).content)
  const [, serial, , issuer] = readElements(tbs?.content ?? certificate)
  if (serial === undefined || issuer === undefined) throw new Error('the certificate has no issuer')
  return sequence(issuer.encoded, serial.encoded)
}

function fingerprintOf(keyring: Buffer): Buffer {
  const body = keyring.subarray(2, 2 + (keyring[1] ?? 0))
  return createHash('sha1')
    .update(Buffer.concat([Buffer.of(0x99, 0, body.length), body]))
    .digest()
}
