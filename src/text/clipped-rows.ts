import type { TableCell, TableRow } from './text.ts'

const maxColumns = 100

/** Rows as a true grid: no cell covers another or reaches below the table; rows and columns without cells go away. */
export function clippedRows(rows: readonly TableRow[]): TableRow[] {
  const kept = rows.filter(({ content }) => content.length > 0)
  /** Rows that each column is still covered from above. */
  let covered: number[] = []
  return kept.map(({ type, content }, index) => {
    const below: number[] = covered.map((left) => Math.max(0, left - 1))
    const cells: TableCell[] = []
    let column = 0
    for (const cell of content) {
      while ((covered[column] ?? 0) > 0) column += 1
      if (column >= maxColumns) break
      let colspan = 1
      const wanted = cell.attrs?.colspan ?? 1
      while (colspan < wanted && column + colspan < maxColumns && (covered[column + colspan] ?? 0) === 0) colspan += 1
      const rowspan = Math.min(cell.attrs?.rowspan ?? 1, kept.length - index)
      for (let each = column; each < column + colspan; each += 1) below[each] = rowspan - 1
      const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
      cells.push({ type: cell.type, ...(colspan > 1 || rowspan > 1 ? { attrs } : {}), content: cell.content })
      column += colspan
    }
    covered = below.map((left) => left ?? 0)
    return { type, content: cells }
  })
}
