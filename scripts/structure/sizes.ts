/** How large files, functions and folders may be. What is larger than that has more than one subject. */
import { dirname } from 'node:path'
import ts from 'typescript'
import { linesOf, walk, type Sources } from './sources.ts'

/** About 150 lines and 40 are usual; these are where a reader gets lost. */
export const FILE_LINES = 220
export const FUNCTION_LINES = 60
export const FOLDER_FILES = 25

/** A function with a body. */
interface MeasuredFunction {
  readonly path: string
  readonly name: string
  readonly line: number
  readonly lines: number
}

export function functionsOf(sources: Sources): readonly MeasuredFunction[] {
  const found: MeasuredFunction[] = []
  for (const [path, source] of sources) {
    walk(source, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return
      const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      found.push({ path, name: named?.getText(source) ?? 'a function', line, lines: linesOf(node, source) })
    })
  }
  return found
}

/** Folder → how many TypeScript files lie in it itself. */
export function filesPerFolder(sources: Sources): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const path of sources.keys()) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return counts
}

const lengthOf = (source: ts.SourceFile): number => source.getLineStarts().length - 1

/** Every file, function and folder that is over its limit. */
export function sizeProblems(sources: Sources): readonly string[] {
  const files = [...sources].filter(([, source]) => lengthOf(source) > FILE_LINES)
  const functions = functionsOf(sources).filter(({ lines }) => lines > FUNCTION_LINES)
  const folders = [...filesPerFolder(sources)].filter(([, count]) => count > FOLDER_FILES)
  return [
    ...files.map(([path, source]) => `file-length: ${path} has ${lengthOf(source)} lines, more than ${FILE_LINES}`),
    ...functions.map(
      ({ path, line, name, lines }) =>
        `function-length: ${path}:${line}: ${name} has ${lines} lines, more than ${FUNCTION_LINES}`,
    ),
    ...folders.map(([folder, count]) => `folder-size: ${folder} has ${count} files, more than ${FOLDER_FILES}`),
  ]
}
