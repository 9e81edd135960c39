import { isIP } from 'node:net'
import type { ImageReference } from './types.ts'

/**
 * Grammar of names: OCI distribution specification 1.1, "Pulling manifests", and for the host that of the reference
 * implementation (distribution/reference), which the specification leaves open.
 */
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`, 'u')
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/u
const DIGEST = /^sha256:[0-9a-f]{64}$/u
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$`, 'u')
/** The specification's advice on host and name together. */
const LONGEST_NAME = 255

/** Docker Hub under the names that people write. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io']

/**
 * An image by its digest: `host[:port]/repository[:tag]@sha256:<hex>`.
 * @throws RangeError whose message goes on from the reference in quotes: "is …", "has …"
 */
export function parseImageReference(given: string): ImageReference {
  const [name = '', digest, ...more] = given.split('@')
  if (digest === undefined) throw new RangeError('has no digest (tags move, so an image is named by its digest)')
  if (more.length > 0 || !DIGEST.test(digest)) throw new RangeError('has no digest of the form sha256:<64 hex digits>')
  const slash = name.indexOf('/')
  const host = name.slice(0, Math.max(0, slash))
  if (!isHost(host)) throw new RangeError('does not begin with the host of a registry')
  const [, path = '', tag] = /^([^:]*)(?::(.*))?$/su.exec(name.slice(slash + 1)) ?? []
  if (!REPOSITORY.test(path)) throw new RangeError('has no repository name of lower-case letters, digits, and . _ - /')
  if (tag !== undefined && !TAG.test(tag)) throw new RangeError('has a tag that is not well formed')
  const canonical = canonicalName(host.toLowerCase(), path)
  if (nameOf(canonical).length > LONGEST_NAME)
    throw new RangeError(`has a name of more than ${LONGEST_NAME} characters`)
  return { given, ...canonical, tag, digest }
}

/** A first component counts as a host where it has a dot or a port, or is `localhost`, as docker tells the two apart. */
function isHost(text: string): boolean {
  if (!HOST.test(text) || !/[.:]|^localhost$/u.test(text)) return false
  const bracketed = /^\[(.*)\]/u.exec(text)?.[1]
  if (bracketed !== undefined && isIP(bracketed) !== 6) return false
  return Number(/:(\d+)$/u.exec(text.replace(/^\[.*\]/u, ''))?.[1] ?? 1) <= 65_535
}

/** Docker Hub's images as cosign names them: `index.docker.io/library/…`. */
function canonicalName(host: string, repository: string): { host: string; repository: string } {
  if (!DOCKER_HUB.includes(host)) return { host, repository }
  return { host: 'index.docker.io', repository: repository.includes('/') ? repository : `library/${repository}` }
}

/** `HOST/REPO`: what payloads call the image. */
export function nameOf({ host, repository }: Pick<ImageReference, 'host' | 'repository'>): string {
  return `${host}/${repository}`
}

/** The hex digits of an image's digest. */
export function hexOf({ digest }: Pick<ImageReference, 'digest'>): string {
  return digest.slice('sha256:'.length)
}
