import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { printableWord } from '../base/shell.ts'

/**
 * KEY_NOT_ACTIVE. Somebody may have stopped the key because it was compromised, so nothing here says how to start it.
 * @param said what told it, printable
 * @param isBeingCreated whether nobody stopped it: it was made a moment ago
 */
export function keyNotActive(keyId: string, said: string, isBeingCreated = false): ActionError {
  return new ActionError('KEY_NOT_ACTIVE', `The key ${printable(keyId)} is not active: ${said}.`, {
    hint: isBeingCreated
      ? 'It was made a moment ago: run the job again in a minute.'
      : `Find out first who set it inactive and why: it may have been stopped because it was compromised. \`yc kms asymmetric-signature-key get --id ${printableWord(keyId)}\` shows its status, ` +
        'and the audit trail of the folder shows who changed it. Activate it again only when you know the reason.',
  })
}
