/** Real registries on loopback: Debian's docker-registry, with each kind of login, and go-containerregistry's, which serves referrers. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes, sign } from 'node:crypto'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CertificateAuthority } from '../emulator/crypto/x509.ts'

/** A registry that runs. */
export interface RunningRegistry {
  readonly title: string
  /** `127.0.0.1:<port>` */
  readonly host: string
  /** The only user, where there is a login. */
  readonly login: { readonly username: string; readonly password: string } | undefined
  readonly stop: () => void
}

const LOGIN = { username: 'signer', password: 'not a secret of anybody' }
/** bcrypt of that password: Debian has no small program that makes one. */
const HTPASSWD = 'signer:$2b$05$interopinteropinteropeOGcKy4lQGByx2WdgtkR/kKGidc/k4me'

async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(host: string, child: ChildProcess): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  for (let attempt = 0; attempt < 200 && child.exitCode === null && failure === undefined; attempt++) {
    const response = await fetch(`http://${host}/v2/`).catch(() => undefined)
    if (response !== undefined) return
    await sleep(50)
  }
  child.kill()
  throw failure ?? new Error(`no registry at ${host}`)
}

/** Debian's docker-registry over a folder that others may serve as well; `auth`: a line of its configuration. */
async function dockerRegistry(title: string, folder: string, auth?: string): Promise<RunningRegistry> {
  const host = `127.0.0.1:${await freePort()}`
  const config = [
    'version: 0.1',
    'log: {level: error, accesslog: {disabled: true}}',
    'storage:',
    `  filesystem: {rootdirectory: ${JSON.stringify(join(folder, 'data'))}}`,
    `http: {addr: ${JSON.stringify(host)}, secret: ${randomBytes(16).toString('hex')}}`,
    ...(auth === undefined ? [] : ['auth:', `  ${auth}`]),
  ]
  const path = join(folder, `${title.replaceAll(' ', '-')}.yml`)
  writeFileSync(path, `${config.join('\n')}\n`)
  const child = spawn('docker-registry', ['serve', path], { stdio: 'ignore' })
  await answers(host, child)
  return { title, host, login: auth === undefined ? undefined : LOGIN, stop: () => void child.kill() }
}

/** Without a login, with htpasswd, and with a token server: the same images in all three. @throws Error when one cannot run */
export async function dockerRegistries(folder: string): Promise<RunningRegistry[]> {
  mkdirSync(folder, { recursive: true })
  const passwords = join(folder, 'htpasswd')
  writeFileSync(passwords, `${HTPASSWD}\n`)
  const { realm, root } = await tokenServer(folder)
  const logins = [
    ['docker-registry', undefined],
    ['docker-registry with htpasswd', `htpasswd: {realm: interop, path: ${JSON.stringify(passwords)}}`],
    [
      'docker-registry with a token server',
      `token: {realm: ${JSON.stringify(realm)}, service: interop, issuer: interop, rootcertbundle: ${JSON.stringify(root)}}`,
    ],
  ] as const
  const started: RunningRegistry[] = []
  try {
    for (const [title, auth] of logins) started.push(await dockerRegistry(title, folder, auth))
    return started
  } catch (error) {
    for (const { stop } of started) stop()
    throw error
  }
}

/** The token server that docker-registry trusts (distribution's "Token Authentication Specification"). */
async function tokenServer(folder: string): Promise<{ readonly realm: string; readonly root: string }> {
  const authority = new CertificateAuthority('interop tokens')
  const { cert, key } = authority.issue('interop')
  const root = join(folder, 'tokens.pem')
  writeFileSync(root, authority.root)
  const der = cert.replace(/-----[^-]+-----|\s/gu, '')
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://tokens')
    const given = Buffer.from(request.headers.authorization?.replace(/^Basic /u, '') ?? '', 'base64').toString()
    const [, type, name, actions] = /^([a-z]+):([^:]+):([a-z,]+)$/u.exec(url.searchParams.get('scope') ?? '') ?? []
    if (given !== `${LOGIN.username}:${LOGIN.password}`) {
      response.writeHead(401).end('{"errors":[{"code":"UNAUTHORIZED","message":"wrong password"}]}')
      return
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: 'interop',
      sub: LOGIN.username,
      aud: 'interop',
      exp: now + 300,
      nbf: now - 10,
      iat: now,
      jti: randomBytes(8).toString('hex'),
      access: type === undefined ? [] : [{ type, name, actions: actions?.split(',') }],
    }
    const input = `${encode({ typ: 'JWT', alg: 'ES256', x5c: [der] })}.${encode(claims)}`
    const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ token: `${input}.${signature}`, expires_in: 300 }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It ends with the process.
  server.unref()
  return { realm: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, root }
}

/** go-containerregistry's registry, in memory; `undefined` where Go cannot build it, with a line that says why. */
export async function referrersRegistry(folder: string): Promise<RunningRegistry | undefined> {
  const source = join(folder, 'source')
  cpSync(join(import.meta.dirname, 'registry'), source, { recursive: true })
  const built = spawnSync('go', ['build', '-o', 'registry', '.'], { cwd: source, encoding: 'utf8', timeout: 300_000 })
  if (built.status !== 0) {
    console.log(`no registry with referrers: ${`${built.error?.message ?? ''} ${built.stderr}`.trim().slice(-500)}`)
    return undefined
  }
  const child = spawn(join(source, 'registry'), { stdio: ['ignore', 'pipe', 'ignore'] })
  const host = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => {
      resolve(line.toString().trim())
    })
    child.once('exit', () => {
      reject(new Error('the registry with referrers ended'))
    })
  })
  return { title: 'go-containerregistry', host, login: undefined, stop: () => void child.kill() }
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'

/** What an image can be. */
export const IMAGE_KINDS = {
  'an OCI manifest': MANIFEST,
  'a Docker manifest': DOCKER_MANIFEST,
  'an OCI index': 'application/vnd.oci.image.index.v1+json',
  'a Docker list': 'application/vnd.docker.distribution.manifest.list.v2+json',
} as const
export type ImageKind = keyof typeof IMAGE_KINDS

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function put(url: string, body: Buffer, contentType: string): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: { 'content-type': contentType },
  })
  if (response.status !== 201) throw new Error(`${url}: ${response.status} ${await response.text()}`)
}

/** Pushes a small image that nobody has yet, to a registry without login. @returns its digest */
export async function pushImage(host: string, repository: string, kind: ImageKind): Promise<string> {
  const base = `http://${host}/v2/${repository}`
  const blob = async (text: string, mediaType: string) => {
    const bytes = Buffer.from(text)
    const begun = await fetch(`${base}/blobs/uploads/`, { method: 'POST' })
    const location = new URL(begun.headers.get('location') ?? '', base)
    location.searchParams.set('digest', digestOf(bytes))
    await put(location.href, bytes, 'application/octet-stream')
    return { mediaType, digest: digestOf(bytes), size: bytes.length }
  }
  const manifest = async (value: object, mediaType: string) => {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...value }))
    await put(`${base}/manifests/${digestOf(bytes)}`, bytes, mediaType)
    return { mediaType, digest: digestOf(bytes), size: bytes.length }
  }
  const isDocker = kind.includes('Docker')
  const of = (type: string): string =>
    isDocker ? `application/vnd.docker.${type}` : `application/vnd.oci.image.${type}`
  const layer = await blob(
    randomBytes(32).toString('hex'),
    of(isDocker ? 'image.rootfs.diff.tar.gzip' : 'layer.v1.tar+gzip'),
  )
  const configText = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
  })
  const config = await blob(configText, of(isDocker ? 'container.image.v1+json' : 'config.v1+json'))
  const image = await manifest({ config, layers: [layer] }, isDocker ? DOCKER_MANIFEST : MANIFEST)
  const mediaType = IMAGE_KINDS[kind]
  if (mediaType === MANIFEST || mediaType === DOCKER_MANIFEST) return image.digest
  const platform = { architecture: 'amd64', os: 'linux' }
  return (await manifest({ manifests: [{ ...image, platform }] }, mediaType)).digest
}
