import type { ReadSheet } from '../../workbooks/xlsx/book.ts'
import type { Table } from './table.ts'

/** What a sheet has beside its cells: hidden parts, merged cells, formulas without a value. */
export function besides(sheet: ReadSheet): Pick<Table, 'unseen' | 'merged' | 'unvalued'> {
  const { rowDefs, columns, merges, cells, isFiltered, isHidden: isSheet } = sheet
  const rows = [...rowDefs].filter(([, row]) => row.hidden || row.height === 0).map(([row]) => row)
  const hiddenColumns = columns.flatMap((column, index) => (column.hidden || column.width === 0 ? [index] : []))
  const unvalued = [...cells].flatMap(([at, { formula, value }]) =>
    formula !== undefined && value === null ? [at] : [],
  )
  return {
    ...(isSheet || rows.length > 0 || hiddenColumns.length > 0
      ? { unseen: { isSheet, isFiltered, rows, columns: hiddenColumns } }
      : {}),
    ...(merges.length > 0 ? { merged: merges } : {}),
    ...(unvalued.length > 0 ? { unvalued: new Set(unvalued) } : {}),
  }
}
