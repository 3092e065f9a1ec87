import type { ColumnView } from '../../disclosure/columns/column.ts'
import { get, post, put } from '../api.ts'

interface Items<Item> {
  readonly items: readonly Item[]
}

/** What the pages of the platform ask of the server. */
export const platform = {
  columns: () => get<Items<ColumnView>>('columns'),
  addColumn: (column: unknown) => post<{ id: string }>('columns', column),
  changeColumn: (id: string, change: unknown) => put<unknown>(`columns/${id}`, change),
  closeColumn: (id: string, closing: unknown) => post<unknown>(`columns/${id}/close`, closing),
  reopenColumn: (id: string) => post<unknown>(`columns/${id}/reopen`),
}
