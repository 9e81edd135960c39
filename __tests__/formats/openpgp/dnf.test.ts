/** A repository for dnf, signed as docs/package-repositories.md says, and a real dnf in a root of its own. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { encodingsFor } from '../../../src/formats/writers.ts'
import { contextOf, digestsOf } from '../../support/encode.ts'
import { localKey } from '../../support/local-key.ts'
import { itWith } from '../../support/where-there.ts'

const NAMES = ['ECDSA_NIST_P256_SHA_256', 'ECDSA_NIST_P384_SHA_384', 'ECDSA_NIST_P521_SHA_512']
const SPEC =
  'Name: widget\nVersion: 1\nRelease: 1\nSummary: a widget\nLicense: MIT\nBuildArch: noarch\n%description\nA widget.\n%files\n'

let folder: string
let made: number | null
const at = (...parts: string[]): string => join(folder, ...parts)
const run = (program: string, ...args: string[]) => spawnSync(program, args, { cwd: folder, encoding: 'utf8' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dnf-'))
  mkdirSync(at('repository'))
  writeFileSync(at('widget.spec'), SPEC)
  const defines = [`_topdir ${at('build')}`, `_rpmdir ${at('repository')}`].flatMap((define) => ['--define', define])
  run('rpmbuild', '-bb', ...defines, 'widget.spec')
  made = run('createrepo_c', 'repository').status
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Signs the index of the repository, with the key file beside it. */
function signIndex(name: string): void {
  const local = localKey(name)
  const encodings = encodingsFor(['openpgp'], contextOf(local.key))
  for (const { toSign, encode } of encodings.signedRunFiles)
    for (const file of encode(local.sign(toSign))) writeFileSync(at(file.name), file.content)
  const index = readFileSync(at('repository', 'repodata', 'repomd.xml'))
  const [encoding] = encodings.encodings
  const prepared = encoding?.prepare(digestsOf(index, local.key, encodings))
  const armor = prepared?.encode(local.sign(prepared.toSign)) ?? Buffer.alloc(0)
  writeFileSync(at('repository', 'repodata', 'repomd.xml.asc'), armor)
}

/** What dnf says of updating and installing, with nothing of the machine's own. */
function dnf(): { readonly statuses: readonly (number | null)[]; readonly said: string } {
  rmSync(at('root'), { recursive: true, force: true })
  mkdirSync(at('repos'), { recursive: true })
  const repository = {
    name: 'test',
    baseurl: `file://${at('repository')}`,
    gpgkey: `file://${at('kms-public-key.asc')}`,
  }
  const lines = Object.entries({ ...repository, repo_gpgcheck: 1, gpgcheck: 0 }).map(
    ([name, value]) => `${name}=${value}`,
  )
  writeFileSync(at('repos', 'test.repo'), `[test]\n${lines.join('\n')}\n`)
  writeFileSync(at('dnf.conf'), '[main]\n')
  const options = [
    `--config=${at('dnf.conf')}`,
    `--installroot=${at('root')}`,
    '--releasever=1',
    `--setopt=reposdir=${at('repos')}`,
    `--setopt=cachedir=${at('root', 'cache')}`,
    '--noplugins',
    '-y',
  ]
  const [update, install] = [
    run('dnf', ...options, 'makecache'),
    run('dnf', ...options, 'install', '--downloadonly', 'widget'),
  ]
  return { statuses: [update.status, install.status], said: `${update.stdout}${update.stderr}${install.stderr}` }
}

itWith('dnf').each(NAMES)('dnf takes an index signed with %s, and refuses it with a byte changed', (name) => {
  expect(made).toBe(0)
  signIndex(name)
  const taken = dnf()
  expect([taken.statuses, taken.said]).toEqual([[0, 0], expect.any(String)])
  const path = at('repository', 'repodata', 'repomd.xml')
  const index = readFileSync(path, 'utf8')
  writeFileSync(path, index.replace('<revision>', '<revision>1'))
  const refused = dnf()
  writeFileSync(path, index)
  expect(refused.statuses.every((status) => status !== 0)).toBe(true)
  expect(refused.said).toMatch(/GPG verification|signature/iu)
})
