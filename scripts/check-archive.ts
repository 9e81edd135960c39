/** What runners download is small and whole: every job that uses the action waits for it. Run it after a build. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { archiveOf, namesIn } from './archive.ts'
import { report } from './problems.ts'

/** Of the archive, packed: a third of what it is with other people's code as it was written. */
const LIMIT = 900_000

/** What has to be in it, and all that may be. */
const NEEDED = ['action.yml', 'verify/action.yml', 'dist/sign/index.js', 'dist/verify/index.js', 'dist/licenses.txt']
const WHOSE = ['package.json', 'LICENSE', 'README.md']
const FOLDERS = ['dist/', 'schemas/']

/** What is wrong with an archive that has files of these names and so many bytes when it is packed. */
export function archiveProblems(names: readonly string[], packed: number): string[] {
  const wanted = [...NEEDED, ...WHOSE]
  const strange = names.filter((name) => !wanted.includes(name) && !FOLDERS.some((folder) => name.startsWith(folder)))
  return [
    ...wanted.filter((name) => !names.includes(name)).map((name) => `the archive lacks ${name}`),
    ...strange.map((name) => `the archive holds ${name}, which no run needs: see .gitattributes`),
    ...(packed > LIMIT ? [`the archive has ${packed} bytes when packed, more than ${LIMIT}`] : []),
  ]
}

if (process.argv[1] === import.meta.filename) {
  const archive = archiveOf(join(import.meta.dirname, '..'))
  const packed = gzipSync(archive, { level: 9 }).length
  console.log(`  the archive that runners download: ${packed} bytes, packed`)
  report('archive', archiveProblems(namesIn(archive), packed))
}
