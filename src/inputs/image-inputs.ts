import { parseImageReference } from '../registry/reference.ts'
import type { ImageLayout, ImageReference } from '../registry/types.ts'
import { quoted, type InputReader } from './input-reader.ts'

/** The container images that get signatures. */
export interface ImageInputs {
  /** In order; one image may be named more than once. */
  readonly references: readonly ImageReference[]
  readonly layouts: readonly ImageLayout[]
  /** Login at the images' registry; the password is a secret. */
  readonly login: { readonly username: string; readonly password: string } | undefined
}

const LAYOUTS: readonly ImageLayout[] = ['tag', 'referrer']
const EXAMPLE = '`images: cr.yandex/<registry id>/app@sha256:<64 hex digits>`'

/** Reads which images are signed; `undefined`: none. Faults go to `reader`. */
export function readImages(reader: InputReader): ImageInputs | undefined {
  const layouts = reader.list('image-layouts', LAYOUTS, LAYOUTS)
  const references = readReferences(reader)
  const hosts = new Set(references.map(({ host }) => host))
  const login = readLogin(reader, [...hosts])
  return references.length === 0 ? undefined : { references, layouts, login }
}

function readReferences(reader: InputReader): ImageReference[] {
  const lines = reader
    .text('images')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.flatMap((line) => {
    try {
      return [parseImageReference(line)]
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      reader.fault('images', `holds ${quoted(line)}, which ${error.message}`, EXAMPLE)
      return []
    }
  })
}

function readLogin(reader: InputReader, hosts: readonly string[]): ImageInputs['login'] {
  const username = reader.text('registry-username')
  const password = reader.text('registry-password')
  if (username === '' && password === '') return undefined
  const missing = username === '' ? 'registry-username' : 'registry-password'
  if (username === '' || password === '') {
    const what = `is empty, and a login needs both 'registry-username' and 'registry-password'. A secret that is empty counts as not given: pull requests from forks and runs by Dependabot get no secrets`
    reader.fault(missing, what, `\`${missing}: \${{ secrets.${missing.toUpperCase().replace('-', '_')} }}\``)
  }
  if (hosts.length > 1) {
    const what = `is given, and the images are in ${hosts.length} registries (${hosts.slice(0, 3).map(quoted).join(', ')}): it would go to all of them`
    reader.fault('registry-username', what, 'docker/login-action for each registry before this step')
  }
  return { username, password }
}
