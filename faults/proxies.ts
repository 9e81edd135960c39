/** A real proxy, tinyproxy, between the run and the services under their own names, and certificates of a private CA. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import { startTlsFront, type TlsFront } from '../emulator/server/tls-front.ts'
import { workspaceWith } from '../__tests__/support/workspace.ts'
import { check, type Check } from '../interop/check.ts'
import { outcomeOf, secretsShown, straysOf, SUCCESS } from './judge.ts'

const PASSWORD = 'pass-word_47'
const NO_ENDPOINTS = { 'kms-endpoint': '', 'iam-endpoint': '', 'token-endpoint': '' }

interface Proxy {
  readonly port: number
  readonly close: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function isListening(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

/** tinyproxy, which passes all on to the proxy of `front`: that one knows where the names lead here. */
async function startTinyproxy(front: TlsFront, password: string | undefined): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'tinyproxy-'))
  const port = await freePort()
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'MaxClients 100',
    'LogLevel Error',
    `Upstream http 127.0.0.1:${new URL(front.proxy.url).port}`,
    ...(password === undefined ? [] : [`BasicAuth builder ${password}`]),
  ]
  await writeFile(join(folder, 'tinyproxy.conf'), `${lines.join('\n')}\n`)
  const child = spawn('tinyproxy', ['-d', '-c', join(folder, 'tinyproxy.conf')], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('close', resolve))
  for (let tries = 0; tries < 100 && !(await isListening(port)); tries += 1) await sleep(50)
  return {
    port,
    close: async () => {
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Scene {
  readonly emulator: Emulator
  readonly front: TlsFront
}

async function sign({ emulator, front }: Scene, inputs: Record<string, string>, env: Env): Promise<RunResult> {
  const workspace = await workspaceWith({ 'widget.bin': 'widget' })
  emulator.requests.length = 0
  front.proxy.connects.length = 0
  try {
    return await runAction({
      action: 'sign',
      inputs: { ...emulator.inputs, files: '*.bin', ...inputs },
      env: { ...emulator.env, ...env },
      contexts: emulator.contexts,
      workspace: workspace.path,
    })
  } finally {
    await workspace.remove()
  }
}
type Env = Readonly<Record<string, string | undefined>>

/** How a run by name through `proxy` has to end. */
async function byName(scene: Scene, name: string, code: string, env: Env): Promise<Check> {
  const { emulator, front } = scene
  const run = await sign(scene, NO_ENDPOINTS, { ...front.env, ...env })
  const problems = [
    ...(outcomeOf(run) === code ? [] : [`${outcomeOf(run)} in place of ${code}`]),
    ...straysOf(emulator),
    ...secretsShown(run, [...emulator.secrets(), PASSWORD]),
    ...(code === SUCCESS && front.proxy.connects.length === 0 ? ['nothing went through the proxy'] : []),
    ...(code !== SUCCESS && emulator.requests.length > 0 ? ['requests came all the same'] : []),
  ]
  const said = run.annotations.map(({ message }) => message).join('\n')
  return check(`${name}: ${code}`, problems.length === 0, `${problems.join('; ')}\n${said}`)
}

/** Where NO_PROXY names the services' address, the proxy sees nothing of the run. */
async function without(scene: Scene, port: number): Promise<Check> {
  const { emulator, front } = scene
  const url = `http://127.0.0.1:${port}`
  const env = { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: 'example.org, 127.0.0.1' }
  const run = await sign(scene, { 'upload-artifact': 'false' }, { ...emulator.env, ...env })
  const problems = [
    ...(outcomeOf(run) === SUCCESS ? [] : [outcomeOf(run)]),
    ...front.proxy.connects.map(({ target }) => `${target} went through the proxy`),
  ]
  return check('NO_PROXY: past the proxy', problems.length === 0, problems.join('; '))
}

/** With and without password, with and without the CA. */
export async function proxies(): Promise<Check[]> {
  if (spawnSync('tinyproxy', ['-v']).status !== 0)
    return [check('tinyproxy is there', false, 'apt-get install tinyproxy')]
  const emulator = await startEmulator()
  const front = await startTlsFront(emulator)
  const open = await startTinyproxy(front, undefined)
  const closed = await startTinyproxy(front, PASSWORD)
  const scene = { emulator, front }
  const proxy = (port: number, user = ''): Env => ({ HTTPS_PROXY: `http://${user}127.0.0.1:${port}` })
  try {
    return [
      await byName(scene, 'tinyproxy without a password', SUCCESS, proxy(open.port)),
      await byName(scene, 'tinyproxy with its password', SUCCESS, proxy(closed.port, `builder:${PASSWORD}@`)),
      await byName(scene, 'tinyproxy with another password', 'UNAVAILABLE', proxy(closed.port, 'builder:wrong@')),
      await byName(scene, 'tinyproxy without the password it wants', 'UNAVAILABLE', proxy(closed.port)),
      await byName(scene, 'a private CA that nobody named', 'UNAVAILABLE', {
        ...proxy(open.port),
        NODE_EXTRA_CA_CERTS: undefined,
      }),
      await byName(scene, 'a proxy that is not there', 'UNAVAILABLE', proxy(await freePort())),
      await without(scene, open.port),
    ]
  } finally {
    await open.close()
    await closed.close()
    await front.close()
    await emulator.close()
  }
}
