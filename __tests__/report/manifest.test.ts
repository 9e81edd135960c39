import { generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { manifest, runUrl } from '../../src/report/manifest.ts'
import { rememberSecret } from '../../src/base/secrets.ts'
import type { SigningResult } from '../../src/report/signing-result.ts'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import { algorithmNamed } from '../../src/crypto/key-algorithm.ts'

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const file = {
  name: 'a.tgz',
  displayPath: 'dist/a.tgz',
  size: 3,
  digest: Buffer.alloc(32, 1),
  signature: Buffer.from('signature'),
  requestId: 'request-1',
  writtenPaths: ['/ws/dist/a.tgz.sig'],
}
const result: Omit<SigningResult, 'writtenPaths'> = {
  key: {
    id: 'abj1',
    algorithm: algorithmNamed('ECDSA_NIST_P256_SHA_256'),
    publicKey: publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' })),
    createdAt: undefined,
  },
  hash: 'sha256',
  files: [file],
  checksums: { ...file, name: 'SHA256SUMS', signature: undefined, requestId: undefined, size: undefined },
  provenancePaths: ['/ws/dist/provenance.sigstore.json'],
  attestationPaths: ['/ws/dist/sbom.sigstore.json'],
  runFilePaths: new Map([['signatures.json', '/ws/dist/signatures.json']]),
  images: [],
  signedCount: 1,
}
const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_REF: 'refs/tags/v1', GITHUB_SHA: 'c0ffee', GITHUB_RUN_ID: '7' }

async function faultsOf(manifestText: Buffer): Promise<unknown> {
  const schema = JSON.parse(
    await readFile(join(import.meta.dirname, '../../schemas/signatures.schema.json'), 'utf8'),
  ) as object
  const validate = new Ajv2020({ strict: false }).compile(schema)
  validate(JSON.parse(manifestText.toString()))
  return validate.errors ?? []
}

describe('manifest', () => {
  it.each([
    ['a run', env],
    ['no run', {}],
  ])('keeps to its schema in %s', async (_, environment) => {
    expect(await faultsOf(manifest(result, '/ws', environment))).toEqual([])
  })

  it('has a schema that refuses what is not in it', async () => {
    const text = manifest(result, '/ws', env).toString().replace('"signature":', '"token":')
    expect(await faultsOf(Buffer.from(text))).not.toEqual([])
  })

  it('holds no secret that a service repeats as the id of a request', () => {
    const secret = `t1.${'x'.repeat(300)}`
    rememberSecret(secret)
    const repeated = { ...result, files: [{ ...file, requestId: `${secret.slice(0, 200)}…` }] }
    expect(manifest(repeated, '/ws', env).toString()).toContain('"requestId": "***…"')
  })

  it('names each file with its digest, signature and request', () => {
    const { files, fingerprint } = JSON.parse(manifest(result, '/ws', env).toString()) as Record<string, unknown>
    expect(fingerprint).toBe(result.key.publicKey.fingerprint)
    expect(files).toEqual([
      {
        name: 'a.tgz',
        path: 'dist/a.tgz',
        size: 3,
        digest: `sha256:${'01'.repeat(32)}`,
        signature: Buffer.from('signature').toString('base64'),
        files: ['dist/a.tgz.sig'],
        requestId: 'request-1',
      },
    ])
  })

  it('says which run wrote it, as far as that is known', () => {
    const said = (environment: object): unknown => {
      const { repository, ref, commit, run } = JSON.parse(
        manifest(result, '/ws', environment as typeof env).toString(),
      ) as {
        [field: string]: unknown
      }
      return [repository, ref, commit, run]
    }
    expect(said({})).toEqual([null, null, null, null])
    const url = 'https://github.com/o/r/actions/runs/7'
    expect(said(env)).toEqual(['o/r', 'refs/tags/v1', 'c0ffee', { id: '7', attempt: null, url }])
    expect(said({ GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '2' })).toEqual([
      ...[null, null, null],
      { id: '7', attempt: '2', url: null },
    ])
    expect(runUrl({ ...env, GITHUB_SERVER_URL: 'https://g.example' })).toBe('https://g.example/o/r/actions/runs/7')
    expect(runUrl({ GITHUB_REPOSITORY: 'o/r' })).toBeUndefined()
  })

  it('lists all that was written besides, and the images where there are some', () => {
    const image = { name: 'h.example/a', digest: 'sha256:ab', layouts: ['tag' as const], attestations: [] }
    const parsed = JSON.parse(manifest({ ...result, images: [image] }, '/ws', env).toString()) as object
    expect(parsed).toMatchObject({
      version: 1,
      note: expect.stringMatching(/^This file is not signed and proves nothing/u) as unknown,
      keyId: 'abj1',
      algorithm: 'ECDSA_NIST_P256_SHA_256',
      checksums: { name: 'SHA256SUMS', size: null, signature: null, requestId: null },
      provenance: ['dist/provenance.sigstore.json'],
      attestations: ['dist/sbom.sigstore.json'],
      runFiles: ['dist/signatures.json'],
      images: [image],
    })
    const bare = manifest({ ...result, checksums: undefined }, '/ws', env).toString()
    expect(JSON.parse(bare)).toMatchObject({ checksums: null })
    expect(bare).not.toContain('"images"')
    expect(bare.endsWith('}\n')).toBe(true)
  })
})
