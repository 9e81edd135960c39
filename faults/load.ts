/** Many files, many runs at once, and files without end: bounded in time and memory. */
import { createPublicKey, verify } from 'node:crypto'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { appendFile, open, readdir, readFile, truncate } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmulator } from '../emulator/emulator.ts'
import { workspaceWith } from '../__tests__/support/workspace.ts'
import { check, type Check } from '../interop/check.ts'
import { faultsOfWhole, outcomeOf, SUCCESS } from './judge.ts'
import { manyFiles } from './many-files.ts'
import { inScene, judged, sign } from './scene.ts'

const RUNS = 50

/** All runs share one quota, as the jobs of an organisation do. */
async function manyRuns(): Promise<Check> {
  const emulator = await startEmulator()
  emulator.setQuota('kms', { rate: 15, burst: 15 })
  const names = ['four.bin', 'one.bin', 'three.bin', 'two.bin']
  const results = await Promise.all(
    Array.from({ length: RUNS }, async (_, index) => {
      await sleep(index * 100)
      const workspace = await workspaceWith(Object.fromEntries(names.map((name) => [name, `${name} ${index}`])))
      const before = await workspace.snapshot()
      const run = await sign({ emulator, workspace })
      const problems = run.exitCode === 0 ? await faultsOfWhole(workspace, before, names) : [outcomeOf(run)]
      await workspace.remove()
      return problems
    }),
  )
  const refused = emulator.requests.filter(({ status }) => status === 429).length
  console.log(`  ${emulator.calls('kms').length} requests of KMS, ${refused} refused by the quota`)
  await emulator.close()
  const problems = [...results.flat(), ...(refused > 0 ? [] : ['the quota was never felt'])]
  return check(`${RUNS} runs at once under one quota: all ${SUCCESS}`, problems.length === 0, problems.join('; '))
}

/** Somebody writes faster than anybody reads. */
async function endlessFile(): Promise<Check> {
  return await inScene({ 'endless.bin': 'x' }, async (scene) => {
    const path = scene.workspace.at('endless.bin')
    await truncate(path, 64 * 1024 * 1024)
    const file = await open(path, 'r+')
    let mebibytes = 64
    const growing = setInterval(() => void file.truncate((mebibytes += 1) * 1024 * 1024), 2)
    const run = await sign(scene)
    clearInterval(growing)
    await file.close()
    const there = Object.keys(await scene.workspace.snapshot())
    return judged('a file that grows without end', 'FILE_CHANGED', run, 60, there.length === 1 ? [] : there)
  })
}

/** Empty files: what counts is how many names there are. */
function touchMany(folder: string, count: number, end: string): void {
  mkdirSync(folder)
  for (let index = 0; index < count; index += 1) closeSync(openSync(`${folder}/${index}${end}`, 'w'))
}

async function crowdedFolder(): Promise<Check[]> {
  return await inScene({ 'wanted.bin': 'wanted' }, async (scene) => {
    const { workspace, emulator } = scene
    touchMany(workspace.at('crowd'), 100_000, '.txt')
    await appendFile(workspace.at('crowd/wanted.bin'), 'wanted too')
    const found = await sign(scene, { files: '**/*.bin' })
    const key = createPublicKey(await readFile(workspace.at('kms-public-key.pem'), 'utf8').catch(() => ''))
    const [content, signature] = await Promise.all([
      readFile(workspace.at('crowd/wanted.bin')),
      readFile(workspace.at('crowd/wanted.bin.sig')),
    ])
    const right = verify('sha256', content, key, signature) ? [] : ['its signature is not right']
    const first = judged('one file among 100,000', SUCCESS, found, 60, right)
    emulator.requests.length = 0
    const before = await readdir(workspace.path, { recursive: true })
    const tooMany = await sign(scene, { files: 'crowd/[0-4]*.txt', 'output-dir': 'out' })
    const after = await readdir(workspace.path, { recursive: true })
    const problems = [
      ...(after.length === before.length ? [] : ['something was written']),
      ...(emulator.requests.length === 0 ? [] : ['requests were made']),
    ]
    return [first, judged('a pattern that matches more than 50,000', 'TOO_MANY_FILES', tooMany, 60, problems)]
  })
}

/**
 * One after the other: each is to have the machine for itself.
 * @param files to sign while the service spoils a ninth of its answers
 */
export async function load(files: number): Promise<Check[]> {
  return [await endlessFile(), ...(await crowdedFolder()), await manyRuns(), ...(await manyFiles(files))]
}
