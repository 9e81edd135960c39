/** What a runner makes of action.yml and of the job around a step: INPUT_* and GITHUB_* variables. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')

const CONTEXTS: Readonly<Record<string, string>> = {
  'github.token': 'ghs_0123456789abcdefghijklmnopqrstuvwxyzAB',
  'github.job': 'release',
  'strategy.job-index': '0',
}

interface Metadata {
  readonly inputs?: Readonly<
    Record<string, { readonly default?: string | number | boolean; readonly required?: boolean } | null>
  >
  readonly runs: { readonly using: string; readonly main: string }
}

/** The parsed action.yml of an action of `root`. */
export function actionMetadata(action: 'sign' | 'verify', root = ROOT): Metadata {
  const file = action === 'sign' ? 'action.yml' : join(action, 'action.yml')
  return parse(readFileSync(join(root, file), 'utf8')) as Metadata
}

function expand(text: string, contexts: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => {
    const value = contexts[name]
    if (value === undefined) throw new Error(`This runner knows no \${{ ${name} }}`)
    return value
  })
}

/** What decides a step's inputs. */
export interface StepInputs {
  readonly action: 'sign' | 'verify'
  /** Where action.yml and dist/ are; by default this project's folder. */
  readonly root?: string
  /** As under `with:`; what is missing gets the default of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>
  /** What `${{ … }}` in defaults may refer to, by name: `github.token`, `strategy.job-index`, … */
  readonly contexts?: Readonly<Record<string, string>>
}

/** INPUT_* of a step: as the runner, it sets every input that action.yml declares, if only to nothing. */
export function inputVariables(options: StepInputs): Record<string, string> {
  const contexts = { ...CONTEXTS, ...options.contexts }
  const declared = actionMetadata(options.action, options.root).inputs ?? {}
  const given = options.inputs ?? {}
  const unknown = Object.keys(given).filter((name) => !(name in declared))
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`)
  const entries = Object.entries(declared).map(([name, input]) => {
    const fallback = input?.default
    const usual = fallback === undefined ? '' : expand(String(fallback), contexts)
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, given[name] ?? usual]
  })
  return Object.fromEntries(entries) as Record<string, string>
}

/** The variables of a job that a pushed tag started. */
export function jobVariables(workspace: string, temporary: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'release',
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_REPOSITORY: 'acme/widget',
    GITHUB_REPOSITORY_ID: '710000001',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_REPOSITORY_OWNER_ID: '720000001',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4242',
    GITHUB_RUN_NUMBER: '17',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'release',
    GITHUB_WORKFLOW_REF: 'acme/widget/.github/workflows/release.yml@refs/tags/v1.2.3',
    GITHUB_WORKFLOW_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'emulated',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temporary,
    NO_PROXY: '127.0.0.1,localhost',
  }
}
