/** cosign, run on images. */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningRegistry } from './image-registries.ts'

/** A docker configuration with the registry's login. */
export function dockerConfig(folder: string, { host, login }: RunningRegistry): string {
  const path = join(folder, `docker-${host.replace(/\W/gu, '-')}`)
  mkdirSync(path, { recursive: true })
  const auth = login && Buffer.from(`${login.username}:${login.password}`).toString('base64')
  writeFileSync(join(path, 'config.json'), JSON.stringify({ auths: auth === undefined ? {} : { [host]: { auth } } }))
  return path
}

/** Runs cosign to its end. */
export async function cosign(
  program: string,
  args: readonly string[],
  docker: string,
): Promise<{ readonly ok: boolean; readonly said: string }> {
  // Not in the same process as the token server, which has to answer meanwhile.
  const child = spawn(program, [...args], {
    env: { PATH: process.env['PATH'], HOME: docker, DOCKER_CONFIG: docker },
    timeout: 120_000,
  })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  child.stdout.resume()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ ok: code === 0, said: Buffer.concat(said).toString().trim().slice(-300) })
    })
  })
}
