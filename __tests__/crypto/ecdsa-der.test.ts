import { expect, it } from '@jest/globals'
import { ecdsaSignature } from '../../src/crypto/ecdsa-der.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

it.each([
  ['01', '3006020101020101'],
  ['7f', '300602017f020101'],
  ['0080', '300702020080020101'],
  ['00ff', '3007020200ff020101'],
])('takes the number %s', (number, encoded) => {
  expect(ecdsaSignature(hex(number), hex('01')).toString('hex')).toBe(encoded)
})

it.each(['', '00', '80', 'ff', '0000', '007f', '800000'])('takes no number %j, first or second', (number) => {
  const one = hex('01')
  for (const [r, s] of [
    [hex(number), one],
    [one, hex(number)],
  ] as const)
    expect(() => ecdsaSignature(r, s)).toThrow(/not positive or not in its shortest form/u)
})
