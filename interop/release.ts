/** Releases signed by the bundle against the emulator, and what must be refused: other bytes, other signatures, another key. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../emulator/emulator.ts'
import { ALGORITHMS, type Algorithm, KmsKey } from '../emulator/yandex/kms-keys.ts'
import { runAction } from '../emulator/runner/runner.ts'
import type { KeyKind } from './verifiers.ts'
import { algorithmNamed, keyKindOf } from '../src/crypto/key-algorithm.ts'
import { formatsWhere, type Format } from '../src/formats/facts.ts'

/** The file that is verified, and one more that is signed beside it. */
export const FILE = 'app.tar.gz'
const OTHER = 'other file.zip'
/** Line feeds and carriage returns show programs that take files for text. */
const CONTENTS = { [FILE]: 'a release\nof two lines\r\n', [OTHER]: 'another file\n' }

export interface Release {
  readonly key: KeyKind
  /** Everything as it was signed. */
  readonly right: string
  /** Folders that no verifier may take, by what is wrong in them. */
  readonly wrong: Readonly<Record<'one byte changed' | 'the signature of another file' | 'another key', string>>
  /** The output `verification-notes`. */
  readonly notes: string
}

function keyKind(name: Algorithm): KeyKind {
  return { name, hash: ALGORITHMS[name].hash, rsa: 'bits' in ALGORITHMS[name] }
}

/** The formats that a key can have, by the action's own table: what cannot be made, nobody judges. */
export function formatsOf({ name }: KeyKind): readonly Format[] {
  const kind = keyKindOf(algorithmNamed(name))
  return formatsWhere(({ keys }) => keys.includes(kind))
}

/** Runs the bundle over the files of a new folder. @throws Error with the run's log when it fails */
export async function sign(
  emulator: Emulator,
  key: KmsKey,
  folder: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<string> {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(CONTENTS)) writeFileSync(join(folder, name), content)
  const given = {
    ...emulator.inputs,
    'key-id': key.id,
    files: `${FILE}\n${OTHER}`,
    formats: formatsOf(keyKind(key.algorithm)).join(' '),
    sign: 'files checksums provenance',
    ...inputs,
  }
  const { contexts, env } = emulator
  const run = await runAction({ action: 'sign', inputs: given, contexts, env, workspace: folder })
  if (run.exitCode !== 0) throw new Error(`signing with ${key.algorithm} failed:\n${run.stdout}${run.stderr}`)
  return run.outputs['verification-notes'] ?? ''
}

/** A release signed with the key of an algorithm, and its wrong copies; the other key is one of the same algorithm. */
export async function makeRelease(emulator: Emulator, algorithm: Algorithm, scratch: string): Promise<Release> {
  const folder = mkdtempSync(join(scratch, `${algorithm}-`))
  const at = (name: string): string => join(folder, name)
  const another = new KmsKey(algorithm)
  emulator.kms.keys.set(another.id, another)
  const [notes] = await Promise.all([
    sign(emulator, emulator.keys[algorithm], at('right')),
    sign(emulator, another, at('another')),
  ])
  for (const name of ['changed', 'swapped', 'other-key']) cpSync(at('right'), at(name), { recursive: true })
  changeOneByte(join(at('changed'), FILE))
  swapSignatures(at('swapped'))
  const keyFiles = readdirSync(at('another')).filter((name) => name.startsWith('kms-'))
  for (const name of keyFiles) cpSync(join(at('another'), name), join(at('other-key'), name))
  keepPrincipal(at('right'), at('other-key'))
  return {
    key: keyKind(algorithm),
    right: at('right'),
    wrong: {
      'one byte changed': at('changed'),
      'the signature of another file': at('swapped'),
      'another key': at('other-key'),
    },
    notes,
  }
}

function changeOneByte(path: string): void {
  const bytes = readFileSync(path)
  bytes[3] = (bytes[3] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

/** The other file's signatures under the first one's name; the statement keeps its signature and gets another subject. */
function swapSignatures(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.startsWith(`${OTHER}.`)))
    renameSync(join(folder, name), join(folder, name.replace(OTHER, FILE)))
  const path = join(folder, 'provenance.sigstore.json')
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as { dsseEnvelope: { payload: string } }
  const statement = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()) as { subject: unknown[] }
  statement.subject = statement.subject.slice(0, 1)
  bundle.dsseEnvelope.payload = Buffer.from(JSON.stringify(statement)).toString('base64')
  writeFileSync(path, JSON.stringify(bundle))
}

/** The other key's line under the first one's principal: the key has to be what is refused, not the name. */
function keepPrincipal(right: string, other: string): void {
  const name = 'kms-allowed-signers'
  if (!readdirSync(right).includes(name)) return
  const [principal = ''] = readFileSync(join(right, name), 'utf8').split(' ')
  writeFileSync(join(other, name), readFileSync(join(other, name), 'utf8').replace(/^\S+/u, principal))
}
