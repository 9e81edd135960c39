/** The commands of `verification-notes`, run as a recipient would paste them. */
import { check, type Check } from './check.ts'
import { run } from './judge.ts'
import type { Program } from './program-versions.ts'
import type { Programs } from './programs.ts'
import type { Release } from './release.ts'

const PROGRAMS: readonly Program[] = ['openssl', 'ssh-keygen', 'gpg', 'gpgv', 'sqv', 'cosign']

/** Blocks of commands, each with the FILE that stands before it. */
function blocks(notes: string): string[] {
  let file = ''
  return Array.from(notes.matchAll(/```sh\n(.*?)\n```/gsu), ([, commands = '']) => {
    const [first = '', ...rest] = commands.split('\n')
    if (!first.startsWith('FILE=')) return `${file}\n${commands}`
    file = first
    return rest.length === 0 ? '' : commands
  }).filter((block) => block !== '')
}

/** What the notes say a command on a key file shows. */
function keyChecks(notes: string): { command: string; expected: string }[] {
  return Array.from(notes.matchAll(/^- `(.*)` shows `(.*)`$/gmu), ([, command = '', expected = '']) => ({
    command,
    expected,
  }))
}

/** Every block of the notes, run as it stands, takes the release, and none takes it with a byte changed. */
export async function notesHold({ key, right, wrong, notes }: Release, { env, missing }: Programs): Promise<Check[]> {
  const runnable = (block: string): boolean =>
    !PROGRAMS.some((name) => missing.includes(name) && block.includes(`${name} `))
  const checks: Check[] = []
  // Without -e, as recipients paste them: the last command has to tell.
  for (const block of blocks(notes).filter(runnable)) {
    const good = await run(['sh', '-c', block], right, env)
    checks.push(check(`${key.name}: the notes’ ${block.split('\n').at(-1) ?? ''}`, good.ok, good.said))
    const bad = await run(['sh', '-c', block], wrong['one byte changed'], env)
    checks.push(check(`${key.name}: the same of a changed file`, !bad.ok, `it takes it: ${bad.said}`))
  }
  for (const { command, expected } of keyChecks(notes).filter((found) => runnable(found.command))) {
    const { said } = await run(['sh', '-euc', command], right, env)
    checks.push(check(`${key.name}: the notes’ ${command}`, said.includes(expected), `it shows ${said}`))
  }
  return [check(`${key.name}: the notes hold commands`, checks.length > 2), ...checks]
}
