/** Who answers, and when, decides what a failure is called. */

import type { Emulator } from '../emulator/emulator.ts'
import type { Fault } from '../emulator/faults/faults.ts'
import type { Release } from '../emulator/github/github-state.ts'
import type { ServiceName } from '../emulator/server/service-name.ts'

export type Family = 'yandex' | 'release' | 'registry' | 'artifact' | 'upload' | 'images' | 'revocation'

/** Whether a run makes its calls of a family before the files are in place. */
export function isEarly(family: Family): boolean {
  return family === 'yandex' || family === 'release' || family === 'registry'
}

export interface Call {
  readonly heading: string
  readonly service: ServiceName
  /** As the emulator names it. */
  readonly call: string
  readonly family: Family
  /** What a 401 that lasts ends in. */
  readonly unauthenticated: string
  /** Inputs that make a run come by this call; `byName`: the services are found under their own names, by TLS. */
  readonly inputs: (
    emulator: Emulator,
    byName: boolean,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
  /** What there has to be for a run to come by this call, besides a release. */
  readonly before?: (emulator: Emulator, release: Release) => void | Promise<void>
  /** Host under which a TLS front shows its certificate; without one, it is no call by TLS. */
  readonly host: string | undefined
  /** Lets so many of these calls pass first, where a fault in the middle of the run is more. */
  readonly skip?: number
  /** Lets so many of these calls pass first, whatever the fault: they are another column. */
  readonly comesAfter?: number
  /** What a fault that lasts is promised to end in, where that is special to this call; `undefined`: it has no such answer. */
  readonly lasting?: Partial<Readonly<Record<Trouble['kind'], string | undefined>>>
}
/** `port` closes the port, `certificate` spoils the certificate; the others are the emulator's. */
export type Trouble = { readonly kind: 'port' } | { readonly kind: 'certificate' } | Fault
export interface Cell {
  readonly row: Row
  readonly call: Call
  /** How many calls are hit; `undefined`: all of them, to the end. */
  readonly passesAfter: number | undefined
  readonly timeoutMinutes: number
}
export interface Row {
  readonly heading: string
  readonly trouble: Trouble
  /** How many calls it hits where it is to pass; without, it is only tried as one that lasts. */
  readonly passesAfter?: number
  /** What it ends in when it lasts, but where the family has a code of its own. */
  readonly code: string
  /** The calls that have such an answer; by default all. */
  readonly only?: readonly string[]
}
