/** cosign out of Debian's packages of later suites: unpacked, not installed, so that it runs on the suites before. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where there is a cosign to run. */
interface Cosign {
  readonly folder: string
  readonly version: string
}

/** Debian's suites that have a major version. */
const SUITES = { 3: ['testing', 'unstable'], 2: ['trixie'] } as const
export type Major = keyof typeof SUITES
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** @param scratch kept between runs */
export function findCosign(scratch: string, major: Major = 3): Cosign | undefined {
  return onPath(major) ?? unpacked(scratch, major) ?? download(scratch, major)
}

/** A cosign of that version that is installed. */
function onPath(major: Major): Cosign | undefined {
  const { stdout } = spawnSync('cosign', ['version', '--json'], { encoding: 'utf8' })
  const version = new RegExp(`"gitVersion":\\s*"v(${major}\\.[^"]+)"`, 'u').exec(stdout)?.[1]
  const folder = (process.env['PATH'] ?? '').split(':').find((path) => existsSync(join(path, 'cosign')))
  return version === undefined || folder === undefined ? undefined : { folder, version: `cosign ${version}` }
}

/** What an earlier run unpacked. The package's file name tells the version: the program does not know it. */
function unpacked(scratch: string, major: Major): Cosign | undefined {
  const folder = join(scratch, folderOf(major), 'usr', 'bin')
  const archive = archiveIn(scratch, major)
  if (archive === undefined || !existsSync(join(folder, 'cosign'))) return undefined
  return { folder, version: `cosign ${archive.split('_')[1] ?? ''} (Debian)` }
}

/** Where a version is unpacked; the name of version 3 is that of earlier runs. */
function folderOf(major: Major): string {
  return major === 3 ? 'cosign' : `cosign-${major}`
}

function archiveIn(scratch: string, major: Major): string | undefined {
  if (!existsSync(scratch)) return undefined
  return readdirSync(scratch).find((name) => name.startsWith(`cosign_${major}.`) && name.endsWith('.deb'))
}

/** The mirror that this machine's apt uses for Debian itself. */
function mirror(): string | undefined {
  const format = ['--format', '$(ORIGIN) $(LABEL) $(REPO_URI)', 'Created-By: Packages']
  const { stdout } = spawnSync('apt-get', ['indextargets', ...format], { encoding: 'utf8' })
  return /^Debian Debian (\S+)$/mu.exec(stdout)?.[1]
}

/** apt with lists and sources of its own: the machine's are left as they are. */
function download(scratch: string, major: Major): Cosign | undefined {
  const uri = mirror()
  if (uri === undefined) return undefined
  const apt = join(scratch, major === 3 ? 'apt' : `apt-${major}`)
  for (const folder of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(apt, folder), { recursive: true })
  writeFileSync(
    join(apt, 'sources.list'),
    SUITES[major].map((suite) => `deb [signed-by=${KEYRING}] ${uri} ${suite} main\n`).join(''),
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
  console.log(`fetching cosign ${major} from a later suite of Debian`)
  run('update')
  const { stderr } = run('download', 'cosign')
  const archive = archiveIn(scratch, major)
  if (archive === undefined) console.log(`no cosign ${major} from Debian: ${stderr.trim()}`)
  else spawnSync('dpkg-deb', ['-x', archive, folderOf(major)], { cwd: scratch })
  return unpacked(scratch, major)
}
