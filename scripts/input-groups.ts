/** The inputs of the sign action by what they are for, in the order of README.md; the required one stands in the first group. */
interface InputGroup {
  readonly title: string
  readonly inputs: readonly string[]
  /** Whether the table is folded: what most workflows leave alone. */
  readonly folded: boolean
}

export const INPUT_GROUPS: readonly InputGroup[] = [
  {
    title: 'What is signed, and with which key',
    inputs: ['key-id', 'files', 'subject-checksums', 'images', 'public-key', 'sign', 'formats'],
    folded: false,
  },
  {
    title: 'Who asks: exactly one credential',
    inputs: ['yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token', 'yc-vm-service-account'],
    folded: false,
  },
  {
    title: 'Where it goes',
    inputs: [
      'output-dir',
      'upload-artifact',
      'artifact-name',
      'retention-days',
      'release-assets',
      'release-tag',
      'release-id',
      'github-token',
      'overwrite',
    ],
    folded: false,
  },
  { title: 'Attestations', inputs: ['sbom-path', 'predicate-type', 'predicate-path'], folded: true },
  {
    title: 'Container images',
    inputs: ['image-layouts', 'registry-username', 'registry-password'],
    folded: true,
  },
  {
    title: 'Details of signatures and credentials',
    inputs: ['identity', 'certificate', 'hash-algorithm', 'oidc-token', 'oidc-audience', 'revoke-token', 'verify-page'],
    folded: true,
  },
  {
    title: 'Limits, and a trial run',
    inputs: ['dry-run', 'if-no-files-found', 'max-files', 'max-concurrency', 'timeout-minutes'],
    folded: true,
  },
  {
    title: 'Another installation of Yandex Cloud',
    inputs: ['api-endpoint', 'kms-endpoint', 'iam-endpoint', 'token-endpoint'],
    folded: true,
  },
]

/** The groups with the inputs that there are. @throws Error naming an input that no group has, or that two have */
export function groupsOf(names: readonly string[]): readonly InputGroup[] {
  const grouped = INPUT_GROUPS.flatMap(({ inputs }) => inputs)
  const lost = names.filter((name) => grouped.filter((other) => other === name).length !== 1)
  if (lost.length > 0) throw new Error(`scripts/input-groups.ts: not in one group: ${lost.join(', ')}`)
  return INPUT_GROUPS.map((group) => ({
    ...group,
    inputs: group.inputs.filter((name) => names.includes(name)),
  })).filter(({ inputs }) => inputs.length > 0)
}
