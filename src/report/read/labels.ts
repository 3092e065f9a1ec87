import { type Column, isGroupColumn, isGroupRow, type Row } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { labelVariants } from '../../law/report-label-variants.ts'
import type { CellRef } from '../report.ts'
import { bare, bareName } from './bare.ts'

/** A label of the declared formats, as it is looked for on a page. */
export interface Label {
  readonly table: CellRef['table']
  readonly kind: 'row' | 'group' | 'column'
  readonly id: string
  /** Place of the row (or of the first row of the group) in print, over all tables and formats; -1 for columns. */
  readonly order: number
  /** The group that a row stands in; null at the top. */
  readonly parent: string | null
  /** Every wording, bare of punctuation and ordinal. */
  readonly names: readonly string[]
}

const namesOf = (id: string, label: string): string[] => [
  ...new Set(
    [
      label,
      ...(labelVariants[id.split('.').length > 1 && !(id in labelVariants) ? (id.split('.').at(-1) ?? id) : id] ?? []),
    ].map(bareName),
  ),
]

const formats = Object.values(reportFormats)

function collect(): Label[] {
  const labels = new Map<string, Label>()
  const put = (label: Label) => {
    const key = `${label.table} ${label.kind} ${label.id}`
    const known = labels.get(key)
    labels.set(key, known ? { ...known, names: [...new Set([...known.names, ...label.names])] } : label)
  }
  const columns = (table: CellRef['table'], list: readonly Column[]): void => {
    for (const column of list) {
      const names = namesOf(column.id, column.label)
      put({ table, kind: 'column', id: column.id, order: -1, parent: null, names })
      if (isGroupColumn(column)) columns(table, column.columns)
    }
  }
  const proactiveIds = formats.flatMap(({ proactive }) => proactive.flatMap(({ rows }) => rows.map(({ id }) => id)))
  const longest = formats
    .toSorted((a, b) => proactiveCount(b) - proactiveCount(a))
    .flatMap(({ proactive }) => proactive.flatMap(({ rows }) => rows.map(({ id }) => id)))
  const proactiveOrder = [...new Set([...longest, ...proactiveIds])]
  for (const format of formats) {
    for (const block of format.proactive) {
      columns('proactive', block.columns)
      put({
        table: 'proactive',
        kind: 'column',
        id: `item${block.item}`,
        order: -1,
        parent: null,
        names: [bare(block.caption)],
      })
      for (const { id, label } of block.rows) {
        const order = proactiveOrder.indexOf(id)
        put({ table: 'proactive', kind: 'row', id, order, parent: null, names: namesOf(id, label) })
      }
    }
    columns('requests', format.requests.columns)
    columns('remedies', format.remedies.columns)
    const corner = { id: 'corner', order: -1, parent: null, names: [bare(format.requests.corner)] }
    put({ table: 'requests', kind: 'column', ...corner })
  }
  // The format with the most rows sets the order; a group of one format that is a row of another stands at its start.
  for (const format of formats.toSorted((a, b) => rowCount(b.requests.rows) - rowCount(a.requests.rows))) {
    let order = proactiveOrder.length
    const rows = (list: readonly Row[], parent: string | null): void => {
      for (const row of list) {
        const names = namesOf(row.id, row.label)
        const known = [...labels.values()].find(
          (label) => label.table === 'requests' && label.id === row.id && label.kind !== 'column',
        )
        const at = known?.order ?? order
        put({ table: 'requests', kind: isGroupRow(row) ? 'group' : 'row', id: row.id, order: at, parent, names })
        if (isGroupRow(row)) rows(row.rows, row.id)
        else order = at + 1
      }
    }
    rows(format.requests.rows, null)
  }
  return [...labels.values()]
}

const proactiveCount = ({ proactive }: (typeof formats)[number]) =>
  proactive.reduce((sum, { rows }) => sum + rows.length, 0)
const rowCount = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + (isGroupRow(row) ? rowCount(row.rows) : 1), 0)

export const labels: readonly Label[] = collect()

export const rowLabels = labels.filter(({ kind }) => kind === 'row')
export const groupLabels = labels.filter(({ kind }) => kind === 'group')

/** Labels by wording: one wording may stand for several, such as 其他 and 总计. */
export const labelsByName: ReadonlyMap<string, readonly Label[]> = new Map(
  [...new Set(labels.flatMap(({ names }) => names))].map((name) => [
    name,
    labels.filter(({ names }) => names.includes(name)),
  ]),
)
