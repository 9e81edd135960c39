/** Signature files that are well-formed and hold other values than they should: answered, and right only where it proves nothing. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { readSignature } from 'openpgp'
import { der, octetString, oid, sequence, setOf, TAG } from '../../src/crypto/der.ts'
import { verifiedStatement, type Subject } from '../../src/formats/dsse/read.ts'
import { fc } from '../support/properties.ts'
import { judge, localKey } from '../support/local-keys.ts'
import { attestation, bundle, cms, json, openpgp, sshsig, statement, subjectOf } from '../support/signature-makers.ts'
import { derPaths, encodeDer, jsonPaths, parseDer, replaceDer, replaceJson, type Node } from '../support/trees.ts'

const content = Buffer.from('release\n')
const key = localKey('ECDSA_NIST_P256_SHA_256')

describe('DER', () => {
  const cmsFile = cms(key, content)
  const file = parseDer(cmsFile)
  const tag = fc.constantFrom(...Object.values(TAG), 0xa0, 0xa1, 0x80)
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ tag, content: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) }),
      fc.record({ tag, content: fc.array(tie('node'), { maxLength: 4 }) }),
    ),
  }))
  /** What stands in a node's place, and what came in addition. */
  const change = fc.oneof(
    fc.constant({ put: () => [], added: undefined }),
    fc.constant({ put: (old: Node) => [old, old], added: undefined }),
    tag.map((other) => ({ put: (old: Node) => [{ ...old, tag: other }], added: undefined })),
    node.map((other) => ({ put: () => [other], added: undefined })),
    node.map((other) => ({ put: (old: Node) => [other, old], added: other })),
    node.map((other) => ({ put: (old: Node) => [old, other], added: other })),
  )
  /** Versions, the list of hashes, the name of the signer. */
  const UNPROVEN = /^0\.1\.0\.(?:0|1|3\.0\.0|3\.0\.1)(?:\.|$)/u
  /** Certificates, unsigned attributes, parameters of the hash. */
  const MAY_BE_ADDED: readonly number[] = [0xa0, 0xa1, TAG.null]

  it('of a CMS may have any other node in any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...derPaths(file)), change, async (path, { put, added }) => {
        const changed = encodeDer(replaceDer(file, path, put))
        fc.pre(!changed.equals(cmsFile))
        const verdict = await judge('cms', changed, [key], content)
        const harmless = UNPROVEN.test(path.join('.')) || (added !== undefined && MAY_BE_ADDED.includes(added.tag))
        if (!harmless) expect(verdict).not.toBe('right')
      }),
      { numRuns: 2000 },
    )
  })
})

it('takes a CMS of any signed attributes where they are unique, sorted, and about this file alone', async () => {
  const attribute = (type: string, ...values: readonly Buffer[]) => sequence(oid(type), setOf(...values))
  const digestOf = (bytes: Buffer) => octetString(createHash('sha256').update(bytes).digest())
  const contentType = attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1'))
  const digest = attribute('1.2.840.113549.1.9.4', digestOf(content))
  const harmless = [
    attribute('1.2.840.113549.1.9.5', der(TAG.utcTime, Buffer.from('260101000000Z'))),
    attribute('1.2.3', Buffer.from([5, 0])),
  ]
  const harmful = [
    attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.9.16.1.4')),
    attribute('1.2.840.113549.1.9.4', digestOf(Buffer.from('other'))),
    attribute('1.2.840.113549.1.9.4', digestOf(content), digestOf(Buffer.from('other'))),
    attribute('1.2.4'),
    sequence(),
    Buffer.from([5, 0]),
  ]
  const good = [contentType, digest, ...harmless]
  const some = fc.oneof(fc.shuffledSubarray(good), fc.shuffledSubarray([...good, ...harmful]))
  const list = fc.tuple(some, fc.boolean(), fc.boolean())
  await fc.assert(
    fc.asyncProperty(list, async ([some, needed, sorted]) => {
      const all = needed ? [...new Set([...some, contentType, digest])] : some
      const inOrder = all.toSorted((a, b) => Buffer.compare(a, b))
      const attributes = sorted ? inOrder : all
      const isGood =
        attributes.every((one, i) => one === inOrder[i] && !harmful.includes(one)) &&
        [contentType, digest].every((one) => attributes.includes(one))
      const file = cms(key, content, { attributes: () => der(TAG.set, ...attributes) })
      expect((await judge('cms', file, [key], content)) === 'right').toBe(isGood)
    }),
    { numRuns: 500 },
  )
})

describe('JSON', () => {
  const value = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined })
  /** What names the key only helps to find it; log entries are not looked at. */
  const UNPROVEN = /publicKey|keyid|tlogEntries/u
  const subject = subjectOf('app', content)
  const good = bundle(key, content)
  const signedStatement = attestation(key, statement([subject]))

  it('of a bundle may have any other value in any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...jsonPaths(good)), value, async (path, value) => {
        const changed = json(replaceJson(good, path, value))
        fc.pre(!changed.equals(json(good)))
        const verdict = await judge('sigstore', changed, [key], content)
        if (!UNPROVEN.test(path.join('.'))) expect(verdict).not.toBe('right')
      }),
      { numRuns: 500 },
    )
  })

  it('of an attestation may have any other value in any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...jsonPaths(signedStatement)), value, async (path, value) => {
        const changed = json(replaceJson(signedStatement, path, value))
        fc.pre(!changed.equals(json(signedStatement)))
        const subjects = await subjectsOf(changed)
        if (!UNPROVEN.test(path.join('.'))) expect(subjects).toBeUndefined()
        else if (subjects !== undefined) expect(subjects).toEqual([subject])
      }),
      { numRuns: 500 },
    )
  })

  it('may be signed with any value in any place of the statement', async () => {
    const made = statement([subject])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...jsonPaths(made)), value, async (path, value) => {
        const subjects = await subjectsOf(json(attestation(key, replaceJson(made, path, value))))
        for (const { name, digest } of subjects ?? []) {
          expect(typeof name).toBe('string')
          for (const hex of Object.values(digest)) expect(typeof hex).toBe('string')
        }
      }),
      { numRuns: 300 },
    )
  })

  /** `undefined` for a statement that is refused, by a RangeError. */
  async function subjectsOf(file: Buffer): Promise<readonly Subject[] | undefined> {
    try {
      return (await verifiedStatement(file, [key])).subjects
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      return undefined
    }
  }
})

it('takes an SSHSIG of any fields where each is what it has to be alone', async () => {
  const fields = fc.record(
    {
      version: fc.constantFrom(0, 1, 2, 0xffffffff),
      namespace: fc.constantFrom('file', '', 'git', 'file\0', 'File'),
      reserved: fc.constantFrom('', ' ', 'x'),
      hash: fc.constantFrom('sha1', 'sha256', 'sha384', 'sha512', 'md5'),
      keyType: fc.constantFrom('ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ssh-rsa', ''),
      behindNumbers: fc.constantFrom('', 'x'),
      extra: fc.constantFrom('', 'x'),
    },
    { requiredKeys: [] },
  )
  const good = {
    version: 1,
    namespace: 'file',
    reserved: '',
    keyType: 'ecdsa-sha2-nistp256',
    behindNumbers: '',
    extra: '',
  }
  await fc.assert(
    fc.asyncProperty(fields, async (change) => {
      const { hash = 'sha512', ...others } = change
      const isGood =
        JSON.stringify({ ...good, ...others }) === JSON.stringify(good) && ['sha256', 'sha512'].includes(hash)
      expect((await judge('sshsig', sshsig(key, content, change), [key], content)) === 'right').toBe(isGood)
    }),
    { numRuns: 300 },
  )
})

it('answers an OpenPGP signature of any subpackets, and where it is right openpgp.js reads the same', async () => {
  const body = fc.oneof(
    fc.uint8Array({ minLength: 4, maxLength: 4 }),
    fc.constant(Buffer.from([0, 0, 0, 60])),
    fc.uint8Array({ maxLength: 24 }),
  )
  const subpacket = fc
    .tuple(fc.constantFrom(2, 3, 16, 20, 27, 33, 40), fc.boolean(), body)
    .map(([type, critical, body]) => Buffer.from([body.length + 1, type | (critical ? 0x80 : 0), ...body]))
  const some = fc.array(subpacket, { maxLength: 4 }).map((list) => Buffer.concat(list))
  const time = fc.option(fc.constant(Buffer.from([5, 2, 0x66, 0, 0, 0])), { nil: Buffer.alloc(0) })
  let taken = 0
  await fc.assert(
    fc.asyncProperty(time, some, some, async (created, more, unhashed) => {
      const file = openpgp(key, content, { hashed: Buffer.concat([created, more]), unhashed })
      if ((await judge('openpgp', file, [key], content)) !== 'right') return
      taken += 1
      const { packets } = await readSignature({ armoredSignature: file.toString() })
      const [packet] = packets as unknown as [{ created: Date; isExpired(): boolean }]
      expect(packet.isExpired()).toBe(false)
      expect(packet.created.getTime()).toBeLessThan(Date.now() + 24 * 60 * 60 * 1000)
    }),
    { numRuns: 300 },
  )
  expect(taken).toBeGreaterThan(0)
})
