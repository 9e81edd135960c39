import { describe, expect, it } from '@jest/globals'
import { nameOf, parseImageReference } from '../../src/registry/reference.ts'
import { fc } from '../support/properties.ts'

const HEX = 'ab'.repeat(32)
const DIGEST = `sha256:${HEX}`

describe('parseImageReference', () => {
  it.each([
    ['cr.yandex/crp123/app', 'cr.yandex', 'crp123/app', undefined],
    ['cr.yandex/crp123/app:v1.2.3', 'cr.yandex', 'crp123/app', 'v1.2.3'],
    ['CR.Yandex/crp/app', 'cr.yandex', 'crp/app', undefined],
    ['localhost/app', 'localhost', 'app', undefined],
    ['localhost:5000/a/b/c_d__e-f--g.h', 'localhost:5000', 'a/b/c_d__e-f--g.h', undefined],
    ['127.0.0.1:5000/app', '127.0.0.1:5000', 'app', undefined],
    ['[::1]:5000/app', '[::1]:5000', 'app', undefined],
    ['registry.example:65535/app', 'registry.example:65535', 'app', undefined],
    ['docker.io/alpine', 'index.docker.io', 'library/alpine', undefined],
    ['index.docker.io/library/alpine:3', 'index.docker.io', 'library/alpine', '3'],
    ['docker.io/someone/app', 'index.docker.io', 'someone/app', undefined],
  ])('reads %s', (name, host, repository, tag) => {
    expect(parseImageReference(`${name}@${DIGEST}`)).toEqual({
      given: `${name}@${DIGEST}`,
      host,
      repository,
      tag,
      digest: DIGEST,
    })
  })

  it.each([
    ['cr.yandex/crp/app', 'no digest'],
    ['cr.yandex/crp/app:latest', 'no digest'],
    [`cr.yandex/crp/app@sha256:${HEX.slice(1)}`, 'no digest of the form'],
    [`cr.yandex/crp/app@sha256:${HEX.toUpperCase()}`, 'no digest of the form'],
    [`cr.yandex/crp/app@sha512:${HEX}${HEX}`, 'no digest of the form'],
    [`cr.yandex/crp/app@${DIGEST}@${DIGEST}`, 'no digest of the form'],
    [`alpine@${DIGEST}`, 'host of a registry'],
    [`library/alpine@${DIGEST}`, 'host of a registry'],
    [`https://cr.yandex/crp/app@${DIGEST}`, 'host of a registry'],
    [`/app@${DIGEST}`, 'host of a registry'],
    [`cr.yandex:99999/app@${DIGEST}`, 'host of a registry'],
    [`cr.yandex:/app@${DIGEST}`, 'host of a registry'],
    [`-cr.yandex/app@${DIGEST}`, 'host of a registry'],
    [`[1.2.3.4]/app@${DIGEST}`, 'host of a registry'],
    [`user@cr.yandex/app@${DIGEST}`, 'digest'],
    [`cr.yandex/@${DIGEST}`, 'repository name'],
    [`cr.yandex/App@${DIGEST}`, 'repository name'],
    [`cr.yandex/a//b@${DIGEST}`, 'repository name'],
    [`cr.yandex/a/../b@${DIGEST}`, 'repository name'],
    [`cr.yandex/a___b@${DIGEST}`, 'repository name'],
    [`cr.yandex/a..b@${DIGEST}`, 'repository name'],
    [`cr.yandex/app/@${DIGEST}`, 'repository name'],
    [`cr.yandex/app?x=1@${DIGEST}`, 'repository name'],
    [`cr.yandex/a%2Fb@${DIGEST}`, 'repository name'],
    [`cr.yandex/app\n@${DIGEST}`, 'repository name'],
    [`cr.yandex/app:@${DIGEST}`, 'tag'],
    [`cr.yandex/app:-x@${DIGEST}`, 'tag'],
    [`cr.yandex/app:a:b@${DIGEST}`, 'tag'],
    [`cr.yandex/app:${'x'.repeat(129)}@${DIGEST}`, 'tag'],
    [`cr.yandex/${'a/'.repeat(130)}b@${DIGEST}`, '255 characters'],
  ])('refuses %j', (text, why) => {
    expect(() => parseImageReference(text)).toThrow(RangeError)
    expect(() => parseImageReference(text)).toThrow(why)
  })

  it('reads again what it read, under the name that payloads give it', () => {
    const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/u)
    const component = fc.stringMatching(/^[a-z0-9]{1,5}(?:(?:\.|_|__|-{1,3})[a-z0-9]{1,4}){0,2}$/u)
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 2, maxLength: 3 }),
        fc.option(fc.integer({ min: 1, max: 65_535 })),
        fc.array(component, { minLength: 1, maxLength: 4 }),
        fc.stringMatching(/^[0-9a-f]{64}$/u),
        (labels, port, components, hex) => {
          const host = `${labels.join('.')}${port === null ? '' : `:${port}`}`
          const read = parseImageReference(`${host}/${components.join('/')}@sha256:${hex}`)
          expect(read).toMatchObject({ host, repository: components.join('/'), digest: `sha256:${hex}` })
          expect(parseImageReference(`${nameOf(read)}@${read.digest}`)).toMatchObject({ host, digest: read.digest })
        },
      ),
    )
  })

  it('takes no time that grows faster than the text', () => {
    const started = performance.now()
    expect(() => parseImageReference(`cr.yandex/${'a-'.repeat(50_000)}@${DIGEST}`)).toThrow(RangeError)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
