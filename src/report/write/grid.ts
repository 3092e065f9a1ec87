import type { SheetCell, SheetTable } from '../sheet.ts'

export type PlacedCell<Cell extends SheetCell = SheetCell> = Cell & { readonly row: number; readonly column: number }

/** The cell that covers each place of the grid, merged cells as often as they cover. */
export type Grid<Cell extends SheetCell = SheetCell> = readonly (readonly PlacedCell<Cell>[])[]

/** Lays a table's cells out on its grid; throws RangeError where cells overlap, stick out or leave a hole. */
export function gridOf<Cell extends SheetCell>(
  table: Omit<SheetTable, 'rows'> & { readonly rows: readonly (readonly Cell[])[] },
): Grid<Cell> {
  const height = table.rows.length
  const grid: PlacedCell<Cell>[][] = Array.from({ length: height }, () => [])
  for (const [row, cells] of table.rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column]) column += 1
      if (column + cell.colspan > table.width || row + cell.rowspan > height) {
        throw new RangeError(`cell ${row},${column} of ${table.id} sticks out`)
      }
      const placed = { ...cell, row, column }
      for (let down = row; down < row + cell.rowspan; down += 1) {
        for (let across = column; across < column + cell.colspan; across += 1) {
          const line = grid[down]
          if (!line || line[across]) throw new RangeError(`cells overlap at ${down},${across} of ${table.id}`)
          line[across] = placed
        }
      }
      column += cell.colspan
    }
  }
  for (const [row, line] of grid.entries()) {
    for (let column = 0; column < table.width; column += 1) {
      if (!line[column]) throw new RangeError(`no cell at ${row},${column} of ${table.id}`)
    }
  }
  return grid
}

/** The cells of a row that begin in it, from left to right. */
export const beginningIn = <Cell extends SheetCell>(grid: Grid<Cell>, row: number): PlacedCell<Cell>[] =>
  (grid[row] ?? []).filter((cell, column) => cell.row === row && cell.column === column)

export const isColumnHeader = ({ scope }: Pick<SheetCell, 'scope'>): boolean => scope === 'col' || scope === 'colgroup'
export const isRowHeader = ({ scope }: Pick<SheetCell, 'scope'>): boolean => scope === 'row' || scope === 'rowgroup'

/** The headers that speak for a figure: those of its row, outermost first, then the nearest stack above its column. */
export function headersOf<Cell extends SheetCell>(grid: Grid<Cell>, figure: PlacedCell<Cell>): PlacedCell<Cell>[] {
  const ofRow = new Set((grid[figure.row] ?? []).filter(isRowHeader))
  const ofColumn = new Set<PlacedCell<Cell>>()
  for (let row = figure.row - 1; row >= 0; row -= 1) {
    const above = grid[row]?.[figure.column]
    if (above && isColumnHeader(above)) ofColumn.add(above)
    else if (ofColumn.size > 0) break
  }
  return [...ofRow, ...[...ofColumn].reverse()]
}

/** Consecutive rows that are all header or all body: a table's heads, repeated on each page, and what stands under them. */
export function bandsOf<Cell extends SheetCell>(grid: Grid<Cell>): { head: boolean; rows: PlacedCell<Cell>[][] }[] {
  const bands: { head: boolean; rows: PlacedCell<Cell>[][] }[] = []
  for (const [row, line] of grid.entries()) {
    const head = line.every(isColumnHeader)
    const last = bands.at(-1)
    if (last?.head === head) last.rows.push(beginningIn(grid, row))
    else bands.push({ head, rows: [beginningIn(grid, row)] })
  }
  return bands
}

/** Grid columns taken by row labels; 0 where the body has none or where their width changes, as in section two. */
export function labelColumns(grid: Grid): number {
  const counts = new Set(
    grid.filter((line) => !line.every(isColumnHeader)).map((line) => line.filter(isRowHeader).length),
  )
  const [only] = counts
  return counts.size === 1 ? (only ?? 0) : 0
}
