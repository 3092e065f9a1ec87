import { describe, expect, test } from 'vitest'
import { showIssues } from './field-errors.ts'
import { dayIn, typedDay } from './typed-day.ts'
import { numberTyped, readWhole } from './typed-number.ts'

const bounds = { min: 1, max: 20 }

describe('a field of numbers', () => {
  test.each([
    ['10', 10],
    ['１０', 10],
    [' 7 ', 7],
    ['020', 20],
  ])('understands %j', (text, number) => expect(numberTyped(text, bounds)).toBe(number))

  test.each(['25', '0', '-3', '－3', '10.5', '二十', '1e1', '5天'])(
    'keeps %j as it was typed and says what may be typed',
    (text) => {
      expect(numberTyped(text, bounds)).toBe(typedDay(text))
      expect(readWhole(text, bounds)).toMatchObject({ problem: expect.stringContaining('1至20的整数') })
    },
  )

  test('holds nothing where nothing is typed', () => expect(numberTyped('  ', bounds)).toBeNull())
})

test.each([typedDay('2026/13/1'), typedDay('2026-11-31'), typedDay(''), null, undefined, ''])(
  '%j is no day',
  (value) => {
    expect(dayIn(value)).toBeUndefined()
  },
)

test('nobody is asked to fill in what they have typed', () => {
  const shown: unknown[] = []
  const values: Record<string, unknown> = { on: typedDay('2026-13-1'), days: typedDay('25'), name: '?何', due: null }
  showIssues(
    {
      getFieldValue: (path: (string | number)[]) => values[String(path[0])],
      setFields: (fields: unknown) => shown.push(fields),
      scrollToField: () => {},
      getFieldInstance: () => {},
    } as never,
    [
      { path: ['on'], message: '请填写有效日期，如 2026-01-31' },
      { path: ['days'], message: 'Invalid input' },
      { path: ['name'], message: '不超过50个字' },
      { path: ['due'], message: 'Invalid input' },
    ],
  )
  expect(shown).toEqual([
    [
      { name: ['on'], errors: ['请按提示改正'] },
      { name: ['days'], errors: ['请按提示改正'] },
      { name: ['name'], errors: ['不超过50个字'] },
      { name: ['due'], errors: ['请填写此项'] },
    ],
  ])
})
