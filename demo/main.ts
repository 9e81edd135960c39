/**
 * `npm run demo`: signs a real build with the bundle, as a runner would run it, against the emulator, and has every
 * signature verified by other people's programs. `npm run demo -- 'some/folder/*.gz'` signs your own files.
 */
import { counted } from '../src/base/log.ts'
import { EXTENSIONS, formatsWhere } from '../src/formats/facts.ts'
import { createHash, createPublicKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { actionMetadata } from '../emulator/runner/job.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import { makeBuild } from './build.ts'
import { judgeAll, type SignedFile } from './verdicts.ts'

const PROJECT = join(import.meta.dirname, '..')
const OUTPUT = join(PROJECT, 'tmp', 'demo')
const ALGORITHM = 'ECDSA_NIST_P256_SHA_256'
const TEXT = 'announcement.txt'

function heading(text: string): void {
  console.log(`\n== ${text}`)
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '   | ')
}

interface Manifest {
  readonly files: readonly { readonly path: string; readonly files: readonly string[] }[]
  readonly checksums: { readonly path: string; readonly files: readonly string[] } | null
}

/** The run's inputs: as the README's workflow has them, with the emulator's endpoints. */
async function inputsOf(emulator: Emulator, patterns: readonly string[]): Promise<Record<string, string>> {
  const key = createPublicKey(await emulator.keys[ALGORITHM].publicKeyPem())
  const fingerprint = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  const inputs: Record<string, string> = {
    ...emulator.inputs,
    files: patterns.join('\n'),
    'public-key': `sha256:${fingerprint}`,
    'output-dir': OUTPUT,
    overwrite: 'true',
  }
  const declared = actionMetadata('sign', PROJECT).inputs ?? {}
  if ('formats' in declared) inputs['formats'] = formatsWhere(({ textOnly }) => !textOnly).join(', ')
  if ('sign' in declared) inputs['sign'] = 'files, checksums'
  return inputs
}

/** The log as GitHub shows it: without debug lines and masks, groups by their names, annotations by their levels. */
function asShown(stdout: string): string {
  return stdout
    .replace(/^::(debug|add-mask|endgroup)::.*\n/gm, '')
    .replace(/^::group::/gm, '▼ ')
    .replace(
      /^::(notice|warning|error)(?: title=([^:]*))?::/gm,
      (_, level: string, title = '') => `[${level}] ${title} `,
    )
    .replaceAll('%0A', '\n')
}

function show(run: RunResult): void {
  heading('What it wrote to the log')
  console.log(indent(asShown(run.stdout)))
  if (run.stderr !== '') console.log(indent(run.stderr))
  heading('Outputs')
  for (const [name, value] of Object.entries(run.outputs)) {
    const [first = '', ...more] = value.split('\n')
    console.log(indent(`${name}: ${first}${more.length > 0 ? ` … and ${more.length} lines more` : ''}`))
  }
  heading('Job summary')
  console.log(indent(run.summary))
}

/** What must be right beside the signatures themselves. */
function faultsOf(emulator: Emulator, run: RunResult): readonly string[] {
  const faults: string[] = []
  if (run.exitCode !== 0) faults.push(`the action ended with exit code ${String(run.exitCode)}`)
  if (emulator.secrets().some((secret) => run.shown.includes(secret))) faults.push('a secret shows in the output')
  const artifact = emulator.artifacts.artifacts.find(({ id }) => String(id) === run.outputs['artifact-id'])
  if (artifact?.content === undefined) faults.push('the artifact did not arrive')
  else if (!run.outputs['artifact-digest']?.endsWith(createHash('sha256').update(artifact.content).digest('hex')))
    faults.push('the artifact is not the one that the output artifact-digest names')
  return faults
}

/** Each release file with its signature files, by the manifest. */
async function signedFiles(run: RunResult, workspace: string): Promise<readonly SignedFile[]> {
  const path = resolve(workspace, run.outputs['manifest-path'] ?? '')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest
  const subjects = manifest.checksums ? [...manifest.files, manifest.checksums] : manifest.files
  return subjects.map((subject) => ({
    file: resolve(workspace, subject.path),
    // The checksum file was written by the run too, and stands among its own files.
    signatures: subject.files.filter((name) => name !== subject.path).map((name) => resolve(workspace, name)),
  }))
}

async function verdictOn(emulator: Emulator, run: RunResult, workspace: string): Promise<readonly string[]> {
  const signed = await signedFiles(run, workspace)
  const evidence = {
    runFiles: dirname(resolve(workspace, run.outputs['public-key-path'] ?? '')),
    hash: 'sha256',
    rsa: false,
    principal: emulator.keys[ALGORITHM].id,
  }
  const { lines, faults } = await judgeAll(signed, evidence)
  heading(`Who verified what in ${relative(PROJECT, evidence.runFiles)}`)
  for (const line of lines) console.log(`   ${line}`)
  const unsigned = signed
    .filter(({ signatures }) => signatures.length === 0)
    .map(({ file }) => `${file} has no signature`)
  const none = lines.length === 0 ? ['no signature was verified'] : []
  const action = await runAction({
    action: 'verify',
    workspace,
    inputs: {
      'public-key': resolve(workspace, run.outputs['public-key-path'] ?? ''),
      fingerprint: run.outputs['public-key-fingerprint'] ?? '',
      files: signed.map(({ file }) => file).join('\n'),
      'signatures-dir': evidence.runFiles,
    },
  })
  const count = Number(action.outputs['verified-count'] ?? 0)
  console.log(`   ${counted(count, 'file')} verified by this project's own verify action, offline`)
  const refused = action.exitCode === 0 ? [] : [`the verify action ended with ${String(action.exitCode)}`]
  return [...faults, ...unsigned, ...none, ...refused]
}

/** A text with its signature in one file, which is not for files of any kind: a second run signs one. */
async function announcement(
  emulator: Emulator,
  inputs: Readonly<Record<string, string>>,
  workspace: string,
): Promise<readonly string[]> {
  const formats = formatsWhere(({ textOnly }) => textOnly).join(', ')
  await writeFile(join(workspace, TEXT), 'Widget 1.2.3 is out.\n\n- It is faster.\n- Nothing else has changed.\n')
  heading(`Running it again on ${TEXT}, with formats: ${formats}`)
  const own = {
    files: TEXT,
    formats,
    sign: 'files',
    'output-dir': join(OUTPUT, 'announcement'),
    'upload-artifact': 'false',
  }
  const { env, contexts } = emulator
  const run = await runAction({ action: 'sign', inputs: { ...inputs, ...own }, env, contexts, workspace })
  if (run.exitCode !== 0) return [`the action ended with exit code ${String(run.exitCode)}: ${run.stdout}`]
  const [path = ''] = (run.outputs['files'] ?? '')
    .split('\n')
    .filter((name) => name.endsWith(EXTENSIONS['openpgp-clear']))
  console.log(indent(await readFile(resolve(workspace, path), 'utf8')))
  return verdictOn(emulator, run, workspace)
}

async function demo(patterns: readonly string[]): Promise<readonly string[]> {
  if (!existsSync(join(PROJECT, 'dist', 'sign', 'index.js'))) return ['dist/ is missing: npm run build']
  await rm(OUTPUT, { recursive: true, force: true })
  await mkdir(OUTPUT, { recursive: true })
  const own = patterns.length > 0
  const workspace = own ? (process.env['INIT_CWD'] ?? process.cwd()) : join(OUTPUT, 'workspace')
  if (!own) {
    heading('Building')
    console.log(`   dist/: ${(await makeBuild(PROJECT, workspace)).join(', ')}`)
  }
  heading('Starting the emulator: KMS, IAM, token exchange, GitHub’s OIDC issuer and artifact service')
  const emulator = await startEmulator()
  try {
    const inputs = await inputsOf(emulator, own ? patterns : ['dist/*'])
    heading('Running dist/sign/index.js with')
    for (const [name, value] of Object.entries(inputs)) console.log(`   ${name}: ${value.replaceAll('\n', ' ')}`)
    const run = await runAction({ action: 'sign', inputs, env: emulator.env, contexts: emulator.contexts, workspace })
    show(run)
    const faults = faultsOf(emulator, run)
    if (run.exitCode !== 0) return faults
    const judged = [...faults, ...(await verdictOn(emulator, run, workspace))]
    return own ? judged : [...judged, ...(await announcement(emulator, inputs, workspace))]
  } finally {
    await emulator.close()
  }
}

const faults = await demo(process.argv.slice(2))
if (faults.length === 0) {
  heading('All of it is right')
  console.log(`   The key was made for this demo by the emulator; nothing here has met the live cloud.
   What was written is in ${OUTPUT}: look at it, or verify it yourself.`)
} else {
  heading('NOT right')
  for (const fault of faults) console.error(`   ${fault}`)
  process.exitCode = 1
}
