import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { checksumFile } from '../files/checksums.ts'
import { signedStatement } from '../formats/dsse/write.ts'
import type { FileForm } from '../formats/format.ts'
import { startTextForm } from '../formats/openpgp/text-form.ts'
import { EXTENSIONS } from '../formats/facts.ts'
import { isKeyFile } from '../formats/run-files.ts'
import type { Digests } from '../formats/format.ts'
import type { Environment } from '../base/environment.ts'
import { HASHES } from '../crypto/hashes.ts'
import { displayPath } from '../base/display-path.ts'
import type { SignedFile } from '../report/signing-result.ts'
import { attestationStatements, type Predicate, type Statement } from '../signing/predicate.ts'
import { provenanceStatements } from '../signing/provenance.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { MOST_HELD } from '../crypto/covered.ts'
import type { SignInputs } from './inputs.ts'
import { holdsSameKey } from './shared-folder.ts'
import { signInFormats, type SigningTools } from './sign-in-formats.ts'

/** What the files that are written once a run are made of. */
interface RunFilesRequest {
  readonly key: SigningKey
  readonly files: readonly SignedFile[]
  /** Absolute folder of the run files. */
  readonly folder: string
  readonly workspace: string
  readonly tools: SigningTools
}

/** Writes and signs the checksum file over all release files. */
export async function signChecksums(request: RunFilesRequest): Promise<SignedFile> {
  const { key, tools, folder } = request
  const { hash } = key.algorithm
  const name = HASHES[hash].checksumFile
  const content = checksumFile(request.files)
  const path = join(folder, name)
  const paths = tools.encodings.encodings.map(({ format }) => path + EXTENSIONS[format])
  const digests = digestsOf(content, hash, tools)
  await tools.staging.stage(path, content)
  const signed = await signInFormats(digests, paths, tools, {
    shown: name,
    chunks: () => Readable.from([content]),
  })
  const file = { name, displayPath: displayPath(path, request.workspace), size: content.length, digest: digests.digest }
  return { ...file, ...signed, writtenPaths: [path, ...signed.writtenPaths] }
}

/** Digests of bytes in memory, as the one pass over a file makes them. */
function digestsOf(content: Buffer, hash: SigningKey['algorithm']['hash'], { encodings }: SigningTools): Digests {
  const digest = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
    createHash(name).update(Buffer.concat(parts)).digest()
  const inForm = (form: FileForm): readonly Uint8Array[] => (form === 'bytes' ? [content] : textFormOf(content))
  return {
    digest: digest(hash, content),
    sha512: encodings.sha512 ? digest('sha512', content) : undefined,
    own: new Map(
      encodings.ownDigests.map(({ format, form, suffix }) => [format, digest(hash, ...inForm(form), suffix)]),
    ),
    content: content.length <= MOST_HELD ? content : undefined,
  }
}

/** A checksum file is text, with lines as long as names are. */
function textFormOf(content: Buffer): readonly Uint8Array[] {
  const form = startTextForm()
  return [form.take(content), form.end()]
}

/** Writes and signs the in-toto statements over all release files. Absolute paths of the bundles. */
export async function signProvenance(request: RunFilesRequest, env: Environment): Promise<readonly string[]> {
  const statements = provenanceStatements(env, request.files, request.key.algorithm.hash)
  return Promise.all(statements.map((statement) => signStatement(statement, request)))
}

/** The same of statements with other predicates; one after the other, since each may have 16 MiB. */
export async function signAttestations(
  request: RunFilesRequest,
  predicates: readonly Predicate[],
): Promise<readonly string[]> {
  const paths: string[] = []
  for (const statement of attestationStatements(predicates, request.files, request.key.algorithm.hash))
    paths.push(await signStatement(statement, request))
  return paths
}

async function signStatement({ fileName, statement }: Statement, request: RunFilesRequest): Promise<string> {
  const { key, tools, folder } = request
  const path = join(folder, fileName)
  const prepared = signedStatement(key, statement)
  const { signature } = await tools.signer.sign(prepared.toSign, prepared.message)
  await tools.staging.stage(path, prepared.encode(signature))
  return path
}

/** Writes the public keys, allowed signers and certificates. Absolute path by name. */
export async function writeKeyFiles(
  { key, folder, tools }: RunFilesRequest,
  inputs: SignInputs,
): Promise<ReadonlyMap<string, string>> {
  const { encodings, signer, staging } = tools
  const signed = await Promise.all(
    encodings.signedRunFiles.map(async (prepared) => {
      const { signature } = await signer.sign(prepared.toSign)
      return prepared.encode(signature)
    }),
  )
  const files = [...encodings.runFiles, ...signed.flat()]
  // What an earlier step wrote for the same key stays: only its self-signatures differ.
  const keptFor = (name: string) => (existing: Buffer) =>
    Promise.resolve(isKeyFile(name) && holdsSameKey(name, existing, inputs, key.publicKey) ? existing : undefined)
  await Promise.all(
    files.map(({ name, content }) =>
      staging.stage(join(folder, name), content, inputs.overwrite ? undefined : keptFor(name)),
    ),
  )
  return new Map(files.map((file) => [file.name, join(folder, file.name)]))
}
