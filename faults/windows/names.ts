/** Drives and case: one file by two spellings, two names for one file. */
import { readdir } from 'node:fs/promises'
import type { Check } from '../../interop/check.ts'
import { SUCCESS } from '../judge.ts'
import { inFolder, judged, saidBy, sign, type Place } from './scene.ts'

const sortedNames = async (folder: string): Promise<string> => (await readdir(folder)).toSorted().join(' ')

const byTwoDrives = (place: Place): Promise<Check> =>
  inFolder(place, { 'dist/app.zip': 'app' }, async (scene) => {
    const { windows, workspace } = scene
    const run = await sign(scene, { files: `dist\\app.zip\n${windows.otherPathOf(workspace.at('dist/app.zip'))}` })
    return judged('one file by two drives', run, SUCCESS, {
      'it is signed once': run.outputs['signed-count'] === '1',
      'it is written beside it': (await sortedNames(workspace.at('dist'))).includes('app.zip.sig'),
    })
  })

const onTwoDrives = (place: Place): Promise<Check[]> =>
  inFolder(place, { 'here.zip': 'here' }, (scene) =>
    inFolder(place, { 'there.zip': 'there' }, async ({ workspace: other }) => {
      const files = `here.zip\n${scene.windows.otherPathOf(other.at('there.zip'))}`
      const refused = await sign(scene, { files })
      const requests = scene.emulator.requests.length
      const signed = await sign(scene, { files, 'output-dir': 'out' })
      return [
        judged('files on two drives have no common folder', refused, 'INVALID_INPUT', {
          'nothing was requested': requests === 0,
          'output-dir is named': saidBy(refused).includes('output-dir'),
          'nothing was written beside them': (await sortedNames(other.path)) === 'there.zip',
        }),
        judged('files on two drives with an output-dir', signed, SUCCESS, {
          'all is in it': (await sortedNames(scene.workspace.at('out'))).includes('here.zip.sig kms-public-key.pem'),
          'of both': signed.outputs['signed-count'] === '2',
        }),
      ]
    }),
  )

const spelling = (place: Place): Promise<Check> =>
  inFolder(place, { 'dist/App.zip': 'app' }, async (scene) => {
    const run = await sign(scene, { files: 'DIST\\APP.ZIP\ndist\\app.zip' })
    return judged('a file by two spellings', run, SUCCESS, {
      'it is signed once': run.outputs['signed-count'] === '1',
      'by the name that its folder has':
        (await sortedNames(scene.workspace.at('dist'))) === 'App.zip App.zip.sig kms-public-key.pem signatures.json',
    })
  })

const clashes = (place: Place): Promise<Check> =>
  inFolder(place, { 'x/App.zip': '1', 'y/app.zip': '2' }, async (scene) => {
    const before = await scene.workspace.snapshot()
    const run = await sign(scene, { files: 'x\ny', 'output-dir': 'out' })
    const after = await scene.workspace.snapshot()
    return judged('two names that would be one output', run, 'INVALID_INPUT', {
      'both are named': ['App.zip.sig', 'app.zip.sig'].every((name) => saidBy(run).includes(name)),
      'nothing was written': JSON.stringify(after) === JSON.stringify(before),
      'nothing was requested': scene.emulator.requests.length === 0,
    })
  })

const theirs = (place: Place): Promise<Check> =>
  inFolder(place, { app: '1', sha256sums: 'theirs' }, async (scene) => {
    const inputs = { files: 'app\nsha256sums', sign: 'checksums', 'hash-algorithm': 'sha256', overwrite: 'true' }
    const run = await sign(scene, inputs)
    return judged('somebody’s checksum file of another spelling', run, 'INVALID_INPUT', {
      'it is named': saidBy(run).includes('sha256sums'),
      'it is as it was': (await sortedNames(scene.workspace.path)) === 'app sha256sums',
    })
  })

export async function names(place: Place): Promise<readonly Check[]> {
  const checks = [await byTwoDrives(place), ...(await onTwoDrives(place)), await spelling(place), await clashes(place)]
  return [...checks, await theirs(place)]
}
