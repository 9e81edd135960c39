/** The real programs: where they are, how Debian has them, and what could not be had. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { findCosign } from './cosign.ts'

/** What judges signatures. `sigstore` is npm's @sigstore/verify, `helm` the package that `helm verify` calls. */
export type Program =
  | 'openssl'
  | 'ssh-keygen'
  | 'gpg'
  | 'gpgv'
  | 'sqv'
  | 'sq'
  | 'cosign'
  | 'node'
  | 'sigstore'
  | 'python'
  | 'go'
  | 'clearsign'
  | 'helm'
  | 'java'
  | 'bouncy-castle'
  | 'mvn'
  | 'rust'
  | 'php'
  | 'ruby'
  | 'perl'

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

/** Runs a program to its end. `undefined` when it is not there or fails. */
function output(command: string, args: readonly string[], env = process.env, cwd?: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, cwd, timeout: 120_000 })
  return status === 0 ? `${stdout}${stderr}` : undefined
}

/** Installs a package of Debian, as root or by sudo on GitHub's runners; nobody else's machine is changed. */
function install(name: string): void {
  const root = process.getuid?.() === 0
  if (!root && process.env['GITHUB_ACTIONS'] === undefined) return
  const command = ['apt-get', '-qq', '-y', '--no-install-recommends', 'install', name]
  const [program = '', ...args] = root ? command : ['sudo', '-n', ...command]
  console.log(`installing ${name}`)
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

const HAS_CRYPTOGRAPHY = [
  '-c',
  'import cryptography, sys; print("Python", sys.version.split()[0], "cryptography", cryptography.__version__)',
]
/** Debian's own Python is the one that python3-cryptography is for; another may stand before it on PATH. */
const PYTHONS = ['python3', '/usr/bin/python3']

function versionOf(program: Program, env: NodeJS.ProcessEnv): string | undefined {
  const line = (text: string | undefined): string | undefined => text?.trim().split('\n')[0]?.trim()
  switch (program) {
    case 'openssl':
      return line(output('openssl', ['version'], env))
    case 'ssh-keygen':
      // It cannot say its version, and ends with an error when asked for anything else.
      return spawnSync('ssh-keygen', ['-?'], { env }).error === undefined ? line(output('ssh', ['-V'], env)) : undefined
    case 'cosign':
      return output('cosign', ['version'], env) === undefined ? undefined : 'cosign'
    case 'node':
      return `Node ${process.version}`
    case 'sigstore':
      return `@sigstore/verify ${sigstoreVersion()}`
    case 'python':
      return PYTHONS.map((python) => line(output(python, HAS_CRYPTOGRAPHY, env))).find((text) => text !== undefined)
    case 'go':
      return line(output('go', ['version'], env))
    case 'java':
      return output('javac', ['-version'], env) === undefined ? undefined : line(output('java', ['-version'], env))
    case 'rust':
      return cratesAreThere(env) ? line(output('cargo', ['--version'], env)) : undefined
    case 'sq':
      return line(output('sq', ['version'], env) ?? output('sq', ['--version'], env))
    case 'clearsign':
      return moduleVersions(env, program, 'github.com/ProtonMail/go-crypto')
    case 'helm':
      return moduleVersions(env, program, 'helm.sh/helm/v3', 'helm.sh/helm/v4')
    case 'mvn':
      // Its line begins with a change of colour.
      return /Apache Maven [\d.]+/u.exec(output('mvn', ['--version'], env) ?? '')?.[0]
    case 'bouncy-castle':
      return BOUNCY_CASTLE.every((path) => existsSync(path)) ? bouncyCastleVersion() : undefined
    case 'perl':
      return line(output('perl', ['-MCryptX', '-e', 'print "Perl $^V, CryptX $CryptX::VERSION"'], env))
    case 'gpg':
    case 'gpgv':
    case 'sqv':
    case 'php':
    case 'ruby':
      return line(output(program, ['--version'], env))
  }
}

/** Whether Cargo gets the crates of rust/. It writes beside its file, so that is copied. */
function cratesAreThere(env: NodeJS.ProcessEnv): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'crates-'))
  try {
    copyFileSync(join(import.meta.dirname, 'rust', 'Cargo.toml'), join(folder, 'Cargo.toml'))
    writeFileSync(join(folder, 'verify.rs'), '')
    return output('cargo', ['fetch', '--quiet'], env, folder) !== undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Modules of Go that the program in a folder here is built from; they are there once they could be fetched. */
function moduleVersions(env: NodeJS.ProcessEnv, name: string, ...modules: readonly string[]): string | undefined {
  // Not `go -C`, which Debian's Go 1.19 does not know.
  const folder = join(import.meta.dirname, name)
  const args = ['list', '-m', '-f', '{{.Path}} {{.Version}}', ...modules]
  const go = { ...env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly' }
  if (output('go', ['mod', 'download'], go, folder) === undefined) return undefined
  return output('go', args, go, folder)?.trim().replaceAll('\n', ', ')
}

/** Debian's libbcpg-java: the links say which files they lead to. */
export const BOUNCY_CASTLE: readonly string[] = ['bcpg', 'bcprov'].map((name) => `/usr/share/java/${name}.jar`)
const bouncyCastleVersion = (): string =>
  `Bouncy Castle ${BOUNCY_CASTLE.map((path) => basename(realpathSync(path))).join(', ')}`

function sigstoreVersion(): string {
  const file = join(import.meta.dirname, '..', 'node_modules', '@sigstore', 'verify', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
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
  const python = PYTHONS.find((name) => output(name, HAS_CRYPTOGRAPHY, env) !== undefined) ?? 'python3'
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
