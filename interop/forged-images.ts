/**
 * Release files that are cosign's payload for an image: the key's signature over such a file, attached to the image by
 * anybody, is a good signature of it to cosign. So the action refuses the file.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../emulator/emulator.ts'
import { runAction } from '../emulator/runner/runner.ts'
import { check, type Check } from './check.ts'
import type { Major } from './cosign.ts'
import { cosign } from './image-judges.ts'

interface Scene {
  readonly emulator: Emulator
  readonly folder: string
  /** Version → path of the program. */
  readonly cosigns: ReadonlyMap<Major, string>
  /** Folder of docker's configuration, without a login. */
  readonly docker: string
}

/** Pushes an image that nobody has signed. @returns its reference by digest */
type PushImage = () => Promise<string>

/** What each makes of the payload: the first as cosign writes it, the others as Go's JSON reads it all the same. */
const SPELLINGS: Readonly<Record<string, (payload: string) => string>> = {
  'as it is': (payload) => payload,
  'in other cases': (payload) =>
    payload.replace('"critical"', '"CRITICAL"').replace('docker-manifest-digest', 'Docker-Manifest-Digest'),
  'with escapes': (payload) => payload.replace('"image"', String.raw`"\u0069mage"`),
  'with blanks': (payload) => `\n\t ${payload.replaceAll(':{', ' : {\n')}\n`,
  'with members before and between': (payload) =>
    payload.replace('{"critical":{', '{"name":"app","version":"1.0.0","critical":{"x":[{}],'),
  'with a first one of the same name': (payload) =>
    payload.replace('{"critical":', '{"critical":{"image":{"docker-manifest-digest":"x"}},"critical":'),
}

/** Tries each spelling with each cosign that there is. */
export async function forgedImages(scene: Scene, push: PushImage): Promise<Check[]> {
  const checks: Check[] = []
  for (const [spelling, spell] of Object.entries(SPELLINGS)) {
    for (const [major, program] of scene.cosigns) {
      const image = await push()
      const name = `a release file that is the payload of an image, ${spelling}, to cosign ${major}`
      checks.push(...(await forged(scene, { name, program, image, file: Buffer.from(spell(payloadOf(image))) })))
    }
  }
  return checks
}

function payloadOf(image: string): string {
  const [reference = '', digest = ''] = image.split('@')
  return JSON.stringify({
    critical: {
      identity: { 'docker-reference': reference },
      image: { 'docker-manifest-digest': digest },
      type: 'cosign container image signature',
    },
    optional: null,
  })
}

interface Attempt {
  readonly name: string
  readonly program: string
  readonly image: string
  readonly file: Buffer
}

async function forged(scene: Scene, { name, program, image, file }: Attempt): Promise<Check[]> {
  const { emulator, folder, docker } = scene
  const key = emulator.keys.ECDSA_NIST_P256_SHA_256
  const workspace = mkdtempSync(join(folder, 'forged-'))
  // Beside the workspace: what an attacker writes is none of the run's.
  const [path, signature, pem] = [join(workspace, 'evil.json'), `${workspace}.b64`, `${workspace}.pem`]
  writeFileSync(path, file)
  writeFileSync(pem, await key.publicKeyPem())
  const run = await runAction({
    action: 'sign',
    inputs: { ...emulator.inputs, files: 'evil.json', formats: 'base64', 'upload-artifact': 'false' },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace,
  })
  const attachedWith = async (raw: Buffer) => {
    writeFileSync(signature, raw.toString('base64'))
    const attached = await cosign(
      program,
      ['attach', 'signature', '--payload', path, '--signature', signature, image],
      docker,
    )
    if (!attached.ok) return attached
    return cosign(program, ['verify', '--key', pem, '--insecure-ignore-tlog=true', image], docker)
  }
  const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
  const ofOther = await attachedWith(await key.signDigest(sha256(Buffer.from('another file'))))
  const fooled = await attachedWith(await key.signDigest(sha256(file)))
  const refused = run.annotations.some(({ title }) => title === 'UNSAFE_FILE')
  return [
    check(`${name}: another file's signature is refused`, !ofOther.ok, 'it was taken'),
    check(`${name}: its own would be taken`, fooled.ok, fooled.said),
    check(`${name}: the action does not sign it`, refused && run.exitCode === 1, run.stdout.slice(-600)),
  ]
}
