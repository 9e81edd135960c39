/** Every file of src/ is in a room that the import rules know: what they do not know, they do not hold. */
import { FLOORS } from './rules.ts'
import type { Sources } from './sources.ts'

/** Rooms of the plan that may not have been built yet. */
const PLANNED = ['registry', 'cli']

/** Files of src/ without a room, rooms that no rule names, and rules about rooms that are not there. */
export function roomProblems(sources: Sources): readonly string[] {
  const inSource = [...sources.keys()].filter((path) => path.startsWith('src/')).map((path) => path.split('/').slice(1))
  const rooms = new Set(inSource.filter((parts) => parts.length > 1).map(([room = '']) => room))
  const known = FLOORS.flat()
  return [
    ...inSource.filter((parts) => parts.length === 1).map(([name]) => `no-room: src/${String(name)} has no room`),
    ...[...rooms].filter((room) => !known.includes(room)).map((room) => `unknown-room: no floor has src/${room}`),
    ...known
      .filter((room) => !rooms.has(room) && !PLANNED.includes(room))
      .map((room) => `empty-room: the rules name src/${room}, and nothing is there`),
  ]
}
