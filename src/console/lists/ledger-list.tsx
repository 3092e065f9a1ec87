import { Empty, Grid, Spin, Table } from 'antd'
import type { ReactNode } from 'react'
import { WholeDays } from '../whole-days.tsx'
import { CardPaging } from './card-paging.tsx'
import type { Paging } from './paging.ts'

export interface ListColumn<Item> {
  readonly title: string
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

function WideList<Item extends object>({ items, columns, keyOf, isLoading, rowClass, paging }: LedgerListProps<Item>) {
  return (
    <Table<Item>
      rowKey={keyOf}
      dataSource={[...items]}
      loading={isLoading === true}
      rowClassName={(item) => rowClass?.(item) ?? ''}
      columns={columns.map(({ title, width, align, render }) => ({
        key: title,
        title,
        render: (_: unknown, item: Item) => <WholeDays>{render(item)}</WholeDays>,
        ...(width === undefined ? {} : { width }),
        ...(align === undefined ? {} : { align }),
      }))}
      pagination={
        paging
          ? {
              current: paging.page,
              total: paging.total,
              pageSize: paging.pageSize,
              onChange: paging.onPage,
              showSizeChanger: false,
              showTotal: (total) => `共 ${total} ${paging.unit}`,
            }
          : false
      }
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
  readonly empty: ReactNode
  readonly isLoading?: boolean
  readonly rowClass?: (item: Item) => string
  readonly paging?: CountedPaging
}
