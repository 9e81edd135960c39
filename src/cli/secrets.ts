import { readFileSync } from 'node:fs'
import type { Environment } from '../base/environment.ts'

/** Inputs that are secrets, and the variable that each is read from: the options of a process are seen by all others. */
export const SECRET_VARIABLES: ReadonlyMap<string, string> = new Map([
  ['yc-iam-token', 'YC_IAM_TOKEN'],
  ['yc-sa-json-credentials', 'YC_SA_JSON_CREDENTIALS'],
  ['oidc-token', 'OIDC_TOKEN'],
  ['github-token', 'GITHUB_TOKEN'],
  ['registry-password', 'REGISTRY_PASSWORD'],
])

/** A key file has some 2 KiB. */
const LONGEST_PATH = 4096

/** The value of a secret input, where its variable is set. The account's key may be the path of its file. */
export function secretOf(input: string, env: Environment): string | undefined {
  const value = env[SECRET_VARIABLES.get(input) ?? '']?.trim() || undefined
  if (input !== 'yc-sa-json-credentials' || value === undefined) return value
  return value.startsWith('{') || value.length > LONGEST_PATH ? value : (textOfFile(value) ?? value)
}

/** What is not a file is taken for the key itself: the message on it then says what is wrong, and never repeats it. */
function textOfFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
