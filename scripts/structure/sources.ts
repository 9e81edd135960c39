/** The TypeScript files of a tree, parsed once for all checks that look into them. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Folders of the project's own code. */
export const ROOMS = ['src', 'emulator', 'faults', 'bench', 'interop', 'demo', 'scripts'] as const

/** Path relative to the tree, with `/` → its syntax, parents set. */
export type Sources = ReadonlyMap<string, ts.SourceFile>

/** @param folders below `root` */
export function parseSources(root: string, folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
  const parsed = paths.map((path): [string, ts.SourceFile] => {
    const text = readFileSync(join(root, path), 'utf8')
    return [path.replaceAll('\\', '/'), ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)]
  })
  return new Map(parsed.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Calls `visit` for `node` and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => {
    walk(child, visit)
  })
}

/** Lines from the first to the last of a node, its comment not counted. */
export function linesOf(node: ts.Node, source: ts.SourceFile): number {
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line
  return lineAt(node.getEnd()) - lineAt(node.getStart(source)) + 1
}
