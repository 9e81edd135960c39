/** A repository for apt made and signed as docs/package-repositories.md says, judged by apt-get in a root of its own. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import type { Check } from '../check.ts'
import { type Outcome, run } from '../judge.ts'
import { byteAt, type Changed, followed, type Followed, inSignature, judgedIn, lineOf } from './steps.ts'

const SUITE = 'repository/dists/stable'
const CONTROL = 'Package: widget\nVersion: 1\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: a widget\n'
const INSTALLED = 'usr/share/widget/hello'
/** Its words for a signature that does not fit, and for one by another key. */
const REFUSAL = /BADSIG|NO_PUBKEY/u

function output(folder: string, program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What is there before the first step: a repository with one package that is not signed. */
function fill(folder: string): void {
  const index = `main/binary-${output('/', 'dpkg', '--print-architecture').trim()}`
  for (const path of ['package/DEBIAN', 'package/usr/share/widget', `${SUITE}/${index}`])
    mkdirSync(join(folder, path), { recursive: true })
  writeFileSync(join(folder, 'package', 'DEBIAN', 'control'), CONTROL)
  writeFileSync(join(folder, 'package', INSTALLED), 'hello\n')
  output(folder, 'dpkg-deb', '-b', 'package', 'repository/widget.deb')
  const deb = readFileSync(join(folder, 'repository', 'widget.deb'))
  const packages = Buffer.from(`${CONTROL}Filename: widget.deb\nSize: ${deb.length}\nSHA256: ${sha256(deb)}\n\n`)
  writeFileSync(join(folder, SUITE, index, 'Packages'), packages)
  const date = new Date().toUTCString().replace('GMT', '+0000')
  const head = `Origin: test\nSuite: stable\nComponents: main\nDate: ${date}\n`
  const release = `${head}SHA256:\n ${sha256(packages)} ${packages.length} ${index}/Packages\n`
  writeFileSync(join(folder, SUITE, 'Release'), release)
}

/** The page's line for a source, with this repository and this key file. @throws Error where it names others */
function source(folder: string, keyFile: string): string {
  const places = [
    ['/etc/apt/keyrings/example.asc', join(folder, keyFile)],
    ['https://example.org/repository', `copy:${join(folder, 'repository')}`],
  ] as const
  return places.reduce(
    (line, [place, own]) => {
      if (!line.includes(place)) throw new Error(`${line} does not name ${place}`)
      return line.replace(place, own)
    },
    lineOf('apt', 'deb '),
  )
}

/** Updates and installs, with nothing of the machine's own apt. @throws Error where only one of both goes through */
async function install(folder: string, keyFile: string): Promise<Outcome> {
  const root = join(folder, 'root')
  rmSync(root, { recursive: true, force: true })
  const [state, lists, archives] = ['var/lib/dpkg', 'var/lib/apt/lists/partial', 'var/cache/apt/archives/partial']
  for (const path of ['etc/apt/preferences.d', 'var/log/apt', `${state}/updates`, `${state}/info`, lists, archives])
    mkdirSync(join(root, path), { recursive: true })
  writeFileSync(join(root, state, 'status'), '')
  writeFileSync(join(root, 'etc/apt/sources.list'), `${source(folder, keyFile)}\n`)
  const settings = [
    `Dir=${root}`,
    `Dir::State::status=${root}/var/lib/dpkg/status`,
    'Dir::Bin::methods=/usr/lib/apt/methods',
    `APT::Sandbox::User=${process.getuid?.() === 0 ? 'root' : ''}`,
    'Acquire::Languages=none',
    ...['--force-not-root', `--root=${root}`, `--log=${root}/log`].map((option) => `Dpkg::Options::=${option}`),
  ].flatMap((setting) => ['-o', setting])
  const apt = (...args: string[]) =>
    run(['apt-get', ...settings, '-q', '-y', ...args], folder, process.env, { shown: 3000 })
  const [updated, installed] = [await apt('update', '--error-on=any'), await apt('install', 'widget')]
  const said = `${updated.said}\n${installed.said}`
  if (updated.ok !== installed.ok || installed.ok !== existsSync(join(root, INSTALLED)))
    throw new Error(`apt-get update and install do not agree: ${said}`)
  return { ok: installed.ok, said }
}

/** The same repository without what apt looks for first. */
function withoutInRelease({ right, otherKey }: Followed): Followed {
  const bare = (folder: string): string => {
    const copy = `${folder}-detached`
    cpSync(folder, copy, { recursive: true })
    rmSync(join(copy, SUITE, 'InRelease'))
    return copy
  }
  return { right: bare(right), otherKey: bare(otherKey) }
}

/** A byte of what is signed, and one of the signature. */
function changesOf(signed: string, signature: string): readonly Changed[] {
  return [
    { name: 'a byte changed', file: `${SUITE}/${signed}`, change: byteAt((bytes) => bytes.indexOf('test')) },
    { name: 'a byte of the signature changed', file: `${SUITE}/${signature}`, change: inSignature },
  ]
}

/** apt judges a repository signed with the key of an algorithm, by each signature and each key file. */
export async function aptHolds(emulator: Emulator, algorithm: Algorithm, scratch: string): Promise<Check[]> {
  const both = await followed('apt', emulator, algorithm, scratch, fill)
  const ways = [
    ['InRelease', 'kms-public-key.asc', both, changesOf('InRelease', 'InRelease')],
    ['InRelease', 'kms-public-key.gpg', both, []],
    ['Release.gpg', 'kms-public-key.asc', withoutInRelease(both), changesOf('Release', 'Release.gpg')],
  ] as const
  const checks: Check[] = []
  for (const [name, keyName, folders, changes] of ways) {
    const keyFile = `signed/${keyName}`
    const judge = (folder: string) => install(folder, keyFile)
    checks.push(
      ...(await judgedIn(`apt, ${name} by ${keyName}, ${algorithm}`, folders, judge, keyFile, changes, REFUSAL)),
    )
  }
  return checks
}
