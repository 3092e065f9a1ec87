import { Empty, Grid, Spin } from 'antd'
import type { ReactNode } from 'react'
import { WholeDays } from '../whole-days.tsx'
import { CardPaging } from './card-paging.tsx'
import { ListTable } from './list-table.tsx'
import type { Paging, Ticked } from './paging.ts'

export interface ListColumn<Item> {
  readonly title: string
  /** The way of ordering that its head chooses. */
  readonly sort?: string
  readonly width?: number
  readonly align?: 'right'
  readonly render: (item: Item) => ReactNode
}

/** With the word by which they are counted. */
export interface CountedPaging extends Paging {
  readonly unit: string
}

/** A list as a table; on a narrow screen each row is a card whose head is the first column. */
export function LedgerList<Item extends object>(props: LedgerListProps<Item>) {
  const isWide = Grid.useBreakpoint().lg ?? true
  if (props.items.length === 0)
    return <Empty className="empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.empty} />
  return isWide ? <WideList {...props} /> : <Cards {...props} />
}

function WideList<Item extends object>({ columns, paging, isLoading = false, ...props }: LedgerListProps<Item>) {
  return (
    <ListTable<Item>
      {...props}
      isLoading={isLoading}
      paging={paging}
      unit={paging?.unit ?? ''}
      columns={columns.map(({ title, sort, width, align, render }) => ({
        ...(sort === undefined ? {} : { key: sort }),
        title,
        render: (_: unknown, item: Item) => <WholeDays>{render(item)}</WholeDays>,
        ...(width === undefined ? {} : { width }),
        ...(align === undefined ? {} : { align }),
      }))}
    />
  )
}

function Cards<Item extends object>({ items, columns, keyOf, isLoading, rowClass, paging }: LedgerListProps<Item>) {
  const [head, ...rest] = columns
  return (
    <Spin spinning={isLoading === true}>
      <ul className="cards ledger-cards">
        {items.map((item) => (
          <li key={keyOf(item)} className={rowClass?.(item) ?? ''}>
            <div className="ledger-card-head">
              <WholeDays>{head?.render(item)}</WholeDays>
            </div>
            <dl className="card-facts">
              {rest.map(({ title, render }) => {
                const content = render(item)
                if (content === null || content === '') return null
                return (
                  <div key={title}>
                    <dt>{title}</dt>
                    <dd>
                      <WholeDays>{content}</WholeDays>
                    </dd>
                  </div>
                )
              })}
            </dl>
          </li>
        ))}
      </ul>
      {paging ? (
        <>
          <CardPaging {...paging} />
          <p className="quiet ledger-total">
            共 {paging.total} {paging.unit}
          </p>
        </>
      ) : null}
    </Spin>
  )
}

interface LedgerListProps<Item> {
  readonly items: readonly Item[]
  readonly columns: readonly ListColumn<Item>[]
  readonly keyOf: (item: Item) => string
  /** What is said where nothing is listed; a panel says it by itself. */
  readonly empty?: ReactNode
  /** Where a row leads as a whole. */
  readonly pathOf?: (item: Item) => string
  readonly isLoading?: boolean
  readonly rowClass?: (item: Item) => string
  readonly ticked?: Ticked<Item> | undefined
  readonly paging?: CountedPaging
}
