import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Grid } from 'antd'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { ListId } from '../../organs/saved-views/saved-view.ts'
import { useWanted, type Wanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { FilterBar, type ListChoices, narrowedBy } from './filter-bar.tsx'
import { ListSearch, ListViews } from './list-bar.tsx'
import type { ListProps } from './paging.ts'
import { SavedViews, useDefaultView } from './saved-views.tsx'

/** A list in views, searched and turned page by page. Where one stands is in the address, so that the way back leads there. */
export function ListPanel<Item>(props: ListPanelProps<Item>) {
  const { name, label, views, first, read, search, wide, narrow = wide, choices, savedAs, together, note } = props
  const isWide = Grid.useBreakpoint().lg ?? true
  const isSettled = useDefaultView(savedAs)
  const { wanted, page, show } = useWanted()
  const view = viewIn(views, wanted.view) ?? viewIn(views, first) ?? views[0]
  const inView = { ...wanted, view: view.id }
  const list = useQuery({
    queryKey: [name, inView],
    queryFn: () => read(inView),
    enabled: isSettled,
    placeholderData: keepPreviousData,
  })
  const List = isWide ? wide : narrow
  const counts = list.data?.counts
  const [ticked, setTicked] = useState<readonly string[]>([])
  // What is out of sight is not ticked.
  const inSight = together ? (list.data?.items ?? []).filter((item) => ticked.includes(together.idOf(item))) : []
  return (
    <section className="panel" aria-label={label}>
      <div className="queue-bar">
        <ListViews
          name="view"
          views={counts ? views.map((each) => ({ ...each, count: counts[each.id] })) : views}
          wanted={inView}
          first={savedAs ? '' : first}
        />
        <ListSearch q={wanted.q} placeholder={search} onSearch={(words) => show({ q: words })} />
      </div>
      {choices ? (
        <div className="row apart list-tools">
          <FilterBar {...choices} wanted={inView} show={show} />
          {savedAs ? <SavedViews list={savedAs} wanted={inView} /> : null}
        </div>
      ) : null}
      {note}
      {together && inSight.length > 0 ? <together.Bar items={inSight} onDone={() => setTicked([])} /> : null}
      <Fetched query={list}>
        {({ items, total, pageSize }) =>
          items.length === 0 ? (
            <NothingListed view={view} wanted={wanted} choices={choices} total={total} pageSize={pageSize} />
          ) : (
            <List
              items={items}
              isLoading={list.isPlaceholderData}
              paging={{
                page,
                total,
                pageSize,
                onPage: (at) => show({ page: at }),
                sort: wanted.sort,
                onSort: (sort) => show({ sort }),
              }}
              {...(together
                ? { ticked: { items: inSight, onTick: (rows) => setTicked(rows.map(together.idOf)) } }
                : {})}
            />
          )
        }
      </Fetched>
    </section>
  )
}

/** Why nothing is listed, and the way to where something is. */
function NothingListed({ view, wanted, choices, total, pageSize }: NothingListedProps) {
  const { page, show } = useWanted()
  const words = wanted.q ?? ''
  const narrowed = choices ? narrowedBy(choices, wanted) : []
  const clear = () => show({ q: undefined, ...Object.fromEntries(narrowed.map((id) => [id, undefined])) })
  if (total > 0)
    return (
      <Empty className="empty" description={`没有第${page}页：共${total}条，分${Math.ceil(total / pageSize)}页`}>
        <Button onClick={() => show({ page: 1 })}>回到第1页</Button>
      </Empty>
    )
  if (narrowed.length > 0)
    return (
      <Empty className="empty" description={`按现在的筛选没有找到${words === '' ? '' : `“${words}”`}，可以减少条件`}>
        <Button onClick={clear}>清除筛选条件</Button>
      </Empty>
    )
  if (words !== '')
    return (
      <Empty className="empty" description={`没有找到“${words}”`}>
        <Button onClick={clear}>清除查找条件</Button>
      </Empty>
    )
  return (
    <Empty className="empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={view.empty}>
      {view.hint ? <span className="quiet">{view.hint}</span> : null}
    </Empty>
  )
}

interface NothingListedProps {
  readonly view: PanelView
  readonly wanted: Wanted
  readonly choices: ListChoices | undefined
  readonly total: number
  readonly pageSize: number
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
  /** What is listed, for who does not see it. */
  readonly label?: string
  readonly views: readonly [PanelView, ...PanelView[]]
  readonly first: string
  /** What is wanted as the address names it: view, words, page, and whatever was chosen. */
  readonly read: (wanted: Wanted) => Promise<ReadPage<Item>>
  /** By which words one may look for something. */
  readonly search: string
  readonly wide: ComponentType<ListProps<Item>>
  /** Nothing where the wide one folds by itself. */
  readonly narrow?: ComponentType<ListProps<Item>>
  /** By what it is narrowed besides, and where it is exported. */
  readonly choices?: ListChoices
  /** Under what its views are saved; nothing where they are not. */
  readonly savedAs?: ListId
  /** What is done with several at once; on a narrow screen nothing is. */
  readonly together?: Together<Item>
  /** What is said over the list. */
  readonly note?: ReactNode
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
  /** How many stand in each view, where it is known. */
  readonly counts?: Readonly<Record<string, number>>
}
