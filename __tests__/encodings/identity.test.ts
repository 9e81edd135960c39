import { expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { identityFault, sshPrincipal } from '../../src/encodings/identity.ts'

it.each([
  ['Yandex Cloud KMS key abj1', 'abj1'],
  ['Example Project <releases@example.org>', 'releases@example.org'],
  ['releases@example.org', 'releases@example.org'],
  ['Проект «Пример» <выпуск>', 'abj1'],
  ['a b@example.org c', 'abj1'],
  ['Someone <with+tag@sub.example.org> ', 'with+tag@sub.example.org'],
])('makes of %j the principal %j', (identity, principal) => {
  expect(sshPrincipal(identity, 'abj1')).toBe(principal)
  expect(identityFault(identity, ['sshsig'])).toBeUndefined()
})

it.each([
  ['empty', ''],
  ['only spaces', '  '],
  ['with spaces at its ends', ' x'],
  ['of two lines', 'one\ntwo'],
  ['with NUL', 'one\0'],
  ['with a lone surrogate', 'one \ud800'],
  ['with a character that turns the text', 'one \u202e two'],
  ['of 1025 bytes', 'é'.repeat(512) + 'x'],
])('takes no User ID %s', (_, identity) => {
  expect(identityFault(identity, ['openpgp'])).toEqual(expect.any(String))
  expect(identityFault(identity, ['sig', 'cms'])).toBeUndefined()
})

it('takes a User ID of 1024 bytes', () => {
  expect(identityFault('é'.repeat(512), ['openpgp'])).toBeUndefined()
})

it.each([
  'a,b@example.org',
  '#a@example.org',
  '!a@example.org',
  'a*@example.org',
  'X <a b@example.org>',
  'X <"a"@b.c>',
  'a@',
  '@b',
  'a@b@c',
])('takes no principal from %j', (identity) => {
  expect(identityFault(identity, ['sshsig'])).toContain('principal')
  expect(identityFault(identity, ['cms'])).toBeUndefined()
})

it('finds principals that an allowed-signers file holds as one plain word', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.emailAddress(),
        fc.string().map((s) => `x <${s}@y>`),
      ),
      (identity) => {
        fc.pre(identityFault(identity, ['sshsig']) === undefined)
        expect(sshPrincipal(identity, 'abj1')).toMatch(/^[^\s,"#!*?][^\s,"*?]*$/u)
      },
    ),
  )
})
