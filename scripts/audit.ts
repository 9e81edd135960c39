/** `npm audit`, where the registry answers it: not every mirror has that endpoint, and a check must not need the network. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { report } from './problems.ts'

interface Audit {
  readonly error?: unknown
  readonly message?: string
  readonly vulnerabilities?: Readonly<Record<string, { severity: string; range: string }>>
}

const windows = process.platform === 'win32'
const { stdout } = spawnSync(windows ? 'npm.cmd' : 'npm', ['audit', '--json'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
  shell: windows,
  timeout: 60_000,
})

function parse(text: string): Audit {
  try {
    return JSON.parse(text) as Audit
  } catch {
    return {}
  }
}

const { error, message, vulnerabilities } = parse(stdout)
if (error !== undefined || message !== undefined || vulnerabilities === undefined) {
  console.log('audit: the registry did not answer `npm audit`, so NOTHING is known about vulnerabilities from this run')
} else {
  report(
    'audit',
    Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`),
  )
  if (Object.keys(vulnerabilities).length === 0) console.log('audit: no known vulnerabilities')
}
