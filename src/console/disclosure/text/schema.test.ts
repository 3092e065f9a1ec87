import { expect, test } from 'vitest'
import { isAllowedLink } from './schema.ts'

test.each([
  'https://www.gov.cn/',
  'http://tjj.example.gov.cn/a',
  'mailto:tjj@example.gov.cn',
  '/tjj/records/1',
  '#top',
])('a link to %s may stand in a text', (href) => {
  expect(isAllowedLink(href)).toBe(true)
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'www.gov.cn', ''])(
  'a link to %s may not: it would run, or lead where nobody sees',
  (href) => {
    expect(isAllowedLink(href)).toBe(false)
  },
)

test('a link that is longer than a text can hold is none', () => {
  const longest = `https://www.gov.cn/${'a'.repeat(2000 - 'https://www.gov.cn/'.length)}`
  expect([isAllowedLink(longest), isAllowedLink(`${longest}a`)]).toEqual([true, false])
})
