import { createHash } from 'node:crypto'
import { oid, readElement } from '../../crypto/der.ts'
import { HASHES } from '../../crypto/hashes.ts'
import { ActionError } from '../../base/errors.ts'
import { ecPoint } from '../../crypto/public-key.ts'
import type { SigningKey } from '../../crypto/key-algorithm.ts'
import { ecdsaIntegers } from '../../crypto/ecdsa-integers.ts'
import type { Encoding, OwnDigest, PreparedRunFiles } from '../format.ts'
import { armor, ECDSA, mpi, PACKET, packet, seconds, subpacket, uint16, uint32 } from './packets.ts'

/** A KMS key as an OpenPGP key of version 4. */
export interface OpenPgpKey {
  readonly key: SigningKey
  /** When KMS made the key. It is part of the fingerprint, so that there is no other time to put in its place. */
  readonly createdAt: Date
  /** Body of the public-key packet. */
  readonly body: Buffer
  /** 20 bytes. */
  readonly fingerprint: Buffer
}

const TYPE = { binary: 0x00, text: 0x01, positiveCertification: 0x13 } as const
const SUBPACKET = { creationTime: 2, issuer: 16, keyFlags: 27, issuerFingerprint: 33 } as const
/** "May certify other keys" and "may sign data": without them the key is "not signing capable". */
const KEY_FLAGS = Buffer.from([0x03])

/**
 * The public-key packet of a key (RFC 6637, section 9) and its fingerprint (RFC 4880, 12.2).
 * @throws ActionError UNSUPPORTED_FORMAT for RSA, INVALID_RESPONSE for a time that OpenPGP cannot hold
 */
export function openPgpKey(key: SigningKey, createdAt: Date): OpenPgpKey {
  const { curve, name } = key.algorithm
  if (curve === undefined)
    throw new ActionError('UNSUPPORTED_FORMAT', `\`openpgp\` has no signatures by keys of type ${name}.`)
  const curveOid = readElement(oid(curve.oid)).content
  const body = Buffer.concat([
    Buffer.from([4]),
    seconds(createdAt),
    Buffer.from([ECDSA, curveOid.length]),
    curveOid,
    mpi(ecPoint(key.publicKey)),
  ])
  const fingerprint = createHash('sha1').update(hashedKey(body)).digest()
  return { key, createdAt, body, fingerprint }
}

/** The public key as fingerprints and certifications hash it. */
function hashedKey(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x99]), uint16(body.length), body])
}

/** A signature of version 4 from its first octet to the end of the hashed subpackets (RFC 4880, 5.2.3). */
function hashedPart(pgp: OpenPgpKey, type: number, time: Date, ...more: readonly Buffer[]): Buffer {
  const subpackets = Buffer.concat([
    subpacket(SUBPACKET.issuerFingerprint, Buffer.concat([Buffer.from([4]), pgp.fingerprint])),
    subpacket(SUBPACKET.creationTime, seconds(time)),
    ...more,
  ])
  const hash = HASHES[pgp.key.algorithm.hash].openpgp
  return Buffer.concat([Buffer.from([4, type, ECDSA, hash]), uint16(subpackets.length), subpackets])
}

/** What follows the signed data in the hash (RFC 4880, 5.2.4). */
function trailer(hashed: Buffer): Buffer {
  return Buffer.concat([hashed, Buffer.from([0x04, 0xff]), uint32(hashed.length)])
}

function signaturePacket(pgp: OpenPgpKey, hashed: Buffer, digest: Buffer, signature: Buffer): Buffer {
  const unhashed = subpacket(SUBPACKET.issuer, pgp.fingerprint.subarray(-8))
  const integers = ecdsaIntegers(signature).map(mpi)
  const body = Buffer.concat([hashed, uint16(unhashed.length), unhashed, digest.subarray(0, 2), ...integers])
  return packet(PACKET.signature, body)
}

/** A signature over a document, before its digest is known. */
interface DocumentSignature {
  /** What is hashed behind the document: the signature's hashed part and trailer. */
  readonly suffix: Buffer
  /** The signature packet. @param digest of the document and the suffix @param signature KMS's bytes */
  readonly packetOf: (digest: Buffer, signature: Buffer) => Buffer
}

/**
 * Sets up signatures over documents.
 * @param startedAt goes into each signature in whole seconds; the key's own time where the clock is behind that
 */
export function openPgpSignature(pgp: OpenPgpKey, type: 'binary' | 'text', startedAt: Date): DocumentSignature {
  const hashed = hashedPart(pgp, TYPE[type], startedAt < pgp.createdAt ? pgp.createdAt : startedAt)
  return {
    suffix: trailer(hashed),
    packetOf: (digest, signature) => signaturePacket(pgp, hashed, digest, signature),
  }
}

/**
 * `openpgp`: a detached signature over a binary document, armored.
 * @param startedAt as for `openPgpSignature`
 * @returns the encoding, and the digest that it needs: of the file and, behind it, the signature's hashed part and trailer
 */
export function openPgpEncoding(pgp: OpenPgpKey, startedAt: Date): { encoding: Encoding; ownDigest: OwnDigest } {
  const { suffix, packetOf } = openPgpSignature(pgp, 'binary', startedAt)
  const encoding: Encoding = {
    format: 'openpgp',
    prepare: ({ own, content }) => {
      const digest = own.get('openpgp')
      if (digest === undefined) throw new ActionError('INTERNAL_ERROR', 'No digest of the file for `openpgp`.')
      return {
        toSign: digest,
        message: content && Buffer.concat([content, suffix]),
        encode: (signature) => armor('PGP SIGNATURE', packetOf(digest, signature)),
      }
    },
  }
  return { encoding, ownDigest: { format: 'openpgp', form: 'bytes', suffix } }
}

/**
 * The OpenPGP certificate: public key, User ID, positive self-certification as of the key's own time, since sqv takes no
 * signature that is older than the binding. Armored for people and `gpg --import`, binary for gpgv.
 * @param userId checked by `openPgpUserId`
 */
export function openPgpCertificate(pgp: OpenPgpKey, userId: string): PreparedRunFiles {
  const id = Buffer.from(userId, 'utf8')
  const hashed = hashedPart(pgp, TYPE.positiveCertification, pgp.createdAt, subpacket(SUBPACKET.keyFlags, KEY_FLAGS))
  const toSign = createHash(pgp.key.algorithm.hash)
    .update(hashedKey(pgp.body))
    .update(Buffer.concat([Buffer.from([0xb4]), uint32(id.length), id]))
    .update(trailer(hashed))
    .digest()
  return {
    names: ['kms-public-key.asc', 'kms-public-key.gpg'],
    toSign,
    encode: (signature) => {
      const binary = Buffer.concat([
        packet(PACKET.publicKey, pgp.body),
        packet(PACKET.userId, id),
        signaturePacket(pgp, hashed, toSign, signature),
      ])
      return [
        { name: 'kms-public-key.asc', content: armor('PGP PUBLIC KEY BLOCK', binary) },
        { name: 'kms-public-key.gpg', content: binary },
      ]
    },
  }
}
