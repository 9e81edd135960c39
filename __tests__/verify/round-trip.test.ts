/** What the sign action writes, the verify action takes. */
import { createHash } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { encodingsFor } from '../../src/formats/writers.ts'
import { signedStatement } from '../../src/formats/dsse/write.ts'
import { keyKindOf } from '../../src/crypto/key-algorithm.ts'
import { factsOf } from '../../src/formats/facts.ts'
import { provenanceStatements } from '../../src/signing/provenance.ts'
import { verifiedStatement } from '../../src/formats/dsse/read.ts'
import { DETACHED, judge, localKey } from '../support/local-keys.ts'
import { signDigest } from '../support/sign-digest.ts'
import { digestsOf } from '../support/encode.ts'

const content = Buffer.from('release')
const other = Buffer.from('Release')
const sha = (hash: string, ...parts: Buffer[]) => createHash(hash).update(Buffer.concat(parts)).digest()

const NAMES = [
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'ECDSA_SECP256_K1_SHA_256',
  'RSA_2048_SIGN_PSS_SHA_256',
  'RSA_2048_SIGN_PSS_SHA_384',
  'RSA_3072_SIGN_PSS_SHA_512',
]

it.each(NAMES)('takes every format that a key of %s can have', async (name) => {
  const local = localKey(name)
  const key = { ...local, id: 'abjtest', createdAt: new Date('2026-01-02T03:04:05.678Z') }
  const formats = DETACHED.filter((format) => factsOf(format).keys.includes(keyKindOf(local.algorithm)))
  const identity = 'Example <releases@example.org>'
  const context = { key, identity, startedAt: new Date(), certificate: undefined, digestsOnly: false }
  const encodings = encodingsFor(formats, context)
  const digests = digestsOf(content, key, encodings)
  expect(encodings.encodings).toHaveLength(formats.length)
  for (const encoding of encodings.encodings) {
    const prepared = encoding.prepare(digests)
    const file = prepared.encode(signDigest(local, prepared.toSign))
    const format = DETACHED.find((candidate) => candidate === encoding.format)
    if (format === undefined) throw new Error(`${encoding.format} holds the file`)
    expect([format, await judge(format, file, [local], content)]).toEqual([format, 'right'])
    expect(await judge(format, file, [local], other)).toBe('wrong')
    expect(await judge(format, file, [localKey(name)], content)).not.toBe('right')
  }
})

const RUN = {
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_REPOSITORY_ID: '1',
  GITHUB_REPOSITORY_OWNER_ID: '2',
  GITHUB_REF: 'refs/tags/v1',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_WORKFLOW_REF: 'octo/app/.github/workflows/release.yml@refs/tags/v1',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_RUN_ID: '3',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SERVER_URL: 'https://github.com',
  RUNNER_ENVIRONMENT: 'github-hosted',
}

it.each(NAMES)('takes a statement signed with a key of %s', async (name) => {
  const local = localKey(name)
  const { hash } = local.algorithm
  const subjects = [{ name: 'app', digest: sha(hash, content) }]
  const key = { ...local, id: 'abjtest', createdAt: undefined }
  const statements = [...provenanceStatements(RUN, subjects, hash)]
  expect(statements).toHaveLength(1)
  for (const { statement } of statements) {
    const prepared = signedStatement(key, statement)
    const file = prepared.encode(signDigest(local, prepared.toSign))
    expect((await verifiedStatement(file, [local])).subjects).toEqual([
      { name: 'app', digest: { [hash]: sha(hash, content).toString('hex') } },
    ])
  }
})
