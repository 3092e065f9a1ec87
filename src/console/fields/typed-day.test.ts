import { describe, expect, test } from 'vitest'
import { PlainDate, plainDate } from '../../days/plain-date.ts'
import { readDay } from '../../days/read-day.ts'
import { readCell } from '../../workbooks/cell.ts'
import { dayIn, dayProblem, dayTyped, plainTyped, typedDay } from './typed-day.ts'

test.each(['2026-3', '2026-02-30', '2027-01-01', '45356', '20260305'])(
  'what is no day of its field, such as %s, is taken for none by anything, and is shown as it was typed',
  (text) => {
    const kept = typedDay(text)
    expect(kept.replace(/\p{Default_Ignorable_Code_Point}/gu, '')).toBe(text)
    expect(plainTyped(kept)).toBe(text)
    expect(PlainDate.safeParse(kept).success).toBe(false)
    expect(readDay(kept)).toHaveProperty('problem')
    const column = { id: 'd', header: '日期', kind: 'date', mayBeFuture: true } as const
    expect(readCell(column, kept, { today: plainDate('2026-03-06') })).toHaveProperty('reason')
  },
)

describe('what a form is handed for a day that is typed', () => {
  const rule = { earliest: plainDate('2026-03-01'), latest: plainDate('2026-03-31'), isNeeded: false }

  test('the day, in whatever way it is written', () => {
    for (const text of ['2026-3-5', '2026年3月5日', '20260305']) expect(dayTyped(text, rule)).toBe('2026-03-05')
  })

  test('a day beyond the bounds is kept as it was typed, and told; the bounds themselves are taken', () => {
    expect(dayTyped('2026-04-01', rule)).toBe(typedDay('2026-04-01'))
    expect(dayProblem('2026-04-01', rule)).toContain('不能晚于')
    expect(dayProblem('2026-02-28', rule)).toContain('不能早于')
    expect([dayTyped('2026-03-01', rule), dayTyped('2026-03-31', rule)]).toEqual(['2026-03-01', '2026-03-31'])
  })

  test('an empty field is nothing, and is told only where a day is needed', () => {
    expect([dayTyped(' ', rule), dayProblem(' ', rule)]).toEqual([null, null])
    const needed = { ...rule, isNeeded: true }
    expect(dayIn(dayTyped('', needed))).toBeUndefined()
    expect(dayTyped('', needed)).not.toBeNull()
    expect(dayProblem('', needed)).toContain('请填写日期')
  })
})
