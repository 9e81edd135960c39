import type { PublicKey } from '../../crypto/public-key.ts'

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
  /** When it was made, as GitHub writes it (`2026-11-27T12:00:00Z`); empty where it does not say. */
  readonly createdAt: string
}

/** An asset of a release. @see https://docs.github.com/rest/releases/assets */
export interface ReleaseAsset {
  readonly id: number
  /** As GitHub stored it. */
  readonly name: string
  /** `false`: in the state `starter`, an upload that is under way or broke off. */
  readonly complete: boolean
  /** Its age when it was listed, in ms, by GitHub's own clock; `undefined` where GitHub does not tell. */
  readonly ageMs: number | undefined
  /** Bytes. */
  readonly size: number
  /** SHA-256 in lower-case hex; GitHub Enterprise Server and old assets have none. */
  readonly sha256: string | undefined
  /** Where people download it. */
  readonly url: string
}

/** Who signs: what public-key files on the release are compared with. */
export interface Signatory {
  readonly key: PublicKey
  /** The SSH principal that `kms-allowed-signers` names. */
  readonly principal: string
}
