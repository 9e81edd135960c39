/**
 * The picture, the rooms and the numbers of docs/architecture.md, made from the tree: `node scripts/architecture.ts`
 * renews them, with `--check` it tells whether they are up to date, and `--numbers [FOLDER]` prints them for any tree.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { partProblem, withPart, type Marks } from './generated.ts'
import { report } from './problems.ts'
import { cruiseImports, filesInCycles } from './structure/imports.ts'
import { houseNumbers, roomArrows, type HouseNumbers } from './structure/numbers.ts'
import { ROOM_SUBJECTS } from './structure/rooms.ts'
import { FLOORS } from './structure/rules.ts'
import { parseSources, ROOMS, type Sources } from './structure/sources.ts'

const root = join(import.meta.dirname, '..')
const PAGE = 'docs/architecture.md'

/** Commit before the rooms were built, and what `--numbers` said of it. */
const BEFORE = '95d48a8'
const NUMBERS_BEFORE: HouseNumbers = JSON.parse(
  readFileSync(join(import.meta.dirname, 'structure', 'numbers-before.json'), 'utf8'),
) as HouseNumbers

type Arrows = ReadonlyMap<string, ReadonlySet<string>>

/** Whether `to` can be reached from `from` by more than the arrow between them. */
function isImplied(arrows: Arrows, from: string, to: string): boolean {
  const seen = new Set<string>()
  const waiting = [...(arrows.get(from) ?? [])].filter((room) => room !== to)
  for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
    if (room === to) return true
    if (!seen.has(room)) waiting.push(...(arrows.get(room) ?? []))
    seen.add(room)
  }
  return false
}

/** The rooms on their floors, with the arrows that do not follow from others. */
export function picture(arrows: Arrows): string {
  const floors = FLOORS.toReversed()
    .map((rooms) => rooms.filter((room) => arrows.has(room)))
    .filter((rooms) => rooms.length > 0)
  const boxes = floors.flatMap((rooms, floor) => [
    `  subgraph floor${floors.length - floor}[" "]`,
    ...rooms.map((room) => `    ${room}`),
    '  end',
  ])
  const lines = [...arrows].flatMap(([from, targets]) =>
    [...targets].filter((to) => !isImplied(arrows, from, to)).map((to) => `  ${from} --> ${to}`),
  )
  return ['```mermaid', 'flowchart TB', ...boxes, ...lines.toSorted(), '```'].join('\n')
}

function roomsTable(arrows: Arrows): string {
  const rows = FLOORS.flatMap((rooms, floor) =>
    rooms
      .filter((room) => arrows.has(room))
      .map((room) => {
        const below = [...(arrows.get(room) ?? [])].toSorted().map((name) => `\`${name}\``)
        return `| ${floor + 1} | \`src/${room}/\` | ${ROOM_SUBJECTS[room] ?? ''} | ${below.join(', ') || '–'} |`
      }),
  )
  return ['| floor | room | what belongs there | imports from |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function numbersTable(after: HouseNumbers): string {
  const rows = Object.entries(after).map(([what, value]) => `| ${what} | ${NUMBERS_BEFORE[what] ?? '–'} | ${value} |`)
  return [`| | before (${BEFORE}) | now |`, '| --- | --- | --- |', ...rows].join('\n')
}

async function numbersOf(folder: string, sources: Sources): Promise<HouseNumbers> {
  return houseNumbers(sources, filesInCycles(await cruiseImports(folder, ['src']), 'src'))
}

/** The generated parts of the page. */
async function architectureParts(): Promise<readonly { readonly marks: Marks; readonly text: string }[]> {
  const sources = parseSources(root, [...ROOMS, '__tests__'])
  const arrows = roomArrows(sources)
  const marks = (name: string): Marks => ({
    begin: `<!-- ${name}: made by npm run tables -->`,
    end: `<!-- /${name} -->`,
  })
  return [
    { marks: marks('picture'), text: picture(arrows) },
    { marks: marks('rooms'), text: roomsTable(arrows) },
    { marks: marks('numbers'), text: numbersTable(await numbersOf(root, sources)) },
  ]
}

/** Paths of the tree that the page names in backquotes and that are not there. */
export function deadPaths(page: string): readonly string[] {
  const named = [
    ...page.matchAll(/`((?:src|emulator|faults|bench|interop|demo|scripts|__tests__|docs|schemas)\/[^`\s]*)`/gu),
  ]
  const paths = new Set(named.map(([, path = '']) => path))
  const isThere = (path: string): boolean =>
    /[*{]/u.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path))
  return [...paths].filter((path) => !isThere(path)).map((path) => `it names ${path}, which is not there`)
}

/** What is wrong with the page. */
export function pageProblems(page: string, parts: Awaited<ReturnType<typeof architectureParts>>): readonly string[] {
  const stale = parts
    .map(({ marks, text }) => partProblem(page, marks, text))
    .filter((problem) => problem !== undefined)
  const unsaid = FLOORS.flat().filter((room) => ROOM_SUBJECTS[room] === undefined)
  return [
    ...stale.map((problem) => `${problem}: run npm run tables`),
    ...deadPaths(page),
    ...unsaid.map((room) => `scripts/structure/rooms.ts does not say what belongs to ${room}`),
  ].map((problem) => `${PAGE}: ${problem}`)
}

async function main(option: string | undefined, folder: string): Promise<void> {
  if (option === '--numbers') {
    console.log(JSON.stringify(await numbersOf(folder, parseSources(folder, [...ROOMS, '__tests__'])), null, 2))
    return
  }
  const path = join(root, PAGE)
  const parts = await architectureParts()
  if (option !== '--check') {
    const page = parts.reduce((text, { marks, text: part }) => withPart(text, marks, part), readFileSync(path, 'utf8'))
    writeFileSync(path, page)
  }
  report('architecture', pageProblems(readFileSync(path, 'utf8'), parts))
}

if (process.argv[1] === import.meta.filename) await main(process.argv[2], process.argv[3] ?? root)
