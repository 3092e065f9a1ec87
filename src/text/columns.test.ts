import { expect, test } from 'vitest'
import { columnShares, columnStarts } from './columns.ts'
import { type TableRow, Text } from './text.ts'

const row = (...spans: (readonly [number, number])[]): TableRow => ({
  type: 'tableRow',
  content: spans.map(([colspan, rowspan]) => ({
    type: 'tableCell',
    attrs: { colspan, rowspan },
    content: [{ type: 'paragraph' }],
  })),
})
const rows = [row([1, 2], [2, 1]), row([1, 1], [1, 1])]
const shares = (...widths: number[]) => columnShares({ type: 'table', attrs: { widths }, content: rows })

test('a cell begins behind those that reach down from above', () => {
  expect(columnStarts(rows)).toEqual([
    [0, 1],
    [1, 2],
  ])
})

test.for<[string, number[], number[] | undefined]>([
  ['widths count against each other', [100, 200, 100], [25, 50, 25]],
  ['a column without a width is as wide as the others are on average', [100, 0, 300], [16.7, 33.3, 50]],
  ['no width drawn', [0, 0, 0], undefined],
  ['widths of other columns than there are', [100, 200], undefined],
])('%s', ([, widths, expected]) => {
  expect(shares(...widths)).toEqual(expected)
})

test('a table without widths is the text that it was, and widths are whole numbers within bounds', () => {
  const text = (attrs?: object) => ({
    type: 'doc',
    content: [{ type: 'table', ...(attrs && { attrs }), content: rows }],
  })
  expect(JSON.stringify(Text.parse(text()))).toBe(JSON.stringify(text()))
  expect(Text.parse(text({ widths: [100, 0, 50] }))).toEqual(text({ widths: [100, 0, 50] }))
  for (const widths of [[], [-1], [1.5], [5001], ['1'], Array.from({ length: 101 }, () => 1)])
    expect(Text.safeParse(text({ widths })).success).toBe(false)
  expect(Text.safeParse(text({ widths: [1], style: 'x' })).success).toBe(false)
})
