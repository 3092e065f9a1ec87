import type { ColumnView } from '../../platform/columns/column.ts'

/** What somebody wants to do with a column. */
export type ColumnWish =
  | { readonly what: 'add'; readonly below: ColumnView | null }
  | { readonly what: 'edit' | 'move' | 'close' | 'reopen'; readonly column: ColumnView }
