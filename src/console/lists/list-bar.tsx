import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { query } from '../api.ts'
import { counted } from '../fields/counted.ts'
import type { Wanted } from '../shell/use-wanted.ts'

export interface ListView {
  readonly id: string
  readonly label: string
  /** How many there are; nothing is said where it is not known. */
  readonly count?: number | undefined
}

/** Links between the views of a list; each has its address. */
export function ListViews({ name, label: says = '查看', views, wanted, first }: ListViewsProps) {
  const { pathname } = useLocation()
  return (
    <nav className="view-links" aria-label={says}>
      {views.map(({ id, label, count }) => (
        <Link
          key={id}
          to={{ pathname, search: query({ ...wanted, page: undefined, [name]: id === first ? undefined : id }) }}
          aria-current={(wanted[name] ?? first) === id ? 'page' : undefined}
        >
          {label}
          {count === undefined ? null : <span className="quiet count">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}

interface ListViewsProps {
  readonly name: string
  /** What the views are of, for who does not see them. */
  readonly label?: string
  readonly views: readonly ListView[]
  readonly wanted: Wanted
  readonly first: string
}

/** Looks for words in a list. */
export function ListSearch({ q = '', placeholder, onSearch }: ListSearchProps) {
  return (
    <Input.Search
      key={q}
      className="queue-search"
      allowClear
      defaultValue={q}
      placeholder={placeholder}
      aria-label="在列表中查找"
      onSearch={(text) => onSearch(text.trim())}
      {...counted(100)}
    />
  )
}

interface ListSearchProps {
  readonly q?: string | undefined
  readonly placeholder: string
  readonly onSearch: (words: string) => void
}

/** Says that the list is narrowed, and to what; a click shows everything again. */
export function Narrowed({ children, onClear }: { children: ReactNode; onClear: () => void }) {
  return (
    <p className="note row apart narrowed">
      <span>只看：{children}</span>
      <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={onClear}>
        看全部
      </Button>
    </p>
  )
}
