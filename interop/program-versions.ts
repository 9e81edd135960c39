/** Which version of each program is there. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

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
  | 'apt'
  | 'dnf'
  | 'helm'
  | 'java'
  | 'bouncy-castle'
  | 'mvn'
  | 'rust'
  | 'php'
  | 'ruby'
  | 'perl'

/** Runs a program to its end. `undefined` when it is not there or fails. */
function output(command: string, args: readonly string[], env = process.env, cwd?: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, cwd, timeout: 120_000 })
  return status === 0 ? `${stdout}${stderr}` : undefined
}

const HAS_CRYPTOGRAPHY = [
  '-c',
  'import cryptography, sys; print("Python", sys.version.split()[0], "cryptography", cryptography.__version__)',
]
/** Debian's own Python is the one that python3-cryptography is for; another may stand before it on PATH. */
const PYTHONS = ['python3', '/usr/bin/python3']

/** The version of a program in a line; `undefined` where it, or what it needs, is not there. */
export function versionOf(program: Program, env: NodeJS.ProcessEnv): string | undefined {
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
    case 'apt':
      return ['dpkg-deb', 'dpkg'].every((name) => output(name, ['--version'], env) !== undefined)
        ? line(output('apt-get', ['--version'], env))
        : undefined
    case 'dnf': {
      const version = line(output('dnf', ['--version'], env))
      const others = ['createrepo_c', 'rpmbuild'].map((name) => line(output(name, ['--version'], env)))
      return version === undefined || others.includes(undefined) ? undefined : `dnf ${version}, ${others.join(', ')}`
    }
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

/** The Python that has the library which its recipe needs. */
export function pythonWithCryptography(env: NodeJS.ProcessEnv): string {
  return PYTHONS.find((name) => output(name, HAS_CRYPTOGRAPHY, env) !== undefined) ?? 'python3'
}
