import { join } from 'node:path'
import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import type { Front } from '../../src/base/front.ts'
import { run } from '../../src/sign/main.ts'
import { collectingFront, type CollectingFront } from '../support/collecting-front.ts'
import { workspaceWith, type Workspace } from '../support/workspace.ts'

/** What the emulator's OIDC token says of the run, too. */
const GITHUB = {
  GITHUB_REPOSITORY: 'acme/widget',
  GITHUB_REPOSITORY_ID: '710000001',
  GITHUB_REPOSITORY_OWNER_ID: '720000001',
  GITHUB_REF: 'refs/tags/v1.2.3',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_WORKFLOW_REF: 'acme/widget/.github/workflows/release.yml@refs/tags/v1.2.3',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'release',
}

/** What tests delay. */
const DELAYED = ['github', 'registry', 'kms.GetKey', 'kms.GetPublicKey', 'kms.SignHash']

/** A whole run in this process, against the emulator. */
export interface RunScene {
  readonly emulator: Emulator
  readonly workspace: Workspace
  /** What the run says is kept, whatever it ends in. */
  readonly front: () => CollectingFront
  /** An image that is there, by its reference. */
  readonly image: (text?: string) => string
  /** Signs; `inputs` on top of the P-256 key and OIDC, `changes` on top of a front that keeps what it is told. */
  readonly sign: (
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string | undefined>>,
    changes?: Partial<Omit<Front, 'log'>>,
  ) => Promise<CollectingFront>
  /** All calls in the order of their arrival: `kms-crypto SignHash`. */
  readonly calls: () => readonly string[]
  readonly count: (call: string) => number
  /** A new folder with `files`, and services that know no release, no image and no fault. */
  readonly reset: (files: Readonly<Record<string, string>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Services are started once for all tests of a file: each has keys to make. */
export async function startRunScene(): Promise<RunScene> {
  const emulator = await startEmulator()
  let workspace = await workspaceWith({})
  let front = collectingFront()
  return {
    emulator,
    get workspace() {
      return workspace
    },
    front: () => front,
    image: (text = 'one') =>
      `${new URL(emulator.urls.registry).host}/team/app@${emulator.registry.addImage('team/app', text)}`,
    sign: async (inputs, env = {}, changes = {}) => {
      front = { ...collectingFront(), ...changes }
      const given = { ...emulator.inputs, 'upload-artifact': 'false', 'github-token': emulator.github.token, ...inputs }
      const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
      const own = { DOCKER_CONFIG: join(workspace.path, 'no-docker'), GITHUB_WORKSPACE: workspace.path }
      const asRunner = Object.fromEntries(variables) as Record<string, string>
      await run({ ...emulator.env, ...GITHUB, ...own, ...asRunner, ...env }, front)
      return front
    },
    calls: () => emulator.requests.map(({ service, call }) => `${service} ${call}`),
    count: (call) => emulator.requests.filter((entry) => entry.call === call).length,
    reset: async (files) => {
      await workspace.remove()
      workspace = await workspaceWith(files)
      emulator.clearFaults()
      for (const target of DELAYED) emulator.setLatency(target, 0)
      emulator.github.releases.length = 0
      emulator.registry.repositories.clear()
      emulator.registry.uploads.clear()
      emulator.requests.length = 0
    },
    close: async () => {
      await emulator.close()
      await workspace.remove()
    },
  }
}
