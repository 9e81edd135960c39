/** What docs/package-repositories.md says of apt, rpm, Maven and Helm. */
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import { ALGORITHM_NAMES, type Algorithm } from '../../emulator/yandex/kms-keys.ts'
import type { Check } from '../check.ts'
import { compiler } from '../compile.ts'
import { BOUNCY_CASTLE, type Program } from '../program-versions.ts'
import type { Programs } from '../programs.ts'
import { aptHolds } from './apt.ts'
import { dnfHolds } from './dnf.ts'
import { helmHolds } from './helm.ts'
import { mavenHolds, signed, stage } from './maven.ts'
import { pluginHolds } from './pgpverify.ts'

const P256: Algorithm = 'ECDSA_NIST_P256_SHA_256'
const HERE = join(import.meta.dirname, '..')

interface Stage {
  readonly emulator: Emulator
  readonly programs: Programs
  readonly folder: string
  /** Of the keys. */
  readonly names: readonly Algorithm[]
}

/** apt and dnf, each as far as it is there. */
async function indexes({ emulator, programs: { found }, folder, names }: Stage): Promise<Check[]> {
  const checks: Check[] = []
  for (const name of names) {
    if (found.has('apt')) checks.push(...(await aptHolds(emulator, name, folder)))
    if (found.has('dnf')) checks.push(...(await dnfHolds(emulator, name, folder)))
  }
  return checks
}

async function helm({ emulator, programs: { found, env }, folder, names }: Stage): Promise<Check[]> {
  if (!found.has('helm')) return []
  const program = join(folder, 'helm')
  compiler(env)(join(HERE, 'helm'), 'go', 'build', '-o', program, '.')
  const checks: Check[] = []
  for (const name of names) checks.push(...(await helmHolds(program, emulator, name, folder)))
  return checks
}

/** @param local Maven's own repository, kept between runs */
async function maven({ emulator, programs: { found, env }, folder, names }: Stage, local: string): Promise<Check[]> {
  if (!['java', 'bouncy-castle', 'mvn', 'gpg'].every((name) => found.has(name as Program))) return []
  const [classes, staged] = [join(folder, 'classes'), join(folder, 'staged')]
  compiler(env)(join(HERE, 'maven'), 'javac', '-cp', BOUNCY_CASTLE.join(delimiter), '-d', classes, 'Verify.java')
  if (!(await stage(staged, local, env))) {
    console.log('  Maven cannot get its plugins: NOT RUN is what docs/package-repositories.md says of it')
    return []
  }
  const checks: Check[] = []
  for (const name of names) {
    const folders = await signed(emulator, name, folder, staged)
    checks.push(...(await mavenHolds([...BOUNCY_CASTLE, classes].join(delimiter), name, folders)))
    if (name === P256) checks.push(...(await pluginHolds(folders, local, env)))
  }
  return checks
}

/** All of it, by the keys that OpenPGP can have. @param wanted whether a key was asked for @param downloads kept between runs */
export async function packageChecks(
  emulator: Emulator,
  programs: Programs,
  scratch: string,
  downloads: string,
  wanted: (name: string) => boolean,
): Promise<Check[]> {
  const folder = join(scratch, 'packages')
  mkdirSync(folder)
  const names = ALGORITHM_NAMES.filter((name) => name.startsWith('ECDSA_NIST_')).filter(wanted)
  const given = { emulator, programs, folder, names }
  return [...(await indexes(given)), ...(await helm(given)), ...(await maven(given, join(downloads, 'maven')))]
}
