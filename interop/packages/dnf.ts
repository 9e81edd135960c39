/** A repository for dnf made and signed as docs/package-repositories.md says, judged by dnf in a root of its own. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import type { Check } from '../check.ts'
import { type Outcome, run } from '../judge.ts'
import { blockOf, byteAt, type Changed, followed, inSignature, judgedIn } from './steps.ts'

const INDEX = 'repository/repodata/repomd.xml'
const KEY_FILE = 'repository/repodata/kms-public-key.asc'
const SPEC =
  'Name: widget\nVersion: 1\nRelease: 1\nSummary: a widget\nLicense: MIT\nBuildArch: noarch\n%description\nA widget.\n%files\n'
/** Its words for a signature that does not fit, and for one by another key. */
const REFUSAL = /GPG signature verification error|GPG verification/u

const CHANGES: readonly Changed[] = [
  { name: 'a byte changed', file: INDEX, change: byteAt((bytes) => bytes.indexOf('<revision>') + 10) },
  { name: 'a byte of the signature changed', file: `${INDEX}.asc`, change: inSignature },
]

/** What is there before the first step: a folder with one package, which is not signed. */
function fill(folder: string): void {
  mkdirSync(join(folder, 'repository'))
  writeFileSync(join(folder, 'widget.spec'), SPEC)
  const defines = [`_topdir ${join(folder, 'build')}`, `_rpmdir ${join(folder, 'repository')}`]
  const args = ['-bb', ...defines.flatMap((define) => ['--define', define]), 'widget.spec']
  const { status, stderr } = spawnSync('rpmbuild', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`rpmbuild: ${stderr}`)
}

/** The page's configuration, for this repository and its key. @throws Error where it names others */
function configuration(folder: string): string {
  const places = [
    ['https://example.org/kms-public-key.asc', `file://${join(folder, KEY_FILE)}`],
    ['https://example.org/repository', `file://${join(folder, 'repository')}`],
  ] as const
  return places.reduce(
    (text, [place, own]) => {
      if (!text.includes(place)) throw new Error(`the configuration does not name ${place}`)
      return text.replace(place, own)
    },
    blockOf('rpm', 'ini'),
  )
}

/** Updates and installs, with nothing of the machine's own dnf. @throws Error where only one of both goes through */
async function install(folder: string): Promise<Outcome> {
  const root = join(folder, 'root')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(folder, 'repos'), { recursive: true })
  writeFileSync(join(folder, 'repos', 'example.repo'), configuration(folder))
  writeFileSync(join(folder, 'dnf.conf'), '[main]\n')
  const settings = [
    `--config=${join(folder, 'dnf.conf')}`,
    `--installroot=${root}`,
    '--releasever=1',
    `--setopt=reposdir=${join(folder, 'repos')}`,
    `--setopt=cachedir=${join(root, 'cache')}`,
    '--noplugins',
    '-y',
  ]
  const dnf = (...args: string[]) => run(['dnf', ...settings, ...args], folder, process.env)
  const [updated, installed] = [await dnf('makecache'), await dnf('install', 'widget')]
  const said = `${updated.said}\n${installed.said}`
  if (updated.ok !== installed.ok) throw new Error(`dnf makecache and dnf install do not agree: ${said}`)
  return { ok: installed.ok, said }
}

/** dnf judges a repository signed with the key of an algorithm. */
export async function dnfHolds(emulator: Emulator, algorithm: Algorithm, scratch: string): Promise<Check[]> {
  const folders = await followed('rpm', emulator, algorithm, scratch, fill)
  return judgedIn(`dnf, ${algorithm}`, folders, install, KEY_FILE, CHANGES, REFUSAL)
}
