/** The other way round: what the programs sign with a local key has the same structure as ours, field by field. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { cosign, gpg, openssl, sshKeygen } from './local-signatures.ts'
import type { Programs } from './programs.ts'
import { FILE, type Release } from './release.ts'
import type { Run } from './structure-fields.ts'

/** Runs a program in a folder. @throws Error with what it said */
function runner(folder: string, env: NodeJS.ProcessEnv): Run {
  mkdirSync(folder, { recursive: true })
  return (command, ...args) =>
    execFileSync(command, args, {
      cwd: folder,
      env: { ...env, COSIGN_PASSWORD: '', GNUPGHOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
}

/** Has the programs sign and compares. @param ec a release by a P-256 key @param rsa one by an RSA-2048 key with SHA-256 */
export function structures({ env, found }: Programs, ec: Release, rsa: Release, scratch: string): Check[] {
  const prepared = (name: string): Run => {
    const folder = join(scratch, `structure-${name}`)
    const run = runner(folder, env)
    run('chmod', '700', '.')
    writeFileSync(join(folder, FILE), readFileSync(join(ec.right, FILE)))
    writeFileSync(join(folder, 'predicate.json'), predicateOf(ec))
    return run
  }
  const ours =
    ({ right }: Release) =>
    (name: string) =>
      join(right, name)
  const ecKey = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const rsaKey = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
  return [
    ...(found.has('cosign') ? cosign(prepared('cosign'), ours(ec)) : []),
    ...(found.has('ssh-keygen') ? sshKeygen(prepared('ssh'), ours(ec)) : []),
    ...(found.has('gpg') ? gpg(prepared('gpg'), ours(ec)) : []),
    ...(found.has('openssl') ? openssl('P-256', ecKey, false, prepared('ec'), ours(ec)) : []),
    ...(found.has('openssl') ? openssl('RSA-PSS', rsaKey, true, prepared('rsa'), ours(rsa)) : []),
  ]
}

/** The predicate of our own statement, for cosign to put into one of its. */
function predicateOf({ right }: Release): string {
  const bundle = JSON.parse(readFileSync(join(right, 'provenance.sigstore.json'), 'utf8')) as {
    dsseEnvelope: { payload: string }
  }
  const statement = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()) as { predicate: unknown }
  return JSON.stringify(statement.predicate)
}
