/** Who judges signatures in tests: Node's crypto, and the openssl program. */
import { spawnSync } from 'node:child_process'
import { constants, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Hash and kind of a key by KMS's name of its algorithm. */
export function kindOf(algorithm: string): { readonly hash: string; readonly rsa: boolean } {
  const bits = /_SHA_(\d+)$/.exec(algorithm)?.[1]
  if (bits === undefined) throw new Error(`no hash in ${algorithm}`)
  return { hash: `sha${bits}`, rsa: algorithm.startsWith('RSA_') }
}

/** Whether Node's crypto takes the signature of `file` by the key in `keyFile`. */
export function nodeVerifies(algorithm: string, keyFile: string, file: string, signature: Buffer): boolean {
  const { hash, rsa } = kindOf(algorithm)
  const key = createPublicKey(readFileSync(keyFile))
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify(hash, readFileSync(file), rsa ? pss : key, signature)
}

/** Whether `openssl dgst -verify` takes it, with the flags that the algorithm needs (none with a key labelled PSS). */
export function opensslVerifies(algorithm: string, keyFile: string, file: string, signatureFile: string): boolean {
  const { hash, rsa } = kindOf(algorithm)
  const flags = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest']
  const pss = rsa && !keyFile.endsWith('.pss.pem') ? flags : []
  const argv = ['dgst', `-${hash}`, '-verify', keyFile, ...pss, '-signature', signatureFile, file]
  return spawnSync('openssl', argv, { stdio: 'ignore' }).status === 0
}
