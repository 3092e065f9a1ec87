import { Table, type TableColumnsType } from 'antd'
import type { SorterResult } from 'antd/es/table/interface'
import type { Key } from 'react'
import { useNavigate } from 'react-router'
import type { ListProps, Paging, Ticked } from './paging.ts'

/** A list on a wide screen; the whole row leads where its link leads, if it has one. */
export function ListTable<Item extends object>(props: ListTableProps<Item>) {
  const { items, isLoading, paging, ticked, columns, keyOf, pathOf, rowClass, unit } = props
  const go = useNavigate()
  return (
    <Table<Item>
      className={pathOf ? 'queue-table' : ''}
      rowKey={keyOf}
      columns={columns.map((column) => ({ ...column, ...(paging ? orderOf(column.key, paging) : {}) }))}
      onChange={(_, __, sorter, { action }) => action === 'sort' && paging?.onSort?.(sortOf(sorter))}
      dataSource={[...items]}
      loading={isLoading}
      rowClassName={(item) => rowClass?.(item) ?? ''}
      {...(ticked ? { rowSelection: tickedRows(ticked, keyOf) } : {})}
      {...(pathOf
        ? {
            onRow: (item) => ({
              onClick: ({ target }) => {
                const isOwn =
                  target instanceof Element && target.closest('a, button, .ant-table-selection-column') !== null
                if (!isOwn && getSelection()?.isCollapsed !== false) go(pathOf(item))
              },
            }),
          }
        : {})}
      pagination={paging ? pagesOf(paging, unit) : false}
    />
  )
}

const pagesOf = ({ page, total, pageSize, onPage }: Paging, unit: string) => ({
  current: page,
  total,
  pageSize,
  onChange: onPage,
  showSizeChanger: false,
  showTotal: (count: number) => `共 ${count} ${unit}`,
})

const tickedRows = <Item extends object>({ items, onTick }: Ticked<Item>, keyOf: (item: Item) => string) => ({
  selectedRowKeys: items.map(keyOf),
  onChange: (_: unknown, rows: Item[]) => onTick(rows),
  getCheckboxProps: () => ({ 'aria-label': '选中这一件' }),
})

/** A column whose key is a way of ordering is ordered by its head. */
const orderOf = (key: Key | undefined, { sort, onSort }: Paging) =>
  key === undefined || !onSort
    ? {}
    : {
        sorter: true,
        sortOrder: sort === key ? ('ascend' as const) : sort === `-${String(key)}` ? ('descend' as const) : null,
      }

function sortOf<Item>(sorter: SorterResult<Item> | SorterResult<Item>[]): string | undefined {
  const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
  if (columnKey === undefined || !order) return undefined
  return order === 'descend' ? `-${String(columnKey)}` : String(columnKey)
}

interface ListTableProps<Item> extends Omit<ListProps<Item>, 'paging' | 'ticked'> {
  readonly ticked?: Ticked<Item> | undefined
  /** Nothing of a list that is shown whole. */
  readonly paging?: Paging | undefined
  readonly columns: TableColumnsType<Item>
  readonly keyOf: (item: Item) => string
  readonly pathOf?: ((item: Item) => string) | undefined
  readonly rowClass?: ((item: Item) => string) | undefined
  /** The word by which they are counted: 件, 条. */
  readonly unit: string
}
