/** Runs a workflow's jobs one after the other: its own scripts in bash, this project's actions as bundles. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator, type Emulator } from '../../../emulator/emulator.ts'
import { jobVariables } from '../../../emulator/runner/job.ts'
import { parsePublicKey } from '../../../src/crypto/public-key.ts'
import { publisherOf } from '../../../scripts/release/publisher.ts'
import { type JobState, runOwnAction, runScript } from './job-steps.ts'
import { OTHER_ACTIONS } from './other-actions.ts'
import {
  evaluate,
  evaluateAll,
  holds,
  readWorkflow,
  type Contexts,
  type Job,
  type Step,
  type Workflow,
} from './workflow.ts'

const EXAMPLES = join(import.meta.dirname, '../../../examples')
const NAME = publisherOf(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
/** What a step changes outside its own machine: where it is run again, its traces are there already. */
const LEAVES_TRACES = [NAME, './action', 'actions/upload-artifact', 'softprops/', 'goreleaser/']

/** A run that ends as if the machine was lost after a step. */
export class Interrupted extends Error {}
const SYSTEMS: Readonly<Record<string, string>> = { ubuntu: 'Linux', macos: 'macOS', windows: 'Windows' }
/** `make` as the examples suppose it, and a `sleep` that takes no time. */
const PROGRAMS = {
  make: 'mkdir -p "$1" wheels && [ "$1" = wheels ] && { for n in 1 2 3 4 5; do echo "wheel $n" > "wheels/w$n.whl"; done; exit; }\nrmdir wheels; echo "built on $RUNNER_OS" > "dist/app-$RUNNER_OS.tar.gz"',
  sleep: '',
  gh: `exec "${process.execPath}" --no-warnings "${join(import.meta.dirname, 'gh.ts')}" "$@"`,
}

/** A repository whose own workflows are run, in place of examples. */
export interface Project {
  /** A clone that has the tag `v1.2.3`. */
  readonly clone: string
  /** Contexts such as `vars.KMS_KEY_ID`. */
  readonly contexts: Contexts
  /** Programs that stand before those of the machine: name → a script for sh. */
  readonly programs: Readonly<Record<string, string>>
}

/** One run of a workflow, and the services around it. */
export class ExampleRun {
  readonly emulator: Emulator
  readonly folder = mkdtempSync(join(tmpdir(), 'example-'))
  readonly artifacts = new Map<string, string>()
  readonly fingerprint: string
  readonly publicKeyPem: string
  /** Workspaces of the jobs, in order. */
  readonly workspaces: string[] = []
  /** What the sign and verify steps gave out, in order. */
  readonly outputs: Readonly<Record<string, string>>[] = []
  /** What scripts said, in order. */
  readonly said: string[] = []
  project: Project | undefined

  constructor(emulator: Emulator, publicKeyPem: string, project?: Project) {
    this.emulator = emulator
    this.project = project
    this.publicKeyPem = publicKeyPem
    this.fingerprint = parsePublicKey(publicKeyPem).fingerprint
    emulator.github.refs.set('refs/tags/v1.2.3', this.#commit())
    mkdirSync(join(this.folder, 'bin'))
    mkdirSync(join(this.folder, 'store'))
    for (const [name, script] of Object.entries({ ...PROGRAMS, ...project?.programs })) {
      writeFileSync(join(this.folder, 'bin', name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(this.folder, 'bin', name), 0o755)
    }
  }

  static async start(project?: Project): Promise<ExampleRun> {
    const emulator = await startEmulator()
    return new ExampleRun(emulator, await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem(), project)
  }

  /** That of the tag. */
  #commit(): string {
    if (this.project === undefined) return jobVariables('', '')['GITHUB_SHA'] ?? ''
    const options = { cwd: this.project.clone, encoding: 'utf8' } as const
    return execFileSync('git', ['rev-parse', 'v1.2.3^{commit}'], options).trim()
  }

  async close(): Promise<void> {
    await this.emulator.close()
    rmSync(this.folder, { recursive: true })
  }

  /** Steps that leave traces to go until the run is interrupted; `undefined`: it is not. */
  #stepsLeft: number | undefined

  /**
   * Runs the example until the `steps`-th step that leaves traces is done, and no further.
   * @returns the job that it ended in; `undefined` where the example has fewer such steps
   */
  async interrupt(example: string, steps: number): Promise<string | undefined> {
    this.#stepsLeft = steps
    try {
      await this.run(example)
      return undefined
    } catch (thrown) {
      if (thrown instanceof Interrupted) return thrown.message
      throw thrown
    } finally {
      this.#stepsLeft = undefined
    }
  }

  /**
   * @param inputs of `workflow_dispatch` or `workflow_call`
   * @param only the jobs that "Re-run failed jobs" starts again; all of them where it is not given
   * @returns the outputs of a called workflow
   */
  async run(
    example: string,
    inputs: Readonly<Record<string, string>> = {},
    only?: readonly string[],
  ): Promise<Contexts> {
    const place = this.project === undefined ? EXAMPLES : join(this.project.clone, '.github/workflows')
    const workflow = readWorkflow(readFileSync(join(place, example), 'utf8'), {
      abjxxxxxxxxxxxxxxxxx: this.emulator.inputs['key-id'] ?? '',
      ajexxxxxxxxxxxxxxxxx: this.emulator.serviceAccountId,
      'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef': this.fingerprint,
    })
    const call = workflow.on?.workflow_call
    const defaults = Object.entries(call?.inputs ?? {}).map(([name, input]) => [name, input.default ?? ''] as const)
    const given = Object.fromEntries(
      [...defaults, ...Object.entries(inputs)].map(([name, value]) => [`inputs.${name}`, value]),
    )
    const done: Record<string, string> = {}
    for (const [name, job] of Object.entries(workflow.jobs)) {
      if (only?.includes(name) === false) continue
      if (job.if !== undefined && !holds(job.if, { ...this.project?.contexts, ...done })) continue
      for (const [output, value] of Object.entries(await this.#outputsOf(name, job, workflow, { ...given, ...done })))
        for (const context of ['needs', 'jobs']) done[`${context}.${name}.outputs.${output}`] = value
    }
    const outputs = Object.entries(call?.outputs ?? {}).map(
      ([name, { value }]) => [name, evaluate(value, done)] as const,
    )
    return Object.fromEntries(outputs)
  }

  /** Runs one job, or the workflow that it calls. */
  async #outputsOf(name: string, job: Job, workflow: Workflow, given: Contexts): Promise<Contexts> {
    const called = /\/([\w-]+\.yml)@/u.exec(job.uses ?? '')?.[1]
    if (called !== undefined) return this.run(called, evaluateAll(job.with, given))
    let outputs: Contexts = {}
    for (const os of job.strategy?.matrix.os ?? [undefined])
      outputs = await this.#job(name, job, workflow.env ?? {}, given, os)
    return outputs
  }

  async #job(
    name: string,
    job: Job,
    env: Readonly<Record<string, string>>,
    given: Contexts,
    os: string | undefined,
  ): Promise<Contexts> {
    const { github, exchange, oidc } = this.emulator
    const workspace = mkdtempSync(join(this.folder, 'workspace-'))
    this.workspaces.push(workspace)
    const token = `ghs_${name}${this.workspaces.length}`
    github.tokens.set(token, job.permissions?.['contents'] === 'write' ? 'write' : 'read')
    oidc.subject = `repo:acme/widget:${job.environment === undefined ? 'ref:refs/tags/v1.2.3' : `environment:${job.environment}`}`
    const [credential] = exchange.credentials
    if (credential) credential.externalSubjectId = 'repo:acme/widget:environment:release'
    const contexts: Record<string, string> = {
      ...this.project?.contexts,
      ...given,
      'github.sha': this.#commit(),
      'github.token': token,
      'github.repository': 'acme/widget',
      'github.job': name,
      'github.ref_name': 'v1.2.3',
      'runner.os': SYSTEMS[os?.split('-')[0] ?? 'ubuntu'] ?? '',
      'matrix.os': os ?? '',
      'secrets.YC_SA_KEY': JSON.stringify(this.emulator.authorizedKey),
    }
    const idToken = job.permissions?.['id-token'] === 'write'
    for (const step of job.steps ?? []) {
      const outputs = await this.#step(step, {
        workspace,
        contexts,
        env,
        idToken,
        folder: this.folder,
        emulator: this.emulator,
      })
      for (const [output, value] of Object.entries(outputs))
        contexts[`steps.${step.id ?? ''}.outputs.${output}`] = value
      if (LEAVES_TRACES.some((name) => step.uses?.startsWith(name)) || step.run?.includes('gh ') === true)
        this.#countStep(name)
    }
    return evaluateAll(job.outputs, { ...unsetOutputs(job), ...contexts })
  }

  #countStep(job: string): void {
    if (this.#stepsLeft === undefined) return
    this.#stepsLeft -= 1
    if (this.#stepsLeft === 0) throw new Interrupted(job)
  }

  async #step(step: Step, job: JobState): Promise<Readonly<Record<string, string>>> {
    if (step.run !== undefined) {
      const { outputs, said } = await runScript(step, job)
      this.said.push(said)
      return outputs
    }
    const name = step.uses?.split('@')[0] ?? ''
    const inputs = evaluateAll(step.with, job.contexts)
    const own = /^(?<root>\.\/\w+|owner)(?<verify>\/verify)?$/u.exec(name.replace(NAME, 'owner'))?.groups
    if (own !== undefined) {
      const root = own['root'] === 'owner' ? undefined : join(job.workspace, own['root'] ?? '')
      const outputs = await runOwnAction(own['verify'] === undefined ? 'sign' : 'verify', step, job, root)
      this.outputs.push(outputs)
      return outputs
    }
    if (name === 'actions/checkout') this.#checkout(join(job.workspace, inputs['path'] ?? '.'))
    else {
      const { emulator, artifacts, folder } = this
      const action = OTHER_ACTIONS[name]
      if (action === undefined) throw new Error(`nothing stands in for ${name}`)
      action({ emulator, artifacts, inputs, workspace: job.workspace, store: join(folder, 'store') })
    }
    return {}
  }

  #checkout(workspace: string): void {
    if (this.project !== undefined) {
      execFileSync('git', ['clone', '--quiet', '--branch', 'v1.2.3', this.project.clone, workspace], { stdio: 'pipe' })
      return
    }
    for (const folder of ['.git', 'keys']) mkdirSync(join(workspace, folder))
    writeFileSync(join(workspace, 'keys/release.pem'), this.publicKeyPem)
    writeFileSync(join(workspace, 'install.sh'), '#!/bin/sh\ncat "$@" > installed\n')
    chmodSync(join(workspace, 'install.sh'), 0o755)
  }
}

/** The outputs of its steps that a job hands on, empty as they are until a step sets them. */
function unsetOutputs(job: Job): Contexts {
  const named = Object.values(job.outputs ?? {}).flatMap((value) => [...value.matchAll(/steps\.([\w-]+)\.[\w.-]+/gu)])
  const known = named.filter(([, id]) => job.steps?.some((step) => step.id === id))
  return Object.fromEntries(known.map(([name]) => [name, '']))
}
