/** What a signature file consists of, without what each has of its own: as lists of fields that can be compared. */

/** Runs a program and returns what it prints. @throws Error with what it said */
export type Run = (command: string, ...args: readonly string[]) => string

/** Names and types of all fields of a JSON text; empty ones are left out, as proto3's JSON may. */
export function jsonFields(value: unknown, path = '$'): string[] {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return []
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`]
  return Object.entries(value)
    .flatMap(([name, field]) => jsonFields(field, `${path}.${name}`))
    .sort()
}

/** Tags, nesting and object identifiers as `openssl asn1parse` reads them, without what each signature has of its own. */
export function asn1Fields(run: Run, ...file: readonly string[]): string[] {
  return run('openssl', 'asn1parse', ...file)
    .trim()
    .split('\n')
    .map((line) => {
      const [, depth = '', type = '', value = ''] = /d=(\d+)\s+hl=\d+ l=\s*\d+ (\w+: .{18})(.*)$/u.exec(line) ?? []
      return `${depth} ${type.trim()}${type.includes('OBJECT') ? value : ''}`
    })
}

/** What gpg fills in by itself about the user's preferences. */
const PREFERENCES = /pref-|features|keyserver preferences/u

/** Packets and subpackets as `gpg --list-packets` reads them, without numbers of their own. */
export function packets(run: Run, file: string): string[] {
  return run('gpg', '--batch', '--list-packets', file)
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('gpg:') && !PREFERENCES.test(line))
    .map((line) =>
      line
        .replace(/^# .*tag=(\d+).*/u, 'tag $1')
        .replace(/[0-9A-F]{16,}/gu, 'ID')
        .replace(/created \d{4}[\d-]*|created \d+/gu, 'created')
        .replace(/\[\d+ bits\]|digest \w\w \w\w|".*"/gu, '…'),
    )
}

/** SSH's strings one after the other: names as they are, all else by kind. */
export function sshFields(text: string): string[] {
  const blob = Buffer.from(text.replaceAll(/-----.*-----|\s/gu, ''), 'base64')
  const fields = (bytes: Buffer): Buffer[] => {
    if (bytes.length < 4) return []
    const end = 4 + bytes.readUInt32BE()
    return [bytes.subarray(4, end), ...fields(bytes.subarray(end))]
  }
  const [key, namespace, reserved, hash, signature] = fields(blob.subarray(10))
  const names = (bytes: Buffer | undefined): string[] =>
    fields(bytes ?? Buffer.alloc(0)).map((field) => (/^[\w-]+$/u.test(field.toString()) ? field.toString() : 'number'))
  return [
    blob.subarray(0, 10).toString('hex'),
    ...names(key),
    namespace?.toString() ?? '',
    `${reserved?.length ?? -1}`,
    hash?.toString() ?? '',
    ...names(signature),
  ]
}
