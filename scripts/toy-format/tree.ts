/** A copy of the project with one more format in it, made as CONTRIBUTING tells a newcomer to make one. */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
/** What every text of the toy's name must be looked for by. */
export const TOY = 'p1363'

/** The one entry that a new format takes. */
const ENTRY = `  ${TOY}: {
    ...PLAIN,
    extension: '.${TOY}',
    contentType: 'application/x-${TOY}',
    keys: ['P-256', 'P-384', 'P-521', 'secp256k1'],
  },
`

/** A place that the compiler names: what goes in front of what stands there, and an import. */
interface Place {
  readonly before: string
  readonly line: string
  readonly importing?: string
}

/** Every place that may have to know a format, because only people can say what goes there. */
const PLACES: Readonly<Record<string, Place>> = {
  'src/formats/writers.ts': {
    before: '  base64: () => ({ encoding: base64Encoding }),\n',
    line: `  ${TOY}: ({ key }) => ({ encoding: ${TOY}Encoding(key) }),\n`,
    importing: `import { ${TOY}Encoding } from './${TOY}/write.ts'\n`,
  },
  'src/formats/readers.ts': {
    before: '  base64: readBase64,\n',
    line: `  ${TOY}: readP1363,\n`,
    importing: `import { readP1363 } from './${TOY}/read.ts'\n`,
  },
  'src/report/verification-commands.ts': {
    before: '  sshsig: ({ principal }, quote) =>',
    line: `  ${TOY}: () => [{ program: 'openssl', title: 'a toy', commands: ['toy "$FILE.${TOY}"'] }],\n`,
  },
  'demo/judges.ts': { before: '    base64: [', line: `    ${TOY}: [],\n` },
  'interop/verifiers.ts': { before: '  base64: [', line: `  ${TOY}: [],\n` },
  'scripts/fuzz/mutants.ts': {
    before: '  base64: ({ files }, random) =>',
    line: `  ${TOY}: ({ files }, random) => ({ bytes: changedBytes(files.${TOY}, random).bytes, place: 'a byte' }),\n`,
  },
  'scripts/fuzz/programs.ts': { before: '  base64: [OPENSSL', line: `  ${TOY}: [],\n` },
}

/** All files that git knows or could know, below the root. */
export function projectFiles(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const paths = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0')
  return paths.filter((path) => path !== '' && !path.startsWith('dist/'))
}

/** Copies the project to `folder`, with the toy's own folder and its entry in the table. */
export function copyWithToy(folder: string): void {
  for (const path of projectFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(ROOT, path), join(folder, path))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'src', 'formats', TOY))
  for (const part of ['write', 'read'])
    copyFileSync(join(import.meta.dirname, `${part}.ts.txt`), join(folder, 'src', 'formats', TOY, `${part}.ts`))
  insert(folder, 'src/formats/facts.ts', '  base64: {', ENTRY)
}

/** What the compiler says of the copy, a line each: `path(line,column): error …`. */
export function compilerErrors(folder: string): readonly string[] {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = [
    '--noEmit',
    '--pretty',
    'false',
    '--incremental',
    '--tsBuildInfoFile',
    'toy.tsbuildinfo',
    '-p',
    'tsconfig.toy.json',
  ]
  const include = ['src', 'emulator', 'demo', 'faults', 'bench', 'interop', 'scripts']
  writeFileSync(join(folder, 'tsconfig.toy.json'), JSON.stringify({ extends: './tsconfig.json', include }))
  const { stdout } = spawnSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('error TS'))
}

/** Edits just what the compiler named. @returns what is wrong: a file named that need not know a format, or one not named */
export function followCompiler(folder: string, errors: readonly string[]): readonly string[] {
  const named = new Set(errors.map((line) => line.replace(/\(.*/u, '')))
  const problems: string[] = []
  for (const path of named) {
    const place = PLACES[path]
    if (place === undefined) {
      problems.push(
        ...errors.filter((line) => line.startsWith(path)).map((line) => `nothing there is of a format: ${line}`),
      )
      continue
    }
    insert(folder, path, place.before, place.line)
    if (place.importing !== undefined) insert(folder, path, 'import ', place.importing)
  }
  const silent = Object.keys(PLACES).filter((path) => !named.has(path))
  return [...problems, ...silent.map((path) => `the compiler does not name ${path}, which has to know every format`)]
}

/** @throws Error where there is nothing to put it in front of */
function insert(folder: string, path: string, before: string, text: string): void {
  const whole = readFileSync(join(folder, path), 'utf8')
  if (!whole.includes(before)) throw new Error(`${path} has no "${before.trim()}" to put the toy in front of`)
  writeFileSync(
    join(folder, path),
    whole.replace(before, () => text + before),
  )
}
