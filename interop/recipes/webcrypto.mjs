// node webcrypto.mjs FILE [HASH]: any key but secp256k1, by the Web Crypto API, which browsers and other runtimes have too
import { readFile } from 'node:fs/promises'

const [file, hash = 'sha256'] = process.argv.slice(2)
const name = hash.replace('sha', 'SHA-')
const pem = await readFile('kms-public-key.pem', 'utf8')
const spki = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
// The OIDs of rsaEncryption and of the curves.
const rsa = spki.includes('2a864886f70d010101', 0, 'hex')
const curves = { 'P-256': '2a8648ce3d030107', 'P-384': '2b81040022', 'P-521': '2b81040023' }
const namedCurve = Object.keys(curves).find((curve) => spki.subarray(0, 30).includes(curves[curve], 0, 'hex'))
const algorithm = rsa ? { name: 'RSA-PSS', hash: name } : { name: 'ECDSA', namedCurve }
const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])

/** r and s one after the other, each as long as the curve's order, as Web Crypto wants them: KMS writes them in DER. */
function plain(der) {
  const size = Math.ceil(Number(namedCurve.slice(2)) / 8)
  let at = der[1] < 0x80 ? 2 : 3
  const numbers = [0, 1].map(() => {
    const number = der.subarray(at + 2, at + 2 + der[at + 1])
    at += 2 + der[at + 1]
    return Buffer.concat([Buffer.alloc(size), number]).subarray(-size)
  })
  return Buffer.concat(numbers)
}

const signature = await readFile(`${file}.sig`)
const how = { ...algorithm, hash: name, saltLength: Number(hash.slice(3)) / 8 }
const right = await crypto.subtle.verify(how, key, rsa ? signature : plain(signature), await readFile(file))
if (!right) throw new Error('NOT VERIFIED')
console.log('verified')
