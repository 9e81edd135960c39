import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import {
  bitString,
  der,
  explicit,
  oid,
  octetString,
  sequence,
  setOf,
  TAG,
  unsignedInteger,
  utf8String,
} from '../../src/crypto/der.ts'
import { pem } from '../../src/crypto/public-key.ts'

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))

/** A self-signed certificate for `names` and 127.0.0.1, and its key, in PEM. */
export function selfSigned(...names: readonly string[]): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = sequence(setOf(sequence(oid('2.5.4.3'), utf8String(`test ${randomUUID()}`))))
  const time = (ms: number) =>
    der(TAG.utcTime, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/gu, '').slice(2, 14)}Z`))
  const alternatives = sequence(
    ...names.map((dns) => der(0x82, Buffer.from(dns))),
    der(0x87, Buffer.from([127, 0, 0, 1])),
  )
  const body = sequence(
    explicit(0, unsignedInteger(Buffer.from([2]))),
    unsignedInteger(Buffer.from([1, 2, 3])),
    ECDSA_SHA256,
    name,
    sequence(time(Date.now() - 3_600_000), time(Date.now() + 3_600_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(sequence(oid('2.5.29.17'), octetString(alternatives)))),
  )
  const cert = sequence(body, ECDSA_SHA256, bitString(sign('sha256', body, privateKey)))
  return { cert: pem('CERTIFICATE', cert), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
