/** docs/package-repositories.md: its steps and commands as they stand there, judged by the package managers' own code. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Emulator } from '../../emulator/emulator.ts'
import { type Algorithm, KmsKey } from '../../emulator/yandex/kms-keys.ts'
import { runAction } from '../../emulator/runner/runner.ts'
import { check, type Check } from '../check.ts'
import { type Outcome, run } from '../judge.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs', 'package-repositories.md'), 'utf8')

/** A folder in which a chapter of the page was followed, and one where it was with another key. */
export interface Followed {
  readonly right: string
  readonly otherKey: string
}

/** One change of a file, which whoever judges has to see. */
export interface Changed {
  readonly name: string
  readonly file: string
  readonly change: (bytes: Buffer) => Buffer
}

const [A = 0, B = 0] = Buffer.from('AB')

/** Another byte where `place` says; a letter of base64, so that it is the change that is seen. @throws Error where there is none */
export function byteAt(place: (bytes: Buffer) => number): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const at = place(bytes)
    const byte = bytes[at]
    if (byte === undefined) throw new Error(`there is no byte ${at} to change`)
    return Buffer.from(bytes).fill(byte === A ? B : A, at, at + 1)
  }
}

/**
 * Another byte in the numbers of an armored signature: in the third line, each before it being of 64 letters. The checksum
 * below goes, which would be refused in the signature's place; RFC 9580 section 6.1 lets it be absent.
 */
export function inSignature(bytes: Buffer): Buffer {
  const body = bytes.indexOf('\n\n', bytes.indexOf('-----BEGIN PGP SIGNATURE-----')) + 2
  const changed = byteAt(() => body + 2 * 65 + 2)(bytes)
  return Buffer.from(changed.toString('latin1').replace(/\n=.{4}\n-----END/u, '\n-----END'), 'latin1')
}

/** A chapter of the page. @throws Error where it is not there */
function textOf(chapter: string): string {
  const [, body] = PAGE.split(`\n## ${chapter}\n`)
  if (body === undefined) throw new Error(`no chapter ${chapter}`)
  return body.split('\n## ')[0] ?? ''
}

/** The line of a chapter that begins so. @throws Error where there is not exactly one */
export function lineOf(chapter: string, start: string): string {
  const lines = textOf(chapter)
    .split('\n')
    .filter((line) => line.startsWith(start))
  if (lines.length !== 1) throw new Error(`${lines.length} lines of ${chapter} begin with ${start}`)
  return lines.join('')
}

/** The fenced blocks of a chapter, in order. @throws Error where there are none: nothing would be run */
function blocksOf(chapter: string): { readonly language: string; readonly text: string }[] {
  const blocks = Array.from(textOf(chapter).matchAll(/^```(\w+)\n(.*?)^```$/gmsu), ([, language = '', text = '']) => ({
    language,
    text,
  }))
  if (!blocks.some(({ language }) => language === 'yaml')) throw new Error(`no step to follow for ${chapter}`)
  return blocks
}

/** The block of a chapter in this language. @throws Error where there is none */
export function blockOf(chapter: string, language: string): string {
  const block = blocksOf(chapter).find((candidate) => candidate.language === language)
  if (block === undefined) throw new Error(`no ${language} in ${chapter}`)
  return block.text
}

/** A step of a job: this action, or commands. */
interface Step {
  readonly with?: Readonly<Record<string, string>>
  readonly run?: string
}

/** The block of a chapter that calls a package manager, which is the caller's to run. @throws Error where there is none */
export function commandOf(chapter: string, program: string): readonly string[] {
  const block = blocksOf(chapter).find(({ text }) => text.startsWith(`${program} `))
  if (block === undefined) throw new Error(`no ${program} to run for ${chapter}`)
  return ['sh', '-euc', block.text]
}

/** Runs the commands of a chapter and signs by its step, but with this key of the emulator. */
async function follow(chapter: string, folder: string, emulator: Emulator, key: KmsKey): Promise<void> {
  for (const { language, text } of blocksOf(chapter)) {
    if (language === 'sh' && !text.startsWith('mvn ')) await runCommands(chapter, folder, text)
    if (language !== 'yaml') continue
    for (const { run: commands, with: inputs } of parse(text) as Step[]) {
      if (commands === undefined) await signBy(chapter, folder, emulator, { ...inputs, 'key-id': key.id })
      else await runCommands(chapter, folder, commands)
    }
  }
}

async function runCommands(chapter: string, folder: string, text: string): Promise<void> {
  const { ok, said } = await run(['sh', '-euc', text], folder, process.env)
  if (!ok) throw new Error(`${chapter}: ${text}: ${said}`)
}

/** Signs by a step's inputs, but with the emulator's credential. */
async function signBy(
  chapter: string,
  workspace: string,
  { contexts, env, inputs: own }: Emulator,
  given: Readonly<Record<string, string>>,
): Promise<void> {
  const inputs = { ...given, 'yc-sa-id': '', ...own, 'key-id': given['key-id'] ?? '' }
  const signed = await runAction({ action: 'sign', inputs, contexts, env, workspace })
  if (signed.exitCode !== 0) throw new Error(`${chapter}: ${signed.stdout}${signed.stderr}`)
}

/**
 * Follows a chapter twice: with the key of an algorithm, and with another key of it.
 * @param prepare lays what is there before the first step
 */
export async function followed(
  chapter: string,
  emulator: Emulator,
  algorithm: Algorithm,
  scratch: string,
  prepare: (folder: string) => void,
): Promise<Followed> {
  const another = new KmsKey(algorithm)
  emulator.kms.keys.set(another.id, another)
  const at = (name: string): string => join(scratch, `${chapter}-${algorithm}-${name}`)
  const folders = { right: at('right'), otherKey: at('other-key') }
  for (const folder of Object.values(folders)) {
    mkdirSync(folder)
    prepare(folder)
  }
  await follow(chapter, folders.right, emulator, emulator.keys[algorithm])
  await follow(chapter, folders.otherKey, emulator, another)
  return folders
}

/** A copy of a folder with a change. @throws Error where it changes nothing */
function withChange(folder: string, { name, file, change }: Changed): string {
  const copy = `${folder}-${name.replaceAll(' ', '-')}`
  cpSync(folder, copy, { recursive: true })
  const bytes = readFileSync(join(copy, file))
  const changed = change(bytes)
  if (changed.equals(bytes)) throw new Error(`"${name}" changes nothing`)
  writeFileSync(join(copy, file), changed)
  return copy
}

/**
 * That a judge takes what was followed, and refuses it with a byte changed and with another key.
 * @param keyFile in the folder, that the judge reads
 * @param refusal what it says: a program that could not start has not refused anything
 */
export async function judgedIn(
  title: string,
  { right, otherKey }: Followed,
  judge: (folder: string) => Promise<Outcome>,
  keyFile: string,
  changes: readonly Changed[],
  refusal = /NOT VERIFIED/u,
): Promise<Check[]> {
  const good = await judge(right)
  const checks = [check(title, good.ok, good.said)]
  const strange = `${right}-strange-key`
  cpSync(right, strange, { recursive: true })
  cpSync(join(otherKey, keyFile), join(strange, keyFile))
  const wrong = [
    ['another key', strange] as const,
    ...changes.map((change) => [change.name, withChange(right, change)] as const),
  ]
  for (const [what, folder] of wrong) {
    const { ok, said } = await judge(folder)
    checks.push(check(`${title}, ${what}`, !ok && refusal.test(said), `it says ${said}`))
  }
  return checks
}
