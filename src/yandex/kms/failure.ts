import type { Credential } from '../credentials/types.ts'
import { ActionError } from '../../base/errors.ts'
import type { HttpResponse } from '../../http/types.ts'
import { grpcStatusOf } from '../../http/retry.ts'
import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import { keyNotActive } from '../../signing/key-not-active.ts'
import { KeyGetRefused } from '../../signing/kms-port.ts'
import type { YandexAnswer } from '../request.ts'
import { idsOf, saidBy } from '../said.ts'

/** A call that did not answer 200. */
interface KmsCall {
  readonly name: 'Key.Get' | 'GetPublicKey' | 'SignHash'
  /** The narrowest role that allows it. */
  readonly role: string
  readonly keyId: string
  readonly answer: YandexAnswer
}

const UNAUTHENTICATED = 16
const UNIMPLEMENTED = 12
const NOT_FOUND = 5

/** Whether an answer means that the token is not accepted: by its google.rpc.Code, or else by its status. */
export function refusesToken(answer: HttpResponse): boolean {
  const code = grpcStatusOf(answer)?.code
  return code === undefined ? answer.status === 401 : code === UNAUTHENTICATED
}

/** Whether a host says that it does not know a method, or the key: a gateway says the same of both. */
export function mayNotServe(answer: HttpResponse): boolean {
  const { status } = answer
  const code = grpcStatusOf(answer)?.code
  if (code !== undefined) return code === UNIMPLEMENTED || status === 405 || status === 501 || status === 404
  // What is not Yandex Cloud's own answer says nothing about the method; 401 and 429 are said of the caller.
  return (status >= 400 && status < 500 && status !== 401 && status !== 429) || status === 501
}

/**
 * The error that a failed call is: UNAUTHENTICATED, PERMISSION_DENIED, KEY_NOT_FOUND, KEY_NOT_ACTIVE or
 * INVALID_RESPONSE; of Key.Get a `KeyGetRefused` where the run may do without it.
 */
export function failureOf(call: KmsCall, credential: Credential): ActionError {
  const code = grpcStatusOf(call.answer)?.code
  if (call.name === 'Key.Get' && isNotServed(call.answer)) return notServed(call, undefined)
  if (code === undefined && !refusesToken(call.answer)) return fromInBetween(call)
  const said = `${saidBy(call.answer)} ${idsOf(call.answer)}`
  const { name, keyId } = call
  switch (code ?? UNAUTHENTICATED) {
    case UNAUTHENTICATED:
      return new ActionError('UNAUTHENTICATED', `Yandex KMS does not accept the token for ${name}: ${said}.`, {
        hint: credential.advice,
      })
    case 7:
      return permissionDenied(call, said, credential)
    case NOT_FOUND:
      return name === 'Key.Get' ? notServed(call, keyNotFound(call, said)) : keyNotFound(call, said)
    case 9:
      return keyNotActive(keyId, `${name}: ${said}`)
    default:
      return new ActionError('INVALID_RESPONSE', `Yandex KMS answered ${name} in an unexpected way: ${said}.`, {
        hint: 'Check that key-id and hash-algorithm fit the key. If they do, report it with the request ids.',
      })
  }
}

/** 404 without code 5, 405, 501 or code 12: the host has no such method. */
function isNotServed(answer: YandexAnswer): boolean {
  const code = grpcStatusOf(answer)?.code
  if (code !== undefined) return code === UNIMPLEMENTED
  return [404, 405, 501].includes(answer.status)
}

function notServed({ answer }: KmsCall, instead: ActionError | undefined): KeyGetRefused {
  const said = `${saidBy(answer)} ${idsOf(answer)}`
  return new KeyGetRefused('host', `Key.Get is not served at ${printable(answer.host)}: ${said}.`, {
    hint: 'Leave kms-endpoint at its default, or set it to a host that serves Key.Get too.',
    cause: instead,
  })
}

function keyNotFound({ keyId, answer }: KmsCall, said: string): ActionError {
  return new ActionError(
    'KEY_NOT_FOUND',
    `Yandex KMS at ${printable(answer.host)} knows no key ${printable(keyId)}: ${said}.`,
    {
      hint: 'Check that key-id is the ID of an asymmetric signature key: `yc kms asymmetric-signature-key list --folder-id FOLDER_ID`. A key of another installation needs its api-endpoint.',
    },
  )
}

/** An answer that is not a google.rpc.Status: a proxy, an egress filter or a gateway wrote it, and no role is to blame. */
function fromInBetween({ name, answer }: KmsCall): ActionError {
  const code = answer.status === 403 ? 'PERMISSION_DENIED' : 'INVALID_RESPONSE'
  const host = printable(answer.host)
  return new ActionError(
    code,
    `${host} refused ${name} with an answer that is not in the form of Yandex Cloud: ${saidBy(answer)} ${idsOf(answer)}.`,
    {
      hint: `Something between the runner and Yandex Cloud, such as a proxy or an egress filter, may have answered: allow HTTPS to ${host}. If nothing stands in between, check kms-endpoint and api-endpoint, and report it with the request ids.`,
    },
  )
}

/** PERMISSION_DENIED with the role that is missing and the command that grants it on this one key. */
function permissionDenied({ name, role, keyId }: KmsCall, said: string, credential: Credential): ActionError {
  const account = credential.serviceAccountId ?? 'SERVICE_ACCOUNT_ID'
  const message = `Yandex KMS does not allow ${name}: ${said}.`
  const hint = [
    `The role ${role} on the key is missing:`,
    `  yc kms asymmetric-signature-key add-access-binding --id ${printableWord(keyId)} --role ${role} --service-account-id ${printableWord(account)}`,
    'A role that was just granted can take a minute to work.',
  ].join('\n')
  return name === 'Key.Get'
    ? new KeyGetRefused('role', message, { hint })
    : new ActionError('PERMISSION_DENIED', message, { hint })
}
