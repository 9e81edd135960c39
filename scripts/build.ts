/** `npm run build`: bundles the two actions into dist/, each with its lazy chunks. Same lock file, same bytes. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
rmSync(join(root, 'dist'), { recursive: true, force: true })
for (const action of ['sign', 'verify']) {
  execFileSync(
    process.execPath,
    [ncc, 'build', `src/${action}/index.ts`, '--out', `dist/${action}`, '--target', 'es2024', '--no-cache', '--quiet'],
    { cwd: root, stdio: 'inherit' },
  )
}
