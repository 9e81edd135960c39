import type { EndpointInputs } from '../yandex/endpoints.ts'
import { quoted, type InputReader } from './input-reader.ts'
import { isLoopback } from '../base/loopback.ts'

const DEFAULT_API_ENDPOINT = 'https://api.cloud.yandex.net'

/** Reads the four endpoints. Faults go to `reader`. */
export function readEndpoints(reader: InputReader): Omit<EndpointInputs, 'needsIam'> {
  const api = readApi(reader)
  const token = reader.url('token-endpoint', 'https://auth.yandex.cloud/oauth/token')
  if (api !== DEFAULT_API_ENDPOINT && reader.text('yc-sa-id') !== '' && reader.text('token-endpoint') === '') {
    const why = `with another 'api-endpoint', 'yc-sa-id' needs it: an OIDC token goes to no other installation by default`
    reader.fault('token-endpoint', `is empty; ${why}`, '`token-endpoint: https://auth.example.net/oauth/token`')
  }
  return {
    apiEndpoint: api,
    kmsEndpoint: reader.origin('kms-endpoint'),
    iamEndpoint: reader.origin('iam-endpoint'),
    tokenEndpoint: token?.href,
  }
}

/** A host, with or without a port, or an origin. */
function readApi(reader: InputReader): string {
  const text = reader.text('api-endpoint')
  if (text === '') return DEFAULT_API_ENDPOINT
  if (text.includes('://')) return reader.origin('api-endpoint') ?? DEFAULT_API_ENDPOINT
  const url = /^[A-Za-z0-9.-]+(:\d{1,5})?$/u.test(text) ? URL.parse(`https://${text}`) : null
  if (url !== null && !isLoopback(url.hostname)) return url.origin
  const example = '`api-endpoint: api.yandexcloud.kz`'
  const what = url === null ? 'which is neither a host nor an origin' : 'a loopback address without http:// or https://'
  reader.fault('api-endpoint', `is ${quoted(text)}, ${what}`, example)
  return DEFAULT_API_ENDPOINT
}
