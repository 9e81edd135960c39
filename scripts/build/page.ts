/** The page that verifies in a browser: one HTML file of src/page, by esbuild, which loads nothing and may not. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { packagesOf } from './licenses.ts'
import { runProgram } from './run-program.ts'

const FOLDER = join('src', 'page')

/** Modules of Node → what stands in their place in a browser. Both paths below src/. */
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  'base/display-path.ts': 'page/display-path.ts',
  'base/platform.ts': 'page/platform.ts',
  'crypto/primitives.ts': 'page/primitives.ts',
}

/** Browsers of the last two years and a half. */
const TARGET = ['chrome123', 'firefox124', 'safari17.4']

/**
 * Makes `dist`/page/verify.html.
 * @returns the packages that it holds
 * @throws Error when a type is wrong, or when the page would need something that only Node has
 */
export async function buildPage(root: string, dist: string): Promise<ReturnType<typeof packagesOf>> {
  await runProgram(root, join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ['-p', FOLDER])
  const { script, files } = await bundled(root)
  const style = readFileSync(join(root, FOLDER, 'page.css'), 'utf8')
  const page = filled(readFileSync(join(root, FOLDER, 'page.html'), 'utf8'), script, style)
  mkdirSync(join(dist, 'page'), { recursive: true })
  writeFileSync(join(dist, 'page', 'verify.html'), page)
  return packagesOf(files)
}

/** The script, readable as it is: whoever is to trust the page can look what it does. */
async function bundled(root: string): Promise<{ readonly script: string; readonly files: readonly string[] }> {
  const replaced = new Set<string>()
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(FOLDER, 'main.ts')],
    plugins: [inPlaceOfNode(root, replaced)],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'warning',
  })
  const missed = Object.keys(IN_PLACE_OF).filter((path) => !replaced.has(path))
  if (missed.length > 0) throw new Error(`nothing of the page imports src/${missed.join(', src/')}`)
  const script = outputFiles.map(({ text }) => text).join('')
  return { script, files: Object.keys(metafile.inputs).map((path) => join(root, path)) }
}

/** Whatever else is of Node alone, esbuild does not find, and the build ends. */
function inPlaceOfNode(root: string, replaced: Set<string>): Plugin {
  return {
    name: 'in place of Node',
    setup(builder) {
      builder.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => {
        const own = relative(join(root, 'src'), join(resolveDir, path)).replaceAll('\\', '/')
        const other = IN_PLACE_OF[own]
        if (other === undefined) return undefined
        replaced.add(own)
        return { path: join(root, 'src', other) }
      })
    },
  }
}

/** The page with its script and style, and a policy that allows these two and nothing else. */
function filled(page: string, script: string, style: string): string {
  if (/<\/(?:script|style)|<!--/iu.test(script + style)) throw new Error('the script or the style would end early')
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
  const parts = [
    [/<script>[^<]*<\/script>/u, `<script>${script}</script>`],
    [/<style>[^<]*<\/style>/u, `<style>${style}</style>`],
    [/CONTENT_SECURITY_POLICY/u, policy],
  ] as const
  return parts.reduce((text, [mark, part]) => {
    if (text.split(mark).length !== 2) throw new Error(`page.html does not have exactly one ${mark.source}`)
    return text.replace(mark, () => part)
  }, page)
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
