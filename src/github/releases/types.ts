/** A release, as far as it matters here. @see https://docs.github.com/rest/releases/releases */
export interface Release {
  readonly id: number
  readonly tag: string
  readonly title: string
  readonly draft: boolean
  /** Published in a repository with immutable releases: takes no asset any more. */
  readonly immutable: boolean
  /** Where assets are uploaded to, without the template at its end. */
  readonly uploadUrl: string
  readonly htmlUrl: string
}
/** An asset of a release. @see https://docs.github.com/rest/releases/assets */
export interface ReleaseAsset {
  readonly id: number
  /** As GitHub stored it. */
  readonly name: string
  /** `false`: an upload that broke off left it in the state `starter`. */
  readonly complete: boolean
  /** Bytes. */
  readonly size: number
  /** SHA-256 in lower-case hex; GitHub Enterprise Server and old assets have none. */
  readonly sha256: string | undefined
  /** Where people download it. */
  readonly url: string
}
