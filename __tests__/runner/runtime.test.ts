import { expect, it } from '@jest/globals'
import { unsupportedRuntime } from '../../src/runner/runtime.ts'

it.each(['16.20.2', '20.20.2', '23.11.1', '0.12.0'])(
  'refuses Node %s, and names it and the one that is needed',
  (version) => {
    expect(unsupportedRuntime(version)).toMatch(
      new RegExp(`^This is Node ${version.replaceAll('.', '\\.')}, and Node 24 or newer`, 'u'),
    )
  },
)

it.each(['24.0.0', '25.1.0', '100.0.0'])('takes Node %s', (version) => {
  expect(unsupportedRuntime(version)).toBeUndefined()
})
