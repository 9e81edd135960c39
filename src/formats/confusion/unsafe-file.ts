import { ActionError } from '../../base/errors.ts'
import { shownPath } from '../../base/display-path.ts'
import { isSignedAttributes, isTbsCertificate } from './signed-asn1.ts'
import { otherSignedAsn1 } from './signed-asn1-others.ts'
import type { SignedJson } from './signed-json.ts'
import { structureIn } from './signed-structures.ts'

/** The ends of a file. */
export interface FileEnds {
  /** Bytes in all. */
  readonly size: number
  /** From the start on: all, or 1 KiB at least. */
  readonly head: Uint8Array
  /** Up to the end: all, or 16 bytes at least. */
  readonly tail: Uint8Array
  /** What the whole is, where it is a JSON object; not known of what only follows from the file. */
  readonly json?: SignedJson | undefined
}

/**
 * Why a signature over the file's bytes could pass for one over something else (one key serves several formats),
 * or `undefined`. A raw signature is over nothing but a digest, so whoever chooses the bytes of one release file
 * could take its signature for an attestation, a certificate or a signature over other data:
 * DSSE's PAE, SSHSIG (PROTOCOL.sshsig), CMS SignedAttributes (RFC 5652, 5.4), TBSCertificate (RFC 5280, 4.1),
 * OpenPGP's hashed data (RFC 9580, 5.2.4), and what other systems sign with such keys: SECURITY.md has the table.
 * @param behind what is hashed behind the file for an OpenPGP signature: with it, too, it must be none of these
 */
export function dangerOf({ size, head, tail, json }: FileEnds, behind?: Uint8Array): string | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (startsWith(start, 'DSSEv1 ')) return 'it begins with `DSSEv1 `, as what is signed for a DSSE envelope does'
  if (startsWith(start, 'SSHSIG')) return 'it begins with `SSHSIG`, as what is signed for an SSH signature does'
  const structure = structureIn(start, size) ?? jsonDanger(json)
  if (structure !== undefined) return structure
  const alone = signedPartIn(start, size)
  if (alone !== undefined) return `it is as a whole ${alone}`
  if (behind !== undefined) {
    const more = head.length < size ? start : Buffer.concat([start, behind])
    const together = signedPartIn(more, size + behind.length)
    if (together !== undefined) return `it is with what is signed behind it for OpenPGP ${together}`
  }
  if (endsInOpenPgpTrailer(Buffer.from(tail), size)) return 'it ends as what is signed for an OpenPGP signature does'
  return undefined
}

/** What a CMS signature or a certificate signs, where that is what `size` bytes are that begin with `start`. */
function signedPartIn(start: Buffer, size: number): string | undefined {
  if (isSignedAttributes(start, size)) return 'the SignedAttributes of a CMS signature in DER'
  if (isTbsCertificate(start, size)) return 'the part of an X.509 certificate that is signed (TBSCertificate in DER)'
  return otherSignedAsn1(start, size)
}

function jsonDanger(json: SignedJson | undefined): string | undefined {
  if (json?.imageSignature === true)
    return 'it is what cosign signs for a container image (`critical.image.docker-manifest-digest`)'
  if (json?.metadata !== undefined)
    return `it is metadata of TUF or in-toto as it is signed (\`_type\`: ${json.metadata})`
  return undefined
}

/**
 * Why a statement about a file would be one about something else, or `undefined`: registries call an image by the digest of
 * its manifest's bytes. @param digest SHA-256, lower-case hex
 * @param images SHA-256 digests in lower-case hex of the images that the run was told to sign
 */
export function imageDangerOf(
  json: SignedJson | undefined,
  digest: string,
  images: ReadonlySet<string>,
): string | undefined {
  if (json?.imageManifest !== true || images.has(digest)) return undefined
  return 'it is the manifest or index of a container image, so that a statement about it would be one about the image'
}

/** The refusal of a file. */
export function unsafeFile(path: string, danger: string): ActionError {
  return new ActionError('UNSAFE_FILE', `${shownPath(path)} is not signed: ${danger}.`, {
    hint: 'Its signature would be valid for that other thing too. Find out how such a file got into the release; if it belongs there, put it into an archive (.tar.gz, .zip) and sign that.',
  })
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.subarray(0, text.length).toString('latin1') === text
}

/**
 * `04 FF`, and the length of what was hashed before it: version to hashed subpackets, whose own length has 16 bits,
 * or 32 in version 6.
 */
function endsInOpenPgpTrailer(tail: Buffer, size: number): boolean {
  const fits = (length: number, trailer: number, most: number) =>
    length >= 6 && length <= most && length <= size - trailer
  const isTrailer = (at: number, version: number) => tail[at] === version && tail[at + 1] === 0xff
  const four = tail.length - 6
  if (isTrailer(four, 4) && fits(tail.readUInt32BE(four + 2), 6, 6 + 0xffff)) return true
  if (isTrailer(four, 6) && fits(tail.readUInt32BE(four + 2), 6, Infinity)) return true
  // LibrePGP's version 5 counts with eight octets, and hashes a name of 255 bytes at most and a time beside.
  const eight = tail.length - 10
  return isTrailer(eight, 5) && fits(Number(tail.readBigUInt64BE(eight + 2)), 10, 6 + 0xffff + 261)
}
