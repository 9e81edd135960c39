/** Where an image's signatures go: the tags that cosign 1 and 2 read, or OCI 1.1 referrers as cosign 3 writes them. */
export type ImageLayout = 'tag' | 'referrer'
/** An image as the input `images` names it: by its digest. */
export interface ImageReference {
  /** As it was given, without blanks at its ends. */
  readonly given: string
  /** Host in lower case, with the port where one was given. */
  readonly host: string
  /** `name` of the distribution specification, without the host. */
  readonly repository: string
  /** Shown, never used: tags move. */
  readonly tag: string | undefined
  /** `sha256:` and 64 digits of lower-case hex. */
  readonly digest: string
}
/**
 * What an image index or a manifest says of another object.
 * Source: OCI image specification 1.1, descriptor.md. Fields that are unknown here stay as they are.
 */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  /** In bytes. */
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}
/** What one image got: digests of the manifests that hold its signatures; `undefined` for a layout that is not used. */
export interface ImageResult {
  readonly image: ImageReference
  /** All references of the input that name this image. */
  readonly given: readonly string[]
  /** Digest of the manifest under `sha256-<hex>.sig`. */
  readonly tag: string | undefined
  /** Digest of the referrer that holds the signature. */
  readonly referrer: string | undefined
  readonly attestations: readonly AttestationResult[]
  /** Layouts whose signature was there already and verified. */
  readonly kept: readonly ImageLayout[]
}
/** Where one attestation of an image lies. */
interface AttestationResult {
  readonly predicateType: string
  /** Digest of the manifest under `sha256-<hex>.att`. */
  readonly tag: string | undefined
  readonly referrer: string | undefined
}
/** A statement's predicate: all images of a run get it, each with itself as the subject. */
export interface ImagePredicate {
  /** URI */
  readonly type: string
  /** JSON text, taken over byte for byte. */
  readonly json: string
}
/** How a run shows a registry who it is. */
export type Login =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** An OAuth 2 refresh token of the registry's own (docker's `identitytoken`). */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** A token that the registry itself takes (docker's `registrytoken`). */
  | { readonly kind: 'bearer'; readonly token: string }
  /** The run's IAM token: fresh each time, and only for Yandex Container Registry. */
  | { readonly kind: 'iam'; readonly token: IamToken }
/** The run's IAM token, renewed by whoever gives it. */
export interface IamToken {
  token(): Promise<string>
  /** Another one in place of a token that was refused with 401; the same where there is no other. */
  refresh(rejected: string): Promise<string>
}
