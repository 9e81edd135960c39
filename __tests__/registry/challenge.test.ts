import { describe, expect, it } from '@jest/globals'
import { parseChallenges } from '../../src/registry/challenge.ts'
import { fc } from '../support/properties.ts'

const read = (header: string): [string, Record<string, string>][] =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)])

describe('parseChallenges', () => {
  it.each<[string, string, [string, Record<string, string>][]]>([
    ['nothing', '', []],
    ['a scheme alone', 'Basic', [['basic', {}]]],
    ['Basic', 'Basic realm="a, registry"', [['basic', { realm: 'a, registry' }]]],
    [
      'Bearer',
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
      [
        [
          'bearer',
          {
            realm: 'https://auth.docker.io/token',
            service: 'registry.docker.io',
            scope: 'repository:a/b:pull,push',
          },
        ],
      ],
    ],
    ['blanks everywhere', ' BEARER  Realm = "x" , Service=y ', [['bearer', { realm: 'x', service: 'y' }]]],
    [
      'a URL without quotes',
      'Bearer realm=https://a.example/token,service=s',
      [['bearer', { realm: 'https://a.example/token', service: 's' }]],
    ],
    ['escaped quotes', 'Basic realm="a \\"b\\" \\\\c"', [['basic', { realm: 'a "b" \\c' }]]],
    [
      'two challenges',
      'Basic realm="one", Bearer realm="two",error="insufficient_scope"',
      [
        ['basic', { realm: 'one' }],
        ['bearer', { realm: 'two', error: 'insufficient_scope' }],
      ],
    ],
    ['what is not closed', 'Basic realm="a', [['basic', {}]]],
    ['what is not well formed', 'Bearer realm="a" ; "', [['bearer', { realm: 'a' }]]],
  ])('reads %s', (_, header, challenges) => {
    expect(read(header)).toEqual(challenges)
  })

  it('ends, whatever a registry sends', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (header) => parseChallenges(header).length <= header.length))
    const started = performance.now()
    parseChallenges(`Bearer realm="${'\\"'.repeat(50_000)}`)
    parseChallenges(`Bearer ${'a=b, '.repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
