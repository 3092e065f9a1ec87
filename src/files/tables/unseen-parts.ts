import type { Sheet } from 'hucre'
import type { Table } from './table.ts'

/** What a sheet has beside its cells: hidden parts, merged cells, formulas without a value. */
export function besides(sheet: Sheet): Pick<Table, 'unseen' | 'merged' | 'unvalued'> {
  const { rowDefs, columns = [], merges = [], cells, autoFilter, hidden, veryHidden } = sheet
  const rows = [...(rowDefs ?? [])].filter(([, row]) => row.hidden || row.height === 0).map(([row]) => row)
  const hiddenColumns = columns.flatMap((column, index) => (column.hidden || column.width === 0 ? [index] : []))
  const isSheet = hidden === true || veryHidden === true
  const unvalued = [...(cells ?? [])].flatMap(([at, { formula, value }]) =>
    formula !== undefined && value === null ? [at] : [],
  )
  return {
    ...(isSheet || rows.length > 0 || hiddenColumns.length > 0
      ? { unseen: { isSheet, isFiltered: autoFilter !== undefined, rows, columns: hiddenColumns } }
      : {}),
    ...(merges.length > 0 ? { merged: merges } : {}),
    ...(unvalued.length > 0 ? { unvalued: new Set(unvalued) } : {}),
  }
}
