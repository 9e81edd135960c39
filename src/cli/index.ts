#!/usr/bin/env node
import { unsupportedRuntime } from '../runner/runtime.ts'

const fault = unsupportedRuntime(process.versions.node)
if (fault === undefined) {
  const { main } = await import('./main.ts')
  await main(process.argv.slice(2), process.env)
} else {
  process.exitCode = 1
  process.stderr.write(`UNSUPPORTED_RUNTIME: ${fault}\n`)
}
