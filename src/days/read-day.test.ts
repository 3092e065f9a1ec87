import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, chineseWeekday, type PlainDate, plainDate } from './plain-date.ts'
import { readDay, readDayWithin } from './read-day.ts'

const aDay = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays(plainDate('1950-01-01'), count))

/** Every way in which a day may be written; for trying them. */
function writingsOf(day: PlainDate): string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date)]
  const full = (text: string) => text.replace(/[0-9/.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  const plain = [
    day,
    `${year}${month}${date}`,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}-${m}-${d}`,
    `${year}年${m}月${d}日`,
    `${year} 年 ${month} 月 ${date} 日`,
    `${year}年${m}月${d}日（周${chineseWeekday(day)}）`,
  ]
  return [...plain, ...plain.map(full)]
}

describe('a day is what was written', () => {
  test('in every way of writing it, full-width too', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        for (const text of writingsOf(day)) expect(readDay(text), text).toEqual({ day })
      }),
    )
  })

  test('in Chinese numerals', () => {
    expect(readDay('二〇二六年三月五日')).toEqual({ day: '2026-03-05' })
    expect(readDay('二○二六年十二月三十一日')).toEqual({ day: '2026-12-31' })
    expect(readDay('二零二六年十月二十日')).toEqual({ day: '2026-10-20' })
    for (const text of [
      '二0二六年三月五日',
      '二Ｏ二六年三月五日',
      '二O二六 年 三月 五日',
      '贰零贰陆年叁月零伍日',
      '二〇二六年3月5日',
      '2026年三月五号',
      '二〇二六年三月五日（星期四）',
      '“二〇二六年三月五日”',
    ])
      expect(readDay(text), text).toEqual({ day: '2026-03-05' })
    fc.assert(
      fc.property(aDay, fc.constantFrom(...'〇零○0'), (day, nought) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const signs = '〇一二三四五六七八九'
        const written = [...year].map((digit) => signs[Number(digit)]).join('')
        const small = (text: string) => {
          const [tens, ones] = [Math.floor(Number(text) / 10), Number(text) % 10]
          return `${tens > 1 ? signs[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? signs[ones] : ''}`
        }
        const text = `${written.replaceAll('〇', nought)}年${small(month)}月${small(date)}日`
        expect(readDay(text), text).toEqual({ day })
      }),
    )
    expect(readDay('二〇二六年元月廿一日')).toEqual({ day: '2026-01-21' })
    expect(readDay('二○二六年十一月三十日')).toEqual({ day: '2026-11-30' })
  })

  test('with the mark of a text that Excel keeps, and with spaces between the figures', () => {
    for (const text of [
      "'2026-03-05",
      '2026.03.05.',
      '2026年3月5日。',
      '＇20260305',
      '‘2026/3/5',
      '2026 3 5',
      '2026 03 05',
      '2026-03 -05',
    ])
      expect(readDay(text), text).toEqual({ day: '2026-03-05' })
  })

  test('whatever is typed is that day, or no day: nothing becomes another one', () => {
    const signs = fc.constantFrom(...'0123456789０２６-/.年月日 　十三')
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 14 }), (text) => {
        const reading = readDay(text)
        if ('problem' in reading) {
          expect(reading.problem).not.toBe('')
          return
        }
        const figures = text.normalize('NFKC').replaceAll('十三', '13').replaceAll('十', '10').replaceAll('三', '3')
        const digits = figures.match(/\d+/g)?.join(' ') ?? ''
        const [year = '', month = '', date = ''] = reading.day.split('-')
        const ways = [`${year} ${month} ${date}`, `${year} ${Number(month)} ${Number(date)}`, `${year}${month}${date}`]
        const mixed = [`${year} ${Number(month)} ${date}`, `${year} ${month} ${Number(date)}`]
        expect([...ways, ...mixed]).toContain(digits.replace(/ +/g, ' '))
      }),
      { numRuns: 5000 },
    )
  })

  test.each([
    ['2026-02-30', '没有2026年2月30日'],
    ['2026-13-01', '没有2026年13月1日'],
    ['2026-00-10', '没有2026年0月10日'],
    ['2026年13月1日', '没有2026年13月1日'],
    ['20260230', '没有2026年2月30日'],
    ['2026-11', '没有写完整'],
    ['2026-11-', '没有写完整'],
    ['2026年3月', '没有写完整'],
    ['2026111', '没有写完整'],
    ['2026', '没有写完整'],
    ['26-3-5', '年份请写四位数'],
    ['3-5-2026', '看不懂'],
    ['2026-3/5', '看不懂'],
    ['2026年3月5日（周五）', '是星期四，不是星期五'],
    ['明天', '看不懂'],
    ['2026-11-20-', '看不懂'],
    ['2026-3-1 8', '看不懂'],
    ['2026/1/1 5', '看不懂'],
    ['240305', '年份请写四位数'],
    ['二六年三月五日', '年份请写四位数'],
    ['二〇二六年三月', '没有写完整'],
    ['二〇二六年三月十', '没有写完整'],
    ['二〇二六年二月三十日', '没有2026年2月30日'],
    ['二〇二六年正月初五', '看不懂'],
    ['二〇二六年三月初五', '看不懂'],
    ['民国一一五年三月五日', '看不懂'],
    ['3/5/2026', '看不懂'],
    ['2026年3月5日至8日', '看不懂'],
    ['9'.repeat(60), '看不懂'],
  ])('%s is no day', (text, words) => {
    expect(readDay(text)).toEqual({ problem: expect.stringContaining(words) })
  })

  test('bounds are told in words', () => {
    const bounds = { earliest: plainDate('2026-03-02'), latest: plainDate('2026-03-04') }
    expect(readDayWithin('2026-3-1', bounds)).toEqual({ problem: '不能早于2026年3月2日' })
    expect(readDayWithin('2026-3-5', bounds)).toEqual({ problem: '不能晚于2026年3月4日' })
    expect(readDayWithin('2026-3-4', bounds)).toEqual({ day: '2026-03-04' })
  })
})
