/** What can be counted about how the code is built: `node scripts/architecture.ts --numbers [FOLDER]` prints it. */
import ts from 'typescript'
import { exportsOf, importedNames, isImported } from './exports.ts'
import { filesPerFolder, functionsOf } from './sizes.ts'
import { walk, type Sources } from './sources.ts'

/** Measure → its value, in the order of the table. */
export type HouseNumbers = Readonly<Record<string, string>>

/** Callbacks that let a rejection pass without a trace. */
const SILENT = /\.catch\(\s*\(\)\s*=>\s*(?:undefined|\{\s*\}|void 0)\s*\)/gu

const isCast = (node: ts.Node): boolean =>
  ts.isAsExpression(node) && !(ts.isTypeReferenceNode(node.type) && node.type.getText() === 'const')

function countNodes(sources: Sources, counts: (node: ts.Node) => boolean): number {
  let count = 0
  for (const source of sources.values()) {
    walk(source, (node) => {
      if (counts(node)) count++
    })
  }
  return count
}

function ofSource(sources: Sources): Sources {
  return new Map([...sources].filter(([path]) => path.startsWith('src/')))
}

/** Entry of src/ (a room, or a file without one) → the other entries that it imports from. */
export function roomArrows(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const entryOf = (path: string): string | undefined => /^src\/([^/ ]+)/u.exec(path)?.[1]
  const arrows = new Map<string, Set<string>>()
  for (const [path, source] of ofSource(sources)) {
    const from = entryOf(path) ?? ''
    const targets = arrows.get(from) ?? new Set<string>()
    arrows.set(from, targets)
    for (const name of importedNames(new Map([[path, source]]))) {
      const to = entryOf(name)
      if (to !== undefined && to !== from) targets.add(to)
    }
  }
  return arrows
}

/**
 * @param sources of src/ and of all that may import from it
 * @param inCycles how many files of src/ import in a circle
 */
export function houseNumbers(sources: Sources, inCycles: number): HouseNumbers {
  const own = ofSource(sources)
  const [folder = '', most = 0] = [...filesPerFolder(own)].toSorted(([, a], [, b]) => b - a)[0] ?? []
  const lengths = functionsOf(own)
    .map(({ lines }) => lines)
    .toSorted((a, b) => b - a)
  const used = importedNames(sources)
  const exported = exportsOf(own)
  const text = [...own.values()].map((source) => source.text).join('\n')
  const arrows = roomArrows(own)
  const rooms = [...arrows.keys()].filter((entry) => !entry.endsWith('.ts'))
  return {
    'files in `src/`': String(own.size),
    'rooms (folders right below `src/`)': String(rooms.length),
    'files without a room': String(arrows.size - rooms.length),
    'largest folder': `${most} files (${folder})`,
    'arrows between the entries of `src/`': String([...arrows.values()].reduce((sum, { size }) => sum + size, 0)),
    'files that import in a circle, by types too': String(inCycles),
    functions: String(lengths.length),
    'longest functions, lines': lengths.slice(0, 3).join(', '),
    'functions of more than 40 lines': String(lengths.filter((lines) => lines > 40).length),
    'casts (`as`, not `as const`)': String(countNodes(own, isCast)),
    '`any`, and `!` for “not null”': String(
      countNodes(own, (node) => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node)),
    ),
    'promises whose failure is dropped on the spot': String([...text.matchAll(SILENT)].length),
    exports: String(exported.length),
    'exports without documentation': String(exported.filter(({ documented }) => !documented).length),
    'exports that no other file imports': String(exported.filter((entry) => !isImported(entry, used)).length),
  }
}
