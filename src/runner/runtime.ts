import { commandsFor } from './commands.ts'

/** The oldest Node that can run the rest, by its major version: that of `using: node24`. */
const OLDEST = 24

/**
 * What to say where the Node that runs this is too old; `undefined` where it is not. Entries ask before they load
 * anything else, so this file and they must be made of what Node 16 can parse.
 * @param version as `process.versions.node` has it
 */
export function unsupportedRuntime(version: string): string | undefined {
  if (Number(version.split('.')[0]) >= OLDEST) return undefined
  return (
    `This is Node ${version}, and Node ${OLDEST} or newer is needed. Nothing was done. ` +
    `GitHub's runners bring Node ${OLDEST}; runners of other systems take the node of the job's container: use an ` +
    `image that has it, such as node:${OLDEST}.`
  )
}

/** Loads `start` where this Node can run it, else says so, in one annotation where a runner may read it, and fails. */
export async function startAction(start: () => Promise<unknown>): Promise<void> {
  const fault = unsupportedRuntime(process.versions.node)
  if (fault === undefined) await start()
  else {
    process.exitCode = 1
    const { annotations } = commandsFor(process.env)
    process.stdout.write(`${annotations ? '::error title=UNSUPPORTED_RUNTIME::' : 'UNSUPPORTED_RUNTIME: '}${fault}\n`)
  }
}
