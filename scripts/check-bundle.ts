/** What the bundles in dist/ may hold, and where: start-up time and supply chain depend on it. Run it after a build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './problems.ts'

const dist = join(import.meta.dirname, '..', 'dist')

/** Large package → a text that its own code holds exactly once. */
const MARKS = {
  undici: 'keep alive timeout threshold',
  '@azure/storage-blob': 'azsdk-js-azure-storage-blob',
  '@octokit/core': 'octokit-core.js',
  '@noble/curves': 'bad point: equation left != right',
} as const

/** Bytes of the file that is loaded at start: each of them is parsed before the first line runs. */
const START_LIMIT = 320_000

/** File name → text of the JavaScript of one action. */
function chunksOf(action: string): Map<string, string> {
  const folder = join(dist, action)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : []
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

const holds = (text: string): string[] =>
  Object.entries(MARKS).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))

function checkStart(action: string, chunks: ReadonlyMap<string, string>): string[] {
  const path = `dist/${action}/index.js`
  const start = chunks.get('index.js')
  if (start === undefined) return [`${path} is missing: run npm run build`]
  const size = start.length > START_LIMIT ? [`${path} has ${start.length} bytes, more than ${START_LIMIT}`] : []
  return [...size, ...holds(start).map((name) => `${path} holds ${name}, which belongs behind an import()`)]
}

const [sign, verify] = [chunksOf('sign'), chunksOf('verify')]
const problems = [...checkStart('sign', sign), ...checkStart('verify', verify)]
for (const [action, chunks] of Object.entries({ sign, verify })) {
  for (const [name, text] of chunks) {
    console.log(`  dist/${action}/${name}: ${Math.ceil(text.length / 1024)} KiB ${holds(text).join(', ')}`)
  }
}
const copies = [...sign.values()].join('').split(MARKS.undici).length - 1
if (sign.size > 0 && copies !== 1) problems.push(`dist/sign holds undici ${copies} times, meant is once`)
const network = [...verify.values()].flatMap(holds).filter((name) => name !== '@noble/curves')
if (network.length > 0) problems.push(`dist/verify needs no network, yet holds ${network.join(', ')}`)
// A mark that nothing holds finds nothing in the wrong place either.
const held = [...sign.values()].flatMap(holds)
for (const name of Object.keys(MARKS)) {
  if (sign.size > 0 && !held.includes(name))
    problems.push(`dist/sign holds nothing that tells of ${name}: mend its mark`)
}
if (!existsSync(join(dist, 'licenses.txt'))) problems.push('dist/licenses.txt is missing')
report('bundle', problems)
