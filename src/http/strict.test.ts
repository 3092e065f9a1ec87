import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { readStrictJson } from './strict-json.ts'
import { readStrictQuery } from './strict-query.ts'

const app = fastify({ bodyLimit: 4 * 1024 * 1024 })
readStrictJson(app)
readStrictQuery(app)
app.setErrorHandler((error, _request, reply) =>
  reply.code(error instanceof Refusal ? 400 : ((error as { statusCode?: number }).statusCode ?? 500)).send(''),
)
app.post('/', async ({ body }) => body)
app.get('/', async () => 'ok')

const post = async (payload: string | Buffer, type = 'application/json') => {
  const answer = await app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': type } })
  return answer.statusCode === 200 ? answer.json() : answer.statusCode
}
const get = async (query: string) => (await app.inject({ url: `/?${query}` })).statusCode

describe('a body of JSON', () => {
  test.each([
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{"a":"\\"b\\":","b":"{}[]"}',
    '["a","a"]',
    '{"":1," ":2}',
    '{"a" : "a", "b":\n"a"}',
  ])('%s is taken as it is', async (text) => expect(await post(text)).toEqual(JSON.parse(text)))

  test('one mark of byte order at the start is left out', async () =>
    expect(await post('\ufeff{"a":1}')).toEqual({ a: 1 }))

  test.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, written otherwise', '{"a":1,"\\u0061":2}'],
    ['a name twice, deep inside', '{"a":[{"b":{"c":1,"d":0,"c":2}}]}'],
    ['a name twice around a nested object', '{"a":{"b":1},"c":"}","a":2}'],
    ['a reserved name', '{"__proto__":{}}'],
    ['a reserved name, written otherwise', '{"\\u005f_proto__":{}}'],
    ['NUL', '{"a":"\\u0000"}'],
    ['half of a surrogate pair', '{"a":"\\ud800"}'],
    ['one level too many', `${'['.repeat(21)}${']'.repeat(21)}`],
    ['more names than a form has', `{${Array.from({ length: 501 }, (_, index) => `"${index}":1`).join()}}`],
    ['more items than a text has', `[${'1,'.repeat(40_000)}1]`],
    ['objects without end', `[${`[${'{},'.repeat(30_000)}{}],`.repeat(9)}[]]`],
    ['no end', `${'['.repeat(100_000)}`],
    ['an open string', '{"a'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d])],
  ])('%s is refused', async (_, text) => expect(await post(text)).toBe(400))

  test('no other charset is read', async () => {
    expect(await post('{}', 'application/json; charset=gbk')).toBe(415)
    expect(await post('{}', 'text/plain')).toBe(415)
  })
})

describe('what follows the question mark', () => {
  test.each(['', 'a=1&b=2', 'q=%E6%94%BF', 'q=a+b', 'constructors=1', 'q=__proto__', '&&=&'])(
    '%s is read',
    async (query) => expect(await get(query)).toBe(200),
  )
  test.each([
    '__proto__[isAdmin]=true',
    'a[__proto__][x]=1',
    'constructor.prototype=1',
    '%5F%5Fproto__=1',
    'q=%E0%A4%A',
    'q=%',
    '%ff=1',
    'q=%00',
    'q=%c0%af',
  ])('%s is refused', async (query) => expect(await get(query)).toBe(400))
})
