/** Stands in for `gh` in the workflows: as much of it as they use, against GITHUB_API_URL. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, matchesGlob } from 'node:path'
import { parseArgs } from 'node:util'
import { ghApi } from './gh-api.ts'
import { api, call, json } from './gh-http.ts'

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
const releases = `${api}/repos/${repository}/releases`

/** As gh looks for a release: a published one first, else a draft. */
async function look(tag: string): Promise<Release | undefined> {
  const all = await json<Release[]>('GET', `${releases}?per_page=100`)
  const named = all.filter(({ tag_name }) => tag_name === tag)
  return named.find(({ draft }) => !draft) ?? named[0]
}

/** @param tag empty: the newest that is published */
async function find(tag: string): Promise<Release> {
  const release = tag === '' ? (await json<Release[]>('GET', releases)).find(({ draft }) => !draft) : await look(tag)
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

/** @param output a file for what must be one asset, in place of the folder */
async function download(release: Release, folder: string, pattern: string, output?: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const asset of await json<Asset[]>('GET', `${release.assets_url}?per_page=100`)) {
    if (!matchesGlob(asset.name, pattern)) continue
    const path = output ?? join(folder, asset.name)
    if (existsSync(path)) throw new Error(`gh: ${path} already exists`)
    writeFileSync(path, await call('GET', asset.url, undefined, 'application/octet-stream'))
  }
}

/** @throws Error where the repository has no such tag */
async function tagIsThere(tag: string): Promise<void> {
  const refs = await json<{ ref: string }[]>('GET', `${api}/repos/${repository ?? ''}/git/matching-refs/tags/${tag}`)
  if (!refs.some(({ ref }) => ref === `refs/tags/${tag}`)) throw new Error(`gh: tag ${tag} does not exist`)
}

/**
 * `gh release create`: it looks for an existing release only without `--draft`; what it makes is a draft until all files
 * are there, and goes when one of them cannot be uploaded.
 */
async function create(tag: string): Promise<void> {
  if (values['verify-tag'] === true) await tagIsThere(tag)
  const { notes, generated } = { notes: text('notes-file'), generated: has('generate-notes') }
  if (notes === undefined && !generated) throw new Error('gh: asks for notes where there is a terminal')
  if (!has('draft') && (await look(tag)) !== undefined) throw new Error(`gh: ${tag} already exists`)
  const release = await json<Release>('POST', releases, {
    tag_name: tag,
    name: values.title ?? tag,
    draft: true,
    body: notes ?? 'generated',
  })
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

if (process.argv[2] === 'api') {
  await ghApi(process.argv.slice(3))
  process.exit()
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
    output: { type: 'string' },
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
  download: async () => download(await find(tag), values.dir ?? '.', values.pattern ?? '*', values.output),
  edit: () => edit(tag),
}
const run = group === 'release' ? COMMANDS[command ?? ''] : undefined
if (run === undefined) throw new Error(`gh: not known here: ${words.join(' ')}`)
await run()
