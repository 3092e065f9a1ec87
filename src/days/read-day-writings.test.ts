import { describe, expect, test } from 'vitest'
import { plainDate } from './plain-date.ts'
import { readDay, readDayWithin } from './read-day.ts'

const thatDay = { day: '2026-03-05' }
const problemOf = (text: string): string => {
  const reading = readDay(text)
  return 'problem' in reading ? reading.problem.replace(/，.*$/, '') : reading.day
}

describe('one and the same day, as programs and people write it', () => {
  test.for([
    '2026年3月5',
    '2026年3月5号',
    '2026-3-5 星期四',
    '2026年3月5日(周四)',
    '2026年3月5日（星期四',
    "''2026-3-5''",
    " '2026-3-5' ",
    '“2026年3月5日”',
    '2026–3–5',
    '2026−3−5',
    '2026。3。5',
    '2026  3  5',
    '2026-\u200b3-5',
    '\ufeff2026-3-5',
    `2026-3-5${' '.repeat(32)}`,
  ])('“%s”', (text) => expect(readDay(text)).toEqual(thatDay))
})

describe('a day with something else beside it is no day: nobody knows which of both was meant', () => {
  test.for([
    '于2026-3-5',
    '共2026/3/5',
    '2026.3.5件',
    '自2026年3月5日',
    '2026 3 5 6',
    '120260305',
    '2026-“3”-5',
    '2026年3月5日周四前',
    '24-1-5前',
    `2026-3-5${' '.repeat(33)}`,
  ])('“%s”', (text) => expect(problemOf(text)).toBe('看不懂这个日期'))
})

describe('what is wanting is told', () => {
  test.for(['', '   ', '\u3000'])('nothing is written: “%s”', (text) => expect(problemOf(text)).toBe('请填写日期'))
  test.for(['24-12-15', '24年1月5日', '24/12/5', '240305'])('two figures are no year: “%s”', (text) =>
    expect(problemOf(text)).toBe('年份请写四位数'),
  )
  test.for([
    '2',
    '2026',
    '2026-',
    '2026年',
    '2026-3',
    '2026年12月',
    '2026.3.',
    '202603',
    '991305',
    '190305',
    '2026030',
  ])('it is half written: “%s”', (text) => expect(problemOf(text)).toBe('日期没有写完整'))
})

test('both bounds of a field are allowed, and what is no day stays none', () => {
  const day = plainDate('2026-03-05')
  expect(readDayWithin('2026-03-05', { earliest: day, latest: day })).toEqual(thatDay)
  expect(readDayWithin('2026-03-04', { earliest: day })).toEqual({ problem: '不能早于2026年3月5日' })
  expect(readDayWithin('2026-03-06', { latest: day })).toEqual({ problem: '不能晚于2026年3月5日' })
  expect(readDayWithin('2026-3', { earliest: day, latest: day })).toEqual(readDay('2026-3'))
})
