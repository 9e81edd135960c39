import { expect, it } from '@jest/globals'
import { saidBy } from '../../src/http/said.ts'

it.each<[string, string | undefined, string]>([
  ['{"code":14,"message":"Overloaded."}', 'application/json', 'Overloaded'],
  ['{"error":{"message":"Quota"}}', 'application/json', 'Quota'],
  [
    '{"error":"invalid_grant","error_description":"unknown subject"}',
    'application/json',
    'invalid_grant: unknown subject',
  ],
  ['{"code":"internal","msg":"oops"}', 'application/json', 'oops'],
  ['{"message":5}', 'application/json', ''],
  ['', 'text/html', ''],
  ['<h1>Blocked\nby policy</h1>', 'text/html; charset=utf-8', 'text/html "<h1>Blocked by policy</h1>"'],
  ['x'.repeat(300), undefined, `"${'x'.repeat(200)}…"`],
  ['::set-env::x', 'text/plain', 'text/plain "::set-env::x"'],
])('%j as %s says %j', (body, type, expected) => {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  expect(saidBy({ headers, body: Buffer.from(body) })).toBe(expected)
})
