/** `npm run release-files -- v1.2.3`: the archive of what the action needs, the page for browsers, the SBOM of what is bundled, and the notes, in release/. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedIn } from '../build/licenses.ts'
import { notesOf } from './check.ts'
import { bundledBom } from './sbom.ts'

const root = join(import.meta.dirname, '../..')
const [tag = ''] = process.argv.slice(2)
const notes = notesOf(tag, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))
if (notes === undefined) throw new Error(`CHANGELOG.md has nothing of ${tag}`)

const folder = join(root, 'release')
mkdirSync(folder, { recursive: true })
const name = `yandex-kms-sign-action-${tag}`
// The same as a runner downloads: export-ignore counts.
execFileSync('git', ['archive', '--format=tar.gz', `--prefix=${name}/`, '-o', join(folder, `${name}.tar.gz`), 'HEAD'], {
  cwd: root,
})
copyFileSync(join(root, 'dist', 'page', 'verify.html'), join(folder, 'verify.html'))
const words = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only']
const all = execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
const bundled = namedIn(readFileSync(join(root, 'dist', 'licenses.txt'), 'utf8'))
writeFileSync(join(folder, `${name}.cdx.json`), bundledBom(all, bundled))
writeFileSync(join(folder, 'notes.md'), `${notes}\n`)
