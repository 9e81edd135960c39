/** Stands in for `gh api …`: a path, a method, fields, `--paginate` and `--jq`, which real jq judges. */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { answered, api } from './gh-http.ts'

/** As `-F` reads a value: `true`, `false`, `null` and numbers are those. */
function typed(value: string): unknown {
  return /^(?:true|false|null|-?\d+)$/u.test(value) ? JSON.parse(value) : value
}

function fields(raw: readonly string[], magic: readonly string[]): Record<string, unknown> | undefined {
  const pair = (field: string): [string, string] => {
    const at = field.indexOf('=')
    if (at <= 0) throw new Error(`gh api: ${field} is not key=value`)
    return [field.slice(0, at), field.slice(at + 1)]
  }
  const all = [...raw.map(pair), ...magic.map(pair).map(([name, value]) => [name, typed(value)])]
  return all.length === 0 ? undefined : (Object.fromEntries(all) as Record<string, unknown>)
}

function print(text: string, filter: string | undefined): void {
  process.stdout.write(
    filter === undefined ? text : execFileSync('jq', ['-r', filter], { input: text, encoding: 'utf8' }),
  )
}

/** @param words behind `gh api` */
export async function ghApi(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      method: { type: 'string', short: 'X' },
      'raw-field': { type: 'string', short: 'f', multiple: true, default: [] },
      field: { type: 'string', short: 'F', multiple: true, default: [] },
      paginate: { type: 'boolean' },
      jq: { type: 'string', short: 'q' },
    },
  })
  const body = fields(values['raw-field'], values.field)
  const method = values.method ?? (body === undefined ? 'GET' : 'POST')
  let url: string | undefined = `${api}/${positionals[0]?.replace(/^\//u, '') ?? ''}`
  while (url !== undefined) {
    const response = await answered(method, url, body && JSON.stringify(body))
    print(await response.text(), values.jq)
    const [, next] = /<([^>]+)>; rel="next"/u.exec(response.headers.get('link') ?? '') ?? []
    url = values.paginate === true ? next : undefined
  }
}
