import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { countSums, numbersOf, provesAll } from './requests-sums.ts'
import { totalStandsElsewhere } from './total-elsewhere.ts'

describe('sums of section three', () => {
  const form = reportFormats['2021']
  const rows = ['newReceived', 'carriedOver', 'resultsTotal', 'carriedForward', 'granted', 'partiallyGranted']
  const zeros = [0, 0, 0, 0, 0, 0, 0]
  const whole = new Map(
    form.equations
      .flatMap(({ table, across, left, right }) =>
        table === 'requests' && across === 'rows' ? [...left, ...right] : [],
      )
      .map((row) => [row, zeros] as const),
  )
  const having = (...changed: [string, number[]][]) => new Map([...whole, ...changed])

  test('a row states numbers only where every cell does', () => {
    expect(numbersOf(['1', '零', '3件'])).toEqual([1, 0, 3])
    expect(numbersOf(['1', null])).toBeUndefined()
    expect(numbersOf(['1', '/'])).toBeUndefined()
    expect(numbersOf([])).toEqual([])
  })
  test('all hold', () => {
    expect(rows.every((row) => whole.has(row))).toBe(true)
    expect(countSums(form, whole)).toEqual({ whole: whole.size + 14, brokenRows: 0, brokenColumns: 0 })
    expect(provesAll(form, whole)).toBe(true)
  })
  test('a row that does not add up, and the columns it breaks', () => {
    const broken = having(['granted', [1, 0, 0, 0, 0, 0, 0]])
    expect(countSums(form, broken)).toMatchObject({ brokenRows: 1, brokenColumns: 1 })
    expect(provesAll(form, broken)).toBe(false)
    const columns = having(['granted', [1, 0, 0, 0, 0, 0, 1]])
    expect(countSums(form, columns)).toMatchObject({ brokenRows: 0, brokenColumns: 2 })
    expect(provesAll(form, columns)).toBe(false)
    const other = having(['granted', [1, 0, 0, 0, 0, 0, 1]], ['resultsTotal', [0, 1, 0, 0, 0, 0, 0]])
    expect(provesAll(form, other)).toBe(false)
    const row = having(['carriedOver', [1, 0, 0, 0, 0, 0, 0]], ['carriedForward', [1, 0, 0, 0, 0, 0, 0]])
    expect(countSums(form, row)).toMatchObject({ brokenRows: 2, brokenColumns: 0 })
    expect(provesAll(form, row)).toBe(false)
  })
  test('what is not there proves nothing, and not all', () => {
    const part = new Map([...whole].filter(([row]) => row !== 'granted'))
    expect(countSums(form, part)).toEqual({ whole: part.size + 7, brokenRows: 0, brokenColumns: 0 })
    expect(provesAll(form, part)).toBe(false)
  })
  test.for<[string, (string | null)[][], boolean]>([
    ['the total stands last', [['1', '2', '3']], false],
    [
      'it stands first in every row',
      [
        ['3', '1', '2'],
        ['7', '3', '4'],
      ],
      true,
    ],
    [
      'first in one row, last in another',
      [
        ['3', '1', '2'],
        ['3', '4', '7'],
      ],
      false,
    ],
    ['nowhere', [['1', '2', '4']], false],
    [
      'rows of noughts tell nothing',
      [
        ['0', '0', '0'],
        ['3', '1', '2'],
      ],
      true,
    ],
    ['rows with blanks tell nothing', [['3', null, '2']], false],
    ['no rows', [], false],
  ])('the total: %s', ([, cells, elsewhere]) => expect(totalStandsElsewhere(cells)).toBe(elsewhere))
})
