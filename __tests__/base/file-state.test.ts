import { expect, it } from '@jest/globals'
import { comparedStates, type FileState } from '../../src/base/file-state.ts'

const state: FileState = { size: 1n, mtimeNs: 2n, ctimeNs: 3n, ino: 2n ** 60n, dev: 5n }

it.each([
  ['nothing', {}, 'same'],
  ['the change time', { ctimeNs: 4n }, 'touched'],
  ['the size', { size: 2n }, 'changed'],
  ['the modification time, by a nanosecond', { mtimeNs: 3n }, 'changed'],
  ['the inode, by less than a double tells', { ino: 2n ** 60n + 1n }, 'changed'],
  ['the device', { dev: 6n }, 'changed'],
  ['all', { mtimeNs: 3n, ctimeNs: 4n }, 'changed'],
])('tells what it means that %s is another', (_, other, compared) => {
  expect(comparedStates(state, { ...state, ...other })).toBe(compared)
})
