import { describe, expect, it } from '@jest/globals'
import { helpLink } from '../../src/runner/help-link.ts'

const env = { GITHUB_ACTION_REPOSITORY: 'acme/yandex-kms-sign-action', GITHUB_ACTION_REF: 'v1' }

describe('helpLink', () => {
  it('leads to the code in the version that runs', () => {
    expect(helpLink('NO_FILES', env)).toBe(
      'https://github.com/acme/yandex-kms-sign-action/blob/v1/docs/troubleshooting.md#no_files',
    )
    expect(helpLink('NO_FILES', { ...env, GITHUB_SERVER_URL: 'https://ghe.example' })).toMatch(
      /^https:\/\/ghe\.example\/acme/u,
    )
  })

  it.each([
    {},
    { ...env, GITHUB_ACTION_REF: '' },
    { ...env, GITHUB_ACTION_REPOSITORY: 'a b/c' },
    { ...env, GITHUB_ACTION_REF: 'v1)\n::x' },
  ])('says nothing where the runner does not tell it (%j)', (changed) => {
    expect(helpLink('NO_FILES', changed)).toBeUndefined()
  })
})
