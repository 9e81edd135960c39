import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { printableWord } from '../base/shell.ts'

/** @param said what told it, printable */
export function keyNotActive(keyId: string, said: string): ActionError {
  return new ActionError('KEY_NOT_ACTIVE', `The key ${printable(keyId)} is not active: ${said}.`, {
    hint: `Activate it: \`yc kms asymmetric-signature-key update --id ${printableWord(keyId)} --status active\`.`,
  })
}
