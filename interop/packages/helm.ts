/** A chart signed as docs/package-repositories.md says, judged by the package of Helm that `helm verify` calls. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import type { Check } from '../check.ts'
import { run } from '../judge.ts'
import { byteAt, followed, inSignature, judgedIn, type Changed } from './steps.ts'

const CHART = 'widget-0.1.0.tgz'
const KEYRING = 'kms-public-key.gpg'
/** A line that begins with `-` is escaped in the signed text, and one with a blank at its end loses it. */
const CHART_YAML =
  'apiVersion: v2\nname: widget\nversion: 0.1.0\ndescription: a widget \nkeywords:\n- one\n- two\nmaintainers:\n- name: Émile'

/** Packs a chart as `helm package` does: a folder of its name. */
function pack(folder: string): void {
  mkdirSync(join(folder, 'widget', 'templates'), { recursive: true })
  writeFileSync(join(folder, 'widget', 'Chart.yaml'), CHART_YAML)
  writeFileSync(join(folder, 'widget', 'values.yaml'), 'replicas: 1\n')
  const { status, stderr } = spawnSync('tar', ['-czf', CHART, 'widget'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`tar: ${stderr}`)
}

const CHANGES: readonly Changed[] = [
  { name: 'a byte of the chart changed', file: CHART, change: byteAt((bytes) => bytes.length - 5) },
  {
    name: 'a byte of the signed text changed',
    file: `${CHART}.prov`,
    change: byteAt((bytes) => bytes.indexOf('0.1.0')),
  },
  {
    name: 'a byte of the signed digest changed',
    file: `${CHART}.prov`,
    change: byteAt((bytes) => bytes.indexOf('sha256:') + 20),
  },
  { name: 'a byte of the signature changed', file: `${CHART}.prov`, change: inSignature },
]

/** Helm 3 and 4 judge a chart signed with the key of an algorithm. @param program built from helm/ */
export async function helmHolds(
  program: string,
  emulator: Emulator,
  algorithm: Algorithm,
  scratch: string,
): Promise<Check[]> {
  const folders = await followed('Helm', emulator, algorithm, scratch, pack)
  const checks: Check[] = []
  for (const major of ['3', '4']) {
    const judge = (folder: string) => run([program, major, CHART, KEYRING], folder, process.env)
    checks.push(...(await judgedIn(`Helm ${major}, ${algorithm}`, folders, judge, KEYRING, CHANGES)))
  }
  return checks
}
