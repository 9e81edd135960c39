import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { LoginOptions } from '../../src/registry/login.ts'
import { loginFor } from '../../src/registry/login.ts'
import { workspaceWith, type Workspace } from '../support/workspace.ts'
import { serveHttp, json } from '../http/server.ts'
import { startScene, type Scene } from './registry-scene.ts'

let scene: Scene
let folder: Workspace

beforeEach(async () => {
  scene = await startScene()
  folder = await workspaceWith({})
})

afterEach(async () => {
  await scene.close()
  await folder.remove()
})

const PASSWORD = 'correct horse battery staple'
const GIVEN = { username: 'someone', password: PASSWORD }
const options = (changes: Partial<LoginOptions> = {}): LoginOptions => ({ ...scene.request([]).login, ...changes })

/** A docker configuration, and programs on PATH. */
async function docker(config: unknown, programs: Readonly<Record<string, string>> = {}): Promise<LoginOptions> {
  await writeFile(join(folder.path, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  await mkdir(join(folder.path, 'bin'), { recursive: true })
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder.path, 'bin', name), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder.path, 'bin', name), 0o755)
  }
  const PATH = `${join(folder.path, 'bin')}:${process.env['PATH'] ?? ''}`
  return options({ env: { DOCKER_CONFIG: folder.path, PATH, INPUT_YC_IAM_TOKEN: 'not for a helper' } })
}

const auth = (text: string): string => Buffer.from(text).toString('base64')

describe('the login of a registry', () => {
  it('is that of the inputs before any other, masked as it is and as Basic sends it', async () => {
    const login = await loginFor('cr.yandex', options({ given: GIVEN }))
    expect(login).toEqual({ kind: 'password', ...GIVEN })
    expect(scene.masked).toEqual([PASSWORD, auth(`someone:${PASSWORD}`)])
  })

  it.each(['cr.yandex', 'cr.yandex:443', 'mirror.cr.yandex'])('is the IAM token at %s', async (host) => {
    expect(await loginFor(host, options())).toMatchObject({ kind: 'iam' })
  })

  it.each(['cr.yandex:8443', 'cr.yandex.example.com', 'xcr.yandex', 'ghcr.io', '127.0.0.1:5000'])(
    'is never the IAM token at %s',
    async (host) => {
      expect(await loginFor(host, options())).toEqual({ kind: 'anonymous' })
    },
  )

  it.each<[string, unknown, object]>([
    ['auth', { auths: { 'ghcr.io': { auth: auth('a:b:c') } } }, { kind: 'password', username: 'a', password: 'b:c' }],
    ['a URL', { auths: { 'https://ghcr.io/v1/': { auth: auth('a:b') } } }, { username: 'a', password: 'b' }],
    ['user and password', { auths: { 'ghcr.io': { username: 'a', password: 'b' } } }, { username: 'a', password: 'b' }],
    ['identitytoken', { auths: { 'ghcr.io': { auth: auth('a:'), identitytoken: 't' } } }, { kind: 'identity-token' }],
    ['registrytoken', { auths: { 'ghcr.io': { registrytoken: 't' } } }, { kind: 'bearer', token: 't' }],
    ['another host', { auths: { 'ghcr.io.example': { auth: auth('a:b') } } }, { kind: 'anonymous' }],
    ['an empty entry', { auths: { 'ghcr.io': {} } }, { kind: 'anonymous' }],
    ['nothing', {}, { kind: 'anonymous' }],
  ])('is taken from docker’s configuration: %s', async (_, config, expected) => {
    expect(await loginFor('ghcr.io', await docker(config))).toMatchObject(expected)
  })

  it('is found for Docker Hub under the name that docker gives it', async () => {
    const config = { auths: { 'https://index.docker.io/v1/': { auth: auth('a:b') } } }
    expect(await loginFor('index.docker.io', await docker(config))).toMatchObject({ username: 'a' })
  })

  it.each([
    ['credHelpers', { credHelpers: { 'ghcr.io': 'test' }, auths: { 'ghcr.io': { auth: auth('a:b') } } }],
    ['credsStore', { credsStore: 'test', auths: { 'ghcr.io': {} } }],
  ])('is asked of the helper in %s, which sees no input of the action', async (_, config) => {
    const script = `read server; [ "$1" = get ] && [ -z "$INPUT_YC_IAM_TOKEN" ] || exit 3
printf '{"ServerURL":"%s","Username":"from %s","Secret":"s3cret s3cret"}' "$server" "$server"`
    const login = await loginFor('ghcr.io', await docker(config, { 'docker-credential-test': script }))
    expect(login).toEqual({ kind: 'password', username: 'from ghcr.io', password: 's3cret s3cret' })
    expect(scene.masked).toContain('s3cret s3cret')
  })

  it('is a token where the helper says so, and that of auths where it has none', async () => {
    const token = `printf '{"Username":"<token>","Secret":"refresh"}'`
    const none = `echo 'credentials not found in native keychain'; exit 1`
    const config = { credsStore: 'test', auths: { 'ghcr.io': { auth: auth('a:b') } } }
    expect(await loginFor('ghcr.io', await docker(config, { 'docker-credential-test': token }))).toEqual({
      kind: 'identity-token',
      token: 'refresh',
    })
    expect(await loginFor('ghcr.io', await docker(config, { 'docker-credential-test': none }))).toMatchObject({
      username: 'a',
    })
  })

  it.each<[string, unknown, Record<string, string>]>([
    ['a file that is not JSON', '{"auths": secret', {}],
    ['a list of registries that is none', { auths: 'secret' }, {}],
    ['an auth that is not base64 of user:password', { auths: { 'ghcr.io': { auth: auth('secret') } } }, {}],
    ['a helper that is not there', { credsStore: 'absent' }, {}],
    ['a helper with a path', { credsStore: '../evil' }, {}],
    ['a helper that fails', { credsStore: 'test' }, { 'docker-credential-test': 'echo secret; exit 7' }],
    ['a helper that answers something else', { credsStore: 'test' }, { 'docker-credential-test': 'echo secret' }],
    ['a helper without a secret', { credsStore: 'test' }, { 'docker-credential-test': `echo '{"Username":"secret"}'` }],
    ['a helper that never stops', { credsStore: 'test' }, { 'docker-credential-test': 'yes secret' }],
  ])('is refused, and not shown, for %s', async (_, config, programs) => {
    const run = loginFor('ghcr.io', await docker(config, programs))
    await expect(run).rejects.toMatchObject({ code: 'REGISTRY_REFUSED' })
    await expect(run).rejects.not.toThrow('secret')
  })
})

describe('a registry with a login', () => {
  const signs = async (login: LoginOptions): Promise<void> => {
    await scene.sign([scene.image('one'), scene.image('two', 'other/app')], { login })
  }
  const authorizations = (): (string | undefined)[] => scene.entries().map(({ headers }) => headers.authorization)

  it('is told by Basic who signs', async () => {
    scene.emulator.registry.login = { kind: 'basic', ...GIVEN }
    await signs(options({ given: GIVEN }))
    expect(new Set(authorizations())).toEqual(new Set([undefined, `Basic ${auth(`someone:${PASSWORD}`)}`]))
  })

  it('is told by a token of its server, one a repository, which alone sees the password', async () => {
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    await signs(options({ given: GIVEN }))
    const basic = scene.entries().filter(({ headers }) => headers.authorization?.startsWith('Basic') === true)
    expect(new Set(basic.map(({ call }) => call))).toEqual(new Set(['RegistryToken']))
    expect(basic).toHaveLength(2)
    expect([...scene.emulator.registry.tokens.keys()].every((token) => scene.masked.includes(token))).toBe(true)
  })

  it('takes a refresh token by OAuth 2', async () => {
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    scene.emulator.registry.refreshTokens.add('refresh')
    await signs(await docker({ auths: { [scene.host]: { identitytoken: 'refresh' } } }))
    expect(scene.masked).toContain('refresh')
  })

  it('renews a token that ended midway', async () => {
    const { registry } = scene.emulator
    registry.login = { kind: 'token', ...GIVEN }
    registry.afterPush = () => {
      registry.expireTokens()
    }
    await signs(options({ given: GIVEN }))
    expect(scene.emulator.calls('registry-auth').length).toBeGreaterThan(2)
  })

  it('asks for a new token before the old one ends', async () => {
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    // It is taken for longer than that: on a busy machine a shorter one would end on its way.
    scene.emulator.registry.toldLifetimeSeconds = 0.01
    await signs(options({ given: GIVEN }))
    expect(scene.emulator.calls('registry-auth').length).toBeGreaterThan(2)
    expect(scene.entries().length).toBeLessThan(200)
    const refused = scene.entries().filter(({ status, bearer }) => status === 401 && bearer !== undefined)
    expect(refused).toEqual([])
  })

  it.each([
    ['the password is wrong', 'basic', { ...GIVEN, password: 'another' }],
    ['the password is wrong at its token server', 'token', { ...GIVEN, password: 'another' }],
    ['there is no login', 'basic', undefined],
    ['there is no login for its token server', 'token', undefined],
  ] as const)('refuses before anything is signed where %s', async (_, kind, given) => {
    scene.emulator.registry.login = { kind, ...GIVEN }
    const run = signs(options({ given }))
    await expect(run).rejects.toMatchObject({ code: 'REGISTRY_REFUSED' })
    await expect(run).rejects.toThrow(/^The container registry 127\.0\.0\.1:\d+ refuses .*: 401 UNAUTHORIZED: /u)
    expect(scene.signed).toHaveLength(0)
  })

  it('refuses before anything is signed where one may pull and not push', async () => {
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    scene.emulator.registry.grants = ['pull']
    const run = signs(options({ given: GIVEN }))
    await expect(run).rejects.toMatchObject({ code: 'REGISTRY_REFUSED' })
    await expect(run).rejects.toThrow('pushing to')
    expect(scene.signed).toHaveLength(0)
  })

  it('lets one who may only pull see that all is signed already', async () => {
    await signs(options())
    scene.signed.length = 0
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    scene.emulator.registry.grants = ['pull']
    await signs(options({ given: GIVEN }))
    expect(scene.signed).toHaveLength(0)
  })

  it.each([
    ['is no URL', 'nowhere', 'INVALID_RESPONSE'],
    ['has no TLS', 'http://registry.example/token', 'INVALID_RESPONSE'],
    ['holds a password', 'https://a:b@registry.example/token', 'INVALID_RESPONSE'],
  ])('is not told anything where the token server %s', async (_, realm, code) => {
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    scene.emulator.registry.realm = realm
    await expect(signs(options({ given: GIVEN }))).rejects.toMatchObject({ code })
    expect(scene.signed).toHaveLength(0)
  })

  it('shows nothing of a token that was cut off on its way', async () => {
    scene.emulator.registry.login = { kind: 'token', ...GIVEN }
    scene.emulator.setFault({ service: 'registry-auth', kind: 'truncated-json' })
    const run = signs(options({ given: GIVEN }))
    await expect(run).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    await expect(run).rejects.toThrow('200 with something that is not a JSON object')
    for (const token of scene.emulator.registry.tokens.keys()) await expect(run).rejects.not.toThrow(token.slice(0, 8))
  })

  it.each([
    ['without a token', json(200, { expires_in: 3 })],
    ['with a token of another type', json(200, { token: 7 })],
    ['with a token that breaks the header', json(200, { token: 'a\r\nb' })],
    ['with HTML', json(200, '<html>')],
    ['with 500 in words of its own', json(404, { error: 'nothing here' })],
  ])('is refused as one where its token server answers %s', async (_, answer) => {
    const server = await serveHttp(answer)
    try {
      scene.emulator.registry.login = { kind: 'token', ...GIVEN }
      scene.emulator.registry.realm = `${server.url}/token`
      await expect(signs(options({ given: GIVEN }))).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    } finally {
      await server.close()
    }
  })
})
