import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { type HolidayNotice, holidayNotices } from '../law/holiday-notices.ts'
import { calendarOf, dayKind, isWorkingDay, nationalCalendar } from './calendar.ts'

const on = (day: string) => dayKind(nationalCalendar, plainDate(day))
const notice2025 = '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）'

describe('the national calendar', () => {
  test.each([
    ['2025-09-15', 'workingDay', '工作日', null],
    ['2025-09-20', 'weekend', '周末', null],
    ['2025-10-06', 'holiday', '国庆节、中秋节放假', notice2025],
    ['2025-10-11', 'makeUpWorkday', '国庆节、中秋节调休上班', notice2025],
    ['2025-02-03', 'holiday', '春节放假', notice2025],
  ] as const)('%s is a %s', (day, kind, label, source) => {
    expect(on(day)).toEqual({ day, kind, label, source, provisional: false })
  })

  test('除夕 of 2024 was a working day', () => expect(on('2024-02-09').kind).toBe('workingDay'))

  test.each(['2024-03-08', '2025-05-06', '2026-06-01'])(
    'half-day holidays and their like leave %s a working day',
    (day) => {
      expect(on(day).kind).toBe('workingDay')
    },
  )

  test('a year without a notice has weekends and statutory days, and says so', () => {
    expect(on('2027-02-06')).toMatchObject({ kind: 'holiday', label: '春节（法定节假日）', provisional: true })
    expect(on('2027-02-10')).toMatchObject({ kind: 'workingDay', provisional: true })
    expect(on('2027-02-13')).toMatchObject({ kind: 'weekend', provisional: true })
  })

  test('years without any rule are refused', () => {
    expect(() => on('2013-05-06')).toThrow('没有2013年的节假日规定')
    expect(() => on('2051-05-08')).toThrow('没有2051年')
  })

  test('its version names the years and changes with a single day', () => {
    expect(nationalCalendar.version).toMatch(/^2024\+2025\+2026-[0-9a-f]{8}$/)
    const changed = holidayNotices.map((notice) => ({
      ...notice,
      holidays: notice.holidays.map((each) => (each.to === '2026-10-07' ? { ...each, to: '2026-10-08' } : each)),
    }))
    expect(calendarOf(changed).version).not.toBe(nationalCalendar.version)
    expect(calendarOf(structuredClone(holidayNotices)).version).toBe(nationalCalendar.version)
  })
})

describe('notices', () => {
  test('two for one year are refused', () => {
    const [first] = holidayNotices
    expect(() => calendarOf(first ? [first, first] : [])).toThrow('两份节假日安排通知')
  })

  test.each([
    ['2025-05-05', '2025-05-01'],
    ['2025-01-01', '2026-12-31'],
  ])('a holiday from %s to %s is refused', (from, to) => {
    const bad: HolidayNotice = {
      year: 2025,
      title: '',
      number: '',
      issuedOn: '',
      holidays: [{ name: '错', from, to, makeUpDays: [] }],
    }
    expect(() => calendarOf([bad])).toThrow('放假日期有误')
  })
})

describe('an organ’s own days', () => {
  const local = calendarOf(holidayNotices, [
    { name: '台风停工', source: '市防指通知', from: '2025-09-24', to: '2025-10-02', makeUpDays: [] },
    { name: '三月三', source: '自治区放假通知', from: '2026-04-20', to: '2026-04-21', makeUpDays: ['2026-04-25'] },
    { name: '妇女节', source: '放假办法 3', from: '2024-03-08', to: '2024-03-08', makeUpDays: [], halfDay: true },
  ])
  const kindOf = (day: string) => dayKind(local, plainDate(day)).kind

  test('close working days and make-up days, and leave days off as they are', () => {
    expect(dayKind(local, plainDate('2025-09-24'))).toMatchObject({
      kind: 'localClosure',
      label: '台风停工',
      source: '市防指通知',
      provisional: false,
    })
    expect(kindOf('2025-09-27')).toBe('weekend')
    expect(kindOf('2025-09-28')).toBe('localClosure')
    expect(kindOf('2025-10-01')).toBe('holiday')
  })

  test('may be worked on a weekend instead', () => {
    expect(kindOf('2026-04-25')).toBe('makeUpWorkday')
    expect(kindOf('2026-04-20')).toBe('localClosure')
  })

  test('half days close nothing', () => expect(kindOf('2024-03-08')).toBe('workingDay'))

  test('do not touch the national calendar, and have a version of their own', () => {
    expect(isWorkingDay(nationalCalendar, plainDate('2025-09-24'))).toBe(true)
    expect(local.version).not.toBe(nationalCalendar.version)
  })
})
