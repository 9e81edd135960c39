/** The build over a small tree of its own: what it puts in place, and when it leaves dist/ alone. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..', '..')

const SOURCES = {
  'src/one/index.ts': `import { minimatch } from 'minimatch'
import { answer } from '../base/answer.ts'

const { later } = await import('../base/later.ts')
console.log(answer, later(), minimatch('a.ts', '*.ts'))
`,
  'src/base/answer.ts': 'export const answer: number = 42\n',
  'src/base/later.ts': `import { Worker } from 'node:worker_threads'

export async function later(): Promise<string> {
  await using held = { [Symbol.asyncDispose]: () => Promise.resolve() }
  const { answer } = await import('./answer.ts')
  new Worker(new URL('./threaded.ts', import.meta.url)).unref()
  return typeof held + String(answer)
}
`,
  'src/base/threaded.ts': "import { answer } from './answer.ts'\n\nconsole.log(`worker ${answer}`)\n",
  '__tests__/wrong.test.ts': 'const wrong: number = "no number"\n',
  'dist/one/index.js': 'old',
  'dist/gone/index.js': 'old',
}

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'))
  for (const path of ['scripts/build', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json']) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  for (const [path, text] of Object.entries(SOURCES)) write(path, text)
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const build = () => spawnSync(process.execPath, ['scripts/build/main.ts'], { cwd: root, encoding: 'utf8' })
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

it('bundles every entry and its workers, our code readable, and leaves nothing of an earlier build', () => {
  const { status, stderr } = build()
  expect([status, stderr]).toEqual([0, expect.any(String)])
  expect(readdirSync(join(root, 'dist')).toSorted()).toEqual(['licenses.txt', 'one'])
  expect(readdirSync(join(root, 'tmp'))).toEqual([])
  expect(textOf('dist/licenses.txt')).toContain('minimatch@')
  const text = textOf('dist/one/index.js')
  expect(text).toContain('console.log(')
  expect(text).toMatch(/process\.getBuiltinModule\("[a-z_:/]+"\)/u)
  expect(text).not.toContain('createRequire')
  expect(text).toContain('const { later } = await')
  expect(text).not.toContain('process.env.__MINIMATCH_TESTING_PLATFORM__\n')
  const run = spawnSync(process.execPath, ['dist/one/index.js'], { cwd: root, encoding: 'utf8' })
  expect(run.stdout.split('\n')[0]).toBe('42 Promise { <pending> } true')
})

it('changes nothing where the page for browsers would need what only Node has', () => {
  for (const name of ['page.html', 'page.css']) cpSync(join(ROOT, 'src/page', name), join(root, 'src/page', name))
  const settings = { extends: '../../tsconfig.json', compilerOptions: { noEmit: true }, include: ['.'], exclude: [] }
  write('src/page/tsconfig.json', JSON.stringify(settings))
  write('src/page/main.ts', "import { readFileSync } from 'node:fs'\n\nconsole.log(readFileSync('a', 'utf8'))\n")
  const { status, stdout, stderr } = build()
  expect(status).not.toBe(0)
  expect(stdout + stderr).toContain('Could not resolve "node:fs"')
  expect(textOf('dist/one/index.js')).toBe('old')
})

it.each([
  ['a type is wrong', 'src/base/answer.ts', "export const answer: number = 'no number'\n", 'TS2322'],
  [
    'a module is missing',
    'src/base/answer.ts',
    "// @ts-expect-error: there is none\nexport { answer } from './nowhere.ts'\n",
    'nowhere',
  ],
])('changes nothing where %s, and says so', (_, path, text, said) => {
  write(path, text)
  const { status, stdout, stderr } = build()
  expect(status).not.toBe(0)
  expect(stdout + stderr).toContain(said)
  expect([textOf('dist/one/index.js'), textOf('dist/gone/index.js')]).toEqual(['old', 'old'])
  expect(readdirSync(join(root, 'tmp'))).toEqual([])
})
