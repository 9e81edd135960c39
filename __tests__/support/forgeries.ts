/**
 * Release files made by somebody who wants a raw signature to pass for another format's, and the real verifiers that
 * are to be fooled by it: with them the danger is shown, without them a refusal would be an opinion.
 */
import { spawnSync } from 'node:child_process'
import { createHash, createPublicKey, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFromJSON } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'
import {
  bitString,
  der,
  explicit,
  octetString,
  oid,
  readElement,
  readElements,
  sequence,
  setOf,
  TAG,
  unsignedInteger,
  utf8String,
} from '../../src/crypto/der.ts'
import { ecdsaIntegers } from '../../src/crypto/ecdsa-integers.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { armor, mpi, packet, subpacket, uint16, uint32 } from '../../src/formats/openpgp/packets.ts'

/** What everybody can download: the run files of an earlier release, by a P-256 key. */
export interface Published {
  /** Folder that holds them; the verifiers' input is written there. */
  readonly folder: string
  /** 8 bytes. */
  readonly openPgpKeyId: Buffer
}

export interface Forgery {
  readonly what: string
  /** The file that is to be released. */
  readonly file: (published: Published) => Buffer
  /** The program that must be there; `undefined` where a library judges. */
  readonly program: string | undefined
  /**
   * Whether the verifier takes `raw`, the key's signature over the file's bytes, for one over that other thing.
   * @param file in place of the forgery's own, where its form is known from its bytes
   */
  readonly fools: (published: Published, raw: Buffer, file?: Buffer) => boolean
}

const EVIL = Buffer.from('#!/bin/sh\necho not what was released\n')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const runs = (cwd: string, program: string, argv: readonly string[], input?: Buffer) => {
  const { status, stderr } = spawnSync(program, argv, { cwd, input, encoding: 'utf8' })
  if (process.env['SHOW'] !== undefined) process.stderr.write(`${program}: ${String(status)} ${stderr}\n`)
  return status === 0
}
const put = ({ folder }: Published, name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return name
}
const armoredSsh = (blob: Buffer) =>
  `-----BEGIN SSH SIGNATURE-----\n${(blob.toString('base64').match(/.{1,70}/gu) ?? []).join('\n')}\n-----END SSH SIGNATURE-----\n`

// An attestation that says of any file that it was built here.
const statement = (pad: number) =>
  Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'evil', digest: { sha256: sha256(EVIL).toString('hex') } }],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: { pad: 'x'.repeat(pad) },
    }),
  )
const payloadType = 'application/vnd.in-toto+json'

function dsse(pad: number): Forgery {
  const payload = statement(pad)
  return {
    what: `a DSSE envelope of ${payload.length} bytes`,
    program: undefined,
    file: () => Buffer.concat([Buffer.from(`DSSEv1 28 ${payloadType} ${payload.length} `), payload]),
    fools: ({ folder }, raw) => {
      const key = createPublicKey(readFileSync(join(folder, 'kms-public-key.pem')))
      const publicKey = () => ({ publicKey: key, validFor: () => true })
      const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
      const bundle = bundleFromJSON({
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        verificationMaterial: { publicKey: { hint: 'any' } },
        dsseEnvelope: {
          payload: payload.toString('base64'),
          payloadType,
          signatures: [{ sig: raw.toString('base64'), keyid: '' }],
        },
      })
      try {
        const none = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 }
        new Verifier(trust, none).verify(toSignedEntity(bundle))
        return true
      } catch {
        return false
      }
    },
  }
}

const sshString = (value: string | Uint8Array) => Buffer.concat([uint32(Buffer.from(value).length), Buffer.from(value)])

function sshsig(namespace: string): Forgery {
  const about = Buffer.concat([namespace, '', 'sha256'].map(sshString))
  return {
    what: `an SSHSIG of the namespace ${namespace}`,
    program: 'ssh-keygen',
    file: () => Buffer.concat([Buffer.from('SSHSIG'), about, sshString(sha256(EVIL))]),
    fools: (published, raw) => {
      const signers = readFileSync(join(published.folder, 'kms-allowed-signers'), 'utf8')
      const [principal = '', , type = '', key = ''] = signers.trim().split(' ')
      const numbers = ecdsaIntegers(raw).map(sshString)
      const signature = Buffer.concat([sshString(type), sshString(Buffer.concat(numbers))])
      const blob = Buffer.concat([
        Buffer.from('SSHSIG\0\0\0\x01', 'latin1'),
        sshString(Buffer.from(key, 'base64')),
        about,
        sshString(signature),
      ])
      put(published, 'evil.sshsig', Buffer.from(armoredSsh(blob)))
      const argv = ['-Y', 'verify', '-f', 'kms-allowed-signers', '-I', principal, '-n', namespace, '-s', 'evil.sshsig']
      return runs(published.folder, 'ssh-keygen', argv, EVIL)
    },
  }
}

/** @param program gpgv or sqv */
function openpgp(program: 'gpgv' | 'sqv', pad: number): Forgery {
  const data = Buffer.concat([EVIL, Buffer.alloc(pad, '#')])
  const hashed = () => {
    const time = subpacket(2, uint32(Math.floor(Date.now() / 1000) - 60))
    return Buffer.concat([Buffer.from([4, 0, 19, 8]), uint16(time.length), time])
  }
  let part = hashed()
  return {
    what: `an OpenPGP signature over other ${data.length} bytes, to ${program}`,
    program,
    file: () => {
      part = hashed()
      return Buffer.concat([data, part, Buffer.from([4, 0xff]), uint32(part.length)])
    },
    fools: (published, raw, given) => {
      const issuer = subpacket(16, published.openPgpKeyId)
      const file = given ?? Buffer.concat([data, part, Buffer.from([4, 0xff]), uint32(part.length)])
      const trailer = file.length - 6
      const start = Math.max(0, trailer - file.readUInt32BE(trailer + 2))
      const body = Buffer.concat([
        file.subarray(start, trailer),
        uint16(issuer.length),
        issuer,
        sha256(file).subarray(0, 2),
        ...ecdsaIntegers(raw).map(mpi),
      ])
      return takesOpenPgp(program, published, file.subarray(0, start), body)
    },
  }
}

function takesOpenPgp(program: 'gpgv' | 'sqv', published: Published, data: Buffer, body: Buffer): boolean {
  put(published, 'evil.asc', armor('PGP SIGNATURE', packet(2, body)))
  put(published, 'evil', data)
  const keyring = program === 'gpgv' ? './kms-public-key.gpg' : 'kms-public-key.asc'
  return runs(published.folder, program, ['--keyring', keyring, 'evil.asc', 'evil'])
}

/** A signature of version 3 has no trailer: five bytes, a type and a time, follow the data. */
export function openPgpVersion3(program: 'gpgv' | 'sqv'): Forgery {
  const five = Buffer.concat([Buffer.of(0), uint32(Math.floor(Date.now() / 1000) - 60)])
  const file = Buffer.concat([EVIL, five])
  return {
    what: `an OpenPGP signature of version 3 over other data, to ${program}`,
    program,
    file: () => file,
    fools: (published, raw) => {
      const body = Buffer.concat([
        Buffer.of(3, 5),
        five,
        published.openPgpKeyId,
        Buffer.of(19, 8),
        sha256(file).subarray(0, 2),
        ...ecdsaIntegers(raw).map(mpi),
      ])
      return takesOpenPgp(program, published, EVIL, body)
    },
  }
}

const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
const DATA = '1.2.840.113549.1.7.1'
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

interface CmsParts {
  readonly program: 'openssl' | 'gpgsm'
  /** Beside those that have to be there. */
  readonly more: readonly Buffer[]
  /** The octets of `[0]`, as which the attributes stand in the message. */
  readonly tag: Buffer
}

function cms(what: string, change: Partial<CmsParts> = {}): Forgery {
  const { program, more, tag } = { program: 'openssl' as const, more: [], tag: Buffer.of(0xa0), ...change }
  const attributes = setOf(
    attribute('1.2.840.113549.1.9.3', oid(DATA)),
    attribute('1.2.840.113549.1.9.4', octetString(sha256(EVIL))),
    ...more,
  )
  const inMessage = Buffer.concat([tag, attributes.subarray(1)])
  return {
    what: `a CMS signature ${what}, to ${program}`,
    program,
    file: () => Buffer.concat([Buffer.of(TAG.set), inMessage.subarray(1)]),
    fools: (published, raw, given) => {
      const signed = given === undefined ? inMessage : Buffer.concat([tag.subarray(0, 1), given.subarray(1)])
      put(published, 'evil', EVIL)
      put(published, 'evil.p7s', cmsMessage(published, signed, raw))
      if (program === 'gpgsm') return takesGpgsm(published)
      const trust = ['-certfile', 'kms-certificate.pem', '-nointern', '-CAfile', 'kms-certificate.pem']
      const what = ['-in', 'evil.p7s', '-content', 'evil', '-out', 'evil.out']
      return runs(published.folder, 'openssl', ['cms', '-verify', '-binary', '-inform', 'DER', ...what, ...trust])
    },
  }
}

const certificateIn = ({ folder }: Published) =>
  new X509Certificate(readFileSync(join(folder, 'kms-certificate.pem'))).raw

/** A detached message by the published certificate. @param signed the attributes as they stand in it @param raw over them */
export function cmsMessage(published: Published, signed: Buffer, raw: Buffer): Buffer {
  const certificate = certificateIn(published)
  const [tbs] = readElements(readElement(certificate).content)
  const [, serial, , issuer] = readElements(readElement(tbs?.encoded ?? certificate).content)
  const version = unsignedInteger(Buffer.of(1))
  const algorithm = sequence(oid('2.16.840.1.101.3.4.2.1'))
  const signer = sequence(
    version,
    sequence(issuer?.encoded ?? version, serial?.encoded ?? version),
    algorithm,
    signed,
    ecdsaWithSha256,
    octetString(raw),
  )
  const data = sequence(version, setOf(algorithm), sequence(oid(DATA)), setOf(signer))
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, data))
}

/** What a CMS signature over a file signs, as a SET. */
export function cmsAttributes(content: Buffer): Buffer {
  return setOf(
    attribute('1.2.840.113549.1.9.3', oid(DATA)),
    attribute('1.2.840.113549.1.9.4', octetString(sha256(content))),
  )
}

/** The home of a gpgsm that trusts the published certificate. */
export function gpgsmHome(published: Published): string {
  const home = join(published.folder, 'gpgsm')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const fingerprint = createHash('sha1').update(certificateIn(published)).digest('hex')
  writeFileSync(join(home, 'trustlist.txt'), `${fingerprint} S relax\n`)
  writeFileSync(join(home, 'gpgsm.conf'), 'disable-crl-checks\n')
  runs(published.folder, 'gpgsm', ['--homedir', home, '--batch', '--import', 'kms-certificate.pem'])
  return home
}

function takesGpgsm(published: Published): boolean {
  const home = gpgsmHome(published)
  return runs(published.folder, 'gpgsm', ['--homedir', home, '--batch', '--verify', 'evil.p7s', 'evil'])
}

const NAME = sequence(setOf(sequence(oid('2.5.4.3'), utf8String('evil CA'))))
const VERSION = explicit(0, unsignedInteger(Buffer.of(2)))
const FROM = Buffer.from('250101000000Z')
const UNTIL = Buffer.from('20990101000000Z')

interface CertificateParts {
  readonly version: Buffer
  readonly from: Buffer
  /** Issuer and subject. */
  readonly name: Buffer
  readonly algorithm: Buffer
  readonly wrap: (content: Buffer) => Buffer
  readonly pad: number
}

/** One's own CA certificate for the key: whoever pins the key instead of the certificate takes it. */
function certificate(what: string, change: Partial<CertificateParts> = {}): Forgery {
  const parts: CertificateParts = {
    version: VERSION,
    from: der(TAG.utcTime, FROM),
    name: NAME,
    algorithm: ecdsaWithSha256,
    wrap: (content) => der(TAG.sequence, content),
    pad: 0,
    ...change,
  }
  const basicConstraints = sequence(
    oid('2.5.29.19'),
    der(TAG.boolean, Buffer.of(0xff)),
    octetString(sequence(der(TAG.boolean, Buffer.of(0xff)))),
  )
  const padding = sequence(oid('1.3.6.1.4.1.99999.1'), octetString(Buffer.alloc(parts.pad)))
  const file = ({ folder }: Published) =>
    parts.wrap(
      Buffer.concat([
        parts.version,
        unsignedInteger(Buffer.of(7)),
        parts.algorithm,
        parts.name,
        sequence(parts.from, der(TAG.generalizedTime, UNTIL)),
        parts.name,
        createPublicKey(readFileSync(join(folder, 'kms-public-key.pem'))).export({ type: 'spki', format: 'der' }),
        ...(parts.version.length === 0
          ? []
          : [explicit(3, sequence(basicConstraints, ...(parts.pad === 0 ? [] : [padding])))]),
      ]),
    )
  return {
    what: `a certificate ${what}`,
    program: 'openssl',
    file,
    fools: (published, raw, given) => takesCertificate(published, given ?? file(published), raw),
  }
}

function takesCertificate(published: Published, tbs: Buffer, raw: Buffer): boolean {
  const encoded = sequence(tbs, ecdsaWithSha256, bitString(raw))
  put(published, 'evil.pem', Buffer.from(pem('CERTIFICATE', encoded)))
  return runs(published.folder, 'openssl', ['verify', '-check_ss_sig', '-CAfile', 'evil.pem', 'evil.pem'])
}

/** Version to hashed subpackets, and the trailer, of what the action signs for OpenPGP. */
const OPENPGP_TRAILER = 41

/**
 * OpenPGP's signatures are over the file and something behind it: a certificate whose last extension takes that in.
 * `fools` gets the armored signature.
 */
export function certificateInOpenPgp() {
  const whole = certificate('', { pad: OPENPGP_TRAILER })
  const file = (published: Published) => whole.file(published).subarray(0, -OPENPGP_TRAILER)
  return {
    file,
    fools: (published: Published, signature: string): boolean => {
      const [, base64 = ''] = /\n\n([^=]+?=*)\n=/u.exec(signature) ?? []
      const body = Buffer.from(base64, 'base64').subarray(2)
      const part = body.subarray(0, OPENPGP_TRAILER - 6)
      const tbs = Buffer.concat([file(published), part, Buffer.of(4, 0xff), uint32(part.length)])
      const mpis = body.subarray(part.length + 2 + body.readUInt16BE(part.length) + 2)
      const length = 2 + Math.ceil(mpis.readUInt16BE() / 8)
      const numbers = [mpis.subarray(2, length), mpis.subarray(length + 2)].map(unsignedInteger)
      return takesCertificate(published, tbs, sequence(...numbers))
    },
  }
}

const longLength = (tag: number, content: Buffer) => {
  const length = Buffer.alloc(12)
  length.writeUInt32BE(content.length, 8)
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, content])
}
const indefinite = (tag: number, content: Buffer) => Buffer.concat([Buffer.of(tag, 0x80), content, Buffer.alloc(2)])

/** With the tag in the form for numbers above 30, `zeros` before its own. */
const longTag = (element: Buffer, zeros: number) => {
  const tag = element.readUInt8(0)
  return Buffer.concat([Buffer.of(tag | 0x1f), Buffer.alloc(zeros, 0x80), Buffer.of(tag & 0x1f), element.subarray(1)])
}

/** What UNSAFE_FILE is there for. */
export const FORGERIES: readonly Forgery[] = [
  dsse(0),
  dsse(300_000),
  sshsig('file'),
  openpgp('gpgv', 0),
  openpgp('gpgv', 1_000_000),
  openpgp('sqv', 0),
  openpgp('sqv', 1_000_000),
  cms('in DER'),
  cms('of 100 kB', { more: [attribute('1.3.6.1.4.1.99999.1', utf8String('x'.repeat(100_000)))] }),
  cms('whose first attribute has no values', { program: 'gpgsm', more: [sequence(oid('1.2.3'))] }),
  cms('whose first attribute has no type', { program: 'gpgsm', more: [sequence(Buffer.alloc(2))] }),
  cms('whose attributes have a long tag', { program: 'gpgsm', tag: Buffer.of(0xbf, 0) }),
  cms('whose attributes have a padded tag', { program: 'gpgsm', tag: Buffer.of(0xbf, 0x80, 0x80, 0) }),
  certificate('in DER'),
  certificate('of 100 kB', { pad: 100_000 }),
  certificate('of version 1', { version: Buffer.alloc(0) }),
  certificate('whose version has no definite length', {
    version: indefinite(0xa0, unsignedInteger(Buffer.of(2))),
  }),
  certificate('whose version has a length of 12 octets', {
    version: longLength(0xa0, unsignedInteger(Buffer.of(2))),
  }),
  certificate('whose version is a number of 1000 bytes', {
    version: explicit(0, der(TAG.integer, Buffer.alloc(1000, 1))),
  }),
  certificate('whose algorithm has no definite length', {
    algorithm: indefinite(TAG.sequence, oid('1.2.840.10045.4.3.2')),
  }),
  certificate('whose time is in parts', { from: der(TAG.utcTime | 0x20, der(TAG.octetString, FROM)) }),
  certificate('whose time has a long tag', { from: longTag(der(TAG.utcTime, FROM), 0) }),
  certificate('whose algorithm has a tag of 20 kB', { algorithm: longTag(ecdsaWithSha256, 20_000) }),
  certificate('whose names are no constructed elements', { name: der(0x10, NAME.subarray(2)) }),
  certificate('with a long tag', { wrap: (content) => longTag(der(TAG.sequence, content), 0) }),
  certificate('with a tag of 20 kB', { wrap: (content) => longTag(der(TAG.sequence, content), 20_000) }),
  certificate('with a length of 12 octets', { wrap: (content) => longLength(TAG.sequence, content) }),
  certificate('without a definite length', { wrap: (content) => indefinite(TAG.sequence, content) }),
]
