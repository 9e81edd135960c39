/** Reads the examples as a runner does: jobs, steps and the expressions in them. */
import { parse } from 'yaml'

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string | number | boolean>>
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

export interface Job {
  readonly if?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly environment?: string
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } }
  readonly steps?: readonly Step[]
}

interface WorkflowCall {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>
}

export interface Workflow {
  readonly on?: { readonly workflow_call?: WorkflowCall }
  readonly env?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

/** Contexts of expressions by their dotted names. */
export type Contexts = Readonly<Record<string, string>>

/** @param stated what the example has in place of one's own ids, and what it is here */
export function readWorkflow(text: string, stated: Readonly<Record<string, string>>): Workflow {
  const filled = Object.entries(stated).reduce(
    (before, [placeholder, value]) => before.replaceAll(placeholder, value),
    text,
  )
  return parse(filled) as Workflow
}

/** `text` with each `${{ … }}` replaced. @throws Error for a context that is not there */
export function evaluate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/gu, (_, name: string) => {
    const value = contexts[name]
    if (value === undefined) throw new Error(`nothing known here of \${{ ${name} }}`)
    return value
  })
}

/** Whether a condition of the form `name == 'text'` holds; a name that is not there is empty. @throws Error for other forms */
export function holds(condition: string, contexts: Contexts): boolean {
  const [, name = '', text = ''] = /^([\w.-]+) == '([^']*)'$/u.exec(condition) ?? []
  if (name === '') throw new Error(`not known here: if: ${condition}`)
  return (contexts[name] ?? '') === text
}

/** The values of a mapping, evaluated. */
export function evaluateAll(
  values: Readonly<Record<string, unknown>> = {},
  contexts: Contexts,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, evaluate(String(value), contexts)]))
}
