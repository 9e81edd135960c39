/** Pages as pictures, by a Chromium that is installed: it is asked over the DevTools protocol. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How a page is looked at. */
export interface View {
  /** Pixels. */
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

/** A browser that makes pictures until it is closed. */
interface Browser {
  /** The whole page, as PNG. @param url of a file */
  readonly picture: (url: string, view: View) => Promise<Buffer>
  readonly close: () => Promise<void>
}

type Result = Readonly<Record<string, unknown>>
type Call = (method: string, params?: object) => Promise<Result>

/** @throws Error where no Chromium is installed, or it does not start */
export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'screens-'))
  const child = spawn(
    process.env['CHROMIUM'] ?? 'chromium',
    ['--headless', '--no-sandbox', '--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    { stdio: 'ignore' },
  )
  const ended = new Promise<never>((_, reject) => {
    child.once('error', () => {
      reject(new Error('Chromium is not installed here: install it, or name another one in CHROMIUM.'))
    })
    child.once('exit', (code) => {
      reject(new Error(`Chromium ended with ${String(code)}`))
    })
  })
  ended.catch(() => undefined)
  const close = async (): Promise<void> => {
    child.kill()
    await ended.catch(() => undefined)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const call = await Promise.race([pageOf(join(profile, 'DevToolsActivePort')), ended])
    return { picture: (url, view) => Promise.race([picture(call, url, view), ended]), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function pageOf(portFile: string): Promise<Call> {
  // Chromium makes the file before it writes to it.
  const port = (): string => /^(\d+)\n/u.exec(existsSync(portFile) ? readFileSync(portFile, 'utf8') : '')?.[1] ?? ''
  for (let tries = 0; port() === ''; tries++) {
    if (tries > 300) throw new Error('Chromium did not start within 30 s')
    await sleep(100)
  }
  const response = await fetch(`http://127.0.0.1:${port()}/json/new?about:blank`, { method: 'PUT' })
  const { webSocketDebuggerUrl } = (await response.json()) as { webSocketDebuggerUrl: string }
  const socket = new WebSocket(webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  return callsOver(socket)
}

function callsOver(socket: WebSocket): Call {
  const waiting = new Map<number, PromiseWithResolvers<Result>>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: Result; error?: Result }
    const asked = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (error === undefined) asked?.resolve(result ?? {})
    else asked?.reject(new Error(JSON.stringify(error)))
  })
  let calls = 0
  return (method, params = {}) => {
    const asked = Promise.withResolvers<Result>()
    waiting.set(++calls, asked)
    socket.send(JSON.stringify({ id: calls, method, params }))
    return asked.promise
  }
}

async function picture(call: Call, url: string, { width, scheme }: View): Promise<Buffer> {
  await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
  await call('Emulation.setDeviceMetricsOverride', { width, height: 100, deviceScaleFactor: 1, mobile: false })
  await call('Page.navigate', { url })
  const ready = 'new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))'
  const height = `${ready}.then(() => document.fonts.ready).then(() => document.documentElement.scrollHeight)`
  const { result } = await call('Runtime.evaluate', { expression: height, awaitPromise: true, returnByValue: true })
  const clip = { x: 0, y: 0, width, height: (result as { value: number }).value, scale: 1 }
  const { data } = await call('Page.captureScreenshot', { clip, captureBeyondViewport: true })
  return Buffer.from(data as string, 'base64')
}
