import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { assertTrustedEvent } from '../../src/sign/untrusted-event.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-'))
})
afterAll(() => rm(folder, { recursive: true }))

const repository = { full_name: 'Org/repo' }
const pull = (head: unknown, merged = false) => ({ repository, pull_request: { merged, head: { repo: head } } })
const workflow = (head: unknown) => ({ repository, workflow_run: { head_repository: head } })

async function check(event: string, payload: unknown): Promise<void> {
  const path = join(folder, 'event.json')
  await writeFile(path, JSON.stringify(payload))
  await assertTrustedEvent({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'org/repo' })
}

describe('assertTrustedEvent', () => {
  it.each([
    ['push', {}],
    ['pull_request', pull({ full_name: 'stranger/repo' })],
    ['pull_request_target', pull({ full_name: 'org/Repo' })],
    ['pull_request_target', pull({ full_name: 'stranger/repo' }, true)],
    ['workflow_run', workflow({ full_name: 'org/repo' })],
  ])('lets %s pass with %j', async (event, payload) => {
    await expect(check(event, payload)).resolves.toBeUndefined()
  })

  it.each([
    ['pull_request_target', pull({ full_name: 'stranger/repo' })],
    ['pull_request_target', pull(null)],
    ['pull_request_target', {}],
    ['workflow_run', workflow({ full_name: 'stranger/repo' })],
    ['workflow_run', workflow(null)],
    ['workflow_run', 'nonsense'],
  ])('refuses %s with %j', async (event, payload) => {
    await expect(check(event, payload)).rejects.toMatchObject({ code: 'UNTRUSTED_EVENT' })
  })

  it.each<readonly [string, unknown, RegExp]>([
    [
      'pull_request_target',
      pull({ full_name: 'stranger/repo' }),
      /^The event pull_request_target brings files of the repository stranger\/repo together with this repository's key/u,
    ],
    ['pull_request_target', pull(null), /brings files of a repository that is not named together/u],
    ['workflow_run', workflow({ full_name: 5 }), /^The event workflow_run brings files of a repository that is not/u],
    ['workflow_run', { ...workflow({ full_name: 'a' }), workflow_run: 'a' }, /of a repository that is not named/u],
  ])('says whose files %s brings', async (event, payload, message) => {
    await expect(check(event, payload)).rejects.toMatchObject({
      message: expect.stringMatching(message) as unknown,
      hint: expect.stringMatching(/^Sign where only reviewed code runs/u) as unknown,
    })
  })

  it('goes by the repository that the event names, and by the runner’s where it names none', async () => {
    const head = { workflow_run: { head_repository: { full_name: 'org/fork' } } }
    await expect(check('workflow_run', { ...head, repository: { full_name: 'ORG/Fork' } })).resolves.toBeUndefined()
    await expect(check('workflow_run', head)).rejects.toMatchObject({ code: 'UNTRUSTED_EVENT' })
    const own = { workflow_run: { head_repository: { full_name: 'org/repo' } } }
    await expect(check('workflow_run', own)).resolves.toBeUndefined()
    await writeFile(join(folder, 'event.json'), JSON.stringify(own))
    const env = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: join(folder, 'event.json') }
    await expect(assertTrustedEvent(env)).rejects.toMatchObject({ code: 'UNTRUSTED_EVENT' })
  })

  it('refuses an event whose file cannot be read', async () => {
    await expect(assertTrustedEvent({ GITHUB_EVENT_NAME: 'workflow_run' })).rejects.toMatchObject({
      code: 'UNTRUSTED_EVENT',
      message: expect.stringMatching(
        /^The file of the event workflow_run \(GITHUB_EVENT_PATH\) cannot be read/u,
      ) as unknown,
      cause: expect.objectContaining({ code: 'ENOENT' }) as unknown,
    })
  })
})
