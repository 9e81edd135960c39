/** Signature files with something wrong in one place, or something unusual: changed bytes, and ones that the key did sign. */
import type { Format } from '../../src/formats/facts.ts'
import { cmsMutant } from './cms-mutants.ts'
import { changedBytes, changedText, derMutant } from './changes.ts'
import { clearMutant, openpgpMutant } from './openpgp-mutants.ts'
import type { Mutant } from './types.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'
import { sshsigMutant } from './sshsig-mutants.ts'
import { attestedJson } from './json-mutants.ts'

/** How mutants of each format are made. */
const MAKERS: Readonly<Record<Format, (scene: Scene, random: Random) => Mutant>> = {
  sig: ({ files }, random) =>
    random.below(3) > 0
      ? derMutant(files.sig, random, () => 'the numbers')
      : { bytes: changedBytes(files.sig, random).bytes, place: 'a byte' },
  base64: ({ files }, random) => ({ bytes: changedText(files.base64, random), place: 'the text' }),
  sigstore: ({ files }, random) => attestedJson(files.sigstore, random),
  sshsig: sshsigMutant,
  openpgp: openpgpMutant,
  cms: cmsMutant,
  'openpgp-clear': clearMutant,
}

export function mutantOf(format: Format, scene: Scene, random: Random): Mutant {
  return MAKERS[format](scene, random)
}
