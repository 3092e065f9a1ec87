import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { typedDay } from '../fields/typed-day.ts'
import { emptyNotice, readNotice, type TypedNotice } from './notice-form.ts'

const day = plainDate
const newYear = { name: '元旦', from: day('2027-01-01'), to: day('2027-01-03'), makeUpDays: [day('2026-12-27')] }
const typed = (facts: Partial<TypedNotice> = {}): TypedNotice => ({
  ...emptyNotice(2027),
  number: '国办发明电〔2026〕7号',
  issuedOn: day('2026-11-04'),
  holidays: [newYear],
  ...facts,
})
const wrongIn = (notice: TypedNotice) => readNotice(notice).error?.issues.map(({ path }) => path.join('.'))

test('the festivals of a year are laid out, each on a row of its own, without days', () => {
  const { title, holidays } = emptyNotice(2027)
  expect(title).toContain('2027年')
  expect(holidays.map(({ name }) => name)).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])
  expect(holidays.every(({ from, to }) => from === null && to === null)).toBe(true)
})

test('a festival that is joined with another leaves its row empty, and is no holiday', () => {
  const joined = typed({ holidays: [newYear, { name: '中秋节', from: null, to: null, makeUpDays: [] }] })
  expect(readNotice(joined).data?.holidays).toEqual([newYear])
})

test('a row that was begun is wanted whole', () => {
  expect(wrongIn(typed({ holidays: [{ ...newYear, to: null }] }))).toEqual(['holidays.0.to'])
  expect(wrongIn(typed({ holidays: [{ ...newYear, from: null }] }))).toEqual(['holidays.0.from'])
})

test('a holiday does not end before it begins', () => {
  expect(wrongIn(typed({ holidays: [{ ...newYear, to: day('2026-12-31') }] }))).toEqual(['holidays.0.to'])
})

test('a notice without holidays, or whose day is none, is not taken in', () => {
  expect(wrongIn(typed({ holidays: [] }))).toEqual(['holidays'])
  expect(wrongIn(typed({ issuedOn: typedDay('2026-13-1') }))).toEqual(['issuedOn'])
})
