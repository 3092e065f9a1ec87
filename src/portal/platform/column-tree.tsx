import type { Organ } from '../../organs/organ.ts'
import type { PlatformColumn } from '../../platform/columns/standing.ts'
import { addressOf } from '../disclosure/platform.ts'

interface ColumnTreeProps {
  readonly organ: Organ
  readonly columns: readonly PlatformColumn[]
  readonly parentId?: string | null
}

/** How the organ's information is arranged: its columns with what each holds. */
export function ColumnTree({ organ, columns, parentId = null }: ColumnTreeProps) {
  const its = columns.filter((column) => column.parentId === parentId && column.closedOn === null)
  if (its.length === 0) return null
  return (
    <ul className={parentId === null ? 'column-tree' : ''}>
      {its.map((column) => (
        <li key={column.id}>
          <a href={addressOf(organ, column)}>{column.name}</a>
          {column.content ? <span className="hint column-content">{column.content}</span> : null}
          <ColumnTree organ={organ} columns={columns} parentId={column.id} />
        </li>
      ))}
    </ul>
  )
}
