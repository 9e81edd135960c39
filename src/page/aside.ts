import { printable } from '../base/log.ts'
import { isKeyFile, runFileKind } from '../formats/run-files.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { holdsPublicKey } from '../verify/key-file.ts'
import { baseName, bytesOf, type Dropped } from './dropped.ts'
import type { Outcome } from './outcome.ts'
import { signedBy } from './pairs.ts'

/** What one release file can be; larger ones that are called like a key are none. */
const MAX_KEY_BYTES = 64 * 1024

/** What to say of a file that nothing proves: some are not meant to be proven. */
export async function asideOutcome(dropped: Dropped, keys: readonly TrustedKey[]): Promise<Outcome> {
  const { path } = dropped
  const name = baseName(path)
  const outcome = (state: Outcome['state'], remark: string): Outcome => ({ path, state, proofs: [], remarks: [remark] })
  const kind = runFileKind(name)
  if (kind === 'manifest')
    return outcome('aside', 'A list of what was written. Nobody signs it, and it proves nothing.')
  if (kind === 'statement')
    return outcome('aside', 'A signed statement about the build or its parts. This page does not read those.')
  if (isKeyFile(name) && name.endsWith('.pem')) {
    const own = await heldKey(dropped, keys)
    if (own !== undefined)
      return own
        ? outcome('aside', 'The public key above.')
        : outcome('refused', 'It holds another key than the one above.')
  }
  if (kind === 'key') return outcome('aside', 'The key in a form for other programs. This page does not use it.')
  const [signed] = signedBy(path)
  if (signed !== undefined)
    return outcome(
      'unproven',
      `It looks like the signature of ${printable(baseName(signed.path), 300)}, which is not here.`,
    )
  return outcome('unproven', 'No signature file for it is here, and no verified checksum file lists it.')
}

/** Whether it holds the trusted key; `undefined` where it is not the PEM of one public key. */
async function heldKey({ file }: Dropped, keys: readonly TrustedKey[]): Promise<boolean | undefined> {
  if (file.size > MAX_KEY_BYTES) return undefined
  try {
    return holdsPublicKey(await bytesOf(file), keys)
  } catch {
    return undefined
  }
}
