/** Disagreements between the readers and other programs that were looked at, each with its reason; docs/testing.md has them in prose. */
import type { Format } from '../../src/formats/facts.ts'

/** Ours refuses what a program takes, or takes what it refuses. */
type Side = 'stricter' | 'laxer'

/** One verdict against another. */
export interface Disagreement {
  readonly format: Format
  readonly program: string
  readonly side: Side
  /** Of ours that is stricter, what it says is wrong; of ours that is laxer, what was changed. */
  readonly what: string
  readonly place: string
}

interface Known {
  readonly formats: readonly Format[]
  /** Only this one. */
  readonly program?: string
  readonly side: Side
  readonly what: RegExp
  readonly why: string
}

const OPENPGP: readonly Format[] = ['openpgp', 'openpgp-clear']

export const KNOWN: readonly Known[] = [
  {
    formats: ['cms'],
    side: 'stricter',
    what: /DER|^has a broken attribute$|^has no (?:signer|signature)$|by what is no|SignedData|^uses another hash/u,
    why: 'DER as RFC 5652 has it; they read BER and more, and carry on over parts that they do not need',
  },
  {
    formats: ['cms'],
    side: 'stricter',
    what: /detached|plain data|attribute twice|order of DER|more than certificates|unsigned attributes|no time|one signer|behind its signature|signed attributes$/u,
    why: 'one detached signature over plain data, its attributes as the RFC asks; they take more kinds of messages',
  },
  {
    formats: ['cms'],
    side: 'stricter',
    what: /version|does not list the hash|signature algorithm|names another certificate|broken certificate/u,
    why: 'RFC 5652, 5.1 and 5.3: fields that have to agree; they look at those alone that they work by',
  },
  {
    formats: ['cms'],
    program: 'gpgsm',
    side: 'stricter',
    what: /^wrong$/u,
    why: 'gpgsm does not hash the attributes as they stand: a changed tag of the digest in them passes there',
  },
  {
    formats: ['cms'],
    side: 'laxer',
    what: /^sid|signer of a name|another name of the signer|name of another certificate|key identifier/u,
    why: 'a key is trusted here and no certificate, so that there is none to compare the name with',
  },
  {
    formats: ['cms'],
    program: 'gpgsm',
    side: 'laxer',
    what: /^signed with (?:its certificate|no certificate in their field|an attribute|unsigned attributes|a time)/u,
    why: 'gpgsm has forms of its own for what it does not know; the RFC allows these',
  },
  {
    formats: OPENPGP,
    side: 'stricter',
    what: /critical subpacket/u,
    why: 'RFC 9580, 5.2.3.7: what is critical and not understood makes a signature wrong; they understand more of them',
  },
  {
    formats: OPENPGP,
    side: 'stricter',
    what: /one block|base64|blank line|checksum|more than one|no OpenPGP (?:signature|packet)|in parts|without a length/u,
    why: 'one armored signature and nothing else; they look for one in a text, among packets, in damaged armor',
  },
  {
    formats: OPENPGP,
    side: 'stricter',
    what: /issuer|time|future|expired|^wrong$|cut off|behind its end|by ECDSA|version 4|binary data|text|length is wrong|subpacket|another hash|made with|when it was made/u,
    why: 'each field as RFC 9580 has it, the first octets of the digest too, and nothing behind the numbers',
  },
  {
    formats: ['openpgp-clear'],
    side: 'stricter',
    what: /header|escaped|text|begin|dash|hash/u,
    why: 'nothing that no signature covers: no other header, no text around, no line without its escape',
  },
  {
    formats: OPENPGP,
    side: 'laxer',
    what: /^signed with subpacket \d+(?:, critical)?(?:, unhashed)?$/u,
    why: 'what a subpacket holds that says nothing here is not read; they stumble over its form',
  },
  {
    formats: OPENPGP,
    side: 'laxer',
    what: /issuer|time before the key|time an hour ahead/u,
    why: 'a public key has no creation time, so no fingerprint of OpenPGP; clocks may differ by a day',
  },
  {
    formats: OPENPGP,
    side: 'laxer',
    what: /^the (?:unhashed part|first octets|header of the packet)|^the hashed part/u,
    why: 'the issuer by which they look the key up: here the key is given',
  },
  {
    formats: OPENPGP,
    side: 'laxer',
    what: /^the (?:armor|text)$|^headers of the text$|headers of the armor|wrong checksum/u,
    why: 'blanks at the ends of lines, CRLF, a checksum left out, an unhashed issuer: GnuPG 2.2 or Sequoia 0.27 does not read these',
  },
  {
    formats: ['sshsig'],
    side: 'laxer',
    what: /^the armor$/u,
    why: 'blank lines before it, blanks at the ends of lines, CRLF: the same signature to whoever reads base64',
  },
  {
    formats: ['sshsig'],
    side: 'stricter',
    what: /block|base64|SSHSIG|number|reserved|behind/u,
    why: 'one block and nothing else, numbers in their shortest form; ssh-keygen takes text around and padded numbers',
  },
  {
    formats: ['base64'],
    side: 'laxer',
    what: /^the text$/u,
    why: '`openssl base64 -A` reads one line; line ends and blanks are none of base64',
  },
  {
    formats: ['base64', 'sig'],
    side: 'stricter',
    what: /base64|^wrong$|empty/u,
    why: 'strict base64, DER and nothing behind it; openssl takes stray bits and bytes behind',
  },
  {
    formats: ['sigstore'],
    side: 'stricter',
    what: /JSON|field|object|text as|list as|bundle|base64|another key|another hash|^wrong$|made with/u,
    why: 'each field as the protobuf has it, and once; the digest is compared too, which @sigstore/verify leaves out',
  },
  {
    formats: ['sigstore'],
    side: 'laxer',
    what: /tlogEntries|^the text$/u,
    why: 'entries of a log are neither needed nor trusted, so they are not read',
  },
]
