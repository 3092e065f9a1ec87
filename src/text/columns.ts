import type { Block, TableRow } from './text.ts'

/** The column in which each cell of each row begins: those above may reach into it. */
export function columnStarts(rows: readonly TableRow[]): number[][] {
  /** Rows that each column is still covered from above. */
  const covered: number[] = []
  return rows.map(({ content }) => {
    let column = 0
    const starts = content.map(({ attrs }) => {
      while ((covered[column] ?? 0) > 0) column += 1
      const start = column
      for (; column < start + (attrs?.colspan ?? 1); column += 1) covered[column] = attrs?.rowspan ?? 1
      return start
    })
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, (left ?? 0) - 1)
    return starts
  })
}

const wide = ({ content }: TableRow): number => content.reduce((sum, { attrs }) => sum + (attrs?.colspan ?? 1), 0)

/** As many columns as its widest row fills. */
export const columnCount = (rows: readonly TableRow[]): number => Math.max(1, ...rows.map(wide))

/**
 * The share of each column in a hundred, to a tenth; undefined where no width was drawn, or for other columns than there are. One
 * without a width is as wide as the others are on average.
 */
export function columnShares({ attrs, content }: Extract<Block, { type: 'table' }>): number[] | undefined {
  const widths = attrs?.widths ?? []
  const drawn = widths.filter((width) => width > 0)
  if (drawn.length === 0 || widths.length !== columnCount(content)) return undefined
  const usual = drawn.reduce((sum, width) => sum + width, 0) / drawn.length
  const whole = widths.reduce((sum, width) => sum + (width || usual), 0)
  return widths.map((width) => Math.round(((width || usual) * 1000) / whole) / 10)
}
