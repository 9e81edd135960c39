import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { parseObject } from '../http/retry.ts'
import { saidBy as said } from '../http/said.ts'
import type { HttpResponse } from '../http/types.ts'
import { isYandexRegistry } from './login.ts'

/** What messages call the service of a request. */
export const SERVICE = 'The container registry'

/** What the reader of RATE_LIMITED can do. */
export const LIMIT_HINT =
  'The registry allows fewer requests than this run needs: log in (many registries give anonymous clients little), sign fewer images at once, or run the job again later.'

/**
 * A registry's words about an answer, printable, with the status and the request's id: `errors` of the distribution
 * specification ("Error codes"), else in the words of a service in general.
 */
export function saidBy(response: HttpResponse): string {
  const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`
  const words = wordsOf(response.body) || said(response)
  return words === '' ? `${response.status}${id}` : `${response.status} ${words}${id}`
}

function wordsOf(body: Buffer): string {
  const errors: unknown = parseObject(body)?.['errors']
  if (!Array.isArray(errors)) return ''
  const words = errors.slice(0, 3).map((error: unknown) => {
    const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
    return [code, message].filter((word) => typeof word === 'string' && word !== '').join(': ')
  })
  return printable(words.filter((word) => word !== '').join('; '), 500)
}

/** What a refusal says besides the answer. */
interface Refusal {
  /** `HOST/REPO` */
  readonly name: string
  /** Goes on from "The container registry cr.yandex refuses": `to …`, `the login …`. */
  readonly what: string
  /** Whose token it is, for the command that the hint names. */
  readonly serviceAccountId?: string | undefined
}

/** A registry's or a token server's 401 and 403. */
export function refused(response: HttpResponse, { name, what, serviceAccountId }: Refusal): ActionError {
  const [host = ''] = name.split('/')
  return new ActionError('REGISTRY_REFUSED', `The container registry ${host} refuses ${what}: ${saidBy(response)}.`, {
    hint: isYandexRegistry(host) ? yandexHint(name, serviceAccountId) : OTHER_HINT,
  })
}

const OTHER_HINT =
  'Log in with docker/login-action before this step, or set registry-username and registry-password, as somebody who may pull and push in this repository.'

function yandexHint(name: string, serviceAccountId = '<service account id>'): string {
  const repository = name.slice(name.indexOf('/') + 1)
  return (
    'The service account needs the role container-registry.images.pusher on the repository, or on the registry or its folder: ' +
    `yc container repository add-access-binding --name ${repository} --role container-registry.images.pusher --service-account-id ${serviceAccountId}`
  )
}

/** Any other answer that the specification does not promise. */
export function unexpected(response: HttpResponse, name: string, to: string): ActionError {
  const [host = ''] = name.split('/')
  return new ActionError(
    'INVALID_RESPONSE',
    `The container registry ${host} answered ${to} with ${saidBy(response)}.`,
    {
      hint: `Check that ${host} is a container registry (OCI distribution specification) and that it works.`,
    },
  )
}

/** An answer of the right status whose content is not what it has to be. @param what goes on from the host's name */
export function invalid(name: string, what: string, cause?: unknown): ActionError {
  const [host = ''] = name.split('/')
  return new ActionError('INVALID_RESPONSE', `The container registry ${host} ${what}.`, {
    hint: `Check that ${host} is a container registry (OCI distribution specification), and that no proxy changes its answers.`,
    cause,
  })
}
