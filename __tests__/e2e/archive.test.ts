/** The two actions as a runner gets them: out of the archive of the repository, with nothing else beside them. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { archiveOf, namesIn } from '../../scripts/archive.ts'
import { archiveProblems } from '../../scripts/check-archive.ts'
import { expectSuccess, runBundle, sign, type Workspace, workspaceWith } from './bundle.ts'

const archive = archiveOf(join(import.meta.dirname, '..', '..'))

describe('the archive', () => {
  let emulator: Emulator
  let workspace: Workspace
  let root: string
  beforeAll(async () => {
    emulator = await startEmulator()
    workspace = await workspaceWith({ 'dist/app': 'app' })
    root = await mkdtemp(join(tmpdir(), 'archive-'))
    execFileSync('tar', ['-x', '-C', root], { input: archive })
  })
  afterAll(async () => {
    await emulator.close()
    await workspace.remove()
    await rm(root, { recursive: true, force: true })
  })

  it('runs: what its sign action signs, attaches and uploads, its verify action verifies', async () => {
    const inputs = { files: 'dist/*', formats: 'sig, base64, sigstore, sshsig, openpgp, cms', sign: 'files, checksums' }
    const signed = await sign(emulator, workspace, { root, inputs })
    expectSuccess(signed)
    expect(signed.outputs['artifact-id']).toMatch(/^\d+$/u)
    const verified = await runBundle('verify', emulator, workspace, {
      root,
      inputs: {
        files: 'dist/*',
        'public-key': 'dist/kms-public-key.pem',
        fingerprint: signed.outputs['public-key-fingerprint'] ?? '',
      },
    })
    expectSuccess(verified)
    expect(verified.outputs['verified-count']).toBe('2')
  })

  it('has the licences of what it holds', async () => {
    expect(await readdir(join(root, 'dist'))).toEqual(expect.arrayContaining(['licenses.txt']))
  })
})

describe('the check of the archive', () => {
  const names = namesIn(archive)

  it('is content with what there is', () => {
    expect(archiveProblems(names, 900_000)).toEqual([])
  })

  it.each(['action.yml', 'verify/action.yml', 'dist/sign/index.js', 'dist/licenses.txt', 'LICENSE', 'README.md'])(
    'names %s where it lacks',
    (name) => {
      expect(
        archiveProblems(
          names.filter((other) => other !== name),
          1,
        ),
      ).toEqual([`the archive lacks ${name}`])
    },
  )

  it('names what no run needs, and a size over the limit', () => {
    expect(archiveProblems([...names, 'src/sign/main.ts'], 900_001)).toEqual([
      'the archive holds src/sign/main.ts, which no run needs: see .gitattributes',
      'the archive has 900001 bytes when packed, more than 900000',
    ])
  })
})
