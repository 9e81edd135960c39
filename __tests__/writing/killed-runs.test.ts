/** Runs in processes of their own that are killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openStaging } from '../../src/writing/staging.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'staging-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const visible = () => readdirSync(folder).filter((name) => !name.startsWith('.'))
async function run(name: string): Promise<void> {
  const staging = openStaging({ overwrite: false })
  await staging.stage(at(name), Buffer.from('x'))
  await staging.commit()
}

describe('after a SIGKILL', () => {
  const script = `
    import { openStaging } from ${JSON.stringify(join(import.meta.dirname, '../../src/writing/staging.ts'))}
    const folder = process.argv[1]
    const staging = openStaging({ overwrite: true })
    for (let i = 0; i < 300; i += 1) await staging.stage(folder + '/' + i, Buffer.from('new new new'))
    process.stdout.write('staged')
    if (process.argv[2] === 'commit') await staging.commit()
    else setInterval(() => {}, 1000)`
  /** A run that has staged its files. */
  const start = async (mode: string) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder, mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(child, 'close')
    const told = await Promise.race([once(child.stdout, 'data'), closed])
    if (String(told[0]) !== 'staged') throw new Error('The run ended before it had staged its files.')
    return { child, closed }
  }

  it('each file is old or new, and the next run removes what is left', async () => {
    for (let index = 0; index < 300; index += 1) writeFileSync(at(`${index}`), 'old')
    const { child, closed } = await start('commit')
    while (child.exitCode === null && readFileSync(at('40'), 'utf8') === 'old') await new Promise(setImmediate)
    child.kill('SIGKILL')
    await closed
    expect(visible()).toHaveLength(300)
    for (const name of visible()) expect(['old', 'new new new']).toContain(readFileSync(at(name), 'utf8'))
    await run('next')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('a hidden folder of a run that still lives is left alone', async () => {
    const { child, closed } = await start('wait')
    const hidden = readdirSync(folder)
    await run('mine')
    expect(readdirSync(folder)).toEqual([...hidden, 'mine'])
    child.kill('SIGKILL')
    await closed
    await run('second')
    expect(readdirSync(folder)).toEqual(['mine', 'second'])
  })
})
