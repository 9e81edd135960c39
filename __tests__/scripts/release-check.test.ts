import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { otherNames, pages, publisherOf, renamed } from '../../scripts/release/publisher.ts'
import { bundledBom } from '../../scripts/release/sbom.ts'
import { notesOf, releaseProblems, type ReleaseTree } from '../../scripts/release/check.ts'

const root = join(import.meta.dirname, '../..')
const good: ReleaseTree = {
  packageJson: '{"version":"1.2.3","repository":"github:acme/yandex-kms-sign-action"}',
  changelog: '# Changelog\n\n## 1.2.3\n\n- A change.\n\n## 1.2.2\n',
  changed: [],
  strangers: [],
}

describe('a release', () => {
  it('is let through when version, changelog, publisher and tree agree', () => {
    expect(releaseProblems('v1.2.3', good)).toEqual([])
    expect(notesOf('v1.2.3', good.changelog)).toBe('- A change.')
  })

  it.each<[string, string, Partial<ReleaseTree>, RegExp]>([
    ['a tag of another form', '1.2.3', {}, /not vX\.Y\.Z/u],
    ['another version', 'v1.2.4', {}, /version 1\.2\.3/u],
    ['a changelog without it', 'v1.2.3', { changelog: '## 1.2.30\n\n- x' }, /no section/u],
    ['an empty section', 'v1.2.3', { changelog: '## 1.2.3\n\n## 1.2.2\n- x' }, /no section/u],
    [
      'the placeholder',
      'v1.2.3',
      { packageJson: '{"version":"1.2.3","repository":"github:PUBLISHER/yandex-kms-sign-action"}' },
      /still PUBLISHER/u,
    ],
    [
      'a page of another publisher',
      'v1.2.3',
      { strangers: ['README.md: x/y'] },
      /another publisher: README\.md: x\/y/u,
    ],
    ['changes', 'v1.2.3', { changed: ['dist/sign/index.js'] }, /dist\/sign\/index\.js/u],
  ])('is refused with %s', (_name, tag, change, what) => {
    expect(releaseProblems(tag, { ...good, ...change }).join('\n')).toMatch(what)
  })
})

describe('the SBOM', () => {
  const required = { scope: 'required', properties: [] }
  const forDevelopment = { scope: 'optional', properties: [{ name: 'cdx:npm:package:development', value: 'true' }] }
  const component = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0', ...required })
  const all = JSON.stringify({
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'own@1.0.0' } },
    components: ['a', '@s/b', 'dev'].map(component).map((one) => ({ ...one, ...forDevelopment })),
    dependencies: [
      { ref: 'own@1.0.0', dependsOn: ['a@1.0.0', 'dev@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['@s/b@1.0.0'] },
      { ref: 'dev@1.0.0', dependsOn: ['a@1.0.0'] },
    ],
  })

  it('holds what is bundled, and nothing else', () => {
    expect(JSON.parse(bundledBom(all, ['a@1.0.0', '@s/b@1.0.0']))).toEqual({
      ...(JSON.parse(all) as object),
      components: ['a', '@s/b'].map(component),
      dependencies: [
        { ref: 'own@1.0.0', dependsOn: ['a@1.0.0'] },
        { ref: 'a@1.0.0', dependsOn: ['@s/b@1.0.0'] },
      ],
    })
  })

  it.each([
    ['a package that npm does not know', ['a@1.0.0', 'b@1.0.0'], /bundled: b@1\.0\.0$/u],
    ['another version', ['a@1.0.1'], /a@1\.0\.1/u],
    ['nothing', [], /no package is bundled/u],
  ])('is not made of %s', (_, bundled, what) => {
    expect(() => bundledBom(all, bundled)).toThrow(what)
  })
})

describe('the publisher', () => {
  const publisher = publisherOf(readFileSync(join(root, 'package.json'), 'utf8'))

  it('is the same in every page and example', () => {
    const texts = pages().map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
    expect(texts.filter(([, text]) => text.includes(`${publisher}@`)).length).toBeGreaterThan(8)
    expect(texts.flatMap(([path, text]) => otherNames(text, publisher).map((name) => `${path}: ${name}`))).toEqual([])
  })

  it('is told from others', () => {
    expect(
      otherNames(
        'uses: a/yandex-kms-sign-action@v1\nuses: b/yandex-kms-sign-action/verify@v1',
        'a/yandex-kms-sign-action',
      ),
    ).toEqual(['b/yandex-kms-sign-action'])
    expect(otherNames('git clone https://github.com/b/yandex-kms-sign-action', 'a/yandex-kms-sign-action')).toEqual([
      'b/yandex-kms-sign-action',
    ])
    expect(() => publisherOf('{}')).toThrow(/repository/u)
  })

  it('takes another name wherever a page has the old one, and nowhere else', () => {
    const text = 'uses: a.b/c@v1, a.b/c/verify@v1, github.com/a.b/c/actions; not aab/c, xa.b/c or a.b/cd'
    expect(renamed(text, 'a.b/c', 'o/n')).toBe(
      'uses: o/n@v1, o/n/verify@v1, github.com/o/n/actions; not aab/c, xa.b/c or a.b/cd',
    )
  })
})
