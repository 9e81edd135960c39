/** The real programs: where they are, how Debian has them, and what could not be had. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findCosign } from './cosign.ts'
import { type Program, pythonWithCryptography, versionOf } from './program-versions.ts'

/** Debian's packages of those that come from there; its Rust is too old for the crates. */
const PACKAGES: Readonly<Partial<Record<Program, string>>> = {
  openssl: 'openssl',
  'ssh-keygen': 'openssh-client',
  gpg: 'gnupg',
  gpgv: 'gpgv',
  sqv: 'sqv',
  sq: 'sq',
  python: 'python3-cryptography',
  go: 'golang-go',
  apt: 'apt',
  dnf: 'dnf createrepo-c rpm',
  java: 'default-jdk-headless',
  'bouncy-castle': 'libbcpg-java',
  mvn: 'maven',
  php: 'php-cli',
  ruby: 'ruby',
  perl: 'libcryptx-perl',
}

const ALL: readonly Program[] = [
  'openssl',
  'ssh-keygen',
  'gpg',
  'gpgv',
  'sqv',
  'sq',
  'cosign',
  'node',
  'sigstore',
  'python',
  'go',
  'clearsign',
  'apt',
  'dnf',
  'helm',
  'java',
  'bouncy-castle',
  'mvn',
  'rust',
  'php',
  'ruby',
  'perl',
]

export interface Programs {
  /** Program → its version in a line. */
  readonly found: ReadonlyMap<Program, string>
  readonly missing: readonly Program[]
  /** For children: PATH with what was unpacked here. */
  readonly env: NodeJS.ProcessEnv
  readonly python: string
}

/** Installs packages of Debian, as root or by sudo on GitHub's runners; nobody else's machine is changed. */
function install(names: string): void {
  const root = process.getuid?.() === 0
  if (!root && process.env['GITHUB_ACTIONS'] === undefined) return
  const command = ['apt-get', '-qq', '-y', '--no-install-recommends', 'install', ...names.split(' ')]
  const [program = '', ...args] = root ? command : ['sudo', '-n', ...command]
  console.log(`installing ${names}`)
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

/** Finds every program, installing what is missing. @param scratch for what is unpacked, kept between runs */
export function findPrograms(scratch: string): Programs {
  mkdirSync(scratch, { recursive: true })
  const cosign = findCosign(scratch)
  const path = cosign === undefined ? [] : [cosign.folder]
  const env = { ...process.env, LC_ALL: 'C', PATH: [...path, process.env['PATH'] ?? ''].join(delimiter) }
  const found = new Map<Program, string>()
  for (const program of ALL) {
    const name = PACKAGES[program]
    let version = versionOf(program, env)
    if (version === undefined && name !== undefined) {
      install(name)
      version = versionOf(program, env)
    }
    if (version !== undefined) found.set(program, program === 'cosign' ? (cosign?.version ?? version) : version)
  }
  const python = pythonWithCryptography(env)
  return { found, missing: ALL.filter((program) => !found.has(program)), env, python }
}

/** The programs of missing.txt with their reasons: `program: reason`, a line each. */
export function excused(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(import.meta.dirname, 'missing.txt'), 'utf8').split('\n')
  const entries = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => /^([a-z-]+): (.+)$/u.exec(line))
  return new Map(entries.map((entry) => [entry?.[1] ?? '', entry?.[2] ?? '']))
}
