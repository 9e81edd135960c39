import { createHash } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'
import { ecPoint } from '../../crypto/public-key.ts'
import type { SigningKey } from '../../crypto/key-algorithm.ts'
import { ecdsaIntegers } from '../../crypto/ecdsa-integers.ts'
import type { Digests, Encoding } from '../format.ts'

/** The namespace of every signature: OpenSSH's own for files. */
const SSH_NAMESPACE = 'file'

const MAGIC = Buffer.from('SSHSIG')

/** RFC 4251's string: a length of four octets, then the bytes. */
function string(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** `ecdsa-sha2-…` of a key. @throws ActionError UNSUPPORTED_FORMAT for a key that SSH has no type for */
function keyType({ algorithm }: SigningKey): { readonly type: string; readonly curve: string } {
  const curve = algorithm.curve?.ssh
  if (curve === undefined)
    throw new ActionError('UNSUPPORTED_FORMAT', `\`sshsig\` has no signatures by keys of type ${algorithm.name}.`)
  return { type: `ecdsa-sha2-${curve}`, curve }
}

/** The public key as SSH encodes it (RFC 5656, 3.1), without the outer length. */
function publicKeyBlob(key: SigningKey): Buffer {
  const { type, curve } = keyType(key)
  return Buffer.concat([string(type), string(curve), string(ecPoint(key.publicKey))])
}

/** The hash that SSHSIG applies to the file: it knows sha256 and sha512 alone. */
export function sshsigFileHash(key: SigningKey): 'sha256' | 'sha512' {
  return key.algorithm.hash === 'sha256' ? 'sha256' : 'sha512'
}

function fileDigest(key: SigningKey, digests: Digests): Buffer {
  const digest = key.algorithm.hash === 'sha384' ? digests.sha512 : digests.digest
  if (digest === undefined) throw new ActionError('INTERNAL_ERROR', 'No SHA-512 of the file for `sshsig`.')
  return digest
}

/** `sshsig`: OpenSSH's PROTOCOL.sshsig, armored as `ssh-keygen -Y sign` does. */
export function sshsigEncoding(key: SigningKey): Encoding {
  const { type } = keyType(key)
  const hash = sshsigFileHash(key)
  const about = Buffer.concat([string(SSH_NAMESPACE), string(''), string(hash)])
  const head = Buffer.concat([MAGIC, Buffer.from([0, 0, 0, 1]), string(publicKeyBlob(key)), about])
  return {
    format: 'sshsig',
    prepare: (digests) => {
      const message = Buffer.concat([MAGIC, about, string(fileDigest(key, digests))])
      return {
        toSign: createHash(key.algorithm.hash).update(message).digest(),
        message,
        encode: (signature) => {
          const [r, s] = ecdsaIntegers(signature)
          const blob = Buffer.concat([string(type), string(Buffer.concat([string(r), string(s)]))])
          return armor(Buffer.concat([head, string(blob)]))
        },
      }
    },
  }
}

function armor(blob: Buffer): Buffer {
  const lines = blob.toString('base64').match(/.{1,70}/gu) ?? []
  return Buffer.from(`-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`)
}

/**
 * `kms-allowed-signers`: one line as ssh-keygen(1), "ALLOWED SIGNERS", has it, for signatures over files alone.
 * No `valid-after`: OpenSSH 8.4 does not know it.
 * @param principal checked by `sshPrincipal`
 */
export function allowedSigners(key: SigningKey, principal: string): Buffer {
  const { type } = keyType(key)
  return Buffer.from(`${principal} namespaces="${SSH_NAMESPACE}" ${type} ${publicKeyBlob(key).toString('base64')}\n`)
}

/** The key's fingerprint as `ssh-keygen -l` shows it: `SHA256:` and base64 without padding. */
export function sshFingerprint(key: SigningKey): string {
  const digest = createHash('sha256').update(publicKeyBlob(key)).digest('base64')
  return `SHA256:${digest.replaceAll('=', '')}`
}
