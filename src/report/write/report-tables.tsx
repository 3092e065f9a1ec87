import type { ReactNode } from 'react'
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

/** A table of more columns scrolls in its frame on narrow screens. */
const mostOnPhone = 7
/** 主动公开 is laid out in twelfths, of which a row has four cells at most. */
const isWide = ({ id, width }: PrintedTable) => id !== 'proactive' && width > mostOnPhone

/** The frame of a table; one that may scroll can be reached by keyboard and says so, above itself too. */
function Frame({ table, caption, children }: { table: PrintedTable; caption: string; children: ReactNode }) {
  if (!isWide(table)) return <div className="table-frame">{children}</div>
  return (
    <>
      <p className="scroll-hint statutory-hint">表格较宽，可以左右滚动。</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="table-frame scrolling" aria-labelledby={caption} tabIndex={0}>
        {children}
      </section>
    </>
  )
}

/** A statutory table with true headers: every figure names its row and column headers. `id` must be unique on the page. */
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
    <Frame table={table} caption={`${id}-caption`}>
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
    </Frame>
  )
}

const bandKey = (rows: readonly (readonly PlacedCell[])[]) => rows[0]?.[0]?.row
