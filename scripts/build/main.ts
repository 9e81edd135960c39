/**
 * `npm run build`: bundles each entry of src/ into dist/, with its lazy chunks and the licences of what the bundles hold.
 * Everything is made in a scratch folder and put in place when all of it worked: a build that fails changes nothing.
 * Same lock file, same bytes, wherever the folder is.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useBuiltins } from './builtins.ts'
import { bundle } from './bundle.ts'
import { compile } from './compile.ts'
import { bundledPackages, licensesText } from './licenses.ts'
import { minifyPackages } from './minify.ts'
import { buildPage } from './page.ts'

const root = join(import.meta.dirname, '..', '..')

type Packages = ReturnType<typeof bundledPackages>

/** Rooms of src/ that start something: each has an index.ts. */
const entries = readdirSync(join(root, 'src')).filter((room) => existsSync(join(root, 'src', room, 'index.ts')))

/** Compiles src/ and bundles each entry. @returns the packages that the bundles hold */
async function bundles(scratch: string, dist: string): Promise<Packages[]> {
  const workers = await compile(root, scratch)
  return await Promise.all(
    entries.map(async (entry) => {
      const stats = await bundle(scratch, entry, workers)
      await minifyPackages(join(dist, entry), stats)
      useBuiltins(join(dist, entry))
      return bundledPackages(stats)
    }),
  )
}

async function build(scratch: string): Promise<void> {
  const dist = join(scratch, 'dist')
  // The test of the build has a tree without the page.
  const page = existsSync(join(root, 'src', 'page')) ? [buildPage(root, dist)] : []
  const packages = [...(await Promise.all([bundles(scratch, dist), Promise.all(page)]))].flat()
  writeFileSync(join(dist, 'licenses.txt'), await licensesText(root, packages.flat()))
  // A chunk that is gone must not stay behind from an earlier build, so the folder is replaced as a whole.
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), join(scratch, 'replaced'))
  renameSync(dist, join(root, 'dist'))
}

// Below the root, so that packages are found, and on the same disk as dist/.
mkdirSync(join(root, 'tmp'), { recursive: true })
const scratch = mkdtempSync(join(root, 'tmp', 'build-'))
try {
  await build(scratch)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
