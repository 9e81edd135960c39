/**
 * Where what lives, as rules of dependency-cruiser: rooms lie on floors, nothing imports upwards, rooms of one floor do
 * not know each other, and no imports go in a circle, by a type either. docs/architecture.md gives the reasons.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Rooms of src/ from the ground up. */
export const FLOORS: readonly (readonly string[])[] = [
  ['base'],
  ['crypto', 'http'],
  ['formats'],
  ['signing', 'files'],
  ['digest', 'yandex', 'runner'],
  ['github', 'registry', 'writing'],
  ['report'],
  ['inputs'],
  ['sign', 'verify'],
  ['cli', 'page'],
]

/** Floors whose rooms do not know each other. */
const APART: readonly string[] = ['yandex', 'github', 'registry']
/** Rooms that reach a network. */
const NETWORK = ['http', 'yandex', 'github', 'registry']
const USERS_OF_CORE = ['runner']
/** What only Node has. */
const NODE = { dependencyTypes: ['core' as const] }

const inRooms = (rooms: readonly string[]): string => `^src/(${rooms.join('|')})/`

function upwards(): IForbiddenRuleType[] {
  return FLOORS.slice(0, -1).map((rooms, floor) => ({
    name: `upwards-from-${rooms.join('-')}`,
    comment: 'A room imports from its own and from those below alone.',
    severity: 'error' as const,
    from: { path: inRooms(rooms) },
    to: { path: inRooms(FLOORS.slice(floor + 1).flat()) },
  }))
}

function apart(): IForbiddenRuleType[] {
  return APART.map((room) => ({
    name: `${room}-knows-its-neighbour`,
    comment: 'Each of the services can be exchanged without the others.',
    severity: 'error' as const,
    from: { path: inRooms([room]) },
    to: { path: inRooms(APART.filter((other) => other !== room)) },
  }))
}

/** All rules of `npm run check structure`. */
export const RULES: readonly IForbiddenRuleType[] = [
  ...upwards(),
  ...apart(),
  {
    name: 'cycle',
    comment: 'What imports in a circle cannot be understood or moved by itself; types count.',
    severity: 'error',
    from: { path: '^(src|emulator|faults|bench|interop|demo|scripts)/' },
    to: { circular: true },
  },
  {
    name: 'verify-reaches-a-network',
    comment: 'Whoever verifies needs no network and trusts no service: not even a type may lead there.',
    severity: 'error',
    from: { path: '^src/verify/' },
    to: { path: inRooms(NETWORK), reachable: true },
  },
  {
    name: 'reader-imports-writer',
    comment: 'Two implementations of a format catch each other’s mistakes.',
    severity: 'error',
    from: { path: '^src/formats/[^/]+/read[^/]*\\.ts$' },
    to: { path: '^src/formats/[^/]+/write[^/]*\\.ts$', reachable: true },
  },
  {
    name: 'page-knows-node',
    comment: 'It runs in browsers: what it shares with Node lies behind base/platform.ts and crypto/primitives.ts.',
    severity: 'error',
    from: { path: '^src/page/' },
    to: NODE,
  },
  {
    name: 'page-reaches-a-front',
    comment: 'It verifies what was dropped on it, and knows no runner, terminal or network.',
    severity: 'error',
    from: { path: '^src/page/' },
    to: { path: inRooms([...NETWORK, 'runner', 'sign', 'cli']), reachable: true },
  },
  {
    name: 'reader-knows-node',
    comment:
      'The page that verifies in a browser has the same readers: the cryptography lies behind crypto/primitives.ts.',
    severity: 'error',
    from: { path: '^src/formats/[^/]+/read[^/]*\\.ts$', pathNot: '/read-certificate\\.ts$' },
    to: NODE,
  },
  {
    name: 'actions-core',
    comment: 'One front among others: stages are given a log and return values.',
    severity: 'error',
    from: { path: '^src/', pathNot: inRooms(USERS_OF_CORE) },
    to: { path: 'node_modules/@actions/core/' },
  },
]
