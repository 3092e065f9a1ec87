import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Grid } from 'antd'
import type { ComponentType } from 'react'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { ListSearch, ListViews } from './list-bar.tsx'
import type { ListProps } from './paging.ts'

/** A list in views, searched and turned page by page. Where one stands is in the address, so that the way back leads there. */
export function ListPanel<Item>({ name, views, first, read, search, wide, narrow }: ListPanelProps<Item>) {
  const isWide = Grid.useBreakpoint().lg ?? true
  const { wanted, page, show } = useWanted()
  const { id, empty, hint } = viewIn(views, wanted.view) ?? viewIn(views, first) ?? views[0]
  const q = wanted.q ?? ''
  const list = useQuery({
    queryKey: [name, id, q, page],
    queryFn: () => read(id, q, page),
    placeholderData: keepPreviousData,
  })
  const List = isWide ? wide : narrow
  return (
    <div className="panel">
      <div className="queue-bar">
        <ListViews name="view" views={views} wanted={{ ...wanted, view: id }} first={first} />
        <ListSearch q={q} placeholder={search} onSearch={(words) => show({ q: words })} />
      </div>
      <Fetched query={list}>
        {({ items, total, pageSize }) => {
          if (items.length > 0) {
            const paging = { page, total, pageSize, onPage: (at: number) => show({ page: at }) }
            return <List items={items} isLoading={list.isPlaceholderData} paging={paging} />
          }
          if (q !== '')
            return (
              <Empty className="empty" description={`没有找到“${q}”`}>
                <Button onClick={() => show({ q: '' })}>清除查找条件</Button>
              </Empty>
            )
          return (
            <Empty className="empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty}>
              {hint ? <span className="quiet">{hint}</span> : null}
            </Empty>
          )
        }}
      </Fetched>
    </div>
  )
}

const viewIn = (views: readonly PanelView[], id: string | undefined) => views.find((view) => view.id === id)

/** A way of looking at a list, and what is said where nothing is in it. */
export interface PanelView {
  readonly id: string
  readonly label: string
  readonly empty: string
  readonly hint: string
}

interface ListPanelProps<Item> {
  /** What is listed, in the keys of the queries. */
  readonly name: string
  readonly views: readonly [PanelView, ...PanelView[]]
  readonly first: string
  readonly read: (view: string, q: string, page: number) => Promise<ReadPage<Item>>
  /** By which words one may look for something. */
  readonly search: string
  readonly wide: ComponentType<ListProps<Item>>
  readonly narrow: ComponentType<ListProps<Item>>
}

interface ReadPage<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly pageSize: number
}
