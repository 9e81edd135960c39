/** What the stand-in for `gh` sends, to GITHUB_API_URL. */
export const api = process.env['GITHUB_API_URL'] ?? ''
const token = process.env['GH_TOKEN']
if (token === undefined) throw new Error('gh: GH_TOKEN is not set')

/** The answer to a call. @throws Error where it is not a good one */
export async function answered(
  method: string,
  url: string,
  body?: string | Buffer,
  accept = 'application/json',
): Promise<Response> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const headers = {
    accept,
    authorization: `Bearer ${token ?? ''}`,
    ...(body === undefined ? {} : { 'content-type': type }),
  }
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: Uint8Array.from(Buffer.from(body)) }),
  })
  if (!response.ok) throw new Error(`gh: ${method} ${url}: ${response.status} ${await response.text()}`)
  return response
}

/** Its body. */
export async function call(...given: Parameters<typeof answered>): Promise<Buffer> {
  return Buffer.from(await (await answered(...given)).arrayBuffer())
}

export const json = async <T>(method: string, url: string, body?: object): Promise<T> =>
  JSON.parse((await call(method, url, body && JSON.stringify(body))).toString()) as T
