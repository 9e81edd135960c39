/** What other systems sign that shows in a file's first bytes. */

/** RFC 8152 and 9052, 4.4: an array whose first element is one of these texts. */
const COSE =
  /^[\x84-\x86](?:\x69Signature|\x6aSignature1|\x70CounterSignature|\x71CounterSignature0|\x72CounterSignatureV2|\x73CounterSignature0V2)/u
/** RFC 8446, 4.4.3; RFC 9345, 4; RFC 9261, 5.2.2. */
const TLS = /^ {64}(?:D?TLS 1\.3, |TLS, |Exported Authenticator)/u
/** git-commit-tree(1), git-mktag(1), git-push(1) `--signed`; hashes of both of git's kinds. */
const COMMIT = /^tree (?:[0-9a-f]{40}|[0-9a-f]{64})\n/iu
const GIT_TAG = /^object (?:[0-9a-f]{40}|[0-9a-f]{64})\ntype /iu
const PUSH = /^certificate version \d[^\n]*\npusher /u

/**
 * Why a signature over a file's bytes would be one of another system, or `undefined`.
 * @param start the file's first 16 KiB at least, or all
 */
export function structureIn(start: Buffer, size: number): string | undefined {
  const text = start.subarray(0, 512).toString('latin1')
  if (COSE.test(text)) return 'it begins as what is signed for COSE does (Sig_structure)'
  if (TLS.test(text)) return 'it begins as what is signed in a handshake of TLS 1.3 does (CertificateVerify)'
  if (COMMIT.test(text))
    return 'it begins as a git commit does, and its OpenPGP or CMS signature would be one of the commit'
  if (GIT_TAG.test(text)) return 'it begins as a git tag does, and its OpenPGP or CMS signature would be one of the tag'
  if (PUSH.test(text)) return 'it begins as the certificate of a git push does'
  if (isSshCertificate(start)) return 'it begins as an SSH certificate does'
  if (isSshLogin(start)) return 'it begins as what is signed to log in by SSH does'
  if (isJwsInput(start, size)) return 'it is what is signed for a JWT (JWS Signing Input)'
  return undefined
}

/** RFC 4251's string at `at`, and where it ends; `undefined` where that is behind the bytes. */
function sshString(bytes: Buffer, at: number): { readonly text: string; readonly end: number } | undefined {
  if (at + 4 > bytes.length) return undefined
  const end = at + 4 + bytes.readUInt32BE(at)
  return end > bytes.length ? undefined : { text: bytes.toString('latin1', at + 4, end), end }
}

/** OpenSSH's PROTOCOL.certkeys: the type of the certificate comes first. */
function isSshCertificate(bytes: Buffer): boolean {
  return /-cert-v0\d@/u.test(sshString(bytes.subarray(0, 260), 0)?.text ?? '')
}

const USERAUTH_REQUEST = 50

/** RFC 4252, 7 and 9: session identifier, SSH_MSG_USERAUTH_REQUEST, user, service, method. */
function isSshLogin(bytes: Buffer): boolean {
  const session = sshString(bytes, 0)
  if (session === undefined || session.text.length < 16 || bytes[session.end] !== USERAUTH_REQUEST) return false
  const user = sshString(bytes, session.end + 1)
  const service = user && sshString(bytes, user.end)
  // A name that goes past the bytes at hand is nobody's.
  if (service === undefined) return user === undefined && bytes.length > 4096
  const method = sshString(bytes, service.end)
  return service.text.startsWith('ssh-') && /^(?:publickey|hostbased)/u.test(method?.text ?? '')
}

const OTHERS = /[^A-Za-z0-9+/=_-]/gu
const JSON_OBJECT = /^\s*\{\s*"/u
/** A member `alg` with any of its letters as an escape. */
const ALG = /"(?:a|\\u0061)(?:l|\\u006c)(?:g|\\u0067)"\s*:/iu

/**
 * RFC 7515, 5.1: base64url of a header, `.`, and the payload. Python's base64, and with it PyJWT, passes over whatever is
 * none of its letters in both of them: so any bytes may be in the header, a second `.` and any bytes may follow, and a
 * whole token may be the payload's beginning. A header is told by its `alg` and not by a parser: theirs take more than JSON.
 */
function isJwsInput(start: Buffer, size: number): boolean {
  const dot = start.indexOf('.')
  const header = looseBase64(start.toString('latin1', 0, dot === -1 ? start.length : dot))
  if (!JSON_OBJECT.test(header)) return false
  // Only who has something to hide has a header that goes past the bytes at hand.
  return dot === -1 ? start.length < size : /\}\s*$/u.test(header) && ALG.test(header)
}

/** As Python's binascii reads it: a `=` counts only where it fills up four letters, and ends it there. */
function looseBase64(text: string): string {
  const letters: string[] = []
  let pads = 0
  for (const part of text.replace(OTHERS, '').split(/(=)/u)) {
    if (part !== '=') {
      letters.push(part)
      if (part !== '') pads = 0
      continue
    }
    pads += 1
    const inFour = letters.join('').length % 4
    if (inFour >= 2 && inFour + pads >= 4) break
  }
  return Buffer.from(letters.join(''), 'base64').toString()
}
