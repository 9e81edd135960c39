/**
 * `npm run mutation [-- GROUP…]`: mutation testing by StrykerJS, a group of modules at a time, each with the tests that
 * are its own: many times faster than all tests for every mutant. Prints what survived or timed out, and a row for the table in
 * docs/testing.md; the whole report is tmp/mutation/GROUP.json. Exit code 1 where a group's score is under 85 %.
 * `GROUP=src/crypto/der.ts:40-60` tries the mutants of these lines alone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MutantResult } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'

interface Group {
  readonly mutate: readonly string[]
  /** Regular expression for paths below __tests__, without `.test.ts`. */
  readonly tests: string
}

const LEAST_PERCENT = 85
const GROUPS: Readonly<Record<string, Group>> = {
  crypto: { mutate: ['src/crypto/**/*.ts'], tests: 'crypto/.*|signing/resolve-key' },
  confusion: { mutate: ['src/formats/confusion/**/*.ts'], tests: 'formats/confusion/.*' },
  checksums: {
    mutate: ['src/files/checksums.ts', 'src/files/subject-checksums.ts'],
    tests: 'files/(subject-)?checksums',
  },
  files: {
    mutate: ['src/files/*.ts', '!src/files/checksums.ts', '!src/files/subject-checksums.ts'],
    tests: 'files/(?!(subject-)?checksums).*',
  },
  // Left out: runs in processes of their own, which hold no mutants, and what takes seconds for each mutant.
  writing: { mutate: ['src/writing/*.ts'], tests: 'writing/(?!interleavings|killed-runs|many-files).*' },
  digest: { mutate: ['src/digest/*.ts', 'src/base/file-state.ts'], tests: 'digest/.*|base/file-state' },
  signing: { mutate: ['src/signing/signer.ts'], tests: 'signing/signer.*' },
  attestations: {
    mutate: [
      'src/signing/{predicate,provenance,token-claims}.ts',
      'src/inputs/attestation-inputs.ts',
      'src/sign/read-predicates.ts',
    ],
    tests: 'signing/(predicate|provenance)|inputs/attestation-inputs|sign/read-predicates',
  },
  sign: { mutate: ['src/sign/*.ts', '!src/sign/{index,start}.ts'], tests: 'sign/.*' },
  registry: {
    mutate: [
      'src/registry/*.ts',
      '!src/registry/{challenge,credential-helper,docker-config,login,reference,registry,token}.ts',
    ],
    tests: 'registry/(images|writers|store)',
  },
  logins: {
    mutate: ['src/registry/{challenge,credential-helper,docker-config,login,reference,registry,token}.ts'],
    tests: 'registry/(login|challenge|reference)',
  },
  releases: { mutate: ['src/github/releases/*.ts'], tests: 'github/releases/.*' },
  artifact: { mutate: ['src/github/artifact/*.ts'], tests: 'github/artifact/.*' },
  credentials: { mutate: ['src/yandex/credentials/*.ts'], tests: 'yandex/credentials/.*' },
  report: { mutate: ['src/report/*.ts'], tests: 'report/.*' },
  http: { mutate: ['src/http/**/*.ts'], tests: 'http/.*' },
  writers: {
    mutate: ['src/formats/**/*.ts', '!src/formats/**/read*.ts', '!src/formats/confusion/**'],
    tests: 'formats/(?!confusion/).*',
  },
  readers: {
    mutate: ['src/formats/**/read*.ts', 'src/formats/signature-check.ts'],
    tests: 'formats/(?!confusion/|real-programs).*',
  },
  policy: { mutate: ['src/verify/{policy,run-facts}.ts'], tests: 'verify/policy' },
  statements: {
    mutate: ['src/verify/{statements,judge-evidence}.ts'],
    tests: 'verify/(policy|attestations|checksums-and-statements)',
  },
  keys: { mutate: ['src/verify/{key-inputs,trusted-keys}.ts'], tests: 'verify/(inputs|several-keys)' },
  verify: {
    // What is bundled and started is judged by the tests of the bundle, which holds no mutants; what has a group of its own is left out.
    mutate: [
      'src/verify/*.ts',
      '!src/verify/{index,start,main,verify-and-report}.ts',
      '!src/verify/{policy,run-facts,statements,judge-evidence,key-inputs,trusted-keys}.ts',
    ],
    tests: 'verify/.*',
  },
}

function count(results: readonly MutantResult[], ...statuses: readonly MutantResult['status'][]): number {
  return results.filter(({ status }) => statuses.includes(status)).length
}

function show({ fileName, location, mutatorName, replacement, status }: MutantResult): void {
  const [path, code] = [fileName.slice(process.cwd().length + 1), readFileSync(fileName, 'utf8').split('\n')]
  const { start, end } = location
  const line = code[start.line - 1] ?? ''
  const what =
    start.line === end.line ? line.slice(start.column - 1, end.column - 1) : `${line.slice(start.column - 1)} …`
  console.log(`${status} ${path}:${start.line} ${mutatorName}\n    ${line.trim()}\n  - ${what}\n  + ${replacement}`)
}

async function tryGroup(name: string, lines: string | undefined): Promise<number> {
  const group = GROUPS[name]
  if (group === undefined) throw new Error(`${name} is none of ${Object.keys(GROUPS).join(', ')}.`)
  // Read by jest.mutation.config.js, in the processes that run the tests.
  process.env['MUTATION_TESTS'] = group.tests
  const results = await new Stryker({
    mutate: lines === undefined ? [...group.mutate] : lines.split(','),
    jsonReporter: { fileName: join('tmp', 'mutation', `${name}.json`) },
  }).runMutationTest()
  const survivors = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  // Timeouts are shown too, since a busy machine makes them where no mutant does.
  for (const result of results) if (result.status === 'Timeout') show(result)
  survivors.forEach(show)
  const broken = count(results, 'RuntimeError')
  if (broken > 0) console.log(`${broken} mutants broke a test file as it was loaded, and are not counted.`)
  const detected = count(results, 'Killed', 'Timeout')
  const score = (100 * detected) / Math.max(1, detected + survivors.length)
  const all = detected + survivors.length
  const row = [
    name,
    all,
    count(results, 'Killed'),
    count(results, 'Timeout'),
    survivors.length,
    `${score.toFixed(1)} %`,
  ]
  console.log(`\n| ${row.join(' | ')} |\n`)
  return score
}

const asked = process.argv.slice(2)
for (const group of asked.length === 0 ? Object.keys(GROUPS) : asked) {
  const [name = '', lines] = group.split('=')
  if ((await tryGroup(name, lines)) < LEAST_PERCENT) process.exitCode = 1
}
