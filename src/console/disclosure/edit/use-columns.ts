import { useQuery } from '@tanstack/react-query'
import { type ColumnView, holdsRecords } from '../../../platform/columns/column.ts'
import { platform } from '../../platform/platform-api.ts'

type Column = Pick<ColumnView, 'id' | 'parentId' | 'name' | 'kind' | 'closedOn'>

interface ColumnChoice {
  readonly value: string
  readonly title: string
  readonly selectable: boolean
  readonly children: ColumnChoice[]
}

/** Columns as a tree to choose from; what holds no records can only be opened. */
export function columnTree(columns: readonly Column[], parent: string | null = null): ColumnChoice[] {
  return columns
    .filter(({ parentId, closedOn }) => parentId === parent && closedOn === null)
    .map(({ id, name, kind }) => ({
      value: id,
      title: name,
      selectable: holdsRecords(kind),
      children: columnTree(columns, id),
    }))
    .filter(({ selectable, children }) => selectable || children.length > 0)
}

/** The same with the column chosen before it was closed, so that it is seen by its name; it cannot be chosen again. */
export function columnChoices(columns: readonly Column[], chosen: string): ColumnChoice[] {
  const closed = columns.find(({ id, closedOn }) => id === chosen && closedOn !== null)
  const kept = closed && { value: closed.id, title: `${closed.name}（已关闭）`, selectable: false, children: [] }
  return [...(kept ? [kept] : []), ...columnTree(columns)]
}

/** The organ's columns, closed ones included: a record may still stand in one. */
export function useColumns() {
  const { data } = useQuery({ queryKey: ['columns'], queryFn: platform.columns })
  const columns = data?.items ?? []
  return { columns, nameOf: (id: string) => columns.find((column) => column.id === id)?.name ?? id }
}
