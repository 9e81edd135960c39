/** docs/verifying.md holds the matrix as it was judged, and every recipe as it was run. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedPart, partProblem, withPart } from '../scripts/generated.ts'
import { check, type Check } from './check.ts'

const PAGE = join(import.meta.dirname, '..', 'docs', 'verifying.md')
const RECIPES = join(import.meta.dirname, 'recipes')

/** Of the matrix of key × format × verifier. */
export const MATRIX = { begin: '<!-- matrix: made by npm run interop -->', end: '<!-- /matrix -->' }
/** A recipe is a fenced block under its mark. */
const RECIPE = /(<!-- recipe: (\S+) -->\n```\w+\n).*?(\n```)/gsu

export const recipeNames = (): readonly string[] => readdirSync(RECIPES).toSorted()
/** As it is shown: commands without comments, since zsh takes none where commands are pasted. */
function recipe(name: string): string {
  const text = readFileSync(join(RECIPES, name), 'utf8').trimEnd()
  return name.endsWith('.sh') ? text.replaceAll(/^ *#.*\n/gmu, '') : text
}

/** What is wrong with the recipes of `page`: each has to be there, as it was run. */
export function recipeProblems(page: string): readonly string[] {
  const shown = new Map(Array.from(page.matchAll(RECIPE), ([block, mark, name, end]) => [name, [block, mark, end]]))
  return recipeNames().flatMap((name) => {
    const [block, mark, end] = shown.get(name) ?? []
    if (block === undefined) return [`there is no block below <!-- recipe: ${name} -->`]
    return block === `${String(mark)}${recipe(name)}${String(end)}` ? [] : [`the recipe ${name} is out of date`]
  })
}

/**
 * What is wrong with the matrix of `page`.
 * @param matrix Markdown, or `undefined` when verifiers were missing: then only its being there is asked for
 */
export function matrixProblems(page: string, matrix: string | undefined): readonly string[] {
  try {
    const problem = partProblem(page, MATRIX, matrix ?? generatedPart(page, MATRIX))
    return problem === undefined ? [] : [problem]
  } catch (error) {
    return [(error as Error).message]
  }
}

/** @param matrix as for `matrixProblems`; with `write` the page is brought up to date first */
export function documented(matrix: string | undefined, write: boolean): Check[] {
  if (write) {
    const page = readFileSync(PAGE, 'utf8')
    const renewed = matrix === undefined ? page : withPart(page, MATRIX, matrix)
    writeFileSync(
      PAGE,
      renewed.replace(RECIPE, (_, mark: string, name: string, end: string) => `${mark}${recipe(name)}${end}`),
    )
  }
  const page = readFileSync(PAGE, 'utf8')
  const advice = 'run `npm run interop -- --write` and look at what it changes'
  const found = { matrix: matrixProblems(page, matrix), recipes: recipeProblems(page) }
  return Object.entries(found).map(([part, problems]) =>
    check(`docs/verifying.md holds the ${part}`, problems.length === 0, `${problems.join('; ')}: ${advice}`),
  )
}
