import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Grid } from 'antd'
import { type ComponentType, useState } from 'react'
import type { ListId } from '../../organs/saved-views/saved-view.ts'
import { useWanted, type Wanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { FilterBar, type ListChoices } from './filter-bar.tsx'
import { ListSearch, ListViews } from './list-bar.tsx'
import type { ListProps } from './paging.ts'
import { SavedViews, useDefaultView } from './saved-views.tsx'

/** A list in views, searched and turned page by page. Where one stands is in the address, so that the way back leads there. */
export function ListPanel<Item>(props: ListPanelProps<Item>) {
  const { name, views, first, read, search, wide, narrow, choices, savedAs, together } = props
  const isWide = Grid.useBreakpoint().lg ?? true
  const isSettled = useDefaultView(savedAs)
  const { wanted, page, show } = useWanted()
  const { id, empty, hint } = viewIn(views, wanted.view) ?? viewIn(views, first) ?? views[0]
  const q = wanted.q ?? ''
  const list = useQuery({
    queryKey: [name, { ...wanted, view: id }],
    queryFn: () => read({ ...wanted, view: id }),
    enabled: isSettled,
    placeholderData: keepPreviousData,
  })
  const List = isWide ? wide : narrow
  const [ticked, setTicked] = useState<readonly string[]>([])
  // What is out of sight is not ticked.
  const inSight = together ? (list.data?.items ?? []).filter((item) => ticked.includes(together.idOf(item))) : []
  return (
    <div className="panel">
      <div className="queue-bar">
        <ListViews name="view" views={views} wanted={{ ...wanted, view: id }} first={savedAs ? '' : first} />
        <ListSearch q={q} placeholder={search} onSearch={(words) => show({ q: words })} />
      </div>
      {choices ? (
        <div className="row apart list-tools">
          <FilterBar {...choices} wanted={{ ...wanted, view: id }} show={show} />
          {savedAs ? <SavedViews list={savedAs} wanted={{ ...wanted, view: id }} /> : null}
        </div>
      ) : null}
      {together && inSight.length > 0 ? <together.Bar items={inSight} onDone={() => setTicked([])} /> : null}
      <Fetched query={list}>
        {({ items, total, pageSize }) => {
          if (items.length > 0) {
            const paging = {
              page,
              total,
              pageSize,
              onPage: (at: number) => show({ page: at }),
              sort: wanted.sort,
              onSort: (sort: string | undefined) => show({ sort }),
            }
            return (
              <List
                items={items}
                isLoading={list.isPlaceholderData}
                paging={paging}
                {...(together
                  ? { ticked: { items: inSight, onTick: (rows) => setTicked(rows.map(together.idOf)) } }
                  : {})}
              />
            )
          }
          if (total > 0)
            return (
              <Empty
                className="empty"
                description={`没有第${page}页：共${total}条，分${Math.ceil(total / pageSize)}页`}
              >
                <Button onClick={() => show({ page: 1 })}>回到第1页</Button>
              </Empty>
            )
          if (q !== '')
            return (
              <Empty className="empty" description={`没有找到“${q}”`}>
                <Button onClick={() => show({ q: '' })}>清除查找条件</Button>
              </Empty>
            )
          if (choices?.filters.some((filter) => wanted[filter.id]) || wanted.from || wanted.to)
            return <Empty className="empty" description="按现在的筛选没有找到，可以减少条件或者清除筛选" />
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
  /** What is wanted as the address names it: view, words, page, and whatever was chosen. */
  readonly read: (wanted: Wanted) => Promise<ReadPage<Item>>
  /** By which words one may look for something. */
  readonly search: string
  readonly wide: ComponentType<ListProps<Item>>
  readonly narrow: ComponentType<ListProps<Item>>
  /** By what it is narrowed besides, and where it is exported. */
  readonly choices?: ListChoices
  /** Under what its views are saved; nothing where they are not. */
  readonly savedAs?: ListId
  /** What is done with several at once; on a narrow screen nothing is. */
  readonly together?: Together<Item>
}

interface Together<Item> {
  readonly idOf: (item: Item) => string
  readonly Bar: ComponentType<TogetherProps<Item>>
}

export interface TogetherProps<Item> {
  readonly items: readonly Item[]
  readonly onDone: () => void
}

interface ReadPage<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly pageSize: number
}
