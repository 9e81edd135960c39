/** A server of TLS 1.3 by a key that it does not have: somebody signs for it. OpenSSL's client judges. */
import { spawn, spawnSync } from 'node:child_process'
import {
  createCipheriv,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
  X509Certificate,
} from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

const HELLO = 22
const APPLICATION_DATA = 23
const ZEROS = Buffer.alloc(32)
const NOTHING = Buffer.alloc(0)

const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const hmac = (key: Uint8Array, bytes: Uint8Array) => createHmac('sha256', key).update(bytes).digest()
/** What is behind its own length, of so many bytes. */
const sized = (octets: number, ...parts: readonly Uint8Array[]) => {
  const content = Buffer.concat(parts)
  const length = Buffer.alloc(octets)
  length.writeUIntBE(content.length, 0, octets)
  return Buffer.concat([length, content])
}
const message = (type: number, ...parts: readonly Uint8Array[]) => Buffer.concat([Buffer.of(type), sized(3, ...parts)])
const extension = (type: number, content: Uint8Array) => Buffer.concat([Buffer.of(0, type), sized(2, content)])

/** RFC 8446, 7.1: HKDF-Expand-Label, of one block of SHA-256 at most. */
function expandLabel(secret: Buffer, label: string, context: Buffer, length: number): Buffer {
  const info = Buffer.concat([Buffer.of(0, length), sized(1, Buffer.from(`tls13 ${label}`)), sized(1, context)])
  return hmac(secret, Buffer.concat([info, Buffer.of(1)])).subarray(0, length)
}

/** The secret of what the server sends in the handshake. @param transcript from ClientHello to ServerHello */
function serverSecret(shared: Buffer, transcript: Buffer): Buffer {
  const derived = expandLabel(hmac(ZEROS, ZEROS), 'derived', sha256(NOTHING), 32)
  return expandLabel(hmac(derived, shared), 's hs traffic', sha256(transcript), 32)
}

/** The client's session ID and X25519 key. @param hello a message that has them */
function readHello(hello: Buffer): { readonly session: Buffer; readonly share: Buffer } {
  const session = hello.subarray(39, 39 + hello.readUInt8(38))
  const suites = 39 + session.length
  const methods = suites + 2 + hello.readUInt16BE(suites)
  let at = methods + 1 + hello.readUInt8(methods) + 2
  while (hello.readUInt16BE(at) !== 51) at += 4 + hello.readUInt16BE(at + 2)
  return { session, share: hello.subarray(at + 10, at + 42) }
}

/** RFC 8446, 5.2, with the first nonce. */
function sealed(secret: Buffer, content: Buffer): Buffer {
  const header = Buffer.concat([Buffer.of(APPLICATION_DATA, 3, 3), Buffer.alloc(2)])
  header.writeUInt16BE(content.length + 1 + 16, 3)
  const key = expandLabel(secret, 'key', NOTHING, 16)
  const cipher = createCipheriv('aes-128-gcm', key, expandLabel(secret, 'iv', NOTHING, 12)).setAAD(header)
  const bytes = Buffer.concat([cipher.update(content), cipher.update(Buffer.of(HELLO)), cipher.final()])
  return Buffer.concat([header, bytes, cipher.getAuthTag()])
}

/** Its answer to a ClientHello, up to its Finished. @param certificate in DER @param signs what it asks, by ECDSA on P-256 */
async function answerTo(hello: Buffer, certificate: Buffer, signs: (asked: Buffer) => Promise<Buffer>) {
  const { session, share } = readHello(hello)
  const own = generateKeyPairSync('x25519')
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: share.toString('base64url') },
    format: 'jwk',
  })
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey })
  const ownShare = own.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const extensions = [
    extension(43, Buffer.of(3, 4)),
    extension(51, Buffer.concat([Buffer.of(0, 29), sized(2, ownShare)])),
  ]
  const about = [Buffer.of(3, 3), randomBytes(32), sized(1, session), Buffer.of(0x13, 0x01, 0), sized(2, ...extensions)]
  const serverHello = message(2, ...about)
  const secret = serverSecret(shared, Buffer.concat([hello, serverHello]))
  const list = sized(3, sized(3, certificate), sized(2))
  const flight = [message(8, sized(2)), message(11, sized(1), list)]
  const context = Buffer.from(`${' '.repeat(64)}TLS 1.3, server CertificateVerify\0`)
  const signature = await signs(Buffer.concat([context, sha256(hello, serverHello, ...flight)]))
  flight.push(message(15, Buffer.of(4, 3), sized(2, signature)))
  const finished = hmac(expandLabel(secret, 'finished', NOTHING, 32), sha256(hello, serverHello, ...flight))
  const plain = Buffer.concat([Buffer.of(HELLO, 3, 3), sized(2, serverHello)])
  return Buffer.concat([plain, sealed(secret, Buffer.concat([...flight, message(20, finished)]))])
}

/** A certificate for the key of a release, by a CA that is made here, as if the key were a server's, too. */
function certify(folder: string): Buffer {
  const openssl = (...argv: readonly string[]) => spawnSync('openssl', argv, { cwd: folder, stdio: 'ignore' })
  const ca = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem']
  openssl('req', '-x509', '-subj', '/CN=CA', '-days', '2', ...ca)
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-out', 'server.pem']
  openssl('x509', '-new', '-force_pubkey', 'kms-public-key.pem', '-subj', '/CN=release.example', '-days', '2', ...by)
  return new X509Certificate(readFileSync(join(folder, 'server.pem'))).raw
}

export interface Handshake {
  readonly accepted: boolean
  /** What the server had signed (CertificateVerify). */
  readonly asked: Buffer | undefined
}

/** Has `openssl s_client` talk to such a server. @param folder of the release, for their files @param signs in DER */
export async function shakeHands(folder: string, signs: (asked: Buffer) => Promise<Buffer>): Promise<Handshake> {
  const certificate = certify(folder)
  let asked: Buffer | undefined
  const server = await startServer(
    async (hello) => await answerTo(hello, certificate, (bytes) => signs((asked = bytes))),
  )
  const to = ['-connect', `127.0.0.1:${server.port}`, '-servername', 'release.example']
  const how = ['-tls1_3', '-groups', 'X25519', '-ciphersuites', 'TLS_AES_128_GCM_SHA256', '-brief']
  const trust = ['-CAfile', 'ca.pem', '-verify_return_error', '-verify_hostname', 'release.example']
  const shown = process.env['SHOW'] === undefined ? 'ignore' : 'inherit'
  const client = spawn('openssl', ['s_client', ...to, ...how, ...trust], {
    cwd: folder,
    stdio: ['ignore', 'ignore', shown],
    timeout: 30_000,
  })
  const [code] = (await once(client, 'exit')) as [number | null]
  await server.close()
  return { accepted: code === 0, asked }
}

/** Answers the first record of each connection, which holds a whole ClientHello, and nothing else. */
async function startServer(answer: (hello: Buffer) => Promise<Buffer>) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = NOTHING
    let isAnswered = false
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      if (isAnswered || received.length < 5 || received.length < 5 + received.readUInt16BE(3)) return
      isAnswered = true
      answer(received.subarray(5, 5 + received.readUInt16BE(3))).then(
        (bytes) => socket.write(bytes),
        () => socket.destroy(),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
