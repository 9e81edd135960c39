/** A release signed and verified with paths and lines as Windows has them. */
import { createPublicKey, verify as isSignatureOf } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Check } from '../../interop/check.ts'
import { SUCCESS } from '../judge.ts'
import { inFolder, judged, sign, verify, type Place, type Scene } from './scene.ts'

const FILES = { 'dist/app.zip': 'app', 'dist/sub folder/lib.dll': 'lib', 'readme.txt': 'read\r\nme\r\n' }
const SIGNED = Object.keys(FILES)
/** One pattern per line with CRLF, as a workflow file of Windows has them. */
const PATTERNS = 'dist\\*.zip\r\ndist\\sub folder\\*.dll\r\nreadme.txt\r\n'

async function isSigned({ workspace }: Scene, name: string): Promise<boolean> {
  const read = (path: string): Promise<Buffer> => readFile(workspace.at(path))
  const key = createPublicKey(await read('kms-public-key.pem'))
  return isSignatureOf('sha256', await read(name), key, await read(`${name}.sig`))
}

async function areSigned(scene: Scene): Promise<boolean> {
  const signed = await Promise.all(SIGNED.map((name) => isSigned(scene, name).catch(() => false)))
  return signed.every(Boolean)
}

async function signed(scene: Scene): Promise<Check> {
  const run = await sign(scene, { files: PATTERNS, sign: 'files, checksums, provenance', formats: 'sig, openpgp' })
  const sums = await readFile(scene.workspace.at('SHA256SUMS'), 'utf8').catch(() => '')
  const manifest = await readFile(scene.workspace.at('signatures.json'), 'utf8').catch(() => '')
  const paths = ['files', 'manifest-path', 'checksums-path', 'provenance-paths'].map((name) => run.outputs[name] ?? '')
  return judged('patterns with `\\`, and lines that end with CRLF', run, SUCCESS, {
    'each signature is right': await areSigned(scene),
    'all three are signed': run.outputs['signed-count'] === '3',
    'paths have `/` alone': [...paths, manifest].every(
      (text) => text !== '' && !text.includes('\\\\') && !/\\(?!n)/u.test(text),
    ),
    'a file in a folder is named': paths[0]?.split('\n').includes('dist/sub folder/lib.dll.sig') === true,
    'the checksum file has LF': sums.endsWith('\n') && !sums.includes('\r'),
  })
}

/** With the key as a file and as text with CRLF; a file that was changed, by line ends alone. */
async function verified(scene: Scene): Promise<Check[]> {
  const { workspace } = scene
  const pem = await readFile(workspace.at('kms-public-key.pem'), 'utf8').catch(() => '')
  const byFile = await verify(scene, { 'public-key': 'kms-public-key.pem', files: PATTERNS })
  const byText = await verify(scene, {
    'public-key': pem.replaceAll('\n', '\r\n'),
    files: 'dist\\**\nreadme.txt',
    checksums: 'SHA256SUMS',
  })
  await writeFile(workspace.at('readme.txt'), 'read\nme\n')
  const changed = await verify(scene, { 'public-key': 'kms-public-key.pem', files: PATTERNS })
  return [
    judged('what was signed verifies', byFile, SUCCESS, { 'of all files': byFile.outputs['verified-count'] === '3' }),
    judged('by checksums, with a key of CRLF', byText, SUCCESS, {
      'of all files': byText.outputs['verified-count'] === '3',
    }),
    judged('other line ends are another file', changed, 'SIGNATURE_INVALID', {}),
  ]
}

/** Names of paths as Windows lists them in a checksum file that its tools wrote. */
const checksumsOfWindows = (place: Place): Promise<Check> =>
  inFolder(place, { 'sums.txt': `${'ab'.repeat(32)}  app.zip\r\n${'cd'.repeat(32)} *lib.dll\r\n` }, async (scene) => {
    const run = await sign(scene, { 'subject-checksums': 'sums.txt', 'hash-algorithm': 'sha256' })
    const written = run.outputs['files']?.split('\n') ?? []
    return judged('a checksum file with CRLF', run, SUCCESS, {
      'both are signed': ['app.zip.sig', 'lib.dll.sig'].every((name) => written.includes(name)),
    })
  })

export const release = (place: Place): Promise<readonly Check[]> =>
  inFolder(place, FILES, async (scene) => [
    await signed(scene),
    ...(await verified(scene)),
    await checksumsOfWindows(place),
  ])
