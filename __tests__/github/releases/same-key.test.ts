import { describe, expect, it } from '@jest/globals'
import { encodingsFor } from '../../../src/formats/writers.ts'
import type { Format } from '../../../src/formats/facts.ts'
import type { RunFile } from '../../../src/formats/format.ts'
import { KEY_FILE_NAMES } from '../../../src/formats/run-files.ts'
import { sshPrincipal } from '../../../src/formats/identity.ts'
import { holdsKey } from '../../../src/github/releases/same-key.ts'
import type { Signatory } from '../../../src/github/releases/types.ts'
import { contextOf } from '../../support/encode.ts'
import { localKey, type LocalKey } from '../../support/local-key.ts'

/** The public-key files that one run of the action writes. */
function runFilesOf(local: LocalKey, formats: readonly Format[]): readonly RunFile[] {
  const { runFiles, signedRunFiles } = encodingsFor(formats, contextOf(local.key))
  return [...runFiles, ...signedRunFiles.flatMap((file) => file.encode(local.sign(file.toSign)))]
}

const ELLIPTIC: readonly Format[] = ['sshsig', 'openpgp', 'cms']
const CASES = [
  ['ECDSA_NIST_P256_SHA_256', ELLIPTIC, 5],
  ['ECDSA_NIST_P384_SHA_384', ELLIPTIC, 5],
  ['ECDSA_NIST_P521_SHA_512', ELLIPTIC, 5],
  ['RSA_2048_SIGN_PSS_SHA_256', ['cms'], 3],
] as const

describe('holdsKey', () => {
  it.each(CASES)('knows the files of %s again, and those of no other key', (name, formats, count) => {
    const [mine, other] = [localKey(name), localKeyLike(name)]
    const files = runFilesOf(mine, formats)
    expect(files).toHaveLength(count)
    for (const file of files) {
      expect([file.name, holdsKey(file.name, file.content, signatory(mine))]).toEqual([file.name, true])
      expect([file.name, holdsKey(file.name, file.content, signatory(other))]).toEqual([file.name, false])
    }
  })

  it.each(ELLIPTIC)('takes no file that holds another key beside it (%s)', (format) => {
    const [mine, other] = [localKey('ECDSA_NIST_P256_SHA_256'), localKey('ECDSA_NIST_P256_SHA_256')]
    const theirs = new Map(runFilesOf(other, [format]).map(({ name, content }) => [name, content]))
    expect(theirs.size).toBeGreaterThan(1)
    for (const { name, content } of runFilesOf(mine, [format])) {
      const both = Buffer.concat([content, theirs.get(name) ?? Buffer.alloc(0)])
      expect([name, holdsKey(name, both, signatory(mine))]).toEqual([name, false])
    }
  })

  it.each(KEY_FILE_NAMES)('finds no key in a %s that is something else', (name) => {
    const local = localKey('ECDSA_NIST_P256_SHA_256')
    for (const content of ['', 'hello', local.key.publicKey.spki, Buffer.alloc(300, 0xc6)])
      expect(holdsKey(name, Buffer.from(content), signatory(local))).toBe(false)
  })
})

it('takes allowed signers for the same only with the same principal', () => {
  const mine = localKey('ECDSA_NIST_P256_SHA_256')
  const file = runFilesOf(mine, ['sshsig']).find(({ name }) => name === 'kms-allowed-signers')
  const content = file?.content ?? Buffer.alloc(0)
  expect(holdsKey('kms-allowed-signers', content, signatory(mine))).toBe(true)
  const other = { ...signatory(mine), principal: 'other@example.org' }
  expect(holdsKey('kms-allowed-signers', content, other)).toBe(false)
})

function signatory({ key }: LocalKey): Signatory {
  const { identity } = contextOf(key)
  return { key: key.publicKey, principal: sshPrincipal(identity, key.id) }
}

/** RSA keys of a size are made once: another one is of another size. */
function localKeyLike(name: string): LocalKey {
  return localKey(name.replace('RSA_2048', 'RSA_3072'))
}
