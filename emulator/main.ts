/** `npm run emulator`: starts the emulator and prints, or writes to a file, the environment to run the action with. */
import { writeFile } from 'node:fs/promises'
import { startControl } from './control.ts'
import { startEmulator } from './emulator.ts'
import { ALGORITHM_NAMES } from './yandex/kms-keys.ts'

const emulator = await startEmulator()
const control = await startControl(emulator)

const inputs = Object.entries(emulator.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const)
const lines = [...Object.entries(emulator.env), ...inputs, ['EMULATOR_CONTROL_URL', control.url] as const].map(
  ([name, value]) => `${name}=${value}`,
)

const [target] = process.argv.slice(2)
if (target === undefined) {
  console.log('# The environment of a run against this emulator, as `node --env-file` reads it:')
  console.log(lines.join('\n'))
} else {
  await writeFile(target, `${lines.join('\n')}\n`, { mode: 0o600 })
  console.log(`The environment is in ${target}: node --env-file=${target} dist/sign/index.js`)
}
console.log('\n# Keys:')
for (const name of ALGORITHM_NAMES) console.log(`# ${name}: ${emulator.keys[name].id}`)
console.log(`# Control: ${control.url} (see emulator/README.md). Ctrl+C ends it.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    control.server.close()
    control.server.closeAllConnections()
    void emulator.close()
  })
}
