/** docs/verifying.md holds the matrix as it was judged, and every recipe as it was run. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Check } from './check.ts'

const PAGE = join(import.meta.dirname, '..', 'docs', 'verifying.md')
const RECIPES = join(import.meta.dirname, 'recipes')

const MATRIX = /(<!-- matrix: made by npm run interop -->\n).*?(\n<!-- \/matrix -->)/su
const RECIPE = /(<!-- recipe: (\S+) -->\n```\w+\n).*?(\n```)/gsu

/** The page with the matrix and the recipes as they are. */
function upToDate(page: string, matrix: string): string {
  return page
    .replace(MATRIX, (_, before: string, after: string) => `${before}${matrix}${after}`)
    .replace(RECIPE, (_, before: string, name: string, after: string) => `${before}${recipe(name)}${after}`)
}

function recipe(name: string): string {
  return readFileSync(join(RECIPES, name), 'utf8').trimEnd()
}

/** @param matrix Markdown, or `undefined` when verifiers were missing: then the matrix is not compared */
export function documented(matrix: string | undefined, write: boolean): Check[] {
  const page = readFileSync(PAGE, 'utf8')
  const held = MATRIX.exec(page)?.[0].split('\n').slice(1, -1).join('\n') ?? ''
  const wanted = upToDate(page, matrix ?? held)
  if (write) writeFileSync(PAGE, wanted)
  const shown = Array.from(page.matchAll(RECIPE), ([, , name]) => name)
  const hidden = readdirSync(RECIPES).filter((name) => !shown.includes(name))
  const advice = 'run `npm run interop -- --write` and look at what it changes'
  return [
    check('docs/verifying.md holds the matrix and the recipes', write || wanted === page, advice),
    check('docs/verifying.md shows every recipe', hidden.length === 0, `it lacks ${hidden.join(', ')}`),
  ]
}
