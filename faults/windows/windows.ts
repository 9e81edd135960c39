/** `npm run windows`: the bundles with Node for Windows. */
import { check, type Check } from '../../interop/check.ts'
import { heldFiles } from './held-files.ts'
import { names } from './names.ts'
import { release } from './release.ts'
import { withEmulator } from './scene.ts'
import { openWindows, type Windows } from './wine.ts'

/** Where there can be no Wine 10 it says so, and with CI set that is a failure. */
export async function windows(): Promise<readonly Check[]> {
  let machine: Windows
  try {
    machine = openWindows()
  } catch (cause) {
    const reason = Error.isError(cause) ? cause.message : String(cause)
    console.log(`  NOT RUN: ${reason}`)
    return [check('Node for Windows', process.env['CI'] === undefined, reason)]
  }
  console.log(`  ${machine.version}`)
  return await withEmulator(async (emulator) => {
    const checks: Check[] = []
    for (const part of [release, names, heldFiles]) checks.push(...(await part({ windows: machine, emulator })))
    return checks
  })
}
