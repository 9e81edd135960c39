import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { fc } from '../../support/properties.ts'
import { ActionError } from '../../../src/base/errors.ts'
import { parseServiceAccountKey } from '../../../src/yandex/credentials/service-account-key.ts'
import { AUTHORIZED_KEY } from './key.ts'

const { json } = AUTHORIZED_KEY
const text = JSON.stringify(json, null, 2)
const pkcs8 = (key: { privateKey: import('node:crypto').KeyObject }) =>
  key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe('an authorized key', () => {
  it.each([
    text,
    ` ${text}\n`,
    JSON.stringify({ ...json, private_key: json.private_key.split('\n').slice(1).join('\n') }),
  ])('is read', (input) => {
    const key = parseServiceAccountKey(input)
    expect(key).toMatchObject({ id: json.id, serviceAccountId: json.service_account_id })
    expect(key.privateKey.asymmetricKeyType).toBe('rsa')
  })

  it('tells what must not be seen: each line of the private key, and no line that is the same in all keys', () => {
    const { secrets } = parseServiceAccountKey(text)
    for (const line of json.private_key.split('\n').slice(2, -2)) expect(secrets).toContain(line)
    expect(secrets).toContain(JSON.stringify(json.private_key).slice(1, -1))
    expect(secrets.filter((secret) => /^(-----|PLEASE)[^\n\\]*$/u.test(secret) || secret.length < 8)).toEqual([])
  })

  it.each([{ user_account_id: 'u' }, { api_key: {} }, { private_key_id: 'x' }])(
    'is read whatever else stands in it: %j',
    (more) => {
      expect(parseServiceAccountKey(JSON.stringify({ ...json, ...more }))).toMatchObject({ id: json.id })
    },
  )

  it('tells each line without the blanks around it', () => {
    const trailing = json.private_key.replaceAll('\n', '  \n')
    const { secrets } = parseServiceAccountKey(JSON.stringify({ ...json, private_key: trailing }))
    expect(secrets).toContain(json.private_key.split('\n')[2])
  })

  it.each<[string, string, RegExp]>([
    ['', '', /empty/u],
    ['blank', ' \n', /empty/u],
    ['a number', '5', /is not a JSON object/u],
    ['text around the name of a variable', 'see $YC_KEY', /is not JSON/u],
    ['the name of a variable with more', '$YC_KEY now', /is not JSON/u],
    ['text before an IAM token', 'token t1.9euelZq', /is not JSON/u],
    ['an IAM token with more', 't1.9euelZq now', /is not JSON/u],
    ['text before the secret of an API key', 'key: AQVNhunter2x', /is not JSON/u],
    ['the secret of an API key with more', 'AQVNhunter2x now!', /is not JSON/u],
    ['text before an OAuth token', 'token: y0_AgAAAAA', /is not JSON/u],
    ['an OAuth token with more', 'y0_AgAAAAA now!', /is not JSON/u],
    ['a path with more', 'key.json now!', /is not JSON/u],
    ['lines that end like a path', 'some\nkey.json', /is not JSON/u],
    [
      "another cloud's with fields of this one",
      JSON.stringify({ private_key_id: 'x', private_key: 'hunter2', service_account: 'x' }),
      /Google Cloud/u,
    ],
    [
      'by PSS alone',
      JSON.stringify({ ...json, private_key: pkcs8(generateKeyPairSync('rsa-pss', { modulusLength: 2048 })) }),
      /does not hold an RSA key/u,
    ],
    ['quoted', JSON.stringify(text), /wrapped in quotes/u],
    ['in single quotes', `'${text}'`, /wrapped in quotes/u],
    ['with escaped quotes', text.replaceAll('"', '\\"').replace(/^\{\s*/u, '{'), /backslashes/u],
    ['base64', Buffer.from(text).toString('base64'), /base64/u],
    ['base64 of UTF-16', Buffer.from(`\u{feff}${text}`, 'utf16le').toString('base64'), /base64/u],
    ['base64 with a byte order mark', Buffer.from(`\u{feff}${text}`).toString('base64'), /base64/u],
    ['the name of a variable', '$YC_KEY', /name of a variable/u],
    ['another name of a variable', '%YC_KEY%', /name of a variable/u],
    ['a path', './keys/sa key.json', /path of a file/u],
    ['an IAM token', 't1.9euelZq.Zm9v', /yc-iam-token/u],
    ['an OAuth token', 'y0_AgAAAAA', /OAuth token/u],
    ['an API key', JSON.stringify({ api_key: { id: 'aje' }, secret: 'hunter2' }), /an API key/u],
    ['the secret of an API key', 'AQVNhunter2x', /API key/u],
    ['an access key', JSON.stringify({ access_key: { id: 'aje' }, secret: 'hunter2' }), /static access key/u],
    [
      "another cloud's",
      JSON.stringify({ type: 'service_account', private_key_id: 'x', private_key: 'hunter2' }),
      /Google Cloud/u,
    ],
    [
      'with a public key for the private one',
      JSON.stringify({ ...json, private_key: AUTHORIZED_KEY.publicKey.export({ type: 'spki', format: 'pem' }) }),
      /holds a public key/u,
    ],
    ['a bare PEM', json.private_key.split('\n').slice(1).join('\n'), /bare PEM/u],
    ['cut off', text.slice(0, -40), /broken or cut off/u],
    ['something else', 'not a key', /is not JSON/u],
    ['an array', '[1]', /is not a JSON object/u],
    ['null', 'null', /is not a JSON object/u],
    ['of a user', JSON.stringify({ ...json, service_account_id: undefined, user_account_id: 'u' }), /user_account_id/u],
    ['without id', JSON.stringify({ ...json, id: undefined }), /field id is missing/u],
    ['with a number for id', JSON.stringify({ ...json, id: 5 }), /field id is not text/u],
    ['with a strange id', JSON.stringify({ ...json, id: "a'; rm" }), /field id is not an ID/u],
    [
      'without service account',
      JSON.stringify({ ...json, service_account_id: undefined }),
      /service_account_id is missing/u,
    ],
    ['without private key', JSON.stringify({ ...json, private_key: undefined }), /private_key is missing/u],
    [
      'with an empty private key',
      JSON.stringify({ ...json, private_key: ' ' }),
      /private_key is not text, or is empty/u,
    ],
    ['with something else for a private key', JSON.stringify({ ...json, private_key: 'hunter2' }), /no BEGIN line/u],
    ['with doubled line breaks', text.replaceAll('\\n', '\\\\n'), /doubled/u],
    ['with a damaged private key', text.replace(/[A-Z]{3}/gu, 'AAA').replace('AAA', 'A'), /./u],
    ['with half a private key', JSON.stringify({ ...json, private_key: json.private_key.slice(0, 600) }), /damaged/u],
    [
      'of elliptic curves',
      JSON.stringify({ ...json, private_key: pkcs8(generateKeyPairSync('ec', { namedCurve: 'P-256' })) }),
      /does not hold an RSA key/u,
    ],
    [
      'too short',
      JSON.stringify({ ...json, private_key: pkcs8(generateKeyPairSync('rsa', { modulusLength: 1024 })) }),
      /does not hold an RSA key/u,
    ],
  ])('that is %s is refused, and nothing of it is shown', (_name, input, what) => {
    let error: unknown
    try {
      parseServiceAccountKey(input)
    } catch (thrown) {
      error = thrown
    }
    if (!(error instanceof ActionError)) throw new Error('no error')
    expect(error.code).toBe('SERVICE_ACCOUNT_KEY_INVALID')
    expect(error.message).toMatch(what)
    expect(error.cause).toBeUndefined()
    for (const secret of [...json.private_key.split('\n').slice(2, -2), 'hunter2'])
      expect(`${error.message}${error.hint ?? ''}`).not.toContain(secret)
  })
})

it('never fails in another way, whatever the JSON is', () => {
  const { id, service_account_id, private_key } = json
  const field = fc.oneof(fc.jsonValue(), fc.constantFrom(id, service_account_id, private_key))
  const record = fc.record({ id: field, service_account_id: field, private_key: field }, { requiredKeys: [] })
  const mangled = fc
    .tuple(fc.nat(text.length), fc.nat(20), fc.string())
    .map(([at, length, by]) => text.slice(0, at) + by + text.slice(at + length))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        mangled,
        record.map((value) => JSON.stringify(value)),
      ),
      (input) => {
        try {
          expect(parseServiceAccountKey(input).privateKey.type).toBe('private')
        } catch (error) {
          expect(error).toMatchObject({ code: 'SERVICE_ACCOUNT_KEY_INVALID' })
          expect(String(error).length).toBeLessThan(300)
        }
      },
    ),
    { numRuns: 200 },
  )
})
