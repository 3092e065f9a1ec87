import { type Column, isGroupColumn, type ReportFormat } from '../../../law/report-format.ts'
import type { SheetTable } from '../../sheet.ts'
import type { Chance } from './chance.ts'
import { isTable, type Part, type PrintedCell, type PrintedTable } from './printed-tables.ts'

/** What happens to a report between the hand that filled it and the file that is read. */
export type Damage = (parts: readonly Part[], chance: Chance) => readonly Part[]

type Row = readonly PrintedCell[]

const isFigure = ({ place }: PrintedCell): boolean => place !== null

/** Changes the rows of one of the tables. */
const inOneTable =
  (change: (rows: readonly Row[], chance: Chance, sheet: SheetTable) => readonly Row[]): Damage =>
  (parts, chance) => {
    const chosen = chance.oneOf(parts.filter(isTable))
    return parts.map((part) =>
      part === chosen ? { ...chosen, rows: change(chosen.rows, chance, chosen.sheet) } : part,
    )
  }

/** Changes one row that holds figures. */
const inOneRow = (change: (row: Row, chance: Chance) => readonly Row[]): Damage =>
  inOneTable((rows, chance) => {
    const filled = rows.filter((row) => row.some(isFigure))
    if (filled.length === 0) return rows
    const chosen = chance.oneOf(filled)
    return rows.flatMap((row) => (row === chosen ? change(row, chance) : [row]))
  })

const inOneCell = (
  isMeant: (cell: PrintedCell) => boolean,
  change: (cell: PrintedCell, chance: Chance) => readonly PrintedCell[],
): Damage =>
  inOneTable((rows, chance) => {
    const cells = rows.flat().filter(isMeant)
    if (cells.length === 0) return rows
    const chosen = chance.oneOf(cells)
    return rows.map((row) => row.flatMap((cell) => (cell === chosen ? change(cell, chance) : [cell])))
  })

const isLabel = (cell: PrintedCell): boolean => !isFigure(cell) && cell.text.length > 1
const withText = (cell: PrintedCell, text: string): PrintedCell[] => [{ ...cell, text }]
const marks = ['①', '②', '⑳', '¹', '²', '³', '⁴', '*', '※', '❶', '⑴']

const replaced = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1)

/** Other counts in the same cells, none of them as before. */
const otherFigures = ({ sheet, rows }: PrintedTable, chance: Chance): PrintedTable => ({
  sheet,
  rows: rows.map((row) =>
    row.map((cell) => (isFigure(cell) ? { ...cell, text: String(1000 + chance.below(9000)) } : cell)),
  ),
})

/** The damages of tables and texts, by what people call them. */
export const damages: Readonly<Record<string, Damage>> = {
  none: (parts) => parts,
  'marks behind figures': (parts, chance) =>
    parts.map((part) =>
      isTable(part)
        ? {
            ...part,
            rows: part.rows.map((row) =>
              row.map((cell) =>
                isFigure(cell) && chance.below(12) === 0 ? { ...cell, raised: chance.oneOf(marks) } : cell,
              ),
            ),
          }
        : part,
    ),
  'a mark before a figure': inOneCell(isFigure, (cell, chance) => withText(cell, chance.oneOf(marks) + cell.text)),
  'a mark behind a label': inOneCell(isLabel, (cell, chance) => withText(cell, cell.text + chance.oneOf(marks))),
  'hidden digits': inOneCell(isFigure, (cell) => [{ ...cell, hidden: '77' }]),
  'a typing error': inOneCell(isLabel, (cell, chance) =>
    withText(cell, replaced(cell.text, chance.below(cell.text.length), '某')),
  ),
  'a character lost': inOneCell(isLabel, (cell, chance) =>
    withText(cell, replaced(cell.text, chance.below(cell.text.length), '')),
  ),
  'a label cut off': inOneCell(isLabel, (cell, chance) =>
    withText(cell, cell.text.slice(0, 1 + chance.below(cell.text.length - 1))),
  ),
  'a label lost': inOneCell(isLabel, (cell) => withText(cell, '')),
  'a figure lost with its cell': inOneCell(isFigure, () => []),
  'a figure doubled': inOneCell(isFigure, (cell) => [cell, { ...cell, place: null }]),
  'a label lost with its cell': inOneCell(isLabel, () => []),
  'a space inside a figure': inOneCell(
    ({ place, text }) => place !== null && text.length > 1,
    (cell, chance) => {
      const at = 1 + chance.below(cell.text.length - 1)
      return withText(cell, `${cell.text.slice(0, at)} ${cell.text.slice(at)}`)
    },
  ),
  'a letter in a figure': inOneCell(isFigure, (cell, chance) =>
    withText(cell, `${cell.text}${chance.oneOf(['a', 'O', 'l', '?'])}`),
  ),
  'blank cells': (parts, chance) =>
    parts.map((part) =>
      isTable(part)
        ? {
            ...part,
            rows: part.rows.map((row) =>
              row.map((cell) => (isFigure(cell) && chance.below(9) === 0 ? { ...cell, text: '' } : cell)),
            ),
          }
        : part,
    ),
  'none printed': (parts, chance) => {
    const sign = chance.oneOf(['/', '-', '—', '无'])
    return parts.map((part) =>
      isTable(part)
        ? {
            ...part,
            rows: part.rows.map((row) =>
              row.map((cell) => (isFigure(cell) && cell.text === '0' ? { ...cell, text: sign } : cell)),
            ),
          }
        : part,
    )
  },
  'a row lost': inOneRow(() => []),
  'a row repeated': inOneRow((row) => [row, row]),
  'a row repeated with other figures': inOneRow((row, chance) => [
    row,
    row.map((cell) => (isFigure(cell) ? { ...cell, text: String(chance.below(5000)) } : cell)),
  ]),
  'rows exchanged': inOneTable((rows, chance) => {
    const plain = rows.filter(
      (row) => row.length > 1 && row.filter((cell) => !isFigure(cell)).length === 1 && row.some(isFigure),
    )
    if (plain.length < 2) return rows
    const [one, other] = chance.shuffled(plain)
    return rows.map((row) => (row === one ? (other ?? row) : row === other ? (one ?? row) : row))
  }),
  'the header lost': inOneTable((rows, _, { headRows }) => rows.slice(Math.max(headRows, 1))),
  'one line of the header lost': inOneTable((rows, chance, { headRows }) => {
    const at = chance.below(Math.max(headRows, 2))
    return rows.filter((_, index) => index !== at)
  }),
  'serial numbers before the rows': inOneTable((rows) =>
    rows.map((row, index) => [
      { text: row.some(isFigure) ? String(index) : '序号', colspan: 1, rowspan: 1, place: null },
      ...row,
    ]),
  ),
  'remarks behind the rows': inOneTable((rows) =>
    rows.map((row) => [...row, { text: row.some(isFigure) ? '' : '备注', colspan: 1, rowspan: 1, place: null }]),
  ),
  'a column of changes behind the rows': inOneTable((rows, chance) =>
    rows.map((row) => [
      ...row,
      { text: row.some(isFigure) ? String(chance.below(90)) : '同比增减', colspan: 1, rowspan: 1, place: null },
    ]),
  ),
  'last year beside this year': inOneTable((rows, chance, { headRows, id }) =>
    id === 'proactive'
      ? rows
      : rows.flatMap((row, index) => {
          const figures = row.filter(isFigure)
          if (index >= headRows)
            return [[...row, ...figures.map((cell) => ({ ...cell, place: null, text: String(chance.below(900)) }))]]
          const labels = id === 'requests' && index === 0 ? row.slice(1) : row
          return [[...row, ...labels]]
        }),
  ),
  'last year before this year': (parts, chance) => {
    const chosen = chance.oneOf(parts.filter(isTable))
    const caption = chance.below(2) === 0
    return parts.flatMap((part) =>
      part === chosen
        ? [...(caption ? ['2023年'] : []), otherFigures(chosen, chance), ...(caption ? ['2024年'] : []), part]
        : [part],
    )
  },
  'last year behind this year': (parts, chance) => {
    const chosen = chance.oneOf(parts.filter(isTable))
    return parts.flatMap((part) => (part === chosen ? [part, '附：2023年数据', otherFigures(chosen, chance)] : [part]))
  },
  'another report behind': (parts, chance) => [
    ...parts,
    ...parts.map((part) =>
      isTable(part) ? otherFigures(part, chance) : part.replaceAll('示例市园林局', '示例市教育局'),
    ),
  ],
  'a page break': (parts, chance) => {
    const chosen = chance.oneOf(parts.filter(isTable))
    const at = 1 + chance.below(chosen.rows.length - 1)
    const head = chance.below(2) === 0 ? chosen.rows.slice(0, chosen.sheet.headRows) : []
    const number = chance.oneOf(['- 3 -', '3', '第3页 共5页', ''])
    return parts.flatMap((part) =>
      part === chosen
        ? [
            { ...chosen, rows: chosen.rows.slice(0, at) },
            number,
            { ...chosen, rows: [...(at > head.length ? head : []), ...chosen.rows.slice(at)] },
          ]
        : [part],
    )
  },
  'a heading lost': (parts, chance) => {
    const chosen = chance.oneOf(parts.filter((part) => !isTable(part) && /^[一二三四五六]、/.test(part)))
    return parts.filter((part) => part !== chosen)
  },
}

/** The same form with its columns in another order, or with columns that the form does not know. */
export const headers: Readonly<Record<string, (format: ReportFormat, chance: Chance) => ReportFormat>> = {
  usual: (format) => format,
  'applicants in another order': (format, chance) => ({
    ...format,
    requests: { ...format.requests, columns: shuffledColumns(format.requests.columns, chance) },
  }),
  'two applicants exchanged': (format, chance) => ({
    ...format,
    requests: {
      ...format.requests,
      columns: format.requests.columns.map((column) =>
        isGroupColumn(column) ? { ...column, columns: exchanged(column.columns, chance) } : column,
      ),
    },
  }),
  'remedies in another order': (format, chance) => ({
    ...format,
    remedies: { columns: shuffledColumns(format.remedies.columns, chance) },
  }),
  'results in another order under every caption': (format, chance) => {
    const order = chance.shuffled([0, 1, 2, 3, 4])
    const reorder = (columns: readonly Column[]): Column[] =>
      columns.map((column) => {
        if (!isGroupColumn(column)) return column
        const isLast = column.columns.every((inner) => !isGroupColumn(inner))
        return {
          ...column,
          columns: isLast ? order.flatMap((at) => column.columns[at] ?? []) : reorder(column.columns),
        }
      })
    return { ...format, remedies: { columns: reorder(format.remedies.columns) } }
  },
  'section two in another order': (format, chance) => ({
    ...format,
    proactive: format.proactive.map((block) => ({ ...block, columns: chance.shuffled(block.columns) })),
  }),
}

const shuffledColumns = (columns: readonly Column[], chance: Chance): Column[] =>
  chance
    .shuffled(columns)
    .map((column) => (isGroupColumn(column) ? { ...column, columns: shuffledColumns(column.columns, chance) } : column))

function exchanged<Item>(items: readonly Item[], chance: Chance): Item[] {
  const [one = 0, other = 0] = chance.shuffled(items.map((_, at) => at))
  return items.map((item, at) => (at === one ? (items[other] ?? item) : at === other ? (items[one] ?? item) : item))
}
