/** What the bundles in dist/ may hold, and where: start-up time and supply chain depend on it. Run it after a build. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAction } from '../emulator/runner/runner.ts'
import { licensesProblems } from './build/licenses.ts'
import { report } from './problems.ts'

const dist = join(import.meta.dirname, '..', 'dist')

/** Large package → a text that its own code holds exactly once. */
const MARKS = {
  undici: 'keep alive timeout threshold',
  '@azure/storage-blob': 'azsdk-js-azure-storage-blob',
  '@octokit/core': 'octokit-core.js',
  '@noble/curves': 'bad point: equation left != right',
} as const

/** Bytes of all files that are loaded until no files are found: each of them is parsed before that. */
const START_LIMIT = 320_000

/** Tells on standard error of every file that Node loads. */
const TELL = `import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) { process._rawDebug('loaded ' + url); return next(url, context) } })`

/** Names of the files in dist/`action` that a run loads which finds no files. */
async function loadedAtStart(action: 'sign' | 'verify'): Promise<readonly string[]> {
  const workspace = mkdtempSync(join(tmpdir(), 'start-'))
  try {
    const own: Record<string, string> =
      action === 'sign' ? { 'key-id': 'none', 'yc-iam-token': 'none' } : { 'public-key': `sha256:${'0'.repeat(64)}` }
    const { stderr } = await runAction({
      action,
      workspace,
      inputs: { files: 'none', 'if-no-files-found': 'ignore', ...own },
      nodeOptions: ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`],
    })
    return [...stderr.matchAll(/^loaded \S*\/dist\/\w+\/(\S+)$/gmu)].map(([, name = '']) => name)
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

/** File name → text of the JavaScript of one action. */
function chunksOf(action: string): Map<string, string> {
  const folder = join(dist, action)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : []
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

const holds = (text: string): string[] =>
  Object.entries(MARKS).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))

async function checkStart(action: 'sign' | 'verify', chunks: ReadonlyMap<string, string>): Promise<string[]> {
  if (!chunks.has('index.js')) return [`dist/${action}/index.js is missing: run npm run build`]
  const names = await loadedAtStart(action)
  const text = names.map((name) => chunks.get(name) ?? '').join('\n')
  console.log(`  at its start ${action} loads ${names.join(', ')}: ${Math.ceil(text.length / 1024)} KiB`)
  return [
    ...(names.length > 1 ? [] : [`dist/${action} does not come to its own code`]),
    ...(text.length > START_LIMIT
      ? [`dist/${action} loads ${text.length} bytes at start, more than ${START_LIMIT}`]
      : []),
    ...holds(text).map((name) => `dist/${action} loads ${name} at start, which belongs behind an import()`),
  ]
}

const [sign, verify] = [chunksOf('sign'), chunksOf('verify')]
const problems = [...(await checkStart('sign', sign)), ...(await checkStart('verify', verify))]
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
// What the bundles are known to hold has to be among the licences, in the version that is installed.
const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(dist, '..', 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version
const licences = existsSync(join(dist, 'licenses.txt')) ? readFileSync(join(dist, 'licenses.txt'), 'utf8') : ''
const needed = Object.keys(MARKS).map((name) => `${name}@${versionOf(name)}`)
problems.push(...licensesProblems(licences, needed).map((problem) => `dist/licenses.txt ${problem}`))
report('bundle', problems)
