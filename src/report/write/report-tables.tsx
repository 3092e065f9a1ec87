import { bandsOf, headersOf, isColumnHeader, labelColumns, type PlacedCell } from './grid.ts'
import { notStated, notStatedWords, type PrintedCell, type PrintedTable } from './printed.ts'

const idOf = (table: string, { row, column }: PlacedCell) => `${table}-${row}-${column}`

const span = (count: number) => (count > 1 ? count : undefined)

function FigureText({ text }: { text: string }) {
  if (text !== notStated) return text
  return (
    <span role="img" aria-label={notStatedWords}>
      {notStated}
    </span>
  )
}

/**
 * A statutory table with true headers: every figure names its row and column headers. `id` must be unique on the
 * page. It scrolls inside its frame on narrow screens.
 */
export function StatutoryTable({ table, id = table.id }: { table: PrintedTable; id?: string }) {
  const { grid, width } = table
  const labels = labelColumns(grid)
  const line = (cells: readonly PlacedCell<PrintedCell>[]) => (
    <tr key={cells[0]?.row}>
      {cells.map((cell) => {
        const spans = { colSpan: span(cell.colspan), rowSpan: span(cell.rowspan) }
        if (cell.scope) {
          return (
            <th
              key={cell.column}
              id={idOf(id, cell)}
              scope={cell.scope}
              {...spans}
              data-column={isColumnHeader(cell) ? undefined : cell.column}
            >
              {cell.text}
            </th>
          )
        }
        const headers = headersOf(grid, cell).map((header) => idOf(id, header))
        return (
          <td key={cell.column} headers={headers.join(' ')} {...spans}>
            <FigureText text={cell.text} />
          </td>
        )
      })}
    </tr>
  )
  const bands = bandsOf(grid)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table className="statutory-table" data-table={table.id}>
        <caption id={`${id}-caption`}>{table.caption}</caption>
        {labels > 0 && (
          <>
            <colgroup span={labels - 1} className="groups" />
            <colgroup className="labels" />
            <colgroup span={width - labels} />
          </>
        )}
        {bands.map(({ head, rows }, index) =>
          head && index === 0 && bands.length === 2 ? (
            <thead key="head">{rows.map(line)}</thead>
          ) : head ? (
            <tbody key={bandKey(rows)}>{[...rows, ...(bands[index + 1]?.rows ?? [])].map(line)}</tbody>
          ) : (
            bands.length === 2 && <tbody key={bandKey(rows)}>{rows.map(line)}</tbody>
          ),
        )}
      </table>
    </section>
  )
}

const bandKey = (rows: readonly (readonly PlacedCell[])[]) => rows[0]?.[0]?.row
