/** cosign 3 out of Debian's packages of a later suite: unpacked, not installed, so that it runs on the suites before. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where there is a cosign to run. */
interface Cosign {
  readonly folder: string
  readonly version: string
}

const SUITES = ['testing', 'unstable']
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** @param scratch kept between runs */
export function findCosign(scratch: string): Cosign | undefined {
  return onPath() ?? unpacked(scratch) ?? download(scratch)
}

/** A cosign of version 3 that is installed. */
function onPath(): Cosign | undefined {
  const { stdout } = spawnSync('cosign', ['version', '--json'], { encoding: 'utf8' })
  const version = /"gitVersion":\s*"v(3\.[^"]+)"/u.exec(stdout)?.[1]
  const folder = (process.env['PATH'] ?? '').split(':').find((path) => existsSync(join(path, 'cosign')))
  return version === undefined || folder === undefined ? undefined : { folder, version: `cosign ${version}` }
}

/** What an earlier run unpacked. The package's file name tells the version: the program does not know it. */
function unpacked(scratch: string): Cosign | undefined {
  const folder = join(scratch, 'cosign', 'usr', 'bin')
  const archive = existsSync(scratch) ? readdirSync(scratch).find((name) => /^cosign_3.*\.deb$/u.test(name)) : undefined
  if (archive === undefined || !existsSync(join(folder, 'cosign'))) return undefined
  return { folder, version: `cosign ${archive.split('_')[1] ?? ''} (Debian)` }
}

/** The mirror that this machine's apt uses for Debian itself. */
function mirror(): string | undefined {
  const format = ['--format', '$(ORIGIN) $(LABEL) $(REPO_URI)', 'Created-By: Packages']
  const { stdout } = spawnSync('apt-get', ['indextargets', ...format], { encoding: 'utf8' })
  return /^Debian Debian (\S+)$/mu.exec(stdout)?.[1]
}

/** apt with lists and sources of its own: the machine's are left as they are. */
function download(scratch: string): Cosign | undefined {
  const uri = mirror()
  if (uri === undefined) return undefined
  const apt = join(scratch, 'apt')
  for (const folder of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(apt, folder), { recursive: true })
  writeFileSync(
    join(apt, 'sources.list'),
    SUITES.map((suite) => `deb [signed-by=${KEYRING}] ${uri} ${suite} main\n`).join(''),
  )
  const options = {
    'Dir::Etc::sourcelist': join(apt, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(apt, 'lists'),
    'Dir::Cache': join(apt, 'cache'),
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  const run = (...args: readonly string[]) =>
    spawnSync('apt-get', [...flags, '-qq', ...args], { cwd: scratch, encoding: 'utf8' })
  console.log('fetching cosign from a later suite of Debian')
  run('update')
  const { stderr } = run('download', 'cosign')
  const archive = readdirSync(scratch).find((name) => /^cosign_3.*\.deb$/u.test(name))
  if (archive === undefined) console.log(`no cosign 3 from Debian: ${stderr.trim()}`)
  else spawnSync('dpkg-deb', ['-x', archive, 'cosign'], { cwd: scratch })
  return unpacked(scratch)
}
