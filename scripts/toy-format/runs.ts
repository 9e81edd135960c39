/** Signs and verifies with the toy's copy, end to end: nobody told any of these stages of the toy. */
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { TOY } from './tree.ts'

/** Bundles the two entries of a copy, without what comes from packages. */
export async function bundleActions(folder: string): Promise<void> {
  const options = { bundle: true, splitting: true, platform: 'node', format: 'esm', packages: 'external' } as const
  for (const action of ['sign', 'verify']) {
    const entryPoints = [join(folder, 'src', action, 'index.ts')]
    await build({ ...options, entryPoints, outdir: join(folder, 'dist', action), logLevel: 'error' })
  }
}

/** One thing that must hold; `what` says so in a sentence. */
type Check = (what: string, holds: boolean, run?: RunResult) => void

/** All runs. @returns what did not hold */
export async function runToy(root: string): Promise<readonly string[]> {
  const problems: string[] = []
  const check: Check = (what, holds, run) => {
    const said = run === undefined ? '' : `: ${run.shown.trim().slice(-1500)}`
    if (!holds) problems.push(`it does not hold that ${what}${said}`)
  }
  const emulator = await startEmulator()
  const workspace = mkdtempSync(join(root, 'workspace-'))
  try {
    writeFileSync(join(workspace, 'a.tgz'), 'a release')
    writeFileSync(join(workspace, 'b.tgz'), 'another')
    await signs(emulator, root, workspace, check)
    await refuses(emulator, root, workspace, check)
    await verifies(root, workspace, check)
  } finally {
    rmSync(workspace, { recursive: true, force: true })
    await emulator.close()
  }
  return problems
}

const list = (folder: string): string => readdirSync(folder).toSorted().join(' ')

async function signs(emulator: Emulator, root: string, workspace: string, check: Check): Promise<void> {
  const release = emulator.github.addRelease('v1.2.3', { draft: true })
  const { contexts, env } = emulator
  const run = (inputs: Readonly<Record<string, string>>) =>
    runAction({
      action: 'sign',
      root,
      workspace,
      contexts,
      env,
      inputs: { ...emulator.inputs, files: '*', formats: TOY, sign: 'files, checksums', overwrite: 'true', ...inputs },
    })
  const dry = await run({ 'dry-run': 'true' })
  check('a dry run says what would be written', dry.shown.includes(`a.tgz.${TOY}`), dry)
  check('a dry run writes nothing', list(workspace) === 'a.tgz b.tgz', dry)
  const first = await run({ 'release-assets': 'true', 'release-tag': 'v1.2.3' })
  check('a run signs with the toy', first.exitCode === 0, first)
  const written = list(workspace)
  check('the toy’s files are written', written.includes(`a.tgz.${TOY} b.tgz`), first)
  check('the checksum file is signed by it', written.includes(`SHA256SUMS.${TOY}`), first)
  check('the notes tell how it is verified', (first.outputs['verification-notes'] ?? '').includes('toy "$FILE'), first)
  const asset = release.assets.find(({ name }) => name === `a.tgz.${TOY}`)
  check('its assets have its media type', asset?.contentType === `application/x-${TOY}`, first)
  check('others verify what it wrote', confirmed(workspace))
  const second = await run({})
  check('a second run takes the same files', second.exitCode === 0 && second.outputs['signed-count'] === '2', second)
  check('a second run signs no signature', list(workspace) === written, second)
}

/** By Node, which knows IEEE P1363. */
function confirmed(workspace: string): boolean {
  const key = createPublicKey(readFileSync(join(workspace, 'kms-public-key.pem')))
  const signature = readFileSync(join(workspace, `a.tgz.${TOY}`))
  return verify('sha256', readFileSync(join(workspace, 'a.tgz')), { key, dsaEncoding: 'ieee-p1363' }, signature)
}

async function refuses(emulator: Emulator, root: string, workspace: string, check: Check): Promise<void> {
  const { contexts, env } = emulator
  const run = (inputs: Readonly<Record<string, string>>) =>
    runAction({
      action: 'sign',
      root,
      workspace,
      contexts,
      env,
      inputs: { ...emulator.inputs, files: 'a.tgz', ...inputs },
    })
  const rsa = await run({ 'key-id': emulator.keys.RSA_2048_SIGN_PSS_SHA_256.id, formats: TOY, 'output-dir': 'rsa' })
  check('a key that it does not take is refused', rsa.shown.includes('UNSUPPORTED_FORMAT'), rsa)
  check('the refusal names keys that it takes', rsa.shown.includes('ECDSA_SECP256_K1_SHA_256'), rsa)
  const unknown = await run({ formats: 'nonsense' })
  check('the message on an unknown format lists it', unknown.shown.includes(TOY), unknown)
}

async function verifies(root: string, workspace: string, check: Check): Promise<void> {
  const run = (inputs: Readonly<Record<string, string>>) =>
    runAction({
      action: 'verify',
      root,
      workspace,
      inputs: { 'public-key': 'kms-public-key.pem', files: '*.tgz', ...inputs },
    })
  const good = await run({})
  check('verify takes it without being asked to', good.outputs['verified-count'] === '2', good)
  check('verify names it', (good.outputs['results'] ?? '').includes(`"${TOY}"`), good)
  const sums = await run({ checksums: 'SHA256SUMS', formats: TOY })
  check('verify takes a checksum file by it', sums.exitCode === 0, sums)
  const unknown = await run({ formats: 'nonsense' })
  check('verify’s message on an unknown format lists it', unknown.shown.includes(TOY), unknown)
  writeFileSync(join(workspace, 'a.tgz'), 'A release')
  const changed = await run({})
  check('verify refuses a changed file', changed.shown.includes('SIGNATURE_INVALID'), changed)
}
