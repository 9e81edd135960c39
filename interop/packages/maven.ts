/** Files of a Maven repository signed as docs/package-repositories.md says, judged by Bouncy Castle. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import { check, type Check } from '../check.ts'
import { run } from '../judge.ts'
import { byteAt, followed, inSignature, judgedIn } from './steps.ts'

const FOLDER = 'staging/org/example/app/1.0'
const NAMES = ['app-1.0.pom', 'app-1.0.jar']
const POM =
  '<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>org.example</groupId>\n' +
  '  <artifactId>app</artifactId>\n  <version>1.0</version>\n</project>\n'
/** A zip file without a member, which is a jar. */
const JAR = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])

/** Lays the folder that `mvn deploy` fills. */
function stage(folder: string): void {
  mkdirSync(join(folder, FOLDER), { recursive: true })
  writeFileSync(join(folder, FOLDER, 'app-1.0.pom'), POM)
  writeFileSync(join(folder, FOLDER, 'app-1.0.jar'), JAR)
}

/** Bouncy Castle judges files signed with the key of an algorithm, by both key files. @param classes the judge's class path */
export async function mavenHolds(
  classes: string,
  emulator: Emulator,
  algorithm: Algorithm,
  scratch: string,
): Promise<Check[]> {
  const folders = await followed('Maven', emulator, algorithm, scratch, stage)
  const bundle = readdirSync(join(folders.right, FOLDER)).toSorted()
  const rest = bundle.filter((name) => !NAMES.includes(name.replace(/\.asc$/u, '')))
  const checks = [check(`Maven, ${algorithm}: nothing else is in the bundle`, rest.length === 0, rest.join(', '))]
  for (const [name, keyFile] of [
    ['app-1.0.pom', 'kms-public-key.asc'],
    ['app-1.0.jar', 'kms-public-key.gpg'],
  ] as const) {
    const file = `${FOLDER}/${name}`
    const java = ['java', '-XX:TieredStopAtLevel=1', '-cp', classes, 'Verify', file, keyFile]
    const judge = (folder: string) => run(java, folder, process.env)
    const changes = [
      { name: 'a byte of the file changed', file, change: byteAt((bytes) => bytes.length - 3) },
      { name: 'a byte of the signature changed', file: `${file}.asc`, change: inSignature },
    ]
    checks.push(...(await judgedIn(`Bouncy Castle, ${name}, ${algorithm}`, folders, judge, keyFile, changes)))
  }
  return checks
}
