/** What differs from run to run in a message, replaced by what a reader would have there. */
import { publicUrl } from '../../emulator/server/hosts.ts'
import type { ServiceName } from '../../emulator/server/service-name.ts'
import type { Scene } from './variant.ts'

type Replacement = readonly [pattern: RegExp | string, by: string]

/** In this order. */
const PATTERNS: readonly Replacement[] = [
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gu, 'REQUEST_ID'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, 'TIME'],
  [/\b127\.0\.0\.1:\d+/gu, 'HOST:PORT'],
  [/\b\d\d+ attempts\b/gu, 'N attempts'],
  [/\b(attempts? in|for|the) [\d.]+ s\b/gu, '$1 N s'],
  [/\bwait 36\d\d s\b/gu, 'wait N s'],
  [/\b[\d.]+ s old\b/gu, 'N s old'],
]

/** Takes out of a message of this scene what is of this one run. */
export function placeholders({ emulator, workspace }: Scene): (message: string) => string {
  const hosts = Object.entries(emulator.urls).map(([name, url]): Replacement => [
    new URL(url).host,
    hostOf(name as ServiceName),
  ])
  const keys = Object.values(emulator.keys).map(({ id }): Replacement => [id, 'abjexamplekey'])
  const replacements: readonly Replacement[] = [
    [workspace.path, 'WORKSPACE'],
    ...hosts.map(([host, by]): Replacement => [`http://${String(host)}`, `https://${by}`]),
    ...hosts,
    ...keys,
    [emulator.serviceAccountId, 'ajeexampleaccount'],
    [emulator.authorizedKey.id, 'ajeexamplekey'],
    ...PATTERNS,
  ]
  return (message) =>
    withoutDigests(replacements.reduce((text, [pattern, by]) => text.replaceAll(pattern, by), message))
}

function hostOf(name: ServiceName): string {
  return new URL(publicUrl(name)).host
}

/** Digests get numbers, so that two that differ still do. */
function withoutDigests(message: string): string {
  const seen: string[] = []
  return message.replaceAll(/\b[0-9a-f]{64}\b/gu, (digest) => {
    if (/^(.)\1*$/u.test(digest)) return digest
    if (!seen.includes(digest)) seen.push(digest)
    return `DIGEST_${seen.indexOf(digest) + 1}`
  })
}
