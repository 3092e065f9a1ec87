import { expect, test } from 'vitest'
import { PlainDate, plainDate } from '../../days/plain-date.ts'
import { readDay } from '../../days/read-day.ts'
import { readCell } from '../../workbooks/cell.ts'
import { plainTyped, typedDay } from './typed-day.ts'

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
