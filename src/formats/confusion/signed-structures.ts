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
 * @param tail its last 16 bytes at least, or all
 */
export function structureIn(start: Buffer, tail: Buffer, size: number): string | undefined {
  const text = start.subarray(0, 512).toString('latin1')
  if (COSE.test(text)) return 'it begins as what is signed for COSE does (Sig_structure)'
  if (TLS.test(text)) return 'it begins as what is signed in a handshake of TLS 1.3 does (CertificateVerify)'
  if (COMMIT.test(text))
    return 'it begins as a git commit does, and its OpenPGP or CMS signature would be one of the commit'
  if (GIT_TAG.test(text)) return 'it begins as a git tag does, and its OpenPGP or CMS signature would be one of the tag'
  if (PUSH.test(text)) return 'it begins as the certificate of a git push does'
  if (isSshCertificate(start)) return 'it begins as an SSH certificate does'
  if (isSshLogin(start)) return 'it begins as what is signed to log in by SSH does'
  if (isJwsInput(start, tail, size)) return 'it is what is signed for a JWT (JWS Signing Input)'
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

const BASE64URL = /^[\w-]*=*\s*$/u

/**
 * RFC 7515, 5.1: base64url of a header, `.`, and base64url of the payload, or with `"b64": false` (RFC 7797) any bytes.
 * A token with its signature has a second `.`, and is nothing to be signed.
 */
function isJwsInput(start: Buffer, tail: Buffer, size: number): boolean {
  const dot = start.indexOf('.')
  const header = start.toString('latin1', 0, dot === -1 ? start.length : dot)
  if (!/^[\w-]+=*$/u.test(header)) return false
  const json = Buffer.from(header, 'base64url').toString()
  if (!/^\s*\{/u.test(json)) return false
  // Only who has something to hide has a header that goes past the bytes at hand.
  if (dot === -1) return start.length < size && BASE64URL.test(tail.toString('latin1').replace('.', ''))
  const fields = parsed(json)
  if (fields === undefined || !Object.hasOwn(fields, 'alg')) return false
  const rest = [start.toString('latin1', dot + 1), size > start.length ? tail.toString('latin1') : '']
  return ('b64' in fields && fields.b64 === false) || rest.every((part) => BASE64URL.test(part))
}

function parsed(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
