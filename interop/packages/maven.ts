/** A Maven repository made and signed as docs/package-repositories.md says, judged by Bouncy Castle. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import { check, type Check } from '../check.ts'
import { run } from '../judge.ts'
import { byteAt, type Changed, commandOf, followed, type Followed, inSignature, judgedIn } from './steps.ts'

const FOLDER = 'staging/org/example/app/1.0'
const NAMES = ['app-1.0.pom', 'app-1.0.jar']
const SOURCE = 'src/main/java/org/example'
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>app</artifactId>
  <version>1.0</version>
  <properties>
    <maven.compiler.source>11</maven.compiler.source>
    <maven.compiler.target>11</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
</project>
`

/** Minutes for the first run of Maven on a machine, which fetches its plugins. */
export const PATIENCE = { seconds: 300, shown: 3000 }

/** Maven's words where it cannot fetch what it needs. */
const UNREACHABLE = /could not be resolved|Could not transfer|Unknown host/u

/**
 * Has Maven fill `staging` in a folder. @param local Maven's own repository
 * @returns whether it did; not where it cannot fetch its plugins
 * @throws Error with its words
 */
export async function stage(folder: string, local: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  mkdirSync(join(folder, SOURCE), { recursive: true })
  writeFileSync(join(folder, 'pom.xml'), POM)
  writeFileSync(join(folder, SOURCE, 'App.java'), 'package org.example;\n\npublic class App {}\n')
  const own = { ...env, MAVEN_OPTS: `-Dmaven.repo.local=${local} -XX:TieredStopAtLevel=1` }
  const { ok, said } = await run(commandOf('Maven', 'mvn'), folder, own, PATIENCE)
  if (!ok && !UNREACHABLE.test(said)) throw new Error(`Maven: ${said}`)
  return ok
}

/** The changes of a file of the repository, and of its signature. */
export function changesOf(file: string): readonly Changed[] {
  return [
    { name: 'a byte of the file changed', file, change: byteAt((bytes) => bytes.length - 3) },
    { name: 'a byte of the signature changed', file: `${file}.asc`, change: inSignature },
  ]
}

export const fileOf = (name: string): string => `${FOLDER}/${name}`

/** Signs what Maven filled, with the key of an algorithm and with another. */
export function signed(emulator: Emulator, algorithm: Algorithm, scratch: string, staged: string): Promise<Followed> {
  return followed('Maven', emulator, algorithm, scratch, (folder) => {
    cpSync(join(staged, 'staging'), join(folder, 'staging'), { recursive: true })
  })
}

/** Bouncy Castle judges it, by both key files. @param classes the judge's class path */
export async function mavenHolds(classes: string, algorithm: Algorithm, folders: Followed): Promise<Check[]> {
  const bundle = readdirSync(join(folders.right, FOLDER)).toSorted()
  const rest = bundle.filter((name) => !NAMES.includes(name.replace(/\.(?:asc|md5|sha1)$/u, '')))
  const checks = [check(`Maven, ${algorithm}: nothing else is in the bundle`, rest.length === 0, rest.join(', '))]
  for (const [index, keyFile] of ['kms-public-key.asc', 'kms-public-key.gpg'].entries()) {
    const name = NAMES[index] ?? ''
    const file = fileOf(name)
    const java = ['java', '-XX:TieredStopAtLevel=1', '-cp', classes, 'Verify', file, keyFile]
    const judge = (folder: string) => run(java, folder, process.env)
    const title = `Bouncy Castle, ${name}, ${algorithm}`
    checks.push(...(await judgedIn(title, folders, judge, keyFile, changesOf(file))))
  }
  return checks
}
