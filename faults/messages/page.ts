/** docs/messages.md: every message that a failing run can show, made by running into it. */
import type { ErrorCode } from '../../src/base/errors.ts'
import type { Told } from './run-variant.ts'

export const PAGE = 'docs/messages.md'

const HEAD = `# Every message of a failing run

What the one error annotation of a failing step says, for each code and each cause that could be provoked: the bundles of this repository were run against the emulated services, and this is what they said. IDs, times, digests, ports and the workspace are replaced. What to do in more words: [troubleshooting.md](troubleshooting.md).

This page is made by \`npm run messages\`, and \`npm run messages -- --check\` fails where a message is another one now.
`

/** The whole page. @param codes in the order of the sections */
export function pageOf(codes: readonly ErrorCode[], told: readonly Told[]): string {
  const sections = codes.map((code) => {
    const own = told.filter(({ variant }) => variant.code === code)
    return [
      `## ${code}`,
      ...own.map(({ variant, message }) => `### ${titleOf(variant.when)}\n\n${fenced(message)}`),
    ].join('\n\n')
  })
  return `${[HEAD.trim(), ...sections].join('\n\n')}\n`
}

function titleOf(when: string): string {
  return when.charAt(0).toUpperCase() + when.slice(1)
}

function fenced(message: string): string {
  return `\`\`\`\`text\n${message}\n\`\`\`\``
}
