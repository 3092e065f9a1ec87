import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { statutoryDays } from './statutory-days.ts'

test('thirteen days since 2025, with 除夕 and 2 May', () => {
  expect([...statutoryDays(2027)]).toEqual([
    ['2027-01-01', '元旦'],
    ['2027-02-05', '春节'],
    ['2027-02-06', '春节'],
    ['2027-02-07', '春节'],
    ['2027-02-08', '春节'],
    ['2027-04-05', '清明节'],
    ['2027-05-01', '劳动节'],
    ['2027-05-02', '劳动节'],
    ['2027-06-09', '端午节'],
    ['2027-09-15', '中秋节'],
    ['2027-10-01', '国庆节'],
    ['2027-10-02', '国庆节'],
    ['2027-10-03', '国庆节'],
  ])
})

test('eleven days before, without 除夕', () => {
  const days = statutoryDays(2023)
  expect(days.size).toBe(11)
  expect(days.has(plainDate('2023-01-21'))).toBe(false)
  expect(days.get(plainDate('2023-01-22'))).toBe('春节')
})

test('two holidays on one day are one day off with both names', () => {
  expect(statutoryDays(2031).get(plainDate('2031-10-01'))).toBe('中秋节、国庆节')
})

test('years for which no rule is known are refused', () => {
  expect(() => statutoryDays(2013)).toThrow('没有2013年的节假日规定')
  expect(() => statutoryDays(2051)).toThrow('没有2051年')
})
