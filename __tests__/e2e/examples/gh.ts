/** Stands in for `gh release …` in the examples: as much of it as they use, against GITHUB_API_URL. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, matchesGlob } from 'node:path'
import { parseArgs } from 'node:util'

interface Release {
  readonly id: number
  readonly tag_name: string
  readonly draft: boolean
  readonly url: string
  readonly upload_url: string
  readonly assets_url: string
}
interface Asset {
  readonly name: string
  readonly url: string
}

const repository = process.env['GH_REPO'] ?? (existsSync('.git') ? process.env['GITHUB_REPOSITORY'] : undefined)
if (repository === undefined) throw new Error('gh: no repository: neither a checkout nor GH_REPO')
const token = process.env['GH_TOKEN']
if (token === undefined) throw new Error('gh: GH_TOKEN is not set')
const releases = `${process.env['GITHUB_API_URL'] ?? ''}/repos/${repository}/releases`

async function call(method: string, url: string, body?: string | Buffer, accept = 'application/json'): Promise<Buffer> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const headers = {
    accept,
    authorization: `Bearer ${token ?? ''}`,
    ...(body === undefined ? {} : { 'content-type': type }),
  }
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: Uint8Array.from(Buffer.from(body)) }),
  })
  if (!response.ok) throw new Error(`gh: ${method} ${url}: ${response.status} ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}

const json = async <T>(method: string, url: string, body?: object): Promise<T> =>
  JSON.parse((await call(method, url, body && JSON.stringify(body))).toString()) as T

/** As gh looks for a release: a published one first, else a draft. */
async function look(tag: string): Promise<Release | undefined> {
  const all = await json<Release[]>('GET', `${releases}?per_page=100`)
  const named = all.filter(({ tag_name }) => tag_name === tag)
  return named.find(({ draft }) => !draft) ?? named[0]
}

async function find(tag: string): Promise<Release> {
  const release = await look(tag)
  if (release === undefined) throw new Error(`gh: release not found: ${tag}`)
  return release
}

async function upload(release: Release, files: readonly string[], clobber: boolean): Promise<void> {
  const url = release.upload_url.replace(/\{.*$/u, '')
  const there = clobber ? await json<Asset[]>('GET', `${release.assets_url}?per_page=100`) : []
  for (const file of files) {
    const old = there.find(({ name }) => name === basename(file))
    if (old !== undefined) await call('DELETE', old.url)
    await call('POST', `${url}?name=${encodeURIComponent(basename(file))}`, readFileSync(file))
  }
}

async function download(release: Release, folder: string, pattern: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const asset of await json<Asset[]>('GET', `${release.assets_url}?per_page=100`)) {
    if (!matchesGlob(asset.name, pattern)) continue
    const path = join(folder, asset.name)
    if (existsSync(path)) throw new Error(`gh: ${path} already exists`)
    writeFileSync(path, await call('GET', asset.url, undefined, 'application/octet-stream'))
  }
}

/**
 * `gh release create`: it looks for an existing release only without `--draft`; what it makes is a draft until all files
 * are there, and goes when one of them cannot be uploaded.
 */
async function create(tag: string): Promise<void> {
  const { notes, generated } = { notes: text('notes-file'), generated: has('generate-notes') }
  if (notes === undefined && !generated) throw new Error('gh: asks for notes where there is a terminal')
  if (!has('draft') && (await look(tag)) !== undefined) throw new Error(`gh: ${tag} already exists`)
  const release = await json<Release>('POST', releases, { tag_name: tag, draft: true, body: notes ?? 'generated' })
  try {
    await upload(release, files, false)
    if (!has('draft')) await json('PATCH', release.url, { draft: false })
  } catch (thrown) {
    if (!has('draft')) await call('DELETE', release.url)
    throw thrown
  }
}

async function edit(tag: string): Promise<void> {
  const notes = text('notes-file')
  const published = values.draft === 'false' ? { draft: false } : {}
  await json('PATCH', (await find(tag)).url, { ...published, ...(notes === undefined ? {} : { body: notes }) })
}

const words = process.argv.slice(2).map((word) => (word === '--draft' ? '--draft=true' : word))
const { values, positionals } = parseArgs({
  args: words,
  allowPositionals: true,
  options: {
    draft: { type: 'string' },
    'verify-tag': { type: 'boolean' },
    'generate-notes': { type: 'boolean' },
    'notes-file': { type: 'string' },
    title: { type: 'string' },
    clobber: { type: 'boolean' },
    dir: { type: 'string' },
    pattern: { type: 'string' },
  },
})
const has = (name: 'draft' | 'generate-notes' | 'clobber'): boolean => values[name] === true || values[name] === 'true'
const text = (name: 'notes-file'): string | undefined => {
  const path = values[name]
  return path === undefined ? undefined : readFileSync(path, 'utf8')
}
const [group, command, tag = '', ...files] = positionals
const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  view: () => find(tag),
  create: () => create(tag),
  upload: async () => upload(await find(tag), files, has('clobber')),
  download: async () => download(await find(tag), values.dir ?? '.', values.pattern ?? '*'),
  edit: () => edit(tag),
}
const run = group === 'release' ? COMMANDS[command ?? ''] : undefined
if (run === undefined) throw new Error(`gh: not known here: ${words.join(' ')}`)
await run()
