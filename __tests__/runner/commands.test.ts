import { describe, expect, it } from '@jest/globals'
import { commandsFor } from '../../src/runner/commands.ts'

describe('a runner of actions', () => {
  it('reads every command where it says that it is one', () => {
    expect(commandsFor({ GITHUB_ACTIONS: 'true' })).toEqual({ annotations: true, masks: true })
  })

  it.each([
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_WORKSPACE',
    'RUNNER_TEMP',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
  ])('may read annotations where %s is set, and masks nothing for certain', (name) => {
    expect(commandsFor({ [name]: 'x' })).toEqual({ annotations: true, masks: false })
    expect(commandsFor({ [name]: '' })).toEqual({ annotations: false, masks: false })
  })

  it.each([
    {},
    { GITHUB_ACTIONS: '', CI: 'true' },
    { 'INPUT_KEY-ID': 'abj', GITHUB_TOKEN: 'x', GITHUB_REPOSITORY: 'acme/widget', RUNNER_DEBUG: '1' },
    { GITLAB_CI: 'true', RUNNER_TEMP_PROJECT_DIR: '/builds', CI_JOB_ID: '1' },
    { JENKINS_URL: 'https://jenkins.example', WORKSPACE: '/var/lib/jenkins' },
  ])('is not there, and nothing is a command: %j', (env) => {
    expect(commandsFor(env)).toEqual({ annotations: false, masks: false })
  })
})
