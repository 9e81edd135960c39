/** What the examples use of other people's actions, as far as files and releases go. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, matchesGlob } from 'node:path'
import { createHash } from 'node:crypto'
import type { Emulator } from '../../../emulator/emulator.ts'
import type { Release } from '../../../emulator/github/github-state.ts'
import { readZip } from './zip.ts'

/** A step of somebody else's action. */
export interface OtherStep {
  readonly emulator: Emulator
  readonly workspace: string
  /** Evaluated. */
  readonly inputs: Readonly<Record<string, string>>
  /** Artifacts of the run that no service holds: name → folder. */
  readonly artifacts: Map<string, string>
  /** Folder for such artifacts. */
  readonly store: string
}

type OtherAction = (step: OtherStep) => void

function matches(workspace: string, patterns: string): string[] {
  return patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((pattern) => {
      const found = globSync(pattern, { cwd: workspace })
      if (found.length === 0) throw new Error(`no file matches ${pattern}`)
      return found.map((path) => join(workspace, path))
    })
}

const upload: OtherAction = ({ workspace, inputs, artifacts, store }) => {
  const folder = join(store, inputs['name'] ?? '')
  if (artifacts.has(inputs['name'] ?? '') && inputs['overwrite'] !== 'true')
    throw new Error(`the artifact ${inputs['name'] ?? ''} is there already`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const path of matches(workspace, inputs['path'] ?? ''))
    cpSync(path, statSync(path).isDirectory() ? folder : join(folder, basename(path)), { recursive: true })
  artifacts.set(inputs['name'] ?? '', folder)
}

const download: OtherAction = ({ emulator, workspace, inputs, artifacts }) => {
  const target = join(workspace, inputs['path'] ?? '.')
  mkdirSync(target, { recursive: true })
  const wanted =
    inputs['name'] === undefined
      ? (name: string) => matchesGlob(name, inputs['pattern'] ?? '*')
      : (name: string) => name === inputs['name']
  const names = [...artifacts.keys()].filter(wanted)
  for (const name of names) cpSync(artifacts.get(name) ?? '', target, { recursive: true })
  const signed = emulator.artifacts.artifacts.filter(({ name, finalized }) => finalized && wanted(name))
  for (const { content } of signed) {
    for (const [path, bytes] of readZip(content ?? Buffer.alloc(0))) {
      mkdirSync(dirname(join(target, path)), { recursive: true })
      writeFileSync(join(target, path), bytes)
    }
  }
  if (names.length + signed.length === 0) throw new Error('no artifact to download')
}

const release: OtherAction = ({ emulator, workspace, inputs }) => {
  const made = emulator.github.releases.find(({ tag }) => tag === 'v1.2.3') ?? emulator.github.addRelease('v1.2.3', {})
  if (!(inputs['body'] ?? '').includes('openssl')) throw new Error('the release has no notes')
  made.body = inputs['body'] ?? ''
  for (const path of matches(workspace, inputs['files'] ?? ''))
    replaceAsset(emulator, made, basename(path), readFileSync(path))
}

/** As action-gh-release does it: an asset of the name is deleted first. */
function replaceAsset(emulator: Emulator, made: Release, name: string, content: Buffer): void {
  const at = made.assets.findIndex((asset) => asset.name === name)
  if (at >= 0) made.assets.splice(at, 1)
  emulator.github.addAsset(made, name, content)
}

const goreleaser: OtherAction = ({ emulator, workspace, inputs }) => {
  if (inputs['args'] !== 'release --clean') throw new Error('goreleaser was called in another way')
  // replace_existing_draft: true, as the example's comment asks for.
  const { releases } = emulator.github
  releases.splice(0, releases.length, ...releases.filter(({ draft }) => !draft))
  const made = emulator.github.addRelease('v1.2.3', { draft: true })
  mkdirSync(join(workspace, 'dist'))
  const lines = ['linux', 'darwin'].map((system) => {
    const name = `app_1.2.3_${system}.tar.gz`
    const content = `goreleaser's ${system}`
    writeFileSync(join(workspace, 'dist', name), content)
    emulator.github.addAsset(made, name, content)
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`
  })
  writeFileSync(join(workspace, 'dist/checksums.txt'), lines.join(''))
}

const nothing: OtherAction = () => undefined

/** By the name before the `@`. */
export const OTHER_ACTIONS: Readonly<Record<string, OtherAction>> = {
  'actions/setup-go': nothing,
  'actions/setup-node': nothing,
  'actions/upload-artifact': upload,
  'actions/download-artifact': download,
  'softprops/action-gh-release': release,
  'goreleaser/goreleaser-action': goreleaser,
}
