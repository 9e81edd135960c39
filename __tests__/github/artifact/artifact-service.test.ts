import { expect, it } from '@jest/globals'
import { artifactServiceAvailable } from '../../../src/github/artifact/artifact-service.ts'

const SERVICE = { ACTIONS_RESULTS_URL: 'https://results.example/', ACTIONS_RUNTIME_TOKEN: 'x' }

it.each([
  [{}, true],
  [{ GITHUB_SERVER_URL: '' }, true],
  [{ GITHUB_SERVER_URL: 'https://github.com' }, true],
  [{ GITHUB_SERVER_URL: 'https://GitHub.com/' }, true],
  [{ GITHUB_SERVER_URL: 'https://acme.ghe.com' }, true],
  [{ GITHUB_SERVER_URL: 'http://github.localhost' }, true],
  [{ GITHUB_SERVER_URL: 'https://github.example.com' }, false],
  [{ GITHUB_SERVER_URL: 'https://ghe.com.example' }, false],
  [{ GITHUB_SERVER_URL: 'https://notgithub.com' }, false],
  [{ GITHUB_SERVER_URL: 'https://acme.ghe.com.example' }, false],
  [{ GITHUB_SERVER_URL: 'https://fake-ghe.com' }, false],
  [{ GITHUB_SERVER_URL: 'no URL' }, false],
  [{ ACTIONS_RESULTS_URL: '' }, false],
  [{ ACTIONS_RUNTIME_TOKEN: undefined }, false],
])('there is an artifact service for %j: %j', (env, expected) => {
  expect(artifactServiceAvailable({ ...SERVICE, ...env })).toBe(expected)
})
