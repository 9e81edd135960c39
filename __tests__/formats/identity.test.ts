import { expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { identityFault, sshPrincipal } from '../../src/formats/identity.ts'

it.each([
  ['Yandex Cloud KMS key abj1', 'abj1'],
  ['Example Project <releases@example.org>', 'releases@example.org'],
  ['releases@example.org', 'releases@example.org'],
  ['Проект «Пример» <выпуск>', 'abj1'],
  ['a b@example.org c', 'abj1'],
  ['Someone <with+tag@sub.example.org> ', 'with+tag@sub.example.org'],
  ['Someone <a@b>\t ', 'a@b'],
  ['Someone <a@b> else', 'abj1'],
  ['One <a@b> Two <c@d>', 'c@d'],
  ['<a@b>', 'a@b'],
  ["Aa0$%&'+/=^_`{|}~.-#!@Z-9.a", "Aa0$%&'+/=^_`{|}~.-#!@Z-9.a"],
  ['a@b.c-d', 'a@b.c-d'],
])('makes of %j the principal %j', (identity, principal) => {
  expect(sshPrincipal(identity, 'abj1')).toBe(principal)
  expect(identityFault(identity, ['sshsig'])).toBeUndefined()
})

it.each([
  ['empty', '', 'it is empty'],
  ['only spaces', '  ', 'it is empty'],
  ['with a space before it', ' x', 'an OpenPGP User ID has no spaces at its ends'],
  ['with a space behind it', 'x ', 'an OpenPGP User ID has no spaces at its ends'],
  ['of two lines', 'one\ntwo', 'an OpenPGP User ID is one line of text'],
  ['with NUL', 'one\0', 'an OpenPGP User ID is one line of text'],
  ['with a lone surrogate', 'one \ud800', 'an OpenPGP User ID is one line of text'],
  ['with a character that turns the text', 'one \u202e two', 'an OpenPGP User ID is one line of text'],
  ['of 1025 bytes', 'é'.repeat(512) + 'x', 'an OpenPGP User ID has at most 1024 bytes, and it has 1025'],
])('takes no User ID %s', (_, identity, fault) => {
  expect(identityFault(identity, ['openpgp'])).toBe(fault)
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
  'a@-b',
  'a@.b',
  'a@b-',
  'a@b.',
  'a@b_c',
  'X <a@b c>',
  '"@b',
  'a@b\u00e9',
])('takes no principal from %j', (identity) => {
  expect(identityFault(identity, ['sshsig'])).toContain('principal')
  expect(identityFault(identity, ['openpgp', 'sshsig'])).toContain('principal')
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
