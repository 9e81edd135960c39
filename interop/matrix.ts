/** The matrix of key × format × verifier, as docs/verifying.md holds it. */
import type { Verdict } from './judge.ts'
import type { KeyKind, Verifier } from './verifiers.ts'

export interface Row {
  readonly verifier: Verifier
  /** One verdict a key, in the order of the keys. */
  readonly verdicts: readonly Verdict[]
}

const WORDS: Readonly<Record<Verdict, string>> = { yes: 'yes', flag: 'with a flag', no: 'no', none: '–' }

/** A column: one key, or all RSA keys of a hash, whose verdicts have to be the same. */
function columns(keys: readonly KeyKind[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, { name }] of keys.entries()) {
    const title = name
      .replace(/^ECDSA_NIST_P(\d+)_.*/u, 'P-$1')
      .replace(/^ECDSA_SECP256_K1.*/u, 'secp256k1')
      .replace(/^RSA_\d+_SIGN_PSS_SHA_(\d+)/u, 'RSA, SHA-$1')
    groups.set(title, [...(groups.get(title) ?? []), index])
  }
  return groups
}

/** Markdown; a column whose keys differ shows each of them. */
export function matrix(keys: readonly KeyKind[], rows: readonly Row[]): string {
  const groups = columns(keys)
  const cells = ({ verifier, verdicts }: Row): string[] => [
    `\`${verifier.format}\``,
    verifier.title,
    ...[...groups.values()].map((group) =>
      [...new Set(group.map((index) => WORDS[verdicts[index] ?? 'none']))].join(' / '),
    ),
  ]
  const header = ['format', 'verifier', ...groups.keys()]
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
  return [header, header.map(() => '---'), ...rows.map(cells)].map(line).join('\n')
}
