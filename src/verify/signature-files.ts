import { lstatSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { EXTENSIONS, type Format } from '../formats/facts.ts'
import { systemCodeOf } from '../base/errors.ts'
import { readerOf } from '../formats/readers.ts'
import type { SignatureCheck, TrustedKey } from '../formats/signature-check.ts'
import { patiently } from '../base/open-file.ts'
import { readBoundedSync } from '../base/read-bounded.ts'
import { chunksOf } from '../base/read-chunks.ts'
import { faultOf, withEachKey, type SignatureFile } from './judging/judge-signatures.ts'

/** Far more than any signature, with a chain of certificates too. */
const MAX_SIGNATURE_BYTES = 1024 * 1024

/**
 * The signature files of a file, those that exist.
 * @param base absolute path that the extensions are put behind
 */
export async function readSignatureFiles(
  base: string,
  formats: readonly Format[],
  keys: readonly TrustedKey[],
): Promise<readonly SignatureFile[]> {
  const read = formats.map((format) => readSignatureFile(base + EXTENSIONS[format], format, keys))
  return (await Promise.all(read)).filter((file) => file !== undefined)
}

async function readSignatureFile(
  path: string,
  format: Format,
  keys: readonly TrustedKey[],
): Promise<SignatureFile | undefined> {
  try {
    if (isAbsent(path)) return undefined
    return { format, path, ...(await withEachKey(await checkOf(path, format), keys)) }
  } catch (error) {
    return { format, path, fault: faultOf(error) }
  }
}

/** Reads a signature file against one key; one that holds the file itself is read anew for each. */
async function checkOf(
  path: string,
  format: Format,
): Promise<(key: readonly TrustedKey[]) => SignatureCheck | Promise<SignatureCheck>> {
  const reader = readerOf(format)
  if (typeof reader !== 'function') {
    await access(path)
    return (key) => reader.fromChunks(chunksOf(path), key)
  }
  const bytes = await patiently(() => readBoundedSync(path, MAX_SIGNATURE_BYTES))
  return (key) => reader(bytes, key)
}

/** Nothing is there, not even a link that leads nowhere; nor can there be where a long name has no room for more. */
function isAbsent(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
  } catch (error) {
    if (systemCodeOf(error) === 'ENAMETOOLONG') return true
    throw error
  }
}
