import type { Fact, RunFacts } from './run-facts.ts'
import { FACTS } from './run-facts.ts'

/** One line of the input `policy`. */
export interface Rule {
  readonly fact: Fact
  /** The value as it was given. */
  readonly wanted: string
  /** Whether what a statement says is what is wanted. */
  accepts(found: string): boolean
}

/** What the input says, or what is wrong with it: ends of sentences that begin with the input's name. */
interface ReadPolicy {
  readonly rules: readonly Rule[]
  readonly faults: readonly string[]
}

/** What a rule found instead of what it wants. */
export interface Misfit {
  readonly rule: Rule
  readonly found: string | undefined
}

/**
 * Reads the lines of the input `policy`, `name: value` each; blank lines are passed over.
 * @param shown makes text from outside fit for a message, in quotes
 * @param server origin of the server that repositories and builders without one are on, e.g. `https://github.com`
 */
export function readPolicy(lines: string, server: string, shown: (text: string) => string): ReadPolicy {
  const rules: Rule[] = []
  const faults: string[] = []
  for (const line of lines.split(/\r\n|\r|\n/u).map((text) => text.trim())) {
    if (line === '') continue
    const rule = readRule(line, server, shown)
    if (typeof rule === 'string') faults.push(rule)
    else if (rules.some(({ fact }) => fact === rule.fact)) faults.push(`has ${shown(rule.fact)} twice`)
    else rules.push(rule)
  }
  return { rules, faults }
}

/** The rules that a statement does not meet. */
export function misfits(rules: readonly Rule[], facts: RunFacts): readonly Misfit[] {
  return rules.flatMap((rule) => {
    const found = facts[rule.fact]
    return found !== undefined && rule.accepts(found) ? [] : [{ rule, found }]
  })
}

function readRule(line: string, server: string, shown: (text: string) => string): Rule | string {
  const [, name = '', wanted = ''] = /^([^:]*?)\s*(?::\s*(.*))?$/su.exec(line) ?? []
  const fact = FACTS.find((known) => known === name)
  if (fact === undefined)
    return `has the line ${shown(line)}; a line is \`name: value\`, the names are ${FACTS.join(', ')}`
  if (wanted === '') return `has ${fact} without a value: an expression that came to nothing must not switch it off`
  const { form, pattern, accepts } = KINDS[fact]
  if (!pattern.test(wanted)) return `has ${fact} with ${shown(wanted)}, which is not ${form}`
  return { fact, wanted, accepts: accepts(wanted, server) }
}

type Accepts = (wanted: string, server: string) => (found: string) => boolean

interface Kind {
  /** What the value has to be, as the end of a sentence. */
  readonly form: string
  readonly pattern: RegExp
  readonly accepts: Accepts
}

const exactly: Accepts = (wanted) => (found) => found === wanted
const exactlyOrPrefix: Accepts = (wanted) => (found) =>
  wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : found === wanted

/** GitHub's names of owners and repositories ignore case, as hosts do. */
const sameRepository: Accepts = (wanted, server) => (found) =>
  found.toLowerCase() === onServer(wanted, server).toLowerCase()

const sameBuilder: Accepts = (wanted, server) => exactlyOrPrefix(onServer(wanted, server), server)

function onServer(value: string, server: string): string {
  return /^https?:\/\//u.test(value) ? value : `${server}/${value}`
}

const ID: Kind = { form: 'a number', pattern: /^\d+$/u, accepts: exactly }

/** No value is all wildcard: what is before the `*` may be an expression that came to nothing. */
const KINDS: Readonly<Record<Fact, Kind>> = {
  repository: {
    form: '`owner/name`, or its URL on another server',
    pattern: /^(?:https?:\/\/[^/\s*]+\/)?[^/:\s*@]+\/[^/:\s*@]+$/u,
    accepts: sameRepository,
  },
  'repository-id': ID,
  'owner-id': ID,
  ref: {
    form: 'a full ref such as `refs/tags/v1.2.3`, or one with a `*` at its end',
    pattern: /^refs\/[^\s*]+\*?$/u,
    accepts: exactlyOrPrefix,
  },
  commit: {
    form: 'a whole commit hash in lower case',
    pattern: /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u,
    accepts: exactly,
  },
  workflow: {
    form: 'the path of a workflow file such as `.github/workflows/release.yml`',
    pattern: /^[^\s/*][^\n*]*\.ya?ml$/u,
    accepts: exactly,
  },
  builder: {
    form: '`owner/name/path@ref` of a workflow, or that with a `*` at its end',
    pattern: /^(?:https?:\/\/[^/\s*]+\/)?[^/:\s*@]+\/[^/:\s*@]+\/[^\s*]+@(?:[^\s*]+\*?|\*)$/u,
    accepts: sameBuilder,
  },
  'runner-environment': {
    form: '`github-hosted` or `self-hosted`',
    pattern: /^(?:github|self)-hosted$/u,
    accepts: exactly,
  },
}
