import { printable } from '../../base/log.ts'
import { printableQuoted, printableWord } from '../../base/shell.ts'

/** What an OIDC token says of itself. It was not verified here: for messages only. */
export interface Claims {
  readonly iss: string
  readonly aud: string
  readonly sub: string
}

/** The default forms of GitHub's subjects; repositories made after 2026-07-15 have IDs in them (`OWNER@ID/REPO@ID`). */
const DEFAULT_FORM = /^(repo:[^/:]+\/[^/:]+):(environment:[^:]+|ref:refs\/[^:]+|pull_request)$/u
const ENVIRONMENT = /(?:^|:)environment:[^:]+/u
const PULL_REQUEST = /(?:^|:)pull_request(?::|$)|@?refs\/pull\//u
const REF = /(^|:)ref:refs\/[^:]+/u

/** What to do about a token exchange that was refused: which subject to link, how, and which one never to link. */
export function subjectAdvice(claims: Claims, serviceAccountId: string): string {
  const federation = [
    `The federation must have this issuer and this audience, and ${printable(serviceAccountId)} must be the ID of the service account (yc-sa-id).`,
    'FEDERATION_ID: `yc iam workload-identity oidc federation list --folder-id FOLDER_ID`.',
  ].join(' ')
  if (!isGitHub(claims.iss)) return [...otherIssuer(claims, serviceAccountId), federation].join('\n')
  if (PULL_REQUEST.test(claims.sub)) {
    return [
      "Do not link this subject: pull requests of the repository have it, a stranger's too.",
      ...withEnvironment(claims.sub),
      federation,
    ].join('\n')
  }
  if (ENVIRONMENT.test(claims.sub) && !REF.test(claims.sub)) {
    return [
      'Yandex Cloud compares subjects exactly. If this one is right, link it:',
      linkCommand(claims, serviceAccountId),
      ...changingPart(claims.sub),
      federation,
    ].join('\n')
  }
  const why = REF.test(claims.sub)
    ? 'Do not link this subject: Yandex Cloud compares subjects exactly, so that each tag and branch has another one, and whoever can push it could sign.'
    : 'This subject names no environment, so that nothing protects it.'
  return [why, ...withEnvironment(claims.sub), federation].join('\n')
}

/** GitHub's issuers: of github.com (with an enterprise's name behind it, too), of ghe.com, of GitHub Enterprise Server. */
function isGitHub(issuer: string): boolean {
  const url = URL.parse(issuer)
  if (url === null) return false
  return (
    url.hostname === 'token.actions.githubusercontent.com' ||
    /^token\.actions\.[^.]+\.ghe\.com$/u.test(url.hostname) ||
    url.pathname.startsWith('/_services/token')
  )
}

function linkCommand({ sub }: Claims, serviceAccountId: string): string {
  return `  yc iam workload-identity federated-credential create --service-account-id ${printableWord(serviceAccountId)} --federation-id FEDERATION_ID --external-subject-id ${printableQuoted(sub)}`
}

function otherIssuer(claims: Claims, serviceAccountId: string): string[] {
  return [
    'Yandex Cloud compares subjects exactly. Link this one only if nobody but the release job can have it:',
    linkCommand(claims, serviceAccountId),
  ]
}

/** A reusable workflow's tag in the subject is another one with its next version. */
function changingPart(sub: string): string[] {
  return /job_workflow_ref:[^:]*@refs\/tags\//u.test(sub)
    ? ['Its job_workflow_ref holds a tag: where the workflow is used by another tag, the subject is another one.']
    : []
}

/** How the job gets a subject that can be linked; which one that will be is said where it is known. */
function withEnvironment(sub: string): string[] {
  const repository = DEFAULT_FORM.exec(sub)?.[1]
  const steps = [
    'Give the job an environment:',
    '  jobs:',
    '    release:',
    '      environment: release',
    'Protect it under Settings → Environments → release (required reviewers, deployment branches and tags).',
  ]
  if (repository !== undefined) {
    const then = `${printable(repository)}:environment:release`
    return [...steps, `The job then has the subject ${then}, and that is the one to link to the service account.`]
  }
  const customised =
    'The repository has a customised subject: `gh api repos/OWNER/REPO/actions/oidc/customization/sub` shows the template.'
  const changed = sub.replace(REF, '$1environment:release')
  if (changed === sub) return [...steps, `${customised} It needs \`context\`, which then holds the environment.`]
  return [
    ...steps,
    `${customised} If it has \`context\`, and not \`ref\`, the job then has the subject ${printable(changed)}: run it again, and link the subject that this message then names.`,
  ]
}
