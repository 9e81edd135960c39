/** What the texts of the artifact's client mean: it hands out nothing else. */
import { describe, expect, it } from '@jest/globals'
import { ActionError } from '../../../src/base/errors.ts'
import { artifactFailure, isStop, stageOf } from '../../../src/github/artifact/artifact-failure.ts'

const error = (message: string, more: object = {}): Error => Object.assign(new Error(message), more)
const failed = (call: string, what: string): Error => error(`Failed to ${call}: ${what}`)
const AFTER_RETRIES = 'Failed to make request after 5 attempts: connect ECONNREFUSED 127.0.0.1:1'

describe('how far an upload came', () => {
  it.each<readonly [unknown, string]>([
    [failed('CreateArtifact', 'Received non-retryable error: Failed request: (409) Conflict: an artifact…'), 'taken'],
    [failed('CreateArtifact', 'one line\nFailed request: (409) Conflict'), 'taken'],
    [failed('FinalizeArtifact', 'Failed request: (409) Conflict'), 'stored'],
    [failed('CreateArtifact', 'Failed request: (403) Forbidden'), 'final'],
    [failed('CreateArtifact', 'read ECONNRESET'), 'create'],
    [failed('ListArtifacts', 'connect ETIMEDOUT'), 'create'],
    [failed('DeleteArtifact', 'getaddrinfo EAI_AGAIN results'), 'create'],
    [failed('CreateArtifact', AFTER_RETRIES), 'final'],
    [failed('GetSignedArtifactURL', 'read ECONNRESET'), 'stored'],
    [failed('FinalizeArtifact', 'Failed request: (500) Internal'), 'stored'],
    [failed('FinalizeArtifact', 'Artifact storage quota has been hit.'), 'final'],
    [error('x', { code: 'ECONNRESET' }), 'stored'],
    [error('x', { code: 'REQUEST_SEND_ERROR' }), 'stored'],
    [error('write EPIPE'), 'stored'],
    [error('XEPIPEX'), 'final'],
    [error('x', { code: 'ENOENT' }), 'final'],
    [error('Error reading response as text: aborted'), 'stored'],
    [error('An Error reading response as text: aborted'), 'final'],
    [error('Upload progress stalled.'), 'stored'],
    [error('x', { statusCode: 408 }), 'stored'],
    [error('x', { statusCode: 429 }), 'stored'],
    [error('x', { statusCode: 500 }), 'stored'],
    [error('x', { statusCode: 503 }), 'stored'],
    [error('x', { statusCode: 499 }), 'final'],
    [error('x', { statusCode: 403 }), 'final'],
    [error('x', { statusCode: '503' }), 'final'],
    ['text', 'final'],
    [null, 'final'],
    [undefined, 'final'],
    [new ActionError('ARTIFACT_UPLOAD_FAILED', 'no answer within 180 s'), 'stalled'],
    [new ActionError('TIMED_OUT', 'over'), 'final'],
    [new ActionError('CANCELLED', 'over'), 'final'],
  ])('%s: %s', (thrown, stage) => {
    expect(stageOf(thrown)).toBe(stage)
  })

  it('is over where time was up or somebody cancelled', () => {
    expect(isStop(new ActionError('TIMED_OUT', 'over'))).toBe(true)
    expect(isStop(new ActionError('ARTIFACT_UPLOAD_FAILED', 'no answer'))).toBe(false)
    expect(isStop(error('x'))).toBe(false)
  })
})

describe('what the step fails with', () => {
  it('is the end of time itself', () => {
    const stop = new ActionError('CANCELLED', 'over')
    expect(artifactFailure(stop, 'mine', 3)).toBe(stop)
  })

  it.each<readonly [Error, number, RegExp]>([
    [
      failed('CreateArtifact', 'Failed request: (409)'),
      1,
      /^This run has an artifact of that name already\. In a matrix/u,
    ],
    [
      failed('CreateArtifact', 'Failed request: (409)'),
      2,
      /^It may be what an earlier attempt of this step began\. This run/u,
    ],
    [
      failed('CreateArtifact', 'Artifact storage quota has been hit'),
      1,
      /^The account's storage for artifacts is full/u,
    ],
    [failed('CreateArtifact', 'Failed request: (401)'), 1, /^The runner's token may not store artifacts for this run/u],
    [failed('CreateArtifact', 'Failed request: (403)'), 1, /^The runner's token may not store artifacts for this run/u],
    [failed('CreateArtifact', 'Failed request: (402)'), 1, /^Look at https:\/\/www\.githubstatus\.com and run/u],
    [error('x'), 1, /^Look at https:\/\/www\.githubstatus\.com and run the failed job again\. Behind a firewall/u],
  ])('says what to do about %s (attempts: %i)', (cause, attempts, hint) => {
    const failure = artifactFailure(cause, 'mi\nne', attempts)
    const tries = attempts > 1 ? ` (${attempts} attempts)` : ''
    expect(failure).toMatchObject({
      code: 'ARTIFACT_UPLOAD_FAILED',
      message: `The workflow artifact 'mi\\u{a}ne' was not stored${tries}: ${cause.message}`,
      hint: expect.stringMatching(hint) as unknown,
      cause,
    })
    expect(failure.hint).toMatch(/ The step's output 'files' names the files; no signature has to be made again\.$/u)
  })
})
