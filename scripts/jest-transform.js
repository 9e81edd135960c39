/**
 * TypeScript to JavaScript for jest, a file at a time: types are stripped and nothing is checked, which tsc does.
 * The compiler's own transpiler takes some fifty times as long.
 */
import { transformSync } from 'esbuild'

/** What jest calls for each file. @see https://jestjs.io/docs/code-transformation */
const transformer = {
  process: (source, path) => transformSync(source, options(path)),
  processAsync: (source, path) => Promise.resolve(transformSync(source, options(path))),
}

function options(sourcefile) {
  return { loader: 'ts', format: 'esm', target: 'node24', sourcemap: 'inline', sourcefile }
}

export default transformer
