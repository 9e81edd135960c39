/** The bundles on a Node that is too old for them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { transformSync } from 'esbuild'

const DIST = join(import.meta.dirname, '..', '..', 'dist')
/** Makes a new Node say that it is an old one. */
const POSE = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.9.1'}})`
/** Debian's, which is a real old one for as long as this is Debian 12. */
const SYSTEM = '/usr/bin/node'

function versionOf(node: string): string {
  return spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim()
}

const olds: [name: string, node: string, options: string[], version: string][] = [
  ['a Node that says that it is old', process.execPath, ['--import', POSE], '20.9.1'],
]
if (existsSync(SYSTEM) && Number.parseInt(versionOf(SYSTEM)) < 24)
  olds.push(["the system's own Node", SYSTEM, [], versionOf(SYSTEM)])

describe.each(['sign', 'verify'])('dist/%s', (entry) => {
  const index = join(DIST, entry, 'index.js')

  it.each(olds)('fails with UNSUPPORTED_RUNTIME, and does nothing else, on %s', (_, node, options, version) => {
    const { status, stdout, stderr } = spawnSync(node, [...options, index], {
      encoding: 'utf8',
      env: { INPUT_FILES: 'x', GITHUB_ACTIONS: 'true' },
    })
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^::error title=UNSUPPORTED_RUNTIME::[^\n]+\n$/u)
    expect(stdout).toContain(`This is Node ${version}, and Node 24 or newer is needed.`)
  })

  it('says so in plain text where no runner reads', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', POSE, index], { encoding: 'utf8', env: {} })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^UNSUPPORTED_RUNTIME: This is Node 20\.9\.1, and Node 24 [^\n]+\n$/u)
  })

  it('begins with code that Node 16 can parse, and loads nothing else before it has looked', () => {
    const text = readFileSync(index, 'utf8')
    const [asItIs, forNode16] = ['esnext', 'node16.0'].map(
      (target) => transformSync(text, { target, format: 'esm' }).code,
    )
    expect(forNode16).toBe(asItIs)
    const imported = [...text.matchAll(/^import .*from "(.*)"/gmu)].map(([, name]) => name)
    expect(imported.filter((name) => name !== 'module' && name?.startsWith('node:') !== true)).toEqual([])
    // The check itself must be able to fail.
    const newer = `${text}\nclass A { accessor x = 1; static { using y = open() } }`
    expect(transformSync(newer, { target: 'node16.0', format: 'esm' }).code).not.toBe(
      transformSync(newer, { target: 'esnext', format: 'esm' }).code,
    )
  })
})
