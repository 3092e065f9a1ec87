import { expect, test } from 'vitest'
import { whyNotPassword } from '../../organs/session/password.ts'
import { passwordMarks } from './password-marks.ts'

const owner = { login: 'liwen', name: '李文', organName: '示例市统计局', organSlug: 'tjj' }
const ticked = (password: string) => passwordMarks.map(({ holds }) => holds(password))

test.each([
  ['Short-1', [false, true]],
  ['onlylowercase', [true, false]],
  ['Lower-Upper-9', [true, true]],
  ['twenty lower case letters', [true, true]],
  ['湖边柳树十二棵Ab', [false, true]],
])('%s is ticked off as %o while it is typed', (password, marks) => {
  expect(ticked(password)).toEqual(marks)
})

test.each(['Short-1', 'onlylowercase', '1234abcd5678'])(
  'what is not ticked, such as %s, the server refuses',
  (password) => {
    expect(ticked(password)).toContain(false)
    expect(whyNotPassword(password, owner)).toBeDefined()
  },
)

test('a character counts once, however many units the machine needs for it', () => {
  expect(passwordMarks[0]?.holds('😀'.repeat(11))).toBe(false)
  expect(passwordMarks[0]?.holds('😀'.repeat(12))).toBe(true)
})
