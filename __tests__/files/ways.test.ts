/** Several ways to one file: links, workspaces behind links, folders of version control. */
import { existsSync, linkSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { stateAt } from '../../src/files/glob-state.ts'
import { enter, find as search, make, workspace } from './search-folder.ts'

async function find(...request: Parameters<typeof search>) {
  const found = await search(...request)
  return { ...found, paths: found.readPaths.map((path) => relative(workspace, path)) }
}

function link(target: string, path: string): void {
  symlinkSync(target, join(workspace, path))
}

describe('a file that several ways lead to', () => {
  it('is taken once, by the way without links', async () => {
    make('real/a', 'real/deep/b')
    link('real', 'a-link')
    link('real/deep', 'z-link')
    expect((await find('**')).paths).toEqual(['real/a', 'real/deep/b'])
    expect((await find('a-link/*\nreal/*')).paths).toEqual(['real/a', 'real/deep/b'])
    expect((await find('a-link/a\nreal/a\nz-link/b')).paths).toEqual(['real/a', 'z-link/b'])
  })

  it('is taken by the first way in order, where all of them are links', async () => {
    make('else/x/a', 'ws/own')
    enter('ws')
    link('../else', 'b')
    link('../else/x', 'c')
    mkdirSync(join(workspace, 'a'))
    link('../../else', 'a/link')
    const { paths, log } = await find('**')
    expect(paths).toEqual(['a/link/x/a', 'own'])
    expect(log).toContain(
      `Links lead to 2 folders that were searched already: ${join(workspace, 'b')}, ${join(workspace, 'c')}`,
    )
  })

  it('counts for the patterns of each way', async () => {
    make('real/a', 'real/b')
    link('real', 'link')
    const found = await find('real/a\nlink/*\nlink/a')
    expect(found.paths).toEqual(['real/a', 'link/b'].toSorted())
  })

  it('is searched for again where other patterns are for what lies below', async () => {
    make('real/one/f', 'real/f')
    link('real/one', 'link')
    expect((await find('*/f\n*/*/f')).paths).toEqual(['real/f', 'real/one/f'])
    expect((await find('*/f')).paths).toEqual(['link/f', 'real/f'])
    expect((await find('**\n!real/one')).paths).toEqual(['link/f', 'real/f'])
    expect((await find('**\n!real/one/f')).paths).toEqual(['link/f', 'real/f'])
  })

  it('stays several where its folder’s entries are several', async () => {
    make('dist/a')
    linkSync(join(workspace, 'dist/a'), join(workspace, 'dist/hard'))
    link('a', 'dist/soft')
    expect((await find('dist')).paths).toEqual(['dist/a', 'dist/hard', 'dist/soft'])
  })

  it('lies below the workspace, whatever link the pattern goes by', async () => {
    make('real/dist/a', 'real/dist/b')
    link('real', 'link')
    const outer = workspace
    enter('link')
    const found = await find(`dist/a\n${join(outer, 'real/dist/*')}`)
    expect(found).toMatchObject({ readPaths: ['a', 'b'].map((name) => join(workspace, 'dist', name)) })
    expect(found.commonFolder).toBe(join(workspace, 'dist'))
  })
})

describe('links that lead everywhere', () => {
  it('do not multiply the search', async () => {
    const packages = Array.from({ length: 20 }, (_, index) => `packages/p${index}`)
    make(...packages.map((name) => `${name}/dist/index.js`))
    for (const name of packages) {
      mkdirSync(join(workspace, name, 'node_modules'))
      for (const [index, other] of packages.entries())
        if (other !== name) link(`../../../${other}`, `${name}/node_modules/p${index}`)
    }
    const started = performance.now()
    const found = await find('**/*.js\n**/none', { ifNoFilesFound: 'ignore' })
    expect(found.paths).toEqual(packages.map((name) => `${name}/dist/index.js`).toSorted())
    expect(found.log).toContainEqual(
      expect.stringMatching(/^Links lead to 380 folders that were searched already: .* and 360 more$/u),
    )
    expect((await find('packages/*/node_modules/**/*.js')).paths).toHaveLength(20)
    expect(performance.now() - started).toBeLessThan(3000)
  }, 30_000)
})

describe('folders of version control', () => {
  it.each(['.git', '.hg', '.svn'])('are left out, with a line in the log: %s', async (name) => {
    make(`${name}/config`, `sub/${name}/refs/main`, 'a', `${name}ignore`)
    const { paths, log } = await find('**')
    expect(paths).toEqual([`${name}ignore`, 'a'])
    for (const path of [name, `sub/${name}`])
      expect(log).toContainEqual(expect.stringContaining(`Left out: ${join(workspace, path)} (`))
  })

  it('are left out behind a link, too', async () => {
    make('.git/hooks/pre-push', 'a')
    link('.git/hooks', 'hooks')
    const { paths, log } = await find('*/*\na', { ifNoFilesFound: 'ignore' })
    expect(paths).toEqual(['a'])
    expect(log).toContainEqual(expect.stringContaining(`Left out: ${join(workspace, 'hooks')} (`))
  })

  it.each([['.git/config'], ['**/.git/*'], ['.git'], ['.git/**\n!.git/x']])(
    'are taken by %j, which names them, and by no other pattern',
    async (pattern) => {
      make('.git/config', '.git/x/y', 'a')
      const alone = (await find(pattern)).paths
      expect(alone).toContain('.git/config')
      expect((await find(`**\n${pattern}`)).paths).toEqual([...alone, 'a'])
      expect((await find(`a\n${pattern}\n!.git/config`, { ifNoFilesFound: 'ignore' })).paths).not.toContain(
        '.git/config',
      )
    },
  )

  it('say nothing where no pattern is for them', async () => {
    make('.git/config', 'dist/a')
    expect((await find('dist/*')).log).toEqual([])
    expect((await find('**\n!.git')).log).toEqual([])
  })

  it('of another spelling are anybody’s on a disk that tells names apart', async () => {
    make('.GIT/config')
    const { paths } = await find('**', { ifNoFilesFound: 'ignore' })
    expect(paths).toEqual(existsSync(join(workspace, '.git')) ? [] : ['.GIT/config'])
  })
})

describe('how far into a pattern a path leads', () => {
  const globstar = Symbol('**')
  const a = { test: (segment: string) => segment.startsWith('a') }

  it.each([
    ['/', '1'],
    ['/w', '2,3'],
    ['/w/x', '2,3'],
    ['/w/x/ab', '2,3,4'],
    ['/w/x/ab/c', '2,3'],
    ['/other', ''],
  ])('%s', (path, state) => {
    const parts = ['', 'w', globstar, a, 'c']
    expect(stateAt([parts], path, false)).toBe(state)
  })

  it('is the same for two paths only where the same matches below them', () => {
    const part = fc.oneof(fc.constantFrom<string | symbol>('a', 'b', globstar), fc.constant(a))
    const path = fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 4 })
    const matches = (parts: readonly (string | symbol | typeof a)[], segments: readonly string[]): boolean => {
      const [first, ...rest] = parts
      if (first === undefined) return segments.length === 0
      if (typeof first === 'symbol')
        return matches(rest, segments) || (segments.length > 0 && matches(parts, segments.slice(1)))
      const [segment, ...others] = segments
      if (segment === undefined) return false
      return (typeof first === 'string' ? first === segment : first.test(segment)) && matches(rest, others)
    }
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        path,
        path,
        fc.array(path, { minLength: 1 }),
        (parts, x, y, below) => {
          const all = ['', ...parts]
          const at = (segments: readonly string[]) => stateAt([all], `/${segments.join('/')}`, false)
          if (at(x) !== at(y)) return
          for (const more of below)
            if (more.length > 0) expect(matches(all, ['', ...x, ...more])).toBe(matches(all, ['', ...y, ...more]))
        },
      ),
      { numRuns: 500 },
    )
  })
})
