/** What docs/package-repositories.md says of Helm and Maven. Tests of `openpgp` run apt and dnf. */
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import { ALGORITHM_NAMES } from '../../emulator/yandex/kms-keys.ts'
import type { Check } from '../check.ts'
import { compiler } from '../judge.ts'
import { BOUNCY_CASTLE, type Programs } from '../programs.ts'
import { helmHolds } from './helm.ts'
import { mavenHolds } from './maven.ts'

const HERE = join(import.meta.dirname, '..')

/** All of it, by the keys that OpenPGP can have. @param wanted whether a key was asked for */
export async function packageChecks(
  emulator: Emulator,
  { found, env }: Programs,
  scratch: string,
  wanted: (name: string) => boolean,
): Promise<Check[]> {
  const folder = join(scratch, 'packages')
  mkdirSync(folder)
  const names = ALGORITHM_NAMES.filter((name) => name.startsWith('ECDSA_NIST_')).filter(wanted)
  const compile = compiler(env)
  const checks: Check[] = []
  if (found.has('helm')) {
    const program = join(folder, 'helm')
    compile(join(HERE, 'helm'), 'go', 'build', '-o', program, '.')
    for (const name of names) checks.push(...(await helmHolds(program, emulator, name, folder)))
  }
  if (found.has('java') && found.has('bouncy-castle')) {
    const classes = join(folder, 'classes')
    compile(join(HERE, 'maven'), 'javac', '-cp', BOUNCY_CASTLE.join(delimiter), '-d', classes, 'Verify.java')
    const path = [...BOUNCY_CASTLE, classes].join(delimiter)
    for (const name of names) checks.push(...(await mavenHolds(path, emulator, name, folder)))
  }
  return checks
}
