import { expect, it } from '@jest/globals'
import { InputReader } from '../../src/inputs/input-reader.ts'
import { readCredential } from '../../src/inputs/credential-inputs.ts'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object, header: unknown = { alg: 'RS256' }): string =>
  `${part(header)}.${part({ iss: 'https://gitlab.example', ...claims })}.c2lnbmF0dXJlLXNlY3JldA`
const inOneHour = Math.floor(Date.now() / 1000) + 3600

function read(inputs: Readonly<Record<string, string>>) {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  const reader = new InputReader(env)
  const { credentialChoice } = readCredential(reader, false)
  return { credentialChoice, faults: reader.faults.join('\n') }
}

it('takes a token of any issuer that has not expired, or does not say when', () => {
  for (const token of [jwt({ exp: inOneHour }), jwt({})]) {
    const { credentialChoice, faults } = read({ 'yc-sa-id': 'aje1', 'oidc-token': `${token}\n` })
    expect(faults).toBe('')
    expect(credentialChoice).toEqual({ kind: 'given-oidc', serviceAccountId: 'aje1', token })
  }
})

it.each([
  ['has expired', jwt({ exp: 1_700_000_000 }), 'expired at 2023-11-14T22:13:20.000Z'],
  ['has expired for longer than dates go', jwt({ exp: -1e18 }), 'expired long ago'],
  ['has an exp that is a text', jwt({ exp: 'tomorrow' }), 'whose exp is not a number'],
  ['is an IAM token', `t1.${'9'.repeat(60)}.${'x'.repeat(80)}`, 'is not a JWT'],
  ['is two parts', 'secret-part.secret-part', 'is not a JWT'],
  ['is quoted', `"${jwt({ exp: inOneHour })}"`, 'is not a JWT'],
  ['has a header that is a list', jwt({ exp: inOneHour }, []), 'is not a JWT'],
  ['is a variable that was not expanded', '$YC_ID_TOKEN', 'is not a JWT'],
])('refuses, without repeating any of it, a token that %s', (_, token, what) => {
  const { faults } = read({ 'yc-sa-id': 'aje1', 'oidc-token': token })
  expect(faults).toMatch(/^Input 'oidc-token' /u)
  expect(faults).toContain(what)
  expect(faults.split('\n')).toHaveLength(1)
  for (const piece of token.split('.')) if (piece.length > 11) expect(faults).not.toContain(piece)
})

it('needs yc-sa-id, and takes no audience of another token', () => {
  const token = jwt({ exp: inOneHour })
  expect(read({ 'oidc-token': token, 'yc-iam-token': 't1.a' }).faults).toContain("given without 'yc-sa-id'")
  const both = read({ 'oidc-token': token, 'yc-sa-id': 'aje1', 'oidc-audience': 'https://example.net' })
  expect(both.faults).toMatch(/^Input 'oidc-audience' is given together with 'oidc-token'/u)
})
