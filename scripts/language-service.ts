/** GitHub's own checker of workflows and action.yml files. Plain Node cannot load it (JSON imports), a bundle can. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** One fault; `line` counts from 1. */
interface Finding {
  readonly line: number
  readonly message: string
}

/** The part of an action.yml that uses of the action are checked against. Without `inputs` nothing is. */
export interface ActionMetadata {
  readonly name?: string
  readonly inputs?: Readonly<Record<string, { readonly required?: boolean; readonly description?: string }>>
}

/** What is used of the library; its own types need a bundler's module resolution. */
interface Library {
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown }
  readonly registerLogger: (
    logger: Readonly<Record<'error' | 'warn' | 'info' | 'log', (message: string) => void>>,
  ) => void
  readonly validate: (
    document: unknown,
    config: unknown,
  ) => Promise<readonly { message: string; range: { start: { line: number } } }[]>
}

const ENTRY = `
  export { validate, registerLogger } from '@actions/languageservice'
  export { TextDocument } from 'vscode-languageserver-textdocument'`

async function load(): Promise<Library> {
  const folder = mkdtempSync(join(tmpdir(), 'language-service-'))
  try {
    const outfile = join(folder, 'bundle.mjs')
    const stdin = { contents: ENTRY, resolveDir: import.meta.dirname }
    const banner = {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    }
    await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile, banner, logLevel: 'error' })
    return (await import(pathToFileURL(outfile).href)) as Library
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A function that checks one file: its path tells action files from workflows. `lookUp` answers for `uses: owner/name@ref`. */
export async function languageService(
  lookUp: (action: { owner: string; name: string; path?: string }) => ActionMetadata,
): Promise<(path: string, text: string) => Promise<Finding[]>> {
  const { TextDocument, validate, registerLogger } = await load()
  const faults: string[] = []
  const silent = () => undefined
  registerLogger({ error: (message) => faults.push(message), warn: silent, info: silent, log: silent })
  const actionsMetadataProvider = {
    fetchActionMetadata: (action: Parameters<typeof lookUp>[0]) => Promise.resolve(lookUp(action)),
  }
  let version = 0
  return async (path, text) => {
    version++
    // The library caches by address: each text gets one of its own.
    const document = TextDocument.create(`file:///${version}/${path}`, 'yaml', version, text)
    const found = await validate(document, { actionsMetadataProvider })
    // It also swallows what it trips over.
    const tripped = faults.splice(0).map((message) => ({ line: 1, message }))
    return [...tripped, ...found.map(({ message, range }) => ({ line: range.start.line + 1, message }))]
  }
}
