/** Images in real registries, signed by the bundle: cosign 2 and 3 judge both layouts. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../emulator/emulator.ts'
import type { Algorithm } from '../emulator/yandex/kms-keys.ts'
import { check, type Check } from './check.ts'
import { forgedImages } from './forged-images.ts'
import { cosign, dockerConfig } from './image-judges.ts'
import { flags, keyFile, P256, type Scene, sign } from './image-scene.ts'
import { tagAlone } from './image-tag-alone.ts'
import { findCosign, type Major } from './cosign.ts'
import {
  dockerRegistries,
  IMAGE_KINDS,
  type ImageKind,
  pushImage,
  referrersRegistry,
  type RunningRegistry,
} from './image-registries.ts'

const REPOSITORY = 'team/app'
const KINDS = Object.keys(IMAGE_KINDS) as ImageKind[]

/** All of it. @param downloads kept between runs */
export async function imageChecks(emulator: Emulator, scratch: string, downloads: string): Promise<Check[]> {
  const folder = join(scratch, 'images')
  mkdirSync(folder, { recursive: true })
  const cosigns = new Map<Major, string>()
  for (const major of [2, 3] as const) {
    const found = findCosign(downloads, major)
    if (found !== undefined) cosigns.set(major, join(found.folder, 'cosign'))
  }
  const running = await startRegistries(folder)
  const there = [
    check(
      'docker-registry is there to hold images',
      running.some(({ title }) => title === 'docker-registry'),
      'not run: install docker-registry',
    ),
    check(
      'a registry with referrers is there',
      running.some(({ title }) => title === 'go-containerregistry'),
      'not run: Go could not build it',
    ),
    ...([2, 3] as const).map((major) =>
      check(`cosign ${major} is there to judge images`, cosigns.has(major), 'not run'),
    ),
  ]
  try {
    const scene = { emulator, folder, cosigns }
    const checks: Check[] = []
    for (const registry of running) checks.push(...(await inRegistry(scene, registry, running[0] ?? registry)))
    const [open] = running
    if (open !== undefined) {
      const push = async () => `${open.host}/${REPOSITORY}@${await pushImage(open.host, REPOSITORY, 'an OCI manifest')}`
      checks.push(...(await forgedImages({ ...scene, docker: dockerConfig(folder, open) }, push)))
    }
    return [...there, ...checks]
  } finally {
    for (const { stop } of running) stop()
  }
}

async function startRegistries(folder: string): Promise<RunningRegistry[]> {
  const own = join(folder, 'registry')
  mkdirSync(join(folder, 'referrers'), { recursive: true })
  const docker = await dockerRegistries(own).catch((error: unknown) => {
    console.log(`no docker-registry: ${String(error)}`)
    return []
  })
  const referrers = await referrersRegistry(join(folder, 'referrers'))
  return referrers === undefined ? docker : [...docker, referrers]
}

async function inRegistry(scene: Scene, registry: RunningRegistry, open: RunningRegistry): Promise<Check[]> {
  const isOwn = registry.title === 'go-containerregistry'
  const push = (kind: ImageKind) => pushImage(isOwn ? registry.host : open.host, REPOSITORY, kind)
  const checks: Check[] = []
  // A login changes nothing of what is pushed: each kind of image once, without one.
  for (const kind of registry.login === undefined ? KINDS : KINDS.slice(0, 1)) {
    const image = `${registry.host}/${REPOSITORY}@${await push(kind)}`
    checks.push(...(await signedOnce(scene, registry, image, `${kind} in ${registry.title}`)))
  }
  if (registry.login !== undefined) return checks
  const another = async () => `${registry.host}/${REPOSITORY}@${await push('an OCI manifest')}`
  return [
    ...checks,
    ...(await twoSigners(scene, registry, await another())),
    ...(await largerCurve(scene, registry, await another())),
    ...(await tagAlone(scene, registry, await another())),
  ]
}

async function signedOnce(scene: Scene, registry: RunningRegistry, image: string, title: string): Promise<Check[]> {
  const { emulator, folder } = scene
  const run = await sign(scene, image, P256, registry, { sign: 'files, provenance' })
  const before = signatures(emulator)
  const again = await sign(scene, image, P256, registry)
  const key = await keyFile(scene, P256)
  const other = await keyFile(scene, 'ECDSA_NIST_P384_SHA_384')
  const unsigned = image.replace(/[0-9a-f]{64}$/u, (hex) => hex.split('').reverse().join(''))
  const docker = dockerConfig(folder, registry)
  const judged = await Promise.all(
    [...scene.cosigns].flatMap(([major, program]) =>
      ['verify', 'verify-attestation --type slsaprovenance1'].map(async (command) => {
        const judge = (pem: string, of: string) => cosign(program, [...command.split(' '), ...flags(pem), of], docker)
        const [right, byOther, ofOther] = await Promise.all([
          judge(key, image),
          judge(other, image),
          judge(key, unsigned),
        ])
        const name = `cosign ${major} ${command}, ${title}`
        return [
          check(`${name}: taken`, right.ok, right.said),
          check(`${name}: another key is refused`, !byOther.ok, 'it was taken'),
          check(`${name}: another digest is refused`, !ofOther.ok, 'it was taken'),
        ]
      }),
    ),
  )
  return [
    check(`${title}: signed`, run.exitCode === 0, run.stdout.slice(-600)),
    check(
      `${title}: a second run signs nothing`,
      again.exitCode === 0 && signatures(emulator) === before,
      again.stdout.slice(-600),
    ),
    ...judged.flat(),
  ]
}

/** Two keys at the same time: cosign finds both, in tags and in referrers. */
async function twoSigners(scene: Scene, registry: RunningRegistry, image: string): Promise<Check[]> {
  const keys = [P256, 'ECDSA_NIST_P384_SHA_384'] as const
  const runs = await Promise.all(keys.map((key) => sign(scene, image, key, registry)))
  const docker = dockerConfig(scene.folder, registry)
  const judged = await Promise.all(
    keys.flatMap((key) =>
      [...scene.cosigns].map(async ([major, program]) => {
        const hash = key === P256 ? [] : ['--signature-digest-algorithm', 'sha384']
        const { ok, said } = await cosign(
          program,
          ['verify', ...flags(await keyFile(scene, key)), ...hash, image],
          docker,
        )
        return check(`cosign ${major} verify, two signers at once in ${registry.title}: ${key}`, ok, said)
      }),
    ),
  )
  const problem = runs.find(({ exitCode }) => exitCode !== 0)
  return [
    check(`two signers at once in ${registry.title}`, problem === undefined, problem?.stdout.slice(-600) ?? ''),
    ...judged,
  ]
}

async function largerCurve(scene: Scene, registry: RunningRegistry, image: string): Promise<Check[]> {
  const key: Algorithm = 'ECDSA_NIST_P521_SHA_512'
  const run = await sign(scene, image, key, registry, { sign: 'files, provenance' })
  const docker = dockerConfig(scene.folder, registry)
  const pem = await keyFile(scene, key)
  const hash = ['--signature-digest-algorithm', 'sha512']
  const attestation = ['verify-attestation', '--type', 'slsaprovenance1']
  const judged = await Promise.all(
    [...scene.cosigns].flatMap(([major, program]) =>
      // cosign 2 has no such flag for attestations.
      [['verify'], ...(major === 3 ? [attestation] : [])].map(async (command) => {
        const { ok, said } = await cosign(program, [...command, ...flags(pem), ...hash, image], docker)
        return check(`cosign ${major} ${command[0] ?? ''} with P-521 in ${registry.title}`, ok, said)
      }),
    ),
  )
  return [check(`signed with P-521 in ${registry.title}`, run.exitCode === 0, run.stdout.slice(-600)), ...judged]
}

function signatures({ kms }: Emulator): number {
  return kms.answered.signHash
}
