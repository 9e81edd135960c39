/** Stands in for `gh release …` in the examples: as much of it as they use, against GITHUB_API_URL. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

interface Release {
  readonly id: number
  readonly tag_name: string
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

async function find(tag: string): Promise<Release> {
  const all = await json<Release[]>('GET', `${releases}?per_page=100`)
  const release = all.find(({ tag_name }) => tag_name === tag)
  if (release === undefined) throw new Error(`gh: release not found: ${tag}`)
  return release
}

async function upload(release: Release, files: readonly string[]): Promise<void> {
  const url = release.upload_url.replace(/\{.*$/u, '')
  for (const file of files) await call('POST', `${url}?name=${encodeURIComponent(basename(file))}`, readFileSync(file))
}

async function download(release: Release, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const asset of await json<Asset[]>('GET', `${release.assets_url}?per_page=100`)) {
    writeFileSync(join(folder, asset.name), await call('GET', asset.url, undefined, 'application/octet-stream'))
  }
}

const [group, command, tag = '', ...rest] = process.argv.slice(2)
const known = ['--draft', '--verify-tag', '--generate-notes', '--clobber', '--draft=false', '--dir']
const flags = rest.filter((word) => word.startsWith('--'))
const unknown = flags.filter((flag) => !known.includes(flag))
if (group !== 'release' || unknown.length > 0) throw new Error(`gh: not known here: ${process.argv.slice(2).join(' ')}`)
const words = rest.filter((word) => !word.startsWith('--'))
if (command === 'create') {
  // As gh does it: a draft until all files are there.
  const release = await json<Release>('POST', releases, { tag_name: tag, draft: true })
  await upload(release, words)
  if (!flags.includes('--draft')) await json('PATCH', release.url, { draft: false })
} else if (command === 'upload') await upload(await find(tag), words)
else if (command === 'download') await download(await find(tag), words[0] ?? '.')
else if (command === 'edit' && flags.includes('--draft=false'))
  await json('PATCH', (await find(tag)).url, { draft: false })
else throw new Error(`gh: not known here: ${process.argv.slice(2).join(' ')}`)
