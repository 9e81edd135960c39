/** Runs the bundle into a failure, and takes down what a person sees of it. */
import { startEmulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { workspaceWith } from '../../__tests__/support/workspace.ts'
import { placeholders } from './placeholders.ts'
import type { Scene, Start, Variant } from './variant.ts'

/** What came of a variant. */
export interface Told {
  readonly variant: Variant
  /** The annotation's text, without what differs from run to run. */
  readonly message: string
  /** Why it is not what the variant says, or `undefined`. */
  readonly problem: string | undefined
}

/** Waits between attempts are cut to a hundredth: they are what takes the time, and say nothing new. */
const HASTE = `data:text/javascript,${encodeURIComponent('const r=Math.random;Math.random=()=>r()/100')}`

/** Runs one variant in services and a folder of its own. */
export async function runVariant(variant: Variant): Promise<Told> {
  const emulator = await startEmulator()
  const workspace = await workspaceWith(variant.files ?? { 'dist/app.tgz': 'app' })
  try {
    const scene = { emulator, workspace }
    const run = await start(variant, scene)
    const errors = run.annotations.filter(({ level }) => level === 'error')
    const titles = errors.map(({ title }) => title ?? '')
    const message = placeholders(scene)(errors[0]?.message ?? '')
    const isRight = titles.length === 1 && titles[0] === variant.code && run.exitCode === 1
    const problem = isRight
      ? problemOf(variant, message)
      : `ended with ${String(run.exitCode)}, ${titles.join(', ') || 'no error'}: ${message || run.stdout.slice(-600)}`
    return { variant, message, problem }
  } finally {
    await emulator.close()
    await workspace.remove()
    await variant.after?.()
  }
}

/** What it means for the release: after what happened, before what to do, once. */
const MEANING = /The files are signed and in place[^.]*\.|\bnothing was\b|\bnot verified\./giu
/** Its end stands in the log, or it says it in its own words. */
const WITHOUT_MEANING: readonly string[] = ['OUTPUT_FAILED', 'UNSUPPORTED_RUNTIME']

function problemOf({ code }: Variant, message: string): string | undefined {
  const said = message.match(MEANING)?.length ?? 0
  if (said !== 1 && !WITHOUT_MEANING.includes(code)) return `says ${said} times what it means: ${message}`
  return message.includes('\n') || code === 'UNSUPPORTED_RUNTIME' ? undefined : `says nothing of what to do: ${message}`
}

async function start(variant: Variant, scene: Scene): Promise<RunResult> {
  const { emulator, workspace } = scene
  const changed: Start = (await variant.arrange?.(scene)) ?? {}
  const action = variant.action ?? 'sign'
  const usual =
    action === 'sign' ? { ...emulator.inputs, files: 'dist/*', 'upload-artifact': 'false' } : { files: 'dist/*' }
  return runAction({
    ...changed,
    action,
    workspace: workspace.path,
    inputs: { ...usual, ...variant.inputs, ...changed.inputs },
    env: { ...emulator.env, ...variant.env, ...changed.env },
    contexts: { ...emulator.contexts, ...changed.contexts },
    event: changed.event ?? variant.event,
    nodeOptions: ['--import', HASTE, ...(changed.nodeOptions ?? [])],
  })
}
