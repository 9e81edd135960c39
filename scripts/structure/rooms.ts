/** Every file of src/ is in a room that the import rules know: what they do not know, they do not hold. */
import { FLOORS } from './rules.ts'
import type { Sources } from './sources.ts'

/** Rooms of the plan that may not have been built yet. */
const PLANNED = ['registry', 'cli']

/** Room → what belongs there, for docs/architecture.md. */
export const ROOM_SUBJECTS: Readonly<Record<string, string>> = {
  base: 'Errors and their codes, the log, text, JSON, paths, waiting, the task group, the one retry loop',
  crypto: 'Public keys, algorithms and hashes in one table each, DER, verification of a digest',
  http: 'The client for every service: connections, proxies, deadlines, pace under refusals',
  formats:
    'A folder for each signature format, with its writer and its reader; the table of format facts; `confusion/`: files that must not be signed',
  signing: 'What signing needs of a KMS, signing by it, which key it is, provenance',
  files: 'Patterns to release files, names, checksum files, stamps that tell a change',
  digest: 'One pass over each file, on threads',
  yandex: 'Everything that knows Yandex Cloud: KMS, credentials, endpoints',
  runner: 'Everything that knows a workflow runner: annotations, outputs, exit',
  github: 'Releases and their assets, the workflow artifact',
  registry: 'Container images and what is attached to them',
  writing: 'Output paths, staging, putting in place, undoing',
  report: 'Manifest, job summary, notes with commands',
  inputs: 'Readers of inputs that both actions and the command line share',
  sign: 'The sign action: inputs, plan, run',
  verify: 'The verify action, which reaches no network',
  cli: 'The command line over both',
  page: 'The page that verifies in a browser: the verify action’s judges and the readers of `formats`, over cryptography of its own',
}

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
