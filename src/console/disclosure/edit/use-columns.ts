import { useQuery } from '@tanstack/react-query'
import { standardColumns } from '../../../law/platform-columns.ts'
import { get, Problem } from '../../api.ts'

interface Column {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: string
  readonly closedOn: string | null
}

const standard: readonly Column[] = standardColumns.map(({ id, parent, name, kind }) => ({
  ...{ id, parentId: parent, name, kind, closedOn: null },
}))

/** The organ's columns; the standard ones where it has arranged none. */
async function fetchColumns(): Promise<readonly Column[]> {
  try {
    const { items } = await get<{ items: readonly Column[] }>('columns')
    return items.length > 0 ? items : standard
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return standard
    throw error
  }
}

interface ColumnChoice {
  readonly value: string
  readonly title: string
  readonly selectable: boolean
  readonly children: ColumnChoice[]
}

const holding = ['list', 'library', 'page']

/** Columns as a tree to choose from; what holds no records can only be opened. */
export function columnTree(columns: readonly Column[], parent: string | null = null): ColumnChoice[] {
  return columns
    .filter(({ parentId, closedOn }) => parentId === parent && closedOn === null)
    .map(({ id, name, kind }) => ({
      ...{ value: id, title: name, selectable: holding.includes(kind) },
      children: columnTree(columns, id),
    }))
    .filter(({ selectable, children }) => selectable || children.length > 0)
}

export function useColumns() {
  const { data = standard } = useQuery({ queryKey: ['columnChoices'], queryFn: fetchColumns, staleTime: 60_000 })
  return { columns: data, nameOf: (id: string) => data.find((column) => column.id === id)?.name ?? id }
}
