import { buildConnector, Pool } from 'undici'
import Connect from 'undici/lib/core/connect.js'
import PoolPart from 'undici/lib/dispatcher/pool.js'
import { expect, it } from '@jest/globals'

it('imports of undici what its index exports, by other paths', () => {
  expect(PoolPart).toBe(Pool)
  expect(Connect).toBe(buildConnector)
})
