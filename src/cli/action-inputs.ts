// Made of action.yml, verify/action.yml and package.json by `npm run tables`.

/** An input of an action. */
export interface ActionInput {
  readonly name: string
  readonly description: string
  /** As action.yml has it; empty where there is none. */
  readonly default: string
  readonly required: boolean
}

/** The version of the package. */
export const VERSION = '1.0.0'

/** An action, with its inputs. */
interface Action {
  readonly description: string
  readonly inputs: readonly ActionInput[]
}

/** One input a line. */
// prettier-ignore
export const ACTIONS: Readonly<Record<'sign' | 'verify', Action>> = {
  sign: {
    description: "Signs releases with a key that never leaves Yandex Cloud KMS. Verify with openssl, cosign, ssh-keygen, gpg.",
    inputs: [
      {"name":"key-id","description":"ID of the asymmetric KMS key that signs.","default":"","required":true},
      {"name":"files","description":"Patterns of the files to sign, one per line, in the syntax of `@actions/glob` (`!` excludes, `#` comments), relative to the workspace. A folder means all below it.","default":"","required":false},
      {"name":"subject-checksums","description":"Patterns of checksum files, one per line. The files that they list are signed by their digests, without being read. In place of `files`.","default":"","required":false},
      {"name":"images","description":"Container images to sign, one per line, by digest: `host/repository@sha256:<hex>`, also `host/repository:tag@sha256:<hex>`. `files` may be empty then.","default":"","required":false},
      {"name":"image-layouts","description":"Where the signatures of images go, a list of: `tag` (what cosign 1 and 2, Kyverno, policy-controller and Connaisseur read), `referrer` (what cosign 3 writes and reads).","default":"tag, referrer","required":false},
      {"name":"registry-username","description":"User name at the images' registry. Default: for `cr.yandex` the run's IAM token, else the login of docker's configuration.","default":"","required":false},
      {"name":"registry-password","description":"Password or token of `registry-username`.","default":"","required":false},
      {"name":"sign","description":"What gets a signature, a list of: `files` (each file), `checksums` (one checksum file over all of them), `provenance` (in-toto statements over all of them).","default":"files","required":false},
      {"name":"sbom-path","description":"Patterns of SBOMs, one per line: SPDX or CycloneDX in JSON, at most 16 MiB each. A signed attestation about all files is written for each.","default":"","required":false},
      {"name":"predicate-type","description":"With `predicate-path`: the type, a URI, of a predicate of your own, of which a signed attestation about all files is written.","default":"","required":false},
      {"name":"predicate-path","description":"With `predicate-type`: path of the file with the predicate, a JSON object of at most 16 MiB.","default":"","required":false},
      {"name":"formats","description":"How signatures are written, a list of: `sig`, `base64`, `sigstore`, `sshsig`, `openpgp`, `cms`, `openpgp-clear`.","default":"sig","required":false},
      {"name":"hash-algorithm","description":"`sha256`, `sha384`, `sha512`, or `auto`: what the key calls for.","default":"auto","required":false},
      {"name":"verify-page","description":"https URL of a page that verifies in a browser, for recipients without any of the programs: the notes name it. This repository's dist/page/verify.html is one that can be put on any site.","default":"","required":false},
      {"name":"identity","description":"Who signs: the User ID of OpenPGP signatures and, by its e-mail address or else the key ID, the principal of SSH signatures. Default: `Yandex Cloud KMS key <key-id>`.","default":"","required":false},
      {"name":"certificate","description":"X.509 certificate of the key for `cms`, as PEM text or a path: that of an earlier run, or one from a CA. Default: a self-signed certificate is made.","default":"","required":false},
      {"name":"public-key","description":"The key that is expected: PEM text, a path to a PEM file, or a fingerprint `sha256:<hex>`. Any other key stops the run.","default":"","required":false},
      {"name":"yc-sa-id","description":"ID of the service account to become with GitHub's OIDC token (needs `id-token: write`).","default":"","required":false},
      {"name":"yc-sa-json-credentials","description":"Authorized key of a service account, JSON.","default":"","required":false},
      {"name":"yc-iam-token","description":"An IAM token.","default":"","required":false},
      {"name":"yc-vm-service-account","description":"Use the service account of the Yandex Cloud VM that the runner is on.","default":"false","required":false},
      {"name":"oidc-token","description":"With `yc-sa-id`, an ID token of any issuer that the federation trusts, in place of GitHub's: that of another CI, which is exchanged for an IAM token.","default":"","required":false},
      {"name":"oidc-audience","description":"Audience of GitHub's OIDC token. Default: the URL of the repository's owner, as GitHub sets it.","default":"","required":false},
      {"name":"revoke-token","description":"Revoke the IAM token at the end, on failure and cancellation too. Never one that came in by `yc-iam-token`.","default":"false","required":false},
      {"name":"output-dir","description":"Folder for everything that is written. Default: beside the files.","default":"","required":false},
      {"name":"overwrite","description":"Replace files, the artifact, and assets of a published release that exist under the same names.","default":"false","required":false},
      {"name":"if-no-files-found","description":"What a pattern without a match does: `error`, `warn` or `ignore`.","default":"error","required":false},
      {"name":"max-files","description":"More matches than this stop the run before the first request. `0` for no limit.","default":"1000","required":false},
      {"name":"upload-artifact","description":"Upload what was written as one workflow artifact: `true`, `false`, or `auto`: where there is an artifact service (not on GitHub Enterprise Server).","default":"auto","required":false},
      {"name":"artifact-name","description":"Name of the artifact. A name of the default form that is taken gets `-2`, `-3` …; any other that is taken fails.","default":"signatures-${{ github.job }}-${{ strategy.job-index }}","required":false},
      {"name":"retention-days","description":"Days to keep the artifact. Default: the repository's setting.","default":"","required":false},
      {"name":"release-assets","description":"Attach what was written, except the manifest, to the GitHub release (needs `contents: write`).","default":"false","required":false},
      {"name":"release-tag","description":"Tag of that release. Default: the tag that started the run.","default":"","required":false},
      {"name":"release-id","description":"ID of that release, drafts too, in place of `release-tag`, as other release actions give it out. It chooses where several releases bear one tag.","default":"","required":false},
      {"name":"github-token","description":"Token for the release.","default":"${{ github.token }}","required":false},
      {"name":"max-concurrency","description":"Signing requests at once, at most.","default":"16","required":false},
      {"name":"timeout-minutes","description":"Time for the whole step, in minutes; decimals allowed.","default":"15","required":false},
      {"name":"dry-run","description":"Find and hash the files, and say what would be signed and written and how many KMS calls that takes. No credential, no request, nothing written.","default":"false","required":false},
      {"name":"api-endpoint","description":"API of another installation of Yandex Cloud, such as `api.yandexcloud.kz`: a host, or an origin.","default":"api.cloud.yandex.net","required":false},
      {"name":"kms-endpoint","description":"Origin of KMS, for all its calls. Default: `https://kms.api.cloud.yandex.net`, and `https://kms.yandex` where that does not know the method.","default":"","required":false},
      {"name":"iam-endpoint","description":"Origin of IAM. Default: `https://iam.api.cloud.yandex.net`.","default":"","required":false},
      {"name":"token-endpoint","description":"URL of the token exchange. Default: `https://auth.yandex.cloud/oauth/token`; with another `api-endpoint`, GitHub OIDC needs it set.","default":"","required":false},
    ],
  },
  verify: {
    description: "Verifies release files offline with a trusted public key. Fails when one is not signed or not right.",
    inputs: [
      {"name":"public-key","description":"The trusted public key: PEM text (`BEGIN PUBLIC KEY`), or the path of a PEM file. Several blocks (at most ten): each is trusted, as while keys are changed. A key file that came with the download proves nothing without `fingerprint`.","default":"","required":true},
      {"name":"fingerprint","description":"`sha256:<hex>`, the fingerprint that `public-key` must have (SHA-256 over its SubjectPublicKeyInfo in DER; the sign action's output `public-key-fingerprint`). It makes a key file from the download safe to use. Of several keys a list, in their order.","default":"","required":false},
      {"name":"files","description":"Patterns of the files to verify, one per line, relative to the workspace: `@actions/glob` syntax, `!` excludes, `#` comments. Only what is itself read and proven is left out, such as signature files of other matches and files that hold a trusted key.","default":"","required":true},
      {"name":"formats","description":"Only the signature files of these formats are looked at, a list of: `sig`, `base64`, `sigstore`, `sshsig`, `openpgp`, `cms`, `openpgp-clear`. Every file must have at least one of them, and all that it has must be right.","default":"sig, base64, sigstore, sshsig, openpgp, cms, openpgp-clear","required":false},
      {"name":"signatures-dir","description":"Folder of the signature files, where they do not lie beside the files (the sign action's `output-dir`).","default":"","required":false},
      {"name":"checksums","description":"Path of a signed checksum file (`SHA256SUMS`) with nothing but entries: its signatures are verified, then each file against it. The files need no signature files of their own then.","default":"","required":false},
      {"name":"provenance","description":"Patterns of provenance statements in Sigstore bundles (`provenance.sigstore.json`), one per line: each must be signed by a trusted key, and together they must name each file with its digest. The files need no signature files of their own then.","default":"","required":false},
      {"name":"policy","description":"With `provenance`, what a statement must say of its run to count, a line `name: value` each: `repository` (owner/name), `repository-id`, `owner-id`, `ref` (exact, or with a `*` at its end: `refs/tags/*`), `commit`, `workflow` (path of the workflow file), `builder` (`owner/name/path@ref` of the workflow whose job signed, exact or with a `*` at its end), `runner-environment`. A line without a value is an error: nothing that comes to nothing switches a policy off.","default":"","required":false},
      {"name":"attestations","description":"Patterns of other attestations in Sigstore bundles (`sbom.sigstore.json`), one per line: as `provenance`, with statements of `predicate-type`.","default":"","required":false},
      {"name":"predicate-type","description":"With `attestations`, the predicate type that they must be of, e.g. `https://spdx.dev/Document`.","default":"","required":false},
      {"name":"hash-algorithm","description":"`sha256`, `sha384` or `sha512`: the only hash that signatures of an RSA key may use. `auto`: what a bundle tells, else any of the three. An elliptic-curve key has one hash.","default":"auto","required":false},
      {"name":"if-no-files-found","description":"What to do when a pattern in `files` matches nothing: `error`, `warn` or `ignore`.","default":"error","required":false},
    ],
  },
}
