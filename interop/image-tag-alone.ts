/** Images whose signatures lie under their tags alone. */
import { check, type Check } from './check.ts'
import { cosign, dockerConfig } from './image-judges.ts'
import type { RunningRegistry } from './image-registries.ts'
import { flags, keyFile, P256, type Scene, sign } from './image-scene.ts'

/** Has cosign 3 read tags, whatever referrers there are. */
const OLD_FORMAT = '--new-bundle-format=false'

/** The layout that clusters read, without referrers: statements too, by the commands of the notes. */
export async function tagAlone(scene: Scene, registry: RunningRegistry, image: string): Promise<Check[]> {
  const run = await sign(scene, image, P256, registry, { sign: 'files, provenance', 'image-layouts': 'tag' })
  const docker = dockerConfig(scene.folder, registry)
  const [right, other] = [await keyFile(scene, P256), await keyFile(scene, 'ECDSA_NIST_P384_SHA_384')]
  const notes = run.outputs['verification-notes'] ?? ''
  const attest = ['verify-attestation', '--type', 'slsaprovenance1']
  const judged = await Promise.all(
    [...scene.cosigns].flatMap(([major, program]) =>
      [['verify'], attest].flatMap((command) =>
        (major === 2 ? [[]] : [[], [OLD_FORMAT]]).map(async (more) => {
          const judge = (pem: string) => cosign(program, [...command, ...flags(pem), ...more, image], docker)
          const [taken, byOther] = await Promise.all([judge(right), judge(other)])
          const name = `cosign ${major} ${[command[0], ...more].join(' ')}, tag alone in ${registry.title}`
          return [
            check(`${name}: taken`, taken.ok, taken.said),
            check(`${name}: another key is refused`, !byOther.ok, 'it was taken'),
          ]
        }),
      ),
    ),
  )
  return [
    check(`signed with the tag alone in ${registry.title}`, run.exitCode === 0, run.stdout.slice(-600)),
    check(`the notes give ${OLD_FORMAT}`, notes.includes(OLD_FORMAT), notes),
    ...judged.flat(),
  ]
}
