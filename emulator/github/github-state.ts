/** A repository's releases and their assets, and who may see and change them. */
import { createHash } from 'node:crypto'
import { GithubLimits } from './github-limits.ts'
import { secret } from '../crypto/random.ts'
import type { EmulatedRequest } from '../server/wire.ts'

export interface Asset {
  readonly id: number
  name: string
  readonly label: string
  readonly contentType: string
  content: Buffer
  /** `starter`: an upload that is under way, or broke off inside GitHub. */
  state: 'uploaded' | 'starter'
  readonly createdAt: string
}

export interface Release {
  readonly id: number
  readonly tag: string
  draft: boolean
  readonly assets: Asset[]
  name: string
  /** Its text, Markdown. */
  body: string
  readonly createdAt: string
  /** Nobody is shown it before, as the API's clock tells: replicas lag behind. In ms since the epoch. */
  readonly visibleAt: number
}

type Access = 'write' | 'read' | 'none'

export class GithubState {
  owner = 'acme'
  repo = 'widget'
  /** Releases are immutable as soon as they are published. */
  immutableReleases = false
  readonly releases: Release[] = []
  /** Git references, `refs/tags/v1`, and their commits. */
  readonly refs = new Map<string, string>()
  /** Tokens and what each may do; other tokens are bad credentials. */
  readonly tokens = new Map<string, Access>()
  /** The job's token, with `contents: write`. */
  readonly token = `ghs_${secret(27)}`
  limits = new GithubLimits()
  readonly assetsPerRelease = 1000
  /** Lists end here: what lies beyond is answered by 422. */
  listedResults = 10_000
  /** GitHub Enterprise Server has none. */
  tellsDigests = true
  readonly downloadSignature = secret(24)
  #nextId = 5001

  constructor() {
    this.tokens.set(this.token, 'write')
  }

  /** Its clock: that of the limits, so that a test moves both. */
  now(): number {
    return this.limits.clock.now()
  }

  /** @param options `hiddenMs`: for how long nobody is shown it */
  addRelease(
    tag: string,
    options: { readonly draft?: boolean; readonly name?: string; readonly hiddenMs?: number } = {},
  ): Release {
    const release: Release = {
      id: this.#nextId++,
      tag,
      draft: options.draft ?? false,
      name: options.name ?? tag,
      body: '',
      assets: [],
      createdAt: new Date(this.now()).toISOString(),
      visibleAt: this.now() + (options.hiddenMs ?? 0),
    }
    this.releases.unshift(release)
    return release
  }

  addAsset(release: Release, name: string, content: Buffer | string, options: Partial<Asset> = {}): Asset {
    const asset: Asset = {
      id: this.#nextId++,
      name,
      label: options.label ?? '',
      contentType: options.contentType ?? 'application/octet-stream',
      content: Buffer.from(content),
      state: options.state ?? 'uploaded',
      createdAt: options.createdAt ?? new Date(this.now()).toISOString(),
    }
    release.assets.push(asset)
    return asset
  }

  /** What the caller may do: a public repository is read without a token; `undefined`: bad credentials. */
  accessOf(request: EmulatedRequest): Access | undefined {
    if (request.headers.authorization === undefined) return 'read'
    return this.tokens.get(request.bearer ?? '')
  }

  isImmutable(release: Release): boolean {
    return this.immutableReleases && !release.draft
  }
}

/** Letters without a decomposition that GitHub writes plainly all the same, as users of other tools reported. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', Æ: 'AE', ð: 'd', Ð: 'D', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', œ: 'oe', Œ: 'OE' },
  ...{ ß: 'ss', þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H' },
}

/**
 * The name that GitHub gives an asset: letters with marks become plain ones, then there is a dot for each run of anything
 * but letters, digits and `. _ + -`; before a dot at the beginning it puts `default`.
 */
export function assetName(given: string): string {
  const marks = /\p{M}/gu
  const plain = Array.from(given.normalize('NFC'))
    .map((c) => PLAIN[c] ?? c.normalize('NFD').replace(marks, ''))
    .join('')
  const dotted = plain.replace(/\.*[^A-Za-z0-9._+-][^A-Za-z0-9_+-]*/g, '.').replace(/\.+$/, '')
  return dotted.startsWith('.') || (dotted === '' && given !== '') ? `default${dotted}` : dotted
}

/** An asset as the API shows it; `api` and `site` are the origins of its URLs. */
export function assetJson(state: GithubState, release: Release, asset: Asset, api: string): Record<string, unknown> {
  const repository = `${state.owner}/${state.repo}`
  return {
    url: `${api}/repos/${repository}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: `RA_${asset.id}`,
    name: asset.name,
    label: asset.label,
    uploader: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
    content_type: asset.contentType,
    state: asset.state,
    size: asset.content.length,
    digest:
      asset.state === 'starter' || !state.tellsDigests
        ? null
        : `sha256:${createHash('sha256').update(asset.content).digest('hex')}`,
    download_count: 0,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    browser_download_url: `${api}/${repository}/releases/download/${encodeURIComponent(release.tag)}/${asset.name}`,
  }
}

/** A release as the API shows it, with its first 30 assets, which is why their number has to be asked for. */
export function releaseJson(state: GithubState, release: Release, api: string, uploads: string) {
  const path = `repos/${state.owner}/${state.repo}/releases/${release.id}`
  return {
    url: `${api}/${path}`,
    assets_url: `${api}/${path}/assets`,
    upload_url: `${uploads}/${path}/assets{?name,label}`,
    html_url: `${api}/${state.owner}/${state.repo}/releases/tag/${encodeURIComponent(release.tag)}`,
    id: release.id,
    node_id: `RE_${release.id}`,
    tag_name: release.tag,
    target_commitish: 'main',
    name: release.name,
    draft: release.draft,
    prerelease: false,
    immutable: state.isImmutable(release),
    created_at: release.createdAt,
    published_at: release.draft ? null : release.createdAt,
    assets: release.assets.slice(0, 30).map((asset) => assetJson(state, release, asset, api)),
    body: release.body,
  }
}
