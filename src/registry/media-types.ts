/** Media types of OCI's image specification 1.1, Docker's image manifest 2.2, cosign and Sigstore. */
export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX = 'application/vnd.oci.image.index.v1+json'
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
export const CONFIG = 'application/vnd.oci.image.config.v1+json'
export const EMPTY = 'application/vnd.oci.empty.v1+json'
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
export const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'
export const DSSE_ENVELOPE = 'application/vnd.dsse.envelope.v1+json'
/** What an image can be. */
export const IMAGE_TYPES: readonly string[] = [MANIFEST, INDEX, DOCKER_MANIFEST, DOCKER_LIST]
/** Images of several platforms: signed themselves, not their parts. */
export const INDEX_TYPES: readonly string[] = [INDEX, DOCKER_LIST]
