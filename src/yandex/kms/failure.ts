import type { Credential } from '../credentials/types.ts'
import { ActionError } from '../../base/errors.ts'
import type { HttpResponse } from '../../http/types.ts'
import { grpcStatusOf } from '../../http/retry.ts'
import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import { keyNotActive } from '../../signing/key-not-active.ts'

/** A call that did not answer 200. */
interface KmsCall {
  readonly name: 'Key.Get' | 'GetPublicKey' | 'SignHash'
  /** The narrowest role that allows it. */
  readonly role: string
  readonly keyId: string
  readonly answer: HttpResponse
}

/** google.rpc.Code of a status without one. */
const CODE_OF_STATUS: Readonly<Record<number, number>> = { 401: 16, 403: 7, 404: 5 }

/** google.rpc.Code of an answer that is no success, by its body or else by its status; `undefined` for any other status. */
export function codeOf(answer: HttpResponse): number | undefined {
  return grpcStatusOf(answer)?.code ?? CODE_OF_STATUS[answer.status]
}

/** The error that a failed call is: UNAUTHENTICATED, PERMISSION_DENIED, KEY_NOT_FOUND, KEY_NOT_ACTIVE or INVALID_RESPONSE. */
export function failureOf(call: KmsCall, credential: Credential): ActionError {
  const { name, role, keyId, answer } = call
  const said = `${name}: ${reasonOf(answer)}`
  switch (codeOf(answer) ?? 0) {
    case 16:
      return new ActionError('UNAUTHENTICATED', `Yandex KMS does not take the token: ${said}.`, {
        hint: credential.advice,
      })
    case 7:
      return permissionDenied(`Yandex KMS does not allow ${said}.`, role, keyId, credential)
    case 5:
      return new ActionError('KEY_NOT_FOUND', `Yandex KMS knows no key ${printable(keyId)}: ${said}.`, {
        hint: `See that key-id is the id of an asymmetric signature key: \`yc kms asymmetric-signature-key list --folder-id FOLDER_ID\`. A key of another installation needs its api-endpoint.`,
      })
    case 9:
      return keyNotActive(keyId, said)
    default:
      return new ActionError('INVALID_RESPONSE', `Yandex KMS answered in a way that is not expected: ${said}.`, {
        hint: 'See that key-id and hash-algorithm fit the key; if they do, report it with the request id.',
      })
  }
}

/** PERMISSION_DENIED with the role that is missing and the command that grants it on this one key. */
function permissionDenied(what: string, role: string, keyId: string, credential: Credential): ActionError {
  const account = credential.serviceAccountId ?? 'SERVICE_ACCOUNT_ID'
  return new ActionError('PERMISSION_DENIED', what, {
    hint: [
      `The role ${role} on the key is missing:`,
      `  yc kms asymmetric-signature-key add-access-binding --id ${printableWord(keyId)} --role ${role} --service-account-id ${printableWord(account)}`,
    ].join('\n'),
  })
}

function reasonOf(answer: HttpResponse): string {
  const grpc = grpcStatusOf(answer)
  const message = grpc === undefined || grpc.message === '' ? '' : `${printable(grpc.message, 300)} `
  const code = grpc === undefined ? '' : `, code ${grpc.code}`
  const id = answer.requestId === undefined ? '' : `, request id ${answer.requestId}`
  return `${message}(status ${answer.status}${code}${id})`
}
