import type { ColumnView } from '../../platform/columns/column.ts'

export interface ColumnNode extends ColumnView {
  readonly depth: number
}

/** The columns as they are read: each above those below it. */
export function inOrder(columns: readonly ColumnView[], parentId: string | null = null, depth = 0): ColumnNode[] {
  return columns
    .filter((column) => column.parentId === parentId)
    .flatMap((column) => [{ ...column, depth }, ...inOrder(columns, column.id, depth + 1)])
}

/** 法定主动公开内容 › 履职依据 › 行政规范性文件 */
export function pathOf(columns: readonly ColumnView[], id: string): string {
  const column = columns.find((each) => each.id === id)
  if (!column) return ''
  return column.parentId === null ? column.name : `${pathOf(columns, column.parentId)} › ${column.name}`
}

/** Out of date, or without anything yet. */
export const isStale = ({ freshness }: ColumnView): boolean => freshness === 'stale' || freshness === 'empty'
