import { expect, test } from 'vitest'
import { aPerson } from '../testing/an-intake.ts'
import { knownOfApplicant } from './known.ts'
import { ownMatterOf } from './own-matter.ts'

const address = '黑龙江省鹤岗市工农区红旗路12号3单元402室'
const isOwn = ownMatterOf(knownOfApplicant(aPerson({ phone: '0468-3344556', address })))

test.each([
  '11010519491231002X',
  '110105 19491231 002x',
  '（0468）3344556',
  address,
  '现住鹤岗市工农区红旗路12号3单元402室',
  '红旗路１２号３单元４０２室',
])('the very number and the very door are the own ones: %s', (words) => {
  expect(isOwn(words)).toBe(true)
})

test.each([
  '110105194912310038',
  '13334455600',
  '0468-33445566',
  '红旗路12号3单元401室',
  '红旗路12号',
  '住南山区红旗路112号3单元402室',
  '王小明(男,8岁)',
  '',
])('another number, another flat of the same house are somebody else’s: %s', (words) => {
  expect(isOwn(words)).toBe(false)
})
