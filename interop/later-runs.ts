/** What is kept from one run verifies what a later one signs; certificates of a CA; checksum files. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../emulator/emulator.ts'
import type { Algorithm } from '../emulator/yandex/kms-keys.ts'
import { check, type Check } from './check.ts'
import { type Outcome, pasted, run } from './judge.ts'
import type { Programs } from './programs.ts'
import { keyFilesOf } from '../src/formats/facts.ts'
import { FILE, formatsOf, type Release, sign } from './release.ts'

/** SHA256SUMS and its kin: signed, understood by coreutils, and noticing a changed file. */
export async function checksums({ key, right, wrong }: Release, { env }: Programs): Promise<Check[]> {
  const sums = `${key.hash.toUpperCase()}SUMS`
  const verify = pasted(key.rsa ? 'openssl-rsa.sh' : 'openssl.sh', sums, key.hash)
  const compare = pasted('sha256sum.sh', undefined, key.hash)
  const [signed, good, bad] = [
    await run(verify, right, env),
    await run(compare, right, env),
    await run(compare, wrong['one byte changed'], env),
  ]
  return [
    check(`${key.name}: openssl verifies ${sums}`, signed.ok, signed.said),
    check(`${key.name}: ${key.hash}sum takes the files of ${sums}`, good.ok, good.said),
    check(`${key.name}: ${key.hash}sum refuses a changed file`, !bad.ok, bad.said),
  ]
}

/** Certificates of an earlier run, X.509 and OpenPGP, with the signatures of a later one. */
export async function earlierCertificates(
  emulator: Emulator,
  release: Release,
  { env }: Programs,
  scratch: string,
): Promise<Check[]> {
  const algorithm = release.key.name as Algorithm
  const later = join(scratch, `later-${algorithm}`)
  await sign(emulator, emulator.keys[algorithm], later, { sign: 'files' })
  const { key } = release
  for (const name of keyFilesOf(formatsOf(key), key.rsa)) cpSync(join(release.right, name), join(later, name))
  const recipes = ['openssl-cms.sh', ...(release.key.rsa ? [] : ['gpg.sh', 'gpgv.sh', 'sqv.sh', 'ssh-keygen.sh'])]
  const outcomes: [string, Outcome][] = []
  for (const name of recipes) outcomes.push([name, await run(pasted(name, FILE), later, env)])
  return outcomes.map(([name, { ok, said }]) =>
    check(`${algorithm}: ${name} takes a later run’s signature by an earlier run’s certificate`, ok, said),
  )
}

/** A certificate that a CA issued for the KMS key, handed in as `certificate`. */
export async function issuedCertificate(
  emulator: Emulator,
  release: Release,
  { env }: Programs,
  scratch: string,
): Promise<Check[]> {
  const algorithm = release.key.name as Algorithm
  const folder = join(scratch, `issued-${algorithm}`)
  const certificate = await issue(folder, join(release.right, 'kms-public-key.pem'), env)
  const signed = join(folder, 'signed')
  await sign(emulator, emulator.keys[algorithm], signed, { sign: 'files', formats: 'cms', certificate })
  const good = await run(pasted('openssl-cms-ca.sh', FILE, join(folder, 'ca.pem')), signed, env)
  const bad = await run(pasted('openssl-cms-ca.sh', FILE, join(folder, 'stranger.pem')), signed, env)
  return [
    check(`${algorithm}: openssl takes the chain of a certificate that a CA issued`, good.ok, good.said),
    check(`${algorithm}: openssl refuses it with another CA of the same name`, !bad.ok, bad.said),
  ]
}

/** Two CAs of one name; the first issues a certificate for a public key. @returns its PEM */
async function issue(folder: string, publicKey: string, env: NodeJS.ProcessEnv): Promise<string> {
  mkdirSync(folder)
  const openssl = async (...args: readonly string[]): Promise<void> => {
    const { ok, said } = await run(['openssl', ...args], folder, env)
    if (!ok) throw new Error(`openssl ${args.join(' ')}: ${said}`)
  }
  const authority = ['-x509', '-subj', '/CN=Test CA', '-days', '30', '-addext', 'basicConstraints=critical,CA:TRUE']
  for (const name of ['ca', 'stranger'])
    await openssl(
      'req',
      '-config',
      '/dev/null',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      ...authority,
      '-out',
      `${name}.pem`,
    )
  await openssl(
    'req',
    '-config',
    '/dev/null',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'own.key',
    '-subj',
    '/CN=Releases',
    '-out',
    'own.csr',
  )
  writeFileSync(join(folder, 'extensions'), 'extendedKeyUsage=emailProtection,codeSigning\nkeyUsage=digitalSignature\n')
  await openssl(
    'x509',
    '-req',
    '-in',
    'own.csr',
    '-force_pubkey',
    publicKey,
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    'extensions',
    '-out',
    'certificate.pem',
  )
  return readFileSync(join(folder, 'certificate.pem'), 'utf8')
}
