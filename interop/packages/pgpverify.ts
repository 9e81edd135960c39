/** What somebody's build does who has pgpverify-maven-plugin verify what Maven downloads. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Check } from '../check.ts'
import { type Outcome, run } from '../judge.ts'
import { changesOf, fileOf, PATIENCE } from './maven.ts'
import { type Followed, judgedIn } from './steps.ts'

const PLUGIN = 'org.simplify4u.plugins:pgpverify-maven-plugin:1.18.2:check'
const KEY_FILE = 'kms-public-key.asc'

/** Its words for a signature that does not fit, and for one by a key that the server does not have. */
const REFUSAL = /PGP Signature INVALID|Can't find public key/u

const consumer = (repository: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>consumer</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <repositories>
    <repository>
      <id>signed</id>
      <url>${pathToFileURL(repository).href}</url>
    </repository>
  </repositories>
  <dependencies>
    <dependency>
      <groupId>org.example</groupId>
      <artifactId>app</artifactId>
      <version>1.0</version>
    </dependency>
  </dependencies>
</project>
`

/** The fingerprint of the OpenPGP certificate in a folder. */
function fingerprint(folder: string, scratch: string): string {
  const { stdout } = spawnSync('gpg', ['--homedir', scratch, '--show-keys', '--with-colons', join(folder, KEY_FILE)], {
    encoding: 'utf8',
  })
  const [, found] = /^fpr:+([0-9A-F]{40}):/mu.exec(stdout) ?? []
  if (found === undefined) throw new Error(`gpg shows no key in ${folder}`)
  return found
}

/** Asks a key server on loopback, which has the key of the folder, about what Maven downloads from that folder. */
async function build(folder: string, local: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const place = mkdtempSync(join(folder, 'consumer-'))
  writeFileSync(join(place, 'pom.xml'), consumer(join(folder, 'staging')))
  writeFileSync(join(place, 'keys.list'), `org.example:app = 0x${fingerprint(folder, place)}\n`)
  // What an earlier build downloaded would be verified in its place.
  rmSync(join(local, 'org', 'example'), { recursive: true, force: true })
  const server = createServer((_, response) => response.end(readFileSync(join(folder, KEY_FILE))))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const options = {
    'maven.repo.local': local,
    'pgpverify.keyserver': `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    'pgpverify.keycache': join(place, 'cache'),
    'pgpverify.keysMapLocation': join(place, 'keys.list'),
  }
  const flags = Object.entries(options).map(([name, value]) => `-D${name}=${value}`)
  try {
    return await run(['mvn', '--batch-mode', PLUGIN, ...flags], place, env, PATIENCE)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** The plugin judges the `.jar` and the `.pom` of a repository. @param local Maven's own repository */
export function pluginHolds(folders: Followed, local: string, env: NodeJS.ProcessEnv): Promise<Check[]> {
  const judge = (folder: string) => build(folder, local, { ...env, MAVEN_OPTS: '-XX:TieredStopAtLevel=1' })
  const changes = changesOf(fileOf('app-1.0.jar'))
  return judgedIn('pgpverify-maven-plugin', folders, judge, KEY_FILE, changes, REFUSAL)
}
